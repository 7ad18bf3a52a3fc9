import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import {
  type Question,
  type QuestionFormat,
  readQuestions,
  writeQuestions,
} from '../../core/questions/index.ts'
import { atMost, type Figure, median } from './figures.ts'

const rounds = 3
const imported = 10_000

// What the bare way of reading the same bytes is, and how many times as long reading questions may take.
const bare: Record<
  QuestionFormat,
  { readonly way: string; readonly bound: number; read(bytes: Uint8Array): unknown }
> = {
  gift: { way: 'decoding and cutting into lines', bound: 20, read: cutLines },
  aiken: { way: 'decoding and cutting into lines', bound: 20, read: cutLines },
  'moodle-xml': { way: 'saxes', bound: 6, read: (bytes) => walkXml(new TextDecoder().decode(bytes)) },
  csv: { way: 'csv-parse', bound: 8, read: (bytes) => parse(new TextDecoder().decode(bytes), { bom: true }) },
  json: { way: 'JSON.parse', bound: 20, read: (bytes) => JSON.parse(new TextDecoder().decode(bytes)) },
  qti: {
    way: 'fflate and saxes',
    bound: 8,
    read: (bytes) => Object.values(unzipSync(bytes)).map((file) => walkXml(strFromU8(file))),
  },
}

/** Reading 10,000 questions against the bare library on the same bytes, and whether memory grows with their number. */
export async function questionFigures(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const format of Object.keys(bare) as QuestionFormat[]) {
    const bytes = await written(format, imported)
    const pairs: { ours: number; theirs: number }[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const theirs = await seconds(() => bare[format].read(bytes))
      const ours = await seconds(() => count(format, bytes, imported))
      // The first round warms both up and is not counted.
      if (round > 0) pairs.push({ ours, theirs })
    }
    const [ours, theirs] = [median(pairs.map((pair) => pair.ours)), median(pairs.map((pair) => pair.theirs))]
    const { way, bound } = bare[format]
    figures.push(
      atMost(
        `Import of 10,000 questions: ${format}`,
        median(pairs.map((pair) => pair.ours / pair.theirs)),
        bound,
        '×',
        `${ours.toFixed(2)} s against ${theirs.toFixed(2)} s of ${way}, ${(bytes.length / 1_000_000).toFixed(1)} MB`,
      ),
    )
  }
  // A package of QTI is held whole, still packed, so it is not among these.
  for (const format of ['gift', 'aiken', 'moodle-xml', 'csv', 'json'] as const) {
    // The first run warms up and is not counted.
    await growth(format, 1000)
    const few = await growth(format, 1000)
    const many = await growth(format, 20_000)
    figures.push(
      atMost(
        `Memory held of a longer file: ${format}`,
        Math.max(0, many.live - few.live) / (many.bytes - few.bytes),
        0.1,
        'bytes a byte',
        `live heap grows by ${megabytes(many.live)} MB over ${megabytes(many.bytes)} MB, and by ${megabytes(few.live)} over ${megabytes(few.bytes)}`,
      ),
    )
  }
  return figures
}

function* sample(length: number): Generator<Question> {
  for (let index = 0; index < length; index += 1) {
    yield {
      type: 'single',
      title: `Question ${index}`,
      stem: `A patient of ${20 + (index % 60)} years reports flashes & floaters (case ${index}). What is to be done first?`,
      choices: [
        'Dilated examination the same day',
        'Review in a month',
        'Lubricating drops',
        'A new prescription',
      ].map((text, choice) => ({
        text,
        correct: choice === index % 4,
        feedback: 'A rationale of an ordinary length, as editors write them for every choice of a question.',
      })),
    }
  }
}

async function written(format: QuestionFormat, length: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of writeQuestions(format, sample(length), { onProblem: () => undefined }))
    chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

async function count(format: QuestionFormat, bytes: Uint8Array, wanted: number): Promise<void> {
  let questions = 0
  for await (const read of readQuestions(format, bytes)) if (read.kind === 'question') questions += 1
  if (questions !== wanted) throw new Error(`${questions} of ${wanted} questions came back from ${format}`)
}

async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** By how much the live heap grows at most while questions are read as they are written, and how long the file is; bytes. */
async function growth(format: QuestionFormat, length: number): Promise<{ live: number; bytes: number }> {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const live = () => {
    collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  let bytes = 0
  async function* source() {
    for await (const chunk of writeQuestions(format, sample(length), { onProblem: () => undefined })) {
      bytes += chunk.length
      yield chunk
    }
  }
  const before = live()
  let most = before
  let questions = 0
  for await (const read of readQuestions(format, source())) {
    if (read.kind === 'question') questions += 1
    if (questions % 500 === 0) most = Math.max(most, live())
  }
  return { live: most - before, bytes }
}

function cutLines(bytes: Uint8Array): string[] {
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .map((line) => line.trim())
}

function walkXml(text: string): number {
  const parser = new SaxesParser()
  let elements = 0
  parser.on('opentag', () => {
    elements += 1
  })
  parser.write(text).close()
  return elements
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}
