import { createClient, type SanityClient } from '@sanity/client'
import { validateDocumentWithWorkspace } from '@sanity/validation'
import { getFallbackLocaleSource } from '@sanity/validation/_internal'
import { evaluate, parse } from 'groq-js'
import { createSchema } from 'sanity'
import { schemaTypes } from '../index.ts'

/** A document of a test's dataset. */
export interface Stored {
  readonly _id: string
  readonly _type: string
  readonly [field: string]: unknown
}

const schema = createSchema({ name: 'test', types: schemaTypes })

/**
 * Validates a document as Studio does before publishing, against the real schema.
 *
 * @param document - the document; times and revision are added
 * @param others - the rest of the dataset
 * @returns one line per marker: `level path: message`, in Studio's order
 */
export async function validate(document: Stored, others: readonly Stored[] = []): Promise<string[]> {
  const whole = {
    _createdAt: '2021-09-01T08:00:00Z',
    _updatedAt: '2021-09-01T08:00:00Z',
    _rev: '1',
    ...document,
  }
  const client = clientOf([whole, ...others])
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

/** The real client over a dataset in memory: its transport is replaced, its queries are evaluated by groq-js. */
function clientOf(dataset: readonly Stored[]): SanityClient {
  return createClient({
    projectId: 'test',
    dataset: 'test',
    apiVersion: '2025-02-19',
    useCdn: false,
    perspective: 'raw',
    resolveFetch: () => async (input, init) => {
      const url = new URL(`${input}`)
      if (url.pathname.includes('/data/doc/')) {
        const ids = decodeURIComponent(url.pathname.split('/').at(-1) ?? '').split(',')
        const found = dataset.filter(({ _id }) => ids.includes(_id))
        const omitted = ids
          .filter((id) => !found.some(({ _id }) => _id === id))
          .map((id) => ({ id, reason: 'existence' }))
        return Response.json({ documents: found, omitted })
      }
      const { query, params } = queryOf(url, init?.body)
      const value = await evaluate(parse(query, { params }), { dataset, params })
      return Response.json({ result: await value.get() })
    },
  })
}

function queryOf(url: URL, body: unknown): { query: string; params: Record<string, unknown> } {
  if (typeof body === 'string') return JSON.parse(body)
  const params = [...url.searchParams]
    .filter(([name]) => name.startsWith('$'))
    .map(([name, value]) => [name.slice(1), JSON.parse(value)])
  return { query: url.searchParams.get('query') ?? '', params: Object.fromEntries(params) }
}
