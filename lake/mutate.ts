import { identityOf, requireEditor } from './access.ts'
import { isObject, type JsonObject } from './documents.ts'
import { ChangeRefused, changeError, dataError } from './errors.ts'
import { type Call, flag, readJson, sendJson } from './http.ts'
import type { Lake } from './lake.ts'
import { parsePerspective } from './perspective.ts'
import { compileQuery, runQuery } from './query.ts'
import type { Outcome, Work } from './work.ts'

/** `POST /data/mutate/<dataset>`: one transaction of mutations. Only editors may. */
export async function answerMutate(call: Call, lake: Lake): Promise<void> {
  requireEditor(call.caller)
  const body = await readJson(call.request)
  const { mutations } = body
  if (!Array.isArray(mutations)) {
    throw dataError(400, 'validationError', 'The request body needs a list of "mutations"')
  }
  const transactionId = readTransactionId(body)
  const identity = identityOf(call.caller)
  let index = 0
  try {
    const done = lake.store.transact(
      {
        author: identity,
        cause: 'mutate',
        transactionId,
        dryRun: flag(call.query, 'dryRun'),
        autoGenerateArrayKeys: flag(call.query, 'autoGenerateArrayKeys'),
      },
      (work) =>
        mutations.flatMap((mutation, at) => {
          index = at
          return applyMutation(work, mutation, (patch) => selectIds(patch, lake, identity))
        }),
    )
    sendJson(call.response, 200, {
      transactionId: done.transactionId,
      ...results(call, done.result, done.work),
    })
  } catch (error) {
    if (error instanceof ChangeRefused) throw changeError('mutationError', error, index)
    throw error
  }
}

/** The client's own transaction ID, if it sent one. */
export function readTransactionId(body: JsonObject): string | undefined {
  const { transactionId } = body
  if (transactionId === undefined || transactionId === null) return undefined
  if (typeof transactionId === 'string' && /^[A-Za-z0-9_-]{1,128}$/.test(transactionId)) return transactionId
  throw dataError(400, 'validationError', 'A transaction ID has 1 to 128 letters, digits, "_" or "-"')
}

function results(call: Call, outcomes: Outcome[], work: Work): JsonObject {
  if (flag(call.query, 'returnDocuments')) {
    return {
      results: outcomes.map(({ id, operation }) => ({ id, operation, document: work.get(id) ?? undefined })),
    }
  }
  return flag(call.query, 'returnIds') ? { results: outcomes } : {}
}

/** The documents that a mutation names by a query instead of an ID: all copies, as in the raw perspective. */
function selectIds(selection: JsonObject, lake: Lake, identity: string): string[] {
  const { query } = selection
  if (typeof query !== 'string')
    throw new ChangeRefused(400, 'validationError', 'An "id" or a "query" is missing')
  const params = isObject(selection['params']) ? selection['params'] : {}
  const view = lake.store.views.of(parsePerspective('raw', 'X'))
  const found = runQuery(compileQuery(query, params), params, view, lake.queryContext(identity))
  const documents = Array.isArray(found) ? found : [found]
  return documents.flatMap((document) => {
    const id = isObject(document) ? document['_id'] : undefined
    return typeof id === 'string' ? [id] : []
  })
}

type SelectIds = (selection: JsonObject) => string[]

/** Applies one mutation of a request. A query may stand for many documents, hence many outcomes. */
export function applyMutation(work: Work, mutation: unknown, select: SelectIds): Outcome[] {
  const operations = isObject(mutation) ? Object.keys(mutation) : []
  const [operation] = operations
  if (!isObject(mutation) || operation === undefined || operations.length !== 1) {
    throw new ChangeRefused(400, 'validationError', 'A mutation is an object with exactly one operation')
  }
  const body = mutation[operation]
  switch (operation) {
    case 'create':
      return [work.create(body)]
    case 'createIfNotExists':
      return [work.createIfNotExists(body)]
    case 'createOrReplace':
      return [work.createOrReplace(body)]
    case 'delete':
      return idsOf(body, select).map((id) => work.delete(id))
    case 'patch': {
      const patch = isObject(body) ? body : {}
      return idsOf(body, select).map((id) => work.patch(id, patch))
    }
    default:
      throw new ChangeRefused(400, 'validationError', `Unknown mutation "${operation}"`)
  }
}

function idsOf(body: unknown, select: SelectIds): string[] {
  if (!isObject(body)) throw new ChangeRefused(400, 'validationError', 'A mutation must be a JSON object')
  const { id } = body
  if (typeof id === 'string') return [id]
  if (Array.isArray(id) && id.every((item) => typeof item === 'string')) return id
  return select(body)
}
