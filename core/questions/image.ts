import type { QuestionImage } from './question.ts'

/** Media type of an image by its first bytes, or by its name's ending where those are not known. */
export function imageTypeOf(name: string, base64: string): string | undefined {
  const start = base64.slice(0, 24)
  for (const [sign, type] of signs) if (start.startsWith(sign)) return type
  // A container of the ISO base media kind: its brand follows 'ftyp'.
  if (safeAtob(start).includes('ftypavi')) return 'image/avif'
  const ending = /\.([a-z]{2,5})$/i.exec(name)?.[1]?.toLowerCase()
  return ending === undefined ? undefined : endings[ending]
}

/** The usual file ending of a media type, with its dot; empty for others. */
export function endingOf(mediaType: string): string {
  const found = Object.entries(endings).find(([, type]) => type === mediaType)
  return found === undefined ? '' : `.${found[0]}`
}

/**
 * An image from its parts, or undefined when its bytes or its kind cannot be made out.
 *
 * @param path - name with or without folders, as the source writes it
 * @param data - base64, with white space or without
 */
export function imageOf(
  path: string,
  data: string,
  alt: string,
  mediaType?: string,
): QuestionImage | undefined {
  const base64 = cleanBase64(data)
  if (base64 === undefined) return undefined
  const name = fileName(path)
  const type = mediaType ?? imageTypeOf(name, base64)
  if (type === undefined || !type.startsWith('image/')) return undefined
  const complete = /\.[a-z]{2,5}$/i.test(name) ? name : `${name || 'image'}${endingOf(type)}`
  return { name: complete, mediaType: type, data: base64, ...(alt !== '' && { alt }) }
}

/** An image from a `data:` address. */
export function imageOfDataUrl(address: string, alt: string): QuestionImage | undefined {
  const [, type, data] = /^data:(image\/[a-z0-9.+-]{1,40});base64,/i.exec(address.slice(0, 80))
    ? [
        undefined,
        address.slice(5, address.indexOf(';')).toLowerCase(),
        address.slice(address.indexOf(',') + 1),
      ]
    : []
  return type === undefined || data === undefined
    ? undefined
    : imageOf(`image${endingOf(type)}`, data, alt, type)
}

/** The last part of a path without what file systems or archives give a meaning to. */
export function fileName(path: string): string {
  const last = path.split(/[/\\]/).at(-1) ?? ''
  return last
    .toWellFormed()
    .replace(/[\p{C}:*?"<>|]/gu, '')
    .replace(/^\.+/, '')
    .slice(-120)
    .trim()
}

/** Base64 without white space and with its padding, or undefined when it is not base64. */
export function cleanBase64(data: string): string | undefined {
  const packed = data.replace(/\s+/g, '').replace(/=+$/, '')
  if (packed === '' || packed.length % 4 === 1 || !/^[A-Za-z0-9+/]*$/.test(packed)) return undefined
  return packed.padEnd(Math.ceil(packed.length / 4) * 4, '=')
}

/** Bytes of base64. */
export function bytesOfBase64(data: string): Uint8Array<ArrayBuffer> {
  const binary = atob(data)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
  return bytes
}

/** Base64 of bytes. */
export function base64OfBytes(bytes: Uint8Array): string {
  // By pieces, because a call takes only so many arguments; 3 divides them, so the pieces need no padding.
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 24_576) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 24_576))))
  }
  return pieces.join('')
}

const signs = [
  ['iVBORw0KGgo', 'image/png'],
  ['/9j/', 'image/jpeg'],
  ['R0lGOD', 'image/gif'],
  ['UklGR', 'image/webp'],
] as const

const endings: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
}

function safeAtob(start: string): string {
  try {
    return atob(start)
  } catch {
    return ''
  }
}
