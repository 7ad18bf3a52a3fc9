import type { SanityClient } from '@sanity/client'
import { UserError } from '../user-error.ts'

/** An exam document as it is stored. */
export type StoredExam = {
  readonly _id: string
  readonly _type: string
  readonly _rev: string
  readonly title?: string
  readonly questions?: readonly { readonly _key: string }[]
  readonly [field: string]: unknown
}

/**
 * An exam's draft and published document.
 *
 * @param id - with or without `drafts.`
 * @throws UserError QUESTIONS_EXAM_MISSING, QUESTIONS_REFUSED, QUESTIONS_UNREACHABLE
 */
export async function readExam(
  client: SanityClient,
  id: string,
): Promise<{ readonly id: string; readonly draft?: StoredExam; readonly published?: StoredExam }> {
  const published = id.replace(/^drafts\./, '')
  const ids = [published, `drafts.${published}`]
  const found = await client
    .fetch<StoredExam[]>('*[_id in $ids]', { ids })
    .catch((error: unknown) => Promise.reject(datasetError(error, client)))
  const of = (_id: string) => found.find((each) => each._id === _id && each._type === 'exam')
  const [draft, live] = [of(`drafts.${published}`), of(published)]
  if (draft === undefined && live === undefined) {
    const exams = await client.fetch<string[]>('array::unique(*[_type == "exam"]._id) | order(@)')
    const known = Array.from(new Set(exams.map((each) => each.replace(/^drafts\./, ''))))
    throw new UserError(
      'QUESTIONS_EXAM_MISSING',
      `There is no exam “${published}” in the dataset “${client.config().dataset}”.`,
      known.length === 0
        ? 'Make the exam in Studio first.'
        : `Its exams are: ${known.slice(0, 20).join(', ')}.`,
    )
  }
  return { id: published, ...(draft && { draft }), ...(live && { published: live }) }
}

/** What the Content Lake's refusals mean to the person at the keyboard. */
export function datasetError(error: unknown, client: SanityClient): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error
  const status = 'statusCode' in error ? error.statusCode : undefined
  const { dataset, apiHost } = client.config()
  if (status === 401 || status === 403) {
    return new UserError(
      'QUESTIONS_REFUSED',
      `The Content Lake refuses this token for the dataset “${dataset}” (${error.message}).`,
      'Use a token with the role Editor (Viewer is enough to read), made in the project’s settings.',
    )
  }
  if (status === 409) {
    return new UserError(
      'QUESTIONS_EXAM_CHANGED',
      'Somebody changed the exam in the meantime; nothing was imported.',
      'Run the command again.',
    )
  }
  if (status !== undefined) return error
  return new UserError(
    'QUESTIONS_UNREACHABLE',
    `The Content Lake at ${apiHost} does not answer (${error.message}).`,
    'Start it, or correct SANITY_API_HOST and SANITY_PROJECT_ID.',
  )
}
