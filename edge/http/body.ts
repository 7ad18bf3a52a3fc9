import { RequestError } from './problem.ts'

/**
 * Reads a request body as text, never more than a limit: a declared length is refused at once, an undeclared one when
 * the limit is reached.
 *
 * @param limit bytes.
 * @throws RequestError request/too-large, request/malformed-json (for bytes that are not UTF-8).
 */
export async function readText(request: Request, limit: number): Promise<string> {
  const tooLarge = () =>
    new RequestError('request/too-large', `At most ${Math.floor(limit / 1000)} kB can be sent here.`)
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  if (request.body === null) return ''
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
  let text = ''
  let length = 0
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.byteLength
    if (length > limit) {
      await reader.cancel()
      throw tooLarge()
    }
    text += decoded(() => decoder.decode(read.value, { stream: true }))
  }
  return text + decoded(() => decoder.decode())
}

function decoded(decode: () => string): string {
  try {
    return decode()
  } catch {
    throw new RequestError('request/malformed-json', 'The body is not text in UTF-8.')
  }
}

/**
 * Parses a JSON body.
 *
 * @throws RequestError request/malformed-json
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new RequestError('request/malformed-json', 'The body is not well-formed JSON.')
  }
}

/** The media type of a request without its parameters, in lower case; empty when there is none. */
export function mediaType(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}
