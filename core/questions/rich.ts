import { looksLikeHtml, type Reduced, reduceHtml } from './html.ts'
import type { Remark } from './problem.ts'

/** How a text of Moodle is written. */
export type TextKind = 'html' | 'plain' | 'markdown' | 'moodle'

/** Reduces a text of Moodle to plain text by its kind. */
export function reduceText(text: string, kind: TextKind): Reduced {
  if (kind === 'html') return reduceHtml(text)
  // Moodle's own kind is text in which HTML means HTML and a line break is one.
  if (kind === 'moodle' && looksLikeHtml(text)) return reduceHtml(text.replace(/\r?\n/g, '<br />'))
  const marked = kind === 'markdown' && /[*_`#>[\]]/.test(text)
  return { text, images: [], formatting: marked ? ['Markdown signs, which stay as they are'] : [], media: [] }
}

/** Collects what texts of one question lose, to say it once. */
export class Losses {
  readonly #formatting = new Set<string>()
  readonly #media = new Set<string>()
  readonly #others: Remark[] = []

  /** Takes note of a reduced text. @returns the text */
  add(reduced: Reduced): string {
    for (const each of reduced.formatting) this.#formatting.add(each)
    for (const each of reduced.media) this.#media.add(each)
    return reduced.text
  }

  /** Takes note of something else. */
  say(remark: Remark): void {
    this.#others.push(remark)
  }

  /** All of it as remarks. */
  remarks(): Remark[] {
    const formatting: Remark[] = [...this.#formatting].length
      ? [
          {
            code: 'left-out/formatting',
            message: `Questions are plain text, so formatting was left out: ${[...this.#formatting].join(', ')}.`,
            remedy: 'Check that the question still reads as it should.',
          },
        ]
      : []
    const media: Remark[] = [...this.#media].length
      ? [
          {
            code: 'left-out/media',
            message: `The question holds what plain text cannot, and it was left out: ${[...this.#media].join(', ')}.`,
            remedy: 'Put it in words, or as an image, where the question needs it.',
          },
        ]
      : []
    return [...formatting, ...media, ...this.#others]
  }
}

/** That images were left out, with the reason. */
export function imagesLeftOut(count: number, why: string): Remark {
  return {
    code: 'left-out/images',
    message: `${count === 1 ? 'An image was' : `${count} images were`} left out: ${why}.`,
    remedy: 'Add what is missing by hand, if the question needs it.',
  }
}
