import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Passage, Scene, Speaker } from './storyboard.ts'
import { runTool } from './tool.ts'

/** A passage with its measured times, in seconds from the beginning of the clip. */
export type TimedPassage = Passage & { readonly start: number; readonly end: number; readonly scene: number }

/** The whole narration: 16-bit samples of one channel. */
export type Narration = {
  readonly sampleRate: number
  readonly samples: Int16Array
  readonly passages: readonly TimedPassage[]
  readonly duration: number
}

const voices: Readonly<Record<Speaker, readonly string[]>> = {
  Presenter: ['-v', 'en-gb-x-rp', '-p', '42', '-s', '152'],
  Optometrist: ['-v', 'en-gb+f2', '-p', '46', '-s', '150'],
  Patient: ['-v', 'en-gb-scotland+m3', '-p', '38', '-s', '150'],
  Prescriber: ['-v', 'en-gb+f4', '-p', '44', '-s', '150'],
  'Dispensing optician': ['-v', 'en-gb-x-gbclan+m3', '-p', '40', '-s', '150'],
}
const pause = { before: 0.7, withinScene: 0.45, betweenScenes: 0.9, after: 1.6 }
const rate = 22_050

/**
 * Speaks each passage with its own voice, and measures when it begins and ends.
 *
 * @param folder for the sound files of the passages.
 */
export function narrate(scenes: readonly Scene[], folder: string): Narration {
  const pieces: Int16Array[] = [silence(pause.before)]
  const passages: TimedPassage[] = []
  let length = pieces[0]?.length ?? 0
  const add = (piece: Int16Array) => {
    pieces.push(piece)
    length += piece.length
  }
  scenes.forEach((scene, sceneNumber) => {
    scene.passages.forEach((passage, number) => {
      if (passages.length > 0) add(silence(number === 0 ? pause.betweenScenes : pause.withinScene))
      const start = length / rate
      add(speak(passage, join(folder, `${sceneNumber}-${number}.wav`)))
      passages.push({ ...passage, scene: sceneNumber, start, end: length / rate })
    })
  })
  add(silence(pause.after))
  const samples = new Int16Array(length)
  let position = 0
  for (const piece of pieces) {
    samples.set(piece, position)
    position += piece.length
  }
  return { sampleRate: rate, samples, passages, duration: length / rate }
}

function silence(seconds: number): Int16Array {
  return new Int16Array(Math.round(seconds * rate))
}

function speak({ speaker, text }: Passage, file: string): Int16Array {
  runTool('espeak-ng', [...voices[speaker], '-w', file, text])
  const wav = readFileSync(file)
  const sampleRate = wav.readUInt32LE(24)
  const data = wav.indexOf('data', 12, 'latin1')
  if (sampleRate !== rate || data < 0)
    throw new RangeError(`${file} is not a sound file of ${rate} samples a second.`)
  const bytes = wav.subarray(data + 8)
  return trimmed(new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~1))))
}

/** Without the silence that the speaker adds at both ends, so that pauses are ours alone. */
function trimmed(samples: Int16Array): Int16Array {
  const loud = (sample: number) => Math.abs(sample) > 200
  const first = samples.findIndex(loud)
  const last = samples.findLastIndex(loud)
  return first < 0 ? samples : samples.subarray(first, last + 1)
}

/** A WAV file of the narration. */
export function wavOf({ samples, sampleRate }: Narration): Buffer {
  const header = Buffer.alloc(44)
  const bytes = samples.length * 2
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(36 + bytes, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(sampleRate, 24)
  header.writeUInt32LE(sampleRate * 2, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(bytes, 40)
  return Buffer.concat([header, Buffer.from(samples.buffer, samples.byteOffset, bytes)])
}
