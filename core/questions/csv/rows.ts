/** A row as it stands in the file, with its line ends, and where it begins. */
export type RawRow = {
  readonly text: string
  readonly line: number
  /** The file ended inside quotation marks. */
  readonly open?: true
}

/**
 * Cuts CSV that comes in pieces into rows. A line end inside quotation marks belongs to the cell. Quotation marks open
 * only at the beginning of a cell, as spreadsheets write them.
 */
export class RowCutter {
  #delimiter = ','
  #state: 'start' | 'plain' | 'quoted' | 'quote-in-quoted' = 'start'
  #pieces: string[] = []
  #line = 1
  #rowLine = 1
  #afterReturn = false
  /** How many characters wait for their row's end. */
  held = 0

  /** @param delimiter - what parts cells; it may change between rows */
  set delimiter(delimiter: string) {
    this.#delimiter = delimiter
  }

  *push(piece: string): Generator<RawRow> {
    let start = 0
    for (let at = 0; at < piece.length; at += 1) {
      if (this.#state === 'quoted') {
        // Nothing but a quotation mark or a line end matters here.
        calm.lastIndex = at
        const length = calm.exec(piece)?.[0].length ?? 0
        if (length > 0) {
          this.#afterReturn = false
          at += length
          if (at >= piece.length) break
        }
      }
      const sign = piece[at] ?? ''
      if (sign === '\n' && this.#afterReturn) {
        // The second half of a line end; outside quotation marks the row is over already.
        this.#afterReturn = false
        if (this.#state !== 'quoted') start = at + 1
        continue
      }
      this.#afterReturn = sign === '\r'
      const ends = sign === '\n' || sign === '\r'
      if (ends) this.#line += 1
      if (this.#state === 'quoted') {
        if (sign === '"') this.#state = 'quote-in-quoted'
        continue
      }
      if (ends) {
        yield this.#close(piece.slice(start, at))
        start = at + 1
      } else if (sign === '"' && (this.#state === 'start' || this.#state === 'quote-in-quoted')) {
        this.#state = 'quoted'
      } else this.#state = sign === this.#delimiter ? 'start' : 'plain'
    }
    if (start < piece.length) {
      this.#pieces.push(piece.slice(start))
      this.held += piece.length - start
    }
  }

  *end(): Generator<RawRow> {
    const open = this.#state === 'quoted'
    if (this.held > 0) yield { ...this.#close(''), ...(open && { open }) }
  }

  #close(last: string): RawRow {
    const text = this.#pieces.join('') + last
    const line = this.#rowLine
    this.#pieces = []
    this.held = 0
    this.#state = 'start'
    this.#rowLine = this.#line
    return { text, line }
  }
}

const calm = /[^"\r\n]*/y

/** The delimiter of a table by its first row: the one that parts it into most cells. */
export function delimiterOf(header: string): ',' | ';' | '\t' {
  const outside = header.replace(/"(?:[^"]|"")*"/g, '')
  const count = (sign: string) => outside.split(sign).length
  const [semicolons, tabs, commas] = [count(';'), count('\t'), count(',')]
  if (tabs > commas && tabs >= semicolons) return '\t'
  return semicolons > commas ? ';' : ','
}
