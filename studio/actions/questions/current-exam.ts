import type { DocumentActionProps } from 'sanity'

/** The exam as its form shows it: the version of a release, the draft, or what is published. */
export function currentExam({
  version,
  draft,
  published,
}: Pick<DocumentActionProps, 'version' | 'draft' | 'published'>): unknown {
  return version ?? draft ?? published ?? undefined
}
