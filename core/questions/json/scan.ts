/** Where a JSON text breaks its grammar: how far it could be read. */
export type JsonFault = { readonly at: number; readonly expected: string }

// Deeper than any question; a scan must not exhaust the stack.
const deepest = 64

/**
 * Reads JSON (RFC 8259) only to tell where things stand in it.
 *
 * @returns offsets by path (`choices.0.text`), and the fault at which reading ended, if there is one
 */
export function scanJson(text: string): {
  readonly places: ReadonlyMap<string, number>
  readonly fault?: JsonFault
} {
  const places = new Map<string, number>()
  let at = 0
  const fail = (expected: string, where = at): never => {
    throw new ScanFault({ at: where, expected })
  }
  const blank = () => {
    while (at < text.length && ' \t\n\r'.includes(text[at] ?? 'x')) at += 1
  }
  const string = (): string => {
    const start = at
    if (text[at] !== '"') fail('a text in quotation marks')
    at += 1
    while (at < text.length && text[at] !== '"') {
      if (text[at] === '\\') at += 1
      else if ((text[at] ?? ' ') < ' ')
        fail('\\n or another escape instead of a line break or control character')
      at += 1
    }
    if (at >= text.length) fail('a closing quotation mark', start)
    at += 1
    try {
      return String(JSON.parse(text.slice(start, at)))
    } catch {
      return fail('escapes that JSON knows (\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000)', start)
    }
  }
  const value = (path: string, depth: number): void => {
    blank()
    places.set(path, at)
    if (depth > deepest) fail('less nesting')
    const inside = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`)
    if (text[at] === '{') {
      at += 1
      blank()
      if (text[at] === '}') {
        at += 1
        return
      }
      for (;;) {
        blank()
        const key = string()
        blank()
        if (text[at] !== ':') fail('“:” after the name')
        at += 1
        value(inside(key), depth + 1)
        blank()
        if (text[at] === '}') break
        if (text[at] !== ',') fail('“,” or “}”')
        at += 1
      }
      at += 1
    } else if (text[at] === '[') {
      at += 1
      blank()
      if (text[at] === ']') {
        at += 1
        return
      }
      for (let index = 0; ; index += 1) {
        value(inside(index), depth + 1)
        blank()
        if (text[at] === ']') break
        if (text[at] !== ',') fail('“,” or “]”')
        at += 1
      }
      at += 1
    } else if (text[at] === '"') string()
    else {
      plain.lastIndex = at
      const [word] = plain.exec(text) ?? fail('a value')
      at += word?.length ?? 0
    }
  }
  try {
    value('', 0)
    blank()
    if (at < text.length) fail('nothing more')
    return { places }
  } catch (error) {
    if (error instanceof ScanFault) return { places, fault: error.fault }
    throw error
  }
}

const plain = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![\w.])/y

class ScanFault extends Error {
  readonly fault: JsonFault

  constructor(fault: JsonFault) {
    super(fault.expected)
    this.fault = fault
  }
}
