import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'guide')

/**
 * Keeps what a page shows as a picture of the guide.
 *
 * @param name file name without its ending, in `docs/guide`
 * @param within a part of the page, by CSS selector; the whole window without it
 */
export async function keepPicture(page: Page, name: string, within?: string): Promise<void> {
  // What moves would make another picture each time: cursors, spinners, transitions.
  await page.addStyleTag({
    content:
      '*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important }',
  })
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(400)
  const target = within === undefined ? page : page.locator(within).first()
  const picture = await target.screenshot({ type: 'png' })
  // 128 colours are enough for an interface, and a quarter of the bytes.
  const bytes = await sharp(picture)
    .png({ palette: true, colours: 128, compressionLevel: 9, effort: 10 })
    .toBuffer()
  await sharp(bytes).toFile(join(folder, `${name}.png`))
  console.log(`docs/guide/${name}.png: ${Math.ceil(bytes.length / 1024)} kB`)
}
