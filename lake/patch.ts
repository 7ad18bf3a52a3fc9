import { type Mut, Mutation } from '@sanity/mutator'
import { isObject, type JsonObject, type StoredDocument } from './documents.ts'
import { ChangeRefused } from './errors.ts'

const BY_PATH = ['set', 'setIfMissing', 'inc', 'dec', 'diffMatchPatch'] as const

function malformed(why: string): ChangeRefused {
  return new ChangeRefused(400, 'validationError', `Malformed patch: ${why}`)
}

/** Checks the operations of a patch, so that the mutator is given nothing but what it knows. */
function checkPatch(patch: JsonObject): JsonObject {
  const checked: JsonObject = {}
  for (const operation of BY_PATH) {
    const values = patch[operation]
    if (values === undefined) continue
    if (!isObject(values)) throw malformed(`"${operation}" must be an object of paths`)
    for (const [path, value] of Object.entries(values)) {
      if (
        (operation === 'inc' || operation === 'dec') &&
        !(typeof value === 'number' && Number.isFinite(value))
      ) {
        throw malformed(`"${operation}" of "${path}" must be a number`)
      }
      if (operation === 'diffMatchPatch' && typeof value !== 'string') {
        throw malformed(`"diffMatchPatch" of "${path}" must be a string`)
      }
    }
    checked[operation] = values
  }
  const { unset, insert } = patch
  if (unset !== undefined) {
    if (!Array.isArray(unset) || !unset.every((path) => typeof path === 'string')) {
      throw malformed('"unset" must be a list of paths')
    }
    checked['unset'] = unset
  }
  if (insert !== undefined) {
    const places = isObject(insert) ? ['before', 'after', 'replace'].filter((place) => place in insert) : []
    const [place] = places
    if (
      !isObject(insert) ||
      places.length !== 1 ||
      place === undefined ||
      typeof insert[place] !== 'string'
    ) {
      throw malformed('"insert" needs exactly one path under "before", "after" or "replace"')
    }
    if (!Array.isArray(insert['items'])) throw malformed('"insert" needs a list of "items"')
    checked['insert'] = insert
  }
  return checked
}

/**
 * Applies a patch with Sanity's own mutator. The document that is given stays as it is.
 * @throws ChangeRefused 400 when the patch is malformed or a path does not parse
 */
export function applyPatch(document: StoredDocument, patch: JsonObject): StoredDocument {
  const operations = checkPatch(patch)
  const mutation: JsonObject = { patch: { ...operations, id: document._id } }
  try {
    const result = new Mutation({ mutations: [mutation satisfies Mut] }).apply(document)
    if (!result) throw malformed('it leaves no document')
    // The mutator keeps these five unless the patch itself changes them; Work refuses that.
    return {
      ...result,
      _rev: document._rev,
      _createdAt: result._createdAt ?? '',
      _updatedAt: result._updatedAt ?? '',
    }
  } catch (error) {
    if (error instanceof ChangeRefused) throw error
    throw malformed(error instanceof Error ? error.message : String(error))
  }
}
