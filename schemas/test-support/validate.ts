import { validateDocumentWithWorkspace } from '@sanity/validation'
import { getFallbackLocaleSource } from '@sanity/validation/_internal'
import { createSchema } from 'sanity'
import type { PlainDocument } from '../../core/index.ts'
import { clientOfDocuments } from '../../scripts/content/client-of-documents.ts'
import { schemaTypes } from '../index.ts'

const schema = createSchema({ name: 'test', types: schemaTypes })

/**
 * Validates a document as Studio does before publishing, against the real schema.
 *
 * @param document - the document; times and revision are added
 * @param others - the rest of the dataset
 * @returns one line per marker: `level path: message`, in Studio's order
 */
export async function validate(
  document: PlainDocument,
  others: readonly PlainDocument[] = [],
): Promise<string[]> {
  const whole = {
    _createdAt: '2021-09-01T08:00:00Z',
    _updatedAt: '2021-09-01T08:00:00Z',
    _rev: '1',
    ...document,
  }
  const client = clientOfDocuments([whole, ...others])
  const markers = await validateDocumentWithWorkspace({
    document: whole,
    workspace: {
      schema,
      getClient: (options) => client.withConfig(options),
      i18n: getFallbackLocaleSource(),
    },
    environment: 'studio',
  })
  return markers.map(({ level, path, message }) => `${level} ${pathOf(path)}: ${message}`)
}

function pathOf(path: readonly unknown[]): string {
  return path
    .map((segment) =>
      typeof segment === 'object' && segment !== null && '_key' in segment
        ? `[${segment._key}]`
        : `${segment}`,
    )
    .join('.')
}
