/** What questions are read from: text, bytes, or pieces of either as they come. */
export type QuestionSource = string | Uint8Array | AsyncIterable<string | Uint8Array>

/** How a source's bytes could not be understood: the name that the file gives its encoding. */
export class UnknownEncoding extends Error {
  /** The name as the file writes it. */
  readonly label: string

  constructor(label: string) {
    super(`The encoding “${label}” is not known here.`)
    this.name = 'UnknownEncoding'
    this.label = label
  }
}

// Long strings go on in pieces, so that what is made of them need not be held at once.
const pieceLength = 65_536
const sniffLength = 256

/**
 * The text of a source in pieces, without its byte order mark. Bytes are UTF-8, UTF-16 if they begin with its mark, or
 * what an XML declaration names. Bytes that do not belong there become U+FFFD.
 *
 * @throws UnknownEncoding (from the iteration)
 */
export async function* textOf(source: QuestionSource): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let head: Uint8Array = new Uint8Array()
  let first = true
  const trimmed = (text: string) => {
    if (!first || text === '') return text
    first = false
    return text.startsWith('\ufeff') ? text.slice(1) : text
  }
  for await (const piece of piecesOf(source)) {
    if (typeof piece === 'string') {
      yield* cutUp(trimmed(piece))
      continue
    }
    if (decoder === undefined) {
      head = joined(head, piece)
      if (head.length < sniffLength) continue
      decoder = decoderFor(head)
      yield* cutUp(trimmed(decoder.decode(head, { stream: true })))
    } else {
      yield* cutUp(trimmed(decoder.decode(piece, { stream: true })))
    }
  }
  if (decoder === undefined && head.length > 0) {
    yield* cutUp(trimmed(decoderFor(head).decode(head)))
  } else if (decoder !== undefined) {
    yield* cutUp(trimmed(decoder.decode()))
  }
}

/** Every byte of a source, or undefined when there are more than allowed. Text counts as UTF-8. */
export async function bytesOf(source: QuestionSource, atMost: number): Promise<Uint8Array | undefined> {
  if (source instanceof Uint8Array) return source.length > atMost ? undefined : source
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of piecesOf(source)) {
    const bytes = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece
    length += bytes.length
    if (length > atMost) return undefined
    pieces.push(bytes)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** The beginning of a source, and the same source from its beginning again. */
export async function peek(
  source: QuestionSource,
  length: number,
): Promise<{ readonly head: Uint8Array; readonly source: QuestionSource }> {
  if (typeof source === 'string') return { head: new TextEncoder().encode(source.slice(0, length)), source }
  if (source instanceof Uint8Array) return { head: source.subarray(0, length), source }
  const iterator = source[Symbol.asyncIterator]()
  const held: (string | Uint8Array)[] = []
  let head: Uint8Array = new Uint8Array()
  while (head.length < length) {
    const next = await iterator.next()
    if (next.done === true) break
    held.push(next.value)
    head = joined(head, typeof next.value === 'string' ? new TextEncoder().encode(next.value) : next.value)
  }
  async function* again() {
    yield* held
    held.length = 0
    yield* { [Symbol.asyncIterator]: () => iterator }
  }
  return { head: head.subarray(0, length), source: again() }
}

async function* piecesOf(source: QuestionSource): AsyncGenerator<string | Uint8Array> {
  if (typeof source === 'string') yield source
  else if (source instanceof Uint8Array) {
    for (let at = 0; at < source.length; at += pieceLength) yield source.subarray(at, at + pieceLength)
  } else yield* source
}

function* cutUp(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += pieceLength) yield text.slice(at, at + pieceLength)
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

function decoderFor(head: Uint8Array): TextDecoder {
  const label = encodingOf(head)
  try {
    return new TextDecoder(label, { ignoreBOM: true })
  } catch {
    throw new UnknownEncoding(label)
  }
}

function encodingOf(head: Uint8Array): string {
  const [first, second] = head
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first !== 0x3c && first !== 0xef) return 'utf-8'
  // An XML declaration is written in characters that all encodings that matter share with ASCII.
  const start = String.fromCharCode(...head.subarray(0, sniffLength)).replace(/^\u00ef\u00bb\u00bf/, '')
  const declared = /^<\?xml\s[^>]{0,120}?\bencoding\s*=\s*["']([^"']{1,40})["']/.exec(start)?.[1]
  // A file that can be read this way does not have UTF-16, whatever it says.
  return declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared
}
