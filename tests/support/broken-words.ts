import type { Page } from 'playwright-core'

/** Words of up to twelve letters that go on on another line, within whatever fits a selector. Longer ones may have to. */
export function brokenWords(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((all) =>
    all.flatMap((element) => {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const broken: string[] = []
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(
          /(?<!\p{L})\p{L}{2,12}(?!\p{L})/gu,
        )) {
          const range = document.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + word.length)
          if (new Set(Array.from(range.getClientRects(), ({ top }) => top)).size > 1) broken.push(word)
        }
      }
      return broken
    }),
  )
}
