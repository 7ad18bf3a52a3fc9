// Makes the icons of the installed site from its favicon. They are committed; run this after a change of favicon.svg.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

const site = join(import.meta.dirname, '../../site/public')
const favicon = readFileSync(join(site, 'favicon.svg'))
const ground = '#0d4a52'
mkdirSync(join(site, 'icons'), { recursive: true })

/** @param share how much of the icon the drawing takes; systems cut a maskable one down to its middle four fifths. */
async function draw(name: string, size: number, share: number): Promise<void> {
  const drawing = await sharp(favicon, { density: 72 * (size / 64) })
    .resize(Math.round(size * share))
    .png()
    .toBuffer()
  const icon = sharp({
    create: { width: size, height: size, channels: 4, background: share < 1 ? ground : '#0000' },
  }).composite([{ input: drawing }])
  await icon.png({ palette: true, compressionLevel: 9, effort: 10 }).toFile(join(site, 'icons', name))
}

await draw('icon-192.png', 192, 1)
await draw('icon-512.png', 512, 1)
await draw('maskable-512.png', 512, 0.8)
await draw('apple-touch-180.png', 180, 0.9)
