/** Cuts text that comes in pieces into lines, whatever their ends: `\n`, `\r\n` or `\r`. */
export class LineCutter {
  /** How many lines have been cut so far. */
  count = 0
  #rest: string[] = []
  #afterReturn = false

  /** @returns the lines that ended in this piece, without their ends. */
  push(piece: string): string[] {
    let text = piece
    if (this.#afterReturn && text !== '') {
      if (text.startsWith('\n')) text = text.slice(1)
      this.#afterReturn = false
    }
    if (text.endsWith('\r')) this.#afterReturn = true
    const lines = text.split(/\r\n|\n|\r/)
    const last = lines.pop() ?? ''
    if (lines.length > 0) {
      lines[0] = this.#rest.join('') + lines[0]
      this.#rest = last === '' ? [] : [last]
    } else if (last !== '') {
      this.#rest.push(last)
    }
    this.count += lines.length
    return lines
  }

  /** @returns what stands after the last line's end, when something does. */
  end(): string[] {
    const last = this.#rest.join('')
    this.#rest = []
    if (last === '') return []
    this.count += 1
    return [last]
  }
}
