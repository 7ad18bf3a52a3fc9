import type { SanityClient } from '@sanity/client'
import {
  assetOf,
  type Question,
  type QuestionFormat,
  type QuestionProblem,
  questionFormats,
  questionOfStored,
  writeQuestions,
} from '../../../core/questions/index.ts'
import { fetchImage } from './fetch-image.ts'
import { questionsIn } from './questions-in.ts'

/** A file of questions that is ready to be saved. */
export type QuestionFile = {
  readonly name: string
  readonly blob: Blob
  /** What the format could not hold. */
  readonly problems: readonly QuestionProblem[]
}

/**
 * Writes an exam's questions into a file.
 *
 * @param client - of the dataset, for the images
 * @param document - the exam
 * @param format - what to write
 * @throws Error when an image cannot be fetched
 */
export async function writeFile(
  client: SanityClient,
  document: unknown,
  format: QuestionFormat,
): Promise<QuestionFile> {
  const info = questionFormats.find((each) => each.format === format)
  const problems: QuestionProblem[] = []
  const parts: BlobPart[] = []
  const images = info?.carriesImages === true ? client : undefined
  const written = writeQuestions(format, questionsOf(document, images), {
    onProblem: (problem) => problems.push(problem),
  })
  for await (const part of written) parts.push(new Uint8Array(part))
  return {
    name: `${fileName(document)}.${info?.extension ?? 'txt'}`,
    blob: new Blob(parts, { type: info?.mediaType ?? 'text/plain' }),
    problems,
  }
}

/** The exam's questions; with their images when there is a client to fetch them by. */
async function* questionsOf(document: unknown, client: SanityClient | undefined): AsyncGenerator<Question> {
  for (const stored of questionsIn(document)) {
    const asset = assetOf(stored)
    const image = asset === undefined || client === undefined ? undefined : await fetchImage(client, asset)
    yield questionOfStored(stored, image)
  }
}

/** The exam's title as a file name: letters, digits and hyphens. */
function fileName(document: unknown): string {
  const title =
    typeof document === 'object' &&
    document !== null &&
    'title' in document &&
    typeof document.title === 'string'
      ? document.title
      : ''
  const name = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return name === '' ? 'questions' : name.slice(0, 60)
}
