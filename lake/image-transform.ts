import sharp, { type FitEnum } from 'sharp'
import { httpError } from './errors.ts'

const MAX_SIDE = 5000

type Output = 'jpeg' | 'png' | 'webp' | 'avif'

const MIME: Record<Output, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
}

/** Parameters of Sanity's image URLs, and how sharp calls the fit. `max` and `min` differ from `clip` only in enlarging. */
const FITS: Record<string, { fit: keyof FitEnum; enlarge: boolean }> = {
  clip: { fit: 'inside', enlarge: true },
  crop: { fit: 'cover', enlarge: true },
  fill: { fit: 'contain', enlarge: true },
  fillmax: { fit: 'contain', enlarge: false },
  max: { fit: 'inside', enlarge: false },
  min: { fit: 'cover', enlarge: false },
  scale: { fit: 'fill', enlarge: true },
}

const KNOWN = [
  'w',
  'h',
  'max-w',
  'max-h',
  'fit',
  'auto',
  'fm',
  'q',
  'rect',
  'blur',
  'dpr',
  'flip',
  'or',
  'sharp',
  'bg',
]

/** True when an image URL asks for anything but the original bytes. */
export function wantsTransform(query: URLSearchParams): boolean {
  return KNOWN.some((name) => query.has(name))
}

function side(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  const value = Number(text)
  if (!(value >= 1 && value <= MAX_SIDE * 2))
    throw httpError(400, `"${name}" must be a number from 1 to ${MAX_SIDE}`)
  const density = Math.min(Math.max(Number(query.get('dpr') ?? 1) || 1, 1), 3)
  return Math.min(Math.round(value * density), MAX_SIDE)
}

function outputOf(query: URLSearchParams, accept: string, source: string): Output {
  const wanted = query.get('fm')
  if (wanted === 'jpg' || wanted === 'pjpg') return 'jpeg'
  if (wanted === 'png' || wanted === 'webp' || wanted === 'avif') return wanted
  if (query.get('auto') === 'format') {
    if (accept.includes('image/avif')) return 'avif'
    if (accept.includes('image/webp')) return 'webp'
  }
  if (source === 'jpeg') return 'jpeg'
  return source === 'webp' ? 'webp' : 'png'
}

/**
 * Makes the image that the parameters of a URL ask for: `rect`, `w`, `h`, `max-w`, `max-h`, `fit`, `dpr`, `or`, `flip`, `blur`, `sharp`,
 * `bg`, `q`, `fm` and `auto=format`. The crop is central.
 * @throws ApiError 400 for a number out of range or a rectangle outside the image
 */
export async function transformImage(file: string, query: URLSearchParams, accept: string) {
  const metadata = await sharp(file).metadata()
  let image = sharp(file).autoOrient()
  const rect = query.get('rect')
  if (rect !== null) image = image.extract(readRect(rect, metadata.autoOrient))
  const width = side(query, 'w') ?? side(query, 'max-w')
  const height = side(query, 'h') ?? side(query, 'max-h')
  if (width !== undefined || height !== undefined) {
    const asked = FITS[query.get('fit') ?? 'clip'] ?? { fit: 'inside' as const, enlarge: true }
    const capped = !query.has('w') && !query.has('h')
    image = image.resize({
      ...(width === undefined ? {} : { width }),
      ...(height === undefined ? {} : { height }),
      fit: asked.fit,
      withoutEnlargement: capped || !asked.enlarge,
      background: background(query) ?? { r: 255, g: 255, b: 255, alpha: 0 },
    })
  }
  const turn = Number(query.get('or') ?? 0)
  if ([90, 180, 270].includes(turn)) image = image.rotate(turn)
  if (query.get('flip')?.includes('v')) image = image.flip()
  if (query.get('flip')?.includes('h')) image = image.flop()
  const blur = Number(query.get('blur') ?? 0)
  if (blur > 0) image = image.blur(Math.min(Math.max(blur / 4, 0.3), 500))
  if (Number(query.get('sharp') ?? 0) > 0) image = image.sharpen()
  const output = outputOf(query, accept, metadata.format)
  const flat = background(query)
  if (output === 'jpeg' || flat) image = image.flatten({ background: flat ?? '#ffffff' })
  const quality = Math.min(Math.max(Math.round(Number(query.get('q') ?? 75)) || 75, 1), 100)
  const data = await (output === 'png' ? image.png() : image.toFormat(output, { quality })).toBuffer()
  return { data, mimeType: MIME[output] }
}

function background(query: URLSearchParams): string | undefined {
  const colour = query.get('bg')
  return colour !== null && /^(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(colour)
    ? `#${colour}`
    : undefined
}

function readRect(text: string, { width, height }: { width: number; height: number }) {
  const [left, top, w, h] = text.split(',').map((part) => Math.round(Number(part)))
  if (left === undefined || top === undefined || w === undefined || h === undefined) {
    throw httpError(400, '"rect" must be four numbers: left, top, width, height')
  }
  const inside = left >= 0 && top >= 0 && w >= 1 && h >= 1 && left + w <= width && top + h <= height
  if (!inside) throw httpError(400, '"rect" must lie inside the image')
  return { left, top, width: w, height: h }
}
