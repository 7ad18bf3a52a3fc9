import { createClient, type SanityClient } from '@sanity/client'
import { evaluate, parse } from 'groq-js'
import type { PlainDocument } from '../../core/index.ts'

/**
 * The real client over documents in memory, for validation rules that ask the dataset: what answers them need not be
 * stored anywhere. Only the transport is replaced.
 *
 * @param documents everything that the dataset holds
 */
export function clientOfDocuments(documents: readonly PlainDocument[]): SanityClient {
  const ids = new Set(documents.map(({ _id }) => _id))
  return createClient({
    projectId: 'memory',
    dataset: 'memory',
    apiVersion: '2025-02-19',
    useCdn: false,
    perspective: 'raw',
    resolveFetch: () => async (input, init) => {
      const url = new URL(`${input}`)
      if (url.pathname.includes('/data/doc/')) {
        const asked = decodeURIComponent(url.pathname.split('/').at(-1) ?? '').split(',')
        return Response.json({
          documents: documents.filter(({ _id }) => asked.includes(_id)),
          omitted: asked.filter((id) => !ids.has(id)).map((id) => ({ id, reason: 'existence' })),
        })
      }
      const { query, params } = queryOf(url, init?.body)
      const value = await evaluate(parse(query, { params }), { dataset: documents, params })
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
