import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

/** Where the pictures and their gallery lie. */
export const folder = join(import.meta.dirname, '..', '..', 'docs', 'looks')

/** How different two shades of grey must be to be seen, of 255, and how many pixels must be, to be another picture. */
const seen = 32
const another = 0.0003

/**
 * Keeps a picture, unless the one that is kept already shows the same: a rerun then leaves the file as it is.
 *
 * @param png as the browser took it.
 * @param width in which it is kept, in pixels.
 */
export async function keep(name: string, png: Buffer, width: number): Promise<void> {
  const file = join(folder, `${name}.webp`)
  const webp = await sharp(png)
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 40, effort: 6 })
    .toBuffer()
  const before = await readFile(file).catch(() => undefined)
  if (before !== undefined && (await sameToTheEye(before, webp))) return
  await mkdir(folder, { recursive: true })
  await writeFile(file, webp)
}

async function sameToTheEye(before: Buffer, after: Buffer): Promise<boolean> {
  const [one, other] = await Promise.all(
    [before, after].map((bytes) => sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true })),
  )
  if (!one || !other) return false
  if (one.info.width !== other.info.width || one.info.height !== other.info.height) return false
  let different = 0
  for (let place = 0; place < one.data.length; place += 1) {
    if (Math.abs((one.data[place] ?? 0) - (other.data[place] ?? 0)) > seen) different += 1
  }
  return different / one.data.length < another
}
