import type { Place } from '../problem.ts'

/** Lines of GIFT between two blank lines: one question with its comments. */
export class Block {
  /** The lines without white space around them, comments blanked, joined by `\n`. */
  readonly text: string
  /** {@link text} with every escape blanked: a sign found here is a sign of control. */
  readonly mask: string
  /** What the comments say, a line each. */
  readonly comments: string
  readonly #lines: readonly string[]
  readonly #firstLine: number
  readonly #starts: readonly number[]

  constructor(lines: readonly string[], firstLine: number) {
    this.#lines = lines
    this.#firstLine = firstLine
    const comments: string[] = []
    const starts: number[] = []
    let length = 0
    this.text = lines
      .map((line) => {
        const trimmed = line.trim()
        const comment = trimmed.startsWith('//')
        if (comment) comments.push(trimmed)
        const kept = comment ? '' : trimmed
        starts.push(length)
        length += kept.length + 1
        return kept
      })
      .join('\n')
    this.mask = this.text.replace(/\\[\\:#={}~n]/g, '\u0000\u0000')
    this.comments = comments.join('\n')
    this.#starts = starts
  }

  /** Where a part of {@link text} stands in the source. */
  place(at: number, excerpt?: string): Place {
    // The last line that starts at or before the place.
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#starts[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    const line = this.#lines[low] ?? ''
    const indent = line.length - line.trimStart().length
    return {
      line: this.#firstLine + low,
      column: indent + at - (this.#starts[low] ?? 0) + 1,
      excerpt: excerpt ?? line,
    }
  }
}

/** Text with its escapes resolved. */
export function unescapeGift(text: string): string {
  return text.replace(/\\([\\:#={}~n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
}

/** Text with everything escaped that GIFT gives a meaning to. */
export function escapeGift(text: string): string {
  return text.replace(/[\\#=~{}:]/g, '\\$&').replace(/\n/g, '\\n')
}
