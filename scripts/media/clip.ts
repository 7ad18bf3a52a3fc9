// Makes the demonstration videos from their storyboards: MP4, captions, poster and measured times of each.
// Arguments: the names of clips; without any, all are made.
import { copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { reportAndExit } from '../user-error.ts'
import { cuesOf, webVtt } from './captions.ts'
import { type Narration, narrate, wavOf } from './narration.ts'
import { poster, slide } from './slide.ts'
import type { Scene, Storyboard } from './storyboard.ts'
import { chosenStoryboards } from './storyboards/index.ts'
import { runTool } from './tool.ts'

const products = join(import.meta.dirname, '../seed/assets/video')
const framesPerSecond = 25
const fadeSeconds = 0.4

try {
  for (const storyboard of chosenStoryboards(process.argv.slice(2))) await make(storyboard)
} catch (error) {
  reportAndExit(error)
}

/** Makes the files of a clip. None is replaced before the film is whole. */
async function make({ name, scenes, lead }: Storyboard): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'clip-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const narration = narrate(scenes, folder)
  writeFileSync(join(folder, 'narration.wav'), wavOf(narration))
  await drawSlides(scenes, narration, folder)
  encode(narration, folder)
  writeFileSync(join(products, `${name}.vtt`), webVtt(captions(narration)))
  writeFileSync(join(products, `${name}.json`), `${JSON.stringify(times(scenes, narration), null, 2)}\n`)
  await sharp(Buffer.from(poster(scenes, lead)))
    .png({ palette: true, compressionLevel: 9, effort: 10 })
    .toFile(join(products, `${name}-poster.png`))
  copyFileSync(join(folder, 'clip.mp4'), join(products, `${name}.mp4`))
  const size = statSync(join(products, `${name}.mp4`)).size
  console.log(`${name}.mp4: ${narration.duration.toFixed(1)} s, ${Math.ceil(size / 1024)} kB`)
}

/** One slide a passage: the scene with the lines of the passages so far. */
async function drawSlides(scenes: readonly Scene[], { passages }: Narration, folder: string): Promise<void> {
  for (const [index, { scene }] of passages.entries()) {
    const whole = scenes[scene]
    if (whole === undefined) throw new RangeError(`There is no scene ${scene}.`)
    const shown = passages.slice(0, index + 1).filter((each) => each.scene === scene).length
    await sharp(Buffer.from(slide(whole, shown)))
      .png()
      .toFile(join(folder, `${index}.png`))
  }
}

/** H.264 and AAC in an MP4 that starts to play before it is whole, with a key frame every two seconds for seeking. */
function encode({ passages, duration }: Narration, folder: string): void {
  const begin = passages.map(({ start }, index) => (index === 0 ? 0 : start - fadeSeconds / 2))
  const inputs = begin.flatMap((at, index) => {
    const next = begin[index + 1]
    const seconds = next === undefined ? duration - at : next - at + fadeSeconds
    return [
      '-loop',
      '1',
      '-framerate',
      `${framesPerSecond}`,
      '-t',
      seconds.toFixed(3),
      '-i',
      join(folder, `${index}.png`),
    ]
  })
  const fades = begin.slice(1).map((at, index) => {
    const before = index === 0 ? '[0:v]' : `[f${index}]`
    return `${before}[${index + 1}:v]xfade=transition=fade:duration=${fadeSeconds}:offset=${at.toFixed(3)}[f${index + 1}]`
  })
  const colours = 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p'
  const filter = `${fades.join(';')};[f${begin.length - 1}]${colours}[picture]`
  runTool('ffmpeg', [
    '-y',
    '-hide_banner',
    '-loglevel',
    'error',
    ...inputs,
    '-i',
    join(folder, 'narration.wav'),
    '-filter_complex',
    filter,
    '-map',
    '[picture]',
    '-map',
    `${begin.length}:a`,
    '-c:v',
    'libx264',
    '-preset',
    'slow',
    '-crf',
    '30',
    '-tune',
    'stillimage',
    '-profile:v',
    'high',
    '-level',
    '3.1',
    '-g',
    `${framesPerSecond * 2}`,
    '-keyint_min',
    `${framesPerSecond * 2}`,
    '-sc_threshold',
    '0',
    '-colorspace',
    'bt709',
    '-color_primaries',
    'bt709',
    '-color_trc',
    'bt709',
    '-color_range',
    'tv',
    '-c:a',
    'aac',
    '-b:a',
    '64k',
    '-ar',
    '44100',
    '-ac',
    '1',
    '-movflags',
    '+faststart',
    '-map_metadata',
    '-1',
    '-fflags',
    '+bitexact',
    '-flags:v',
    '+bitexact',
    '-flags:a',
    '+bitexact',
    join(folder, 'clip.mp4'),
  ])
}

function captions({ passages }: Narration) {
  return passages.flatMap(({ speaker, text, start, end }) => cuesOf(speaker, text, start, end))
}

/** What the transcript and the chapters of the seeded video need. */
function times(scenes: readonly Scene[], { passages, duration }: Narration) {
  const tenth = (seconds: number) => Math.round(seconds * 10) / 10
  return {
    durationSeconds: tenth(duration),
    chapters: scenes.map(({ chapter }, scene) => ({
      title: chapter,
      startSeconds: scene === 0 ? 0 : tenth(passages.find((each) => each.scene === scene)?.start ?? 0),
    })),
    passages: passages.map(({ speaker, text, start }) => ({ startSeconds: tenth(start), speaker, text })),
  }
}
