import type { SanityClient } from '@sanity/client'
import { sanityImport } from '@sanity/import'
import { UserError } from '../user-error.ts'
import { openArchive } from './archive.ts'
import { withAssetReferences } from './assets.ts'
import { checkContent, type ExistingDocuments } from './check.ts'
import { describeProblem } from './problem.ts'
import { readBack } from './read-back.ts'
import { readLines } from './read-lines.ts'

/** What an import needs. */
export type ImportContentOptions = {
  readonly client: SanityClient
  readonly file: string
  readonly existing: ExistingDocuments
  /** Stops after the check. */
  readonly checkOnly?: boolean
  /** Told what is being done, and how far it is where that is known. */
  readonly onProgress?: (step: string, done?: number, total?: number) => void
}

const operations = { refuse: 'create', keep: 'createIfNotExists', replace: 'createOrReplace' } as const

/**
 * Imports a dataset file with its assets, after the whole of it has been checked: a file with a problem changes nothing.
 *
 * @returns how many documents the file has, and how many were written (none for a check)
 * @throws UserError CONTENT_PROBLEMS with every line, document and field; CONTENT_FILE_EMPTY; CONTENT_IMPORT_INTERRUPTED when the dataset
 *   failed half-way; CONTENT_READ_BACK_DIFFERS; those of `openArchive`
 */
export async function importContent(
  options: ImportContentOptions,
): Promise<{ documents: number; written: number }> {
  const { client, file, existing, checkOnly = false, onProgress = () => {} } = options
  await using archive = await openArchive(file)
  onProgress('Reading the file')
  const content = await readLines(archive.dataFile)
  if (content.documents.length === 0 && content.problems.length === 0) {
    throw new UserError(
      'CONTENT_FILE_EMPTY',
      `${file} holds no document.`,
      'Nothing was changed. If it should hold some, it was cut off: export the dataset again.',
    )
  }
  const problems = await checkContent(content, {
    client,
    existing,
    folder: archive.folder,
    onProgress: (done, total) => onProgress('Checking documents', done, total),
  })
  if (problems.length > 0) {
    throw new UserError(
      'CONTENT_PROBLEMS',
      `${file} cannot be imported:\n${problems.map((problem) => `  - ${describeProblem(problem)}`).join('\n')}\n`,
      'Nothing was changed. Mend these lines and import again.',
    )
  }
  if (checkOnly) return { documents: content.documents.length, written: 0 }

  // A bare data file is handed over as it was read: without the byte order mark that it may begin with.
  const source = archive.folder ?? content.documents.map(({ document }) => structuredClone(document))
  const there = new Set(
    await client.fetch<string[]>('*[_id in $ids]._id', {
      ids: content.documents.map(({ document }) => document._id),
    }),
  )
  const { numDocs } = await sanityImport(source, {
    client,
    operation: operations[existing],
    onProgress: ({ step, current, total }) => onProgress(step, current, total),
  }).catch((error: unknown) => {
    throw new UserError(
      'CONTENT_IMPORT_INTERRUPTED',
      `The dataset failed while documents were being written (${error instanceof Error ? error.message : error}).`,
      'Part of the file may be there. Import the same file again with --replace, which finishes the work.',
    )
  })
  onProgress('Reading back')
  const written = content.documents.filter(({ document }) => existing !== 'keep' || !there.has(document._id))
  const comparable = written.filter(
    ({ document }) => !/"_sanityAsset":"(?:image|file)@https?:/.test(JSON.stringify(document)),
  )
  await readBack(
    client,
    comparable
      .filter(({ document }) => !document._id.startsWith('_.'))
      .map((each) => withAssetReferences(each, archive.folder).document),
  )
  return { documents: content.documents.length, written: existing === 'keep' ? written.length : numDocs }
}
