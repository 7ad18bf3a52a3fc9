// Turns the drawings of the articles into the PNG files that are uploaded.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { reportAndExit } from '../user-error.ts'

const folder = join(import.meta.dirname, '../seed/assets/figures')
const width = 1600

try {
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.svg'))
    .sort()) {
    const target = join(folder, file.replace(/\.svg$/, '.png'))
    const { height } = await sharp(join(folder, file))
      .resize({ width })
      .flatten({ background: '#ffffff' })
      .png({ palette: true, colours: 128, compressionLevel: 9, effort: 10 })
      .toFile(target)
    console.log(`${file}: ${width} by ${height}, ${Math.ceil(statSync(target).size / 1024)} kB`)
  }
} catch (error) {
  reportAndExit(error)
}
