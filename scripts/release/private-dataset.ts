import type { SanityClient } from '@sanity/client'
import { UserError } from '../user-error.ts'

/**
 * Proves that the dataset is private, because in a public one every published exam, key and all, can be read by anyone.
 *
 * @param anonymous a client without a token.
 * @throws UserError RELEASE_DATASET_PUBLIC when an anonymous reader finds any exam.
 */
export async function requirePrivateDataset(anonymous: SanityClient): Promise<void> {
  const found = await anonymous.fetch<number>('count(*[_type == "exam"])').catch((error: unknown) => {
    if (isRefusal(error)) return 0
    throw error
  })
  if (found > 0) {
    throw new UserError(
      'RELEASE_DATASET_PUBLIC',
      `The dataset “${anonymous.config().dataset}” is public: ${found} exams can be read by anyone, with their keys.`,
      'Set the dataset to private in the project settings, then release again.',
    )
  }
}

function isRefusal(error: unknown): boolean {
  return (
    error instanceof Error && 'statusCode' in error && (error.statusCode === 401 || error.statusCode === 403)
  )
}
