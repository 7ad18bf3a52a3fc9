/** An element of a page with its attributes and its text, children included; runs of white space are one space. */
export type FoundElement = { readonly attributes: Readonly<Record<string, string>>; readonly text: string }

/** Elements of a page by selector, in order. */
export async function elementsOf(page: string, selector: string): Promise<FoundElement[]> {
  const found: { attributes: Record<string, string>; text: string }[] = []
  await new HTMLRewriter()
    .on(selector, {
      element(element) {
        found.push({
          attributes: Object.fromEntries(
            Array.from(element.attributes, ([name = '', value = '']) => [name, value]),
          ),
          text: '',
        })
      },
      text(chunk) {
        const last = found.at(-1)
        if (last !== undefined) last.text += chunk.text
      },
    })
    .transform(new Response(page))
    .arrayBuffer()
  return found.map(({ attributes, text }) => ({ attributes, text: text.replaceAll(/\s+/g, ' ').trim() }))
}
