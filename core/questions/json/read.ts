import { imageOf } from '../image.ts'
import type { Place } from '../problem.ts'
import type { PushReader } from '../push-reader.ts'
import { problem, type Read, settle } from '../settle.ts'
import { scanJson } from './scan.ts'
import { questionSchema } from './schema.ts'

/**
 * Reads our JSON: a list of questions, or one. Members of the list are cut out as they come, so that a file of any length
 * can be read; one that is broken does not keep the others from being read.
 */
export class JsonReader implements PushReader {
  done = false
  held = 0
  #state: 'before' | 'in-list' | 'after' = 'before'
  #list = false
  #line = 1
  #column = 1
  #afterReturn = false
  #depth = 0
  #quoted = false
  #escaped = false
  #member: { pieces: string[]; line: number; column: number } | undefined
  #expectsMember = false
  #members = 0
  #piece = ''
  #start = 0;

  *push(piece: string): Generator<Read> {
    this.#piece = piece
    this.#start = 0
    for (let at = 0; at < piece.length && !this.done; at += 1) {
      if (this.#quoted && !this.#escaped) {
        // Inside a text only quotation marks, backslashes and line ends matter.
        ordinary.lastIndex = at
        const length = ordinary.exec(piece)?.[0].length ?? 0
        if (length > 0) {
          at += length
          this.#column += length
          this.#afterReturn = false
          if (at >= piece.length) break
        }
      }
      const sign = piece[at] ?? ''
      const read = this.#sign(sign, at)
      if (read !== undefined) yield* read
      this.#move(sign)
    }
    if (this.#member !== undefined && !this.done) {
      this.#member.pieces.push(piece.slice(this.#start))
      this.held += piece.length - this.#start
    }
  }

  *end(): Generator<Read> {
    const place = { line: this.#line, column: this.#column, excerpt: '' }
    if (this.#member !== undefined) {
      const { pieces, line, column } = this.#member
      const text = pieces.join('')
      const { fault } = scanJson(text)
      if (this.#depth > 0 || fault !== undefined) {
        yield syntax(
          placeIn(text, fault?.at ?? text.length, line, column),
          fault?.expected ?? 'the end of the question',
        )
        return
      }
      yield* readMember(text, line, column)
      if (this.#list) yield syntax(place, '“]” at the end of the list')
    } else if (this.#state === 'in-list') yield syntax(place, '“]” at the end of the list')
    else if (this.#state === 'before') yield notAList(place)
  }

  #sign(sign: string, at: number): Iterable<Read> | undefined {
    const blank = sign === ' ' || sign === '\n' || sign === '\r' || sign === '\t'
    const place = { line: this.#line, column: this.#column, excerpt: sign }
    if (this.#member !== undefined) return this.#inMember(sign, at)
    if (blank) return undefined
    if (this.#state === 'before') {
      if (sign === '[') {
        this.#state = 'in-list'
        this.#list = true
        this.#expectsMember = true
        return undefined
      }
      if (sign !== '{') {
        this.done = true
        return [notAList(place)]
      }
    } else if (this.#state === 'after') {
      this.done = true
      return [syntax(place, 'nothing after the end of the list')]
    } else if (sign === ']' && !(this.#expectsMember && this.#members > 0)) {
      this.#state = 'after'
      return undefined
    } else if (sign === ',' && !this.#expectsMember) {
      this.#expectsMember = true
      return undefined
    } else if (!this.#expectsMember || sign === ',' || sign === ']') {
      this.done = true
      return [syntax(place, this.#expectsMember ? 'a question' : '“,” or “]”')]
    }
    this.#start = at
    this.#member = { pieces: [], line: this.#line, column: this.#column }
    this.#members += 1
    this.#expectsMember = false
    this.#depth = 0
    return this.#inMember(sign, at)
  }

  #inMember(sign: string, at: number): Iterable<Read> | undefined {
    if (this.#quoted) {
      if (this.#escaped) this.#escaped = false
      else if (sign === '\\') this.#escaped = true
      else if (sign === '"') this.#quoted = false
      return undefined
    }
    if (sign === '"') this.#quoted = true
    else if (sign === '{' || sign === '[') this.#depth += 1
    else if (sign === '}' || sign === ']') {
      // The end of the list, right after a member that is neither an object nor a list.
      if (this.#depth === 0) return this.#close(this.#take(at), sign)
      this.#depth -= 1
      if (this.#depth === 0) return this.#close(this.#take(at + 1), '')
    } else if (sign === ',' && this.#depth === 0) return this.#close(this.#take(at), sign)
    return undefined
  }

  /** The member's text in this piece, up to here. */
  #take(to: number): string {
    const text = this.#piece.slice(this.#start, to)
    this.#start = to
    return text
  }

  #close(text: string, sign: string): Iterable<Read> {
    const member = this.#member
    this.#member = undefined
    this.held = 0
    if (!this.#list) this.#state = 'after'
    else if (sign === ']') this.#state = 'after'
    else if (sign === ',') this.#expectsMember = true
    if (member === undefined) return []
    return readMember(member.pieces.join('') + text, member.line, member.column)
  }

  #move(sign: string): void {
    if (sign === '\n') {
      if (!this.#afterReturn) this.#line += 1
      this.#column = 1
    } else if (sign === '\r') {
      this.#line += 1
      this.#column = 1
    } else this.#column += 1
    this.#afterReturn = sign === '\r'
  }
}

const ordinary = /[^"\\\r\n]*/y

function* readMember(text: string, line: number, column: number): Generator<Read> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const { fault } = scanJson(text)
    yield syntax(placeIn(text, fault?.at ?? 0, line, column), fault?.expected ?? 'JSON')
    return
  }
  const parsed = questionSchema.safeParse(value)
  if (!parsed.success) {
    const { places } = scanJson(text)
    for (const issue of parsed.error.issues) {
      const [unknown] = issue.code === 'unrecognized_keys' ? issue.keys : []
      const path = [...issue.path, ...(unknown === undefined ? [] : [unknown])].join('.')
      yield problem(
        'json',
        placeIn(text, places.get(path) ?? places.get(issue.path.join('.')) ?? 0, line, column),
        {
          code: 'json/invalid',
          message:
            unknown === undefined
              ? `${path === '' ? 'The question' : `“${path}”`} ${sentence(issue.message)}.`
              : `“${path}” is not a field of a question.`,
          remedy:
            'A question is {"type", "stem", "choices": [{"text", "correct"}]}; docs/questions.md lists every field.',
        },
      )
    }
    return
  }
  const { image, ...draft } = parsed.data
  const picture = image && imageOf(image.name, image.data, image.alt ?? '', image.mediaType)
  yield* settle('json', placeIn(text, 0, line, column), { ...draft, image: picture })
}

function sentence(message: string): string {
  return /^(must|is) /.test(message) ? message : `is not as it should be (${message})`
}

function placeIn(text: string, at: number, line: number, column: number): Place {
  const before = text.slice(0, at).split(/\r\n|\n|\r/)
  const last = before.at(-1) ?? ''
  return {
    line: line + before.length - 1,
    column: before.length === 1 ? column + last.length : last.length + 1,
    excerpt: text.slice(at, at + 200),
  }
}

function syntax(place: Place, expected: string): Read {
  return problem('json', place, {
    code: 'json/syntax',
    message: `This is not JSON: here should be ${expected}.`,
    remedy: 'Mend the file; an editor that knows JSON marks the place.',
  })
}

function notAList(place: Place): Read {
  return problem('json', place, {
    code: 'json/not-a-list',
    message: 'The file does not begin like a list of questions.',
    remedy: 'Write the questions as a list: [ {…}, {…} ].',
  })
}
