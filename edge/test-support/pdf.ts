import { readBoxes } from './qr.ts'

/**
 * As much of a PDF reader as the tests need for documents whose objects stand in the file one by one, uncompressed but for
 * their streams. It reads what is in the bytes and knows nothing of the code that wrote them.
 */
export type ReadPdf = {
  /** The bytes as Latin-1. */
  readonly raw: string
  /** The dictionary or value of an object. */
  object(number: number): string
  /** The stream of an object, inflated where it has to be. */
  stream(number: number): Uint8Array
  /** Each page's drawing instructions. */
  readonly pages: readonly string[]
  /** The text of all pages in the order in which it is drawn, decoded through each font's own map. */
  readonly texts: readonly string[]
}

const latin = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)

/** Reads a document. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const raw = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  const bodies = new Map<number, string>()
  const streams = new Map<number, Uint8Array>()
  for (const match of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)(?=\nendobj)/g)) {
    const number = Number(match[1])
    const body = match[2] ?? ''
    const begins = body.indexOf('\nstream\n')
    const head = begins === -1 ? body : body.slice(0, begins)
    bodies.set(number, head)
    if (begins === -1) continue
    const length = Number(/\/Length (\d+)/.exec(head)?.[1])
    const start = (match.index ?? 0) + match[0].length - body.length + begins + '\nstream\n'.length
    const data = new Uint8Array(bytes.slice(start, start + length))
    streams.set(number, head.includes('/FlateDecode') ? await inflate(data) : data)
  }
  const object = (number: number) => bodies.get(number) ?? ''
  const stream = (number: number) => streams.get(number) ?? new Uint8Array()
  const pages = Array.from(bodies.values()).filter((body) => /\/Type \/Page\b(?!s)/.test(body))
  const contents = pages.map((page) => latin(stream(reference(page, 'Contents'))))
  const texts = pages.flatMap((page, index) => {
    const resources = object(reference(page, 'Resources'))
    const fonts = new Map(
      Array.from(resources.matchAll(/\/(F\d+) (\d+) 0 R/g), ([, name = '', number]) => [
        name,
        characterMap(latin(stream(reference(object(Number(number)), 'ToUnicode')))),
      ]),
    )
    return drawnTexts(contents[index] ?? '', fonts)
  })
  return { raw, object, stream, pages: contents, texts }
}

/** The number of the object that a dictionary's entry refers to; NaN without one. */
export function reference(dictionary: string, name: string): number {
  return Number(new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1])
}

async function inflate(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const inflated = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate'))
  return new Uint8Array(await new Response(inflated).arrayBuffer())
}

/** From glyph numbers to text, by a font's ToUnicode map. */
function characterMap(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>()
  for (const [, first = '', , list = ''] of cmap.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g)) {
    for (const [index, [, units = '']] of Array.from(list.matchAll(/<([^>]*)>/g)).entries()) {
      const text = units.split(' ').map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
      map.set(Number.parseInt(first, 16) + index, text.join(''))
    }
  }
  return map
}

function drawnTexts(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string[] {
  const texts: string[] = []
  let font: ReadonlyMap<number, string> = new Map()
  for (const [, name, array] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map()
    if (array === undefined) continue
    const glyphs = Array.from(array.matchAll(/<(\w+)>/g)).flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
    texts.push(glyphs.map((glyph) => font.get(Number.parseInt(glyph, 16)) ?? '\uFFFD').join(''))
  }
  return texts
}

/** What the QR code says that is drawn, box by box, as the figure of the last page; undefined when it cannot be read. */
export function readQr({ pages }: ReadPdf): string | undefined {
  const figure = /\/Figure <<[\s\S]*?BDC([\s\S]*?)EMC/.exec(pages.at(-1) ?? '')?.[1] ?? ''
  const boxes = Array.from(figure.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm), (match) =>
    match.slice(1).map(Number),
  )
  return readBoxes(boxes)
}
