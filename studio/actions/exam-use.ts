import { type ExamUse, examUseSchema } from '../../core/index.ts'

/** Whom to ask how an exam has been used, and what with. */
export interface ExamUseSource {
  /** Origin of the site. */
  readonly siteUrl: string
  readonly token: string
}

/** What is known of an exam's use; `why` says why nothing is, and what would help. */
export type KnownUse =
  | { readonly kind: 'known'; readonly use: ExamUse }
  | { readonly kind: 'unknown'; readonly why: string }

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 8000

/**
 * Asks the site how an exam has been used. Not knowing is an answer too, so this never throws.
 *
 * @param source - absent when this Studio was built without one
 * @param exam - the ID under which the exam is published
 * @param fetch - what carries out the request
 */
export async function askExamUse(
  source: ExamUseSource | undefined,
  exam: string,
  fetch: typeof globalThis.fetch,
): Promise<KnownUse> {
  if (source === undefined) {
    return unknown('This Studio was built without SANITY_STUDIO_EXAM_USE_TOKEN, so it cannot ask the site.')
  }
  try {
    const answer = await fetch(`${source.siteUrl}/api/exams/${encodeURIComponent(exam)}/use`, {
      headers: { authorization: `Bearer ${source.token}` },
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE),
    })
    if (answer.ok) return { kind: 'known', use: examUseSchema.parse(await answer.json()) }
    return unknown(refusals[answer.status] ?? `The site could not answer (${answer.status}).`)
  } catch {
    return unknown(`The site at ${source.siteUrl} did not answer, or it does not know this Studio’s address.`)
  }
}

const refusals: Readonly<Record<number, string>> = {
  403: 'The site does not know this Studio’s token: it must be the Worker’s EXAM_USE_TOKEN.',
  404: 'The site does not tell how exams are used: its Worker has no EXAM_USE_TOKEN.',
}

function unknown(why: string): KnownUse {
  return { kind: 'unknown', why }
}
