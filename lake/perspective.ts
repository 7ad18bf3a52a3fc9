import type { Dataset } from './dataset.ts'
import { isObject, publishedIdOf, type StoredDocument, variantOf } from './documents.ts'
import { dataError } from './errors.ts'
import { withSearchText } from './text-query.ts'

/** `raw`, or the layers to look through, the topmost first; `published` is always the last layer. */
export type Perspective = 'raw' | readonly string[]

/** What a query reads: the documents that a perspective shows. */
export interface View {
  all(): readonly StoredDocument[]
  ofTypes(types: readonly string[]): readonly StoredDocument[]
  get(id: string): StoredDocument | undefined
}

/**
 * Reads a perspective as clients send it: a name, names separated by commas, or a list (of which `published` may be
 * left out). API versions before 2025-02-19 read `raw` when none is given, later ones `published`.
 * @throws ApiError 400 when it is not a perspective
 */
export function parsePerspective(given: unknown, apiVersion: string): Perspective {
  const fallback = apiVersion === 'X' || apiVersion >= '2025-02-19' ? 'published' : 'raw'
  const wanted = given === undefined || given === null || given === '' ? fallback : given
  const names = Array.isArray(wanted) ? wanted : String(wanted).split(',')
  if (names.length === 1 && names[0] === 'raw') return 'raw'
  const layers: string[] = []
  for (const name of names) {
    if (typeof name !== 'string' || !/^[A-Za-z0-9_-]+$/.test(name) || name === 'raw') {
      throw dataError(400, 'validationError', `Invalid perspective: ${JSON.stringify(given)}`)
    }
    layers.push(name === 'previewDrafts' ? 'drafts' : name)
  }
  return [...layers.filter((name) => name !== 'published'), 'published']
}

class ListView implements View {
  readonly #documents: readonly StoredDocument[]
  readonly #byId: (id: string) => StoredDocument | undefined
  readonly #byType = new Map<string, StoredDocument[]>()

  constructor(documents: readonly StoredDocument[], byId?: (id: string) => StoredDocument | undefined) {
    this.#documents = documents
    if (byId) this.#byId = byId
    else {
      const map = new Map(documents.map((document) => [document._id, document]))
      this.#byId = (id) => map.get(id)
    }
    for (const document of documents) {
      const sameType = this.#byType.get(document._type)
      if (sameType) sameType.push(document)
      else this.#byType.set(document._type, [document])
    }
  }

  all(): readonly StoredDocument[] {
    return this.#documents
  }

  ofTypes(types: readonly string[]): readonly StoredDocument[] {
    const [only, ...more] = [...new Set(types)]
    if (only === undefined) return []
    if (more.length === 0) return this.#byType.get(only) ?? []
    const wanted = new Set(types)
    return this.#documents.filter((document) => wanted.has(document._type))
  }

  get(id: string): StoredDocument | undefined {
    return this.#byId(id)
  }
}

function layerOf(id: string): string {
  const variant = variantOf(id)
  if (variant.kind === 'draft') return 'drafts'
  return variant.kind === 'version' ? variant.release : 'published'
}

/** A version that says "unpublish me with the release" hides its document from that release's perspective. */
function isGoingAway(document: StoredDocument): boolean {
  const system = document['_system']
  return isObject(system) && system['delete'] === true
}

function overlay(documents: readonly StoredDocument[], layers: readonly string[]): StoredDocument[] {
  const rank = new Map(layers.map((layer, index) => [layer, index]))
  const best = new Map<string, { document: StoredDocument; rank: number }>()
  for (const document of documents) {
    const mine = rank.get(layerOf(document._id))
    if (mine === undefined) continue
    const id = publishedIdOf(document._id)
    const other = best.get(id)
    if (!other || mine < other.rank) best.set(id, { document, rank: mine })
  }
  const shown: StoredDocument[] = []
  for (const [id, { document }] of best) {
    if (isGoingAway(document)) continue
    shown.push(withSearchText({ ...document, _id: id, _originalId: document._id }))
  }
  return shown.sort((a, b) => (a._id < b._id ? -1 : 1))
}

/** Builds and keeps the views of a dataset; a view is rebuilt only when the dataset has changed. */
export class Views {
  readonly #dataset: Dataset
  readonly #views = new Map<string, { version: number; view: View }>()

  constructor(dataset: Dataset) {
    this.#dataset = dataset
  }

  of(perspective: Perspective): View {
    const key = perspective === 'raw' ? 'raw' : perspective.join(',')
    const known = this.#views.get(key)
    if (known?.version === this.#dataset.version) return known.view
    const view = this.#build(perspective)
    this.#views.delete(key)
    this.#views.set(key, { version: this.#dataset.version, view })
    const oldest = this.#views.keys().next().value
    if (this.#views.size > 16 && oldest !== undefined) this.#views.delete(oldest)
    return view
  }

  #build(perspective: Perspective): View {
    const documents = this.#dataset.all()
    if (perspective === 'raw') return new ListView(documents, (id) => this.#dataset.get(id))
    if (perspective.length > 1) return new ListView(overlay(documents, perspective))
    return new ListView(documents.filter((document) => variantOf(document._id).kind === 'published'))
  }
}

/** What somebody without a token sees of a private dataset. */
export const EMPTY_VIEW: View = new ListView([])
