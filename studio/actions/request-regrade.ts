import type { SanityClient } from '@sanity/client'
import type { DocumentStore } from 'sanity'
import type { ExamChange } from '../../core/index.ts'

/** A correction for which earlier attempts should be marked anew. */
export interface Correction {
  readonly client: SanityClient
  /** What becomes of operations on the exam. */
  readonly published: ReturnType<DocumentStore['pair']['operationEvents']>
  readonly exam: string
  /** Revision of the draft that is being published: the same correction is never requested twice. */
  readonly draftRevision: string
  readonly changes: readonly ExamChange[]
  readonly onMade: () => void
  readonly onFailed: (error: unknown) => void
}

/** Corrections that wait for their exam to be published; a newer one of the same exam takes the older one's place. */
const waiting = new Map<string, { unsubscribe(): void }>()

/**
 * Makes a regrade request as soon as the exam is published, and none when it is not. It waits on its own: the editor may
 * have gone to another document by then.
 */
export function requestRegrade(correction: Correction): void {
  const { exam } = correction
  waiting.get(exam)?.unsubscribe()
  const subscription = correction.published.subscribe((event) => {
    if (event.op !== 'publish') return
    waiting.get(exam)?.unsubscribe()
    waiting.delete(exam)
    if (event.type === 'success') {
      make(correction).then(correction.onMade, correction.onFailed)
    }
  })
  waiting.set(exam, subscription)
}

/** A dotted ID, which nobody without a token can read: what changed tells of the key. */
async function make({ client, exam, draftRevision, changes }: Correction): Promise<void> {
  await client.createIfNotExists({
    _id: `regrade.${exam}.${draftRevision}`,
    _type: 'regradeRequest',
    exam: { _type: 'reference', _ref: exam, _weak: true },
    requestedAt: new Date().toISOString(),
    changes: changes.map(({ what }) => what),
    state: 'open',
  })
}
