import type { SanityClient } from '@sanity/client'
import {
  assetOf,
  base64OfBytes,
  imageOf,
  type Question,
  type QuestionFormat,
  type QuestionImage,
  questionFormats,
  questionOfStored,
  writeQuestions,
} from '../../core/questions/index.ts'
import { UserError } from '../user-error.ts'
import { datasetError, readExam } from './dataset.ts'
import { refuseBinaryOnTerminal, writeOut } from './output.ts'
import { counted, Reporter } from './report.ts'

/** How to export: the published exam, or its draft. */
export type ExportOptions = {
  readonly exam: string
  readonly to: QuestionFormat
  readonly out?: string
  readonly draft: boolean
  readonly allNotes: boolean
}

/**
 * Writes the questions of an exam into a file, with their images where the format carries them.
 *
 * @returns the command's exit code: 1 when anything was not exported
 * @throws UserError QUESTIONS_EXAM_MISSING, QUESTIONS_NOT_PUBLISHED, QUESTIONS_IMAGE_MISSING
 */
export async function exportQuestions(client: SanityClient, options: ExportOptions): Promise<number> {
  refuseBinaryOnTerminal(options.to, options.out)
  const { id, draft, published } = await readExam(client, options.exam)
  const exam = options.draft ? (draft ?? published) : published
  if (exam === undefined) {
    throw new UserError(
      'QUESTIONS_NOT_PUBLISHED',
      `The exam ${id} is not published; there is only a draft.`,
      'Publish it, or export the draft with --draft.',
    )
  }
  const carriesImages = questionFormats.find(({ format }) => format === options.to)?.carriesImages === true
  const stored = exam.questions ?? []
  const reporter = new Reporter(id, options.allNotes)
  let read = 0
  let unwritten = 0
  async function* questions(): AsyncGenerator<Question> {
    for (const each of stored) {
      read += 1
      reporter.progress(() => `${read} of ${stored.length} …`)
      const asset = assetOf(each)
      const image = asset === undefined ? undefined : await fetchImage(client, asset, carriesImages)
      yield questionOfStored(each, image)
    }
  }
  const chunks = writeQuestions(options.to, questions(), {
    onProblem(problem) {
      if (problem.severity === 'error') unwritten += 1
      reporter.tell(problem)
    },
  })
  await writeOut(chunks, options.out)
  reporter.end(`${counted(read - unwritten, 'question')} exported from ${exam._id} to ${options.to};`)
  return reporter.errors === 0 ? 0 : 1
}

/** @param whole - whether its bytes are wanted; otherwise only that there is one */
async function fetchImage(
  client: SanityClient,
  asset: string,
  whole: boolean,
): Promise<Omit<QuestionImage, 'alt'>> {
  const found = await client
    .fetch<{ url: string; mimeType: string; originalFilename: string | null; extension: string } | null>(
      '*[_id == $asset][0]{url, mimeType, originalFilename, extension}',
      { asset },
    )
    .catch((error: unknown) => Promise.reject(datasetError(error, client)))
  const name = found?.originalFilename ?? `image.${found?.extension ?? 'png'}`
  if (found !== null && !whole) return { name, mediaType: found.mimeType, data: '' }
  const answer = found === null ? undefined : await fetch(found.url)
  const image =
    answer?.ok === true && found !== null
      ? imageOf(name, base64OfBytes(new Uint8Array(await answer.arrayBuffer())), '', found.mimeType)
      : undefined
  if (image !== undefined) return image
  throw new UserError(
    'QUESTIONS_IMAGE_MISSING',
    `The image ${asset} cannot be fetched from the dataset (${answer?.status ?? 'it is not there'}).`,
    'Replace the figure in Studio, or try again later.',
  )
}
