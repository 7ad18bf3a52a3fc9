import type {
  SanityFileAssetReference,
  SanityImageAssetReference,
} from '../../schemas/generated/sanity.types.ts'
import { keyOf } from './key.ts'
import type { LocalAsset } from './local-asset.ts'

/**
 * A document as it is written in this folder: without what the Content Lake adds, with {@link LocalAsset} where an
 * uploaded asset will be, and without the keys of array members unless something refers to them.
 */
export type Authored<Document> = Shape<Omit<Document, '_createdAt' | '_updatedAt' | '_rev'>>

type Shape<T> = T extends SanityImageAssetReference | SanityFileAssetReference
  ? LocalAsset
  : T extends readonly (infer Member)[]
    ? readonly Shape<Member>[]
    : T extends object
      ? { readonly [Field in keyof T as Exclude<Field, '_key'>]: Shape<T[Field]> } & {
          readonly _key?: string
        }
      : T

/** What every document has, whatever its type. */
export type AnyAuthored = { readonly _id: string; readonly _type: string }

/** A reference that keeps its target from being deleted. */
export function ref(id: string): { readonly _type: 'reference'; readonly _ref: string } {
  return { _type: 'reference', _ref: id }
}

/** An address of a page, from its last part. */
export function slug(current: string): { readonly _type: 'slug'; readonly current: string } {
  return { _type: 'slug', current }
}

/**
 * Gives each member of each array its key, made of the document's ID and the member's path. A key that is there stays.
 *
 * @returns a copy; the original is left as it was.
 */
export function withKeys<Document extends AnyAuthored>(document: Document): Document {
  return keyed(document, [document._id]) as Document
}

function keyed(value: unknown, path: readonly (string | number)[]): unknown {
  if (Array.isArray(value)) {
    return value.map((member: unknown, index) => {
      const inner = keyed(member, [...path, index])
      return isObject(inner) ? { _key: keyOf(...path, index), ...inner } : inner
    })
  }
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([field, each]) => [field, keyed(each, [...path, field])]),
  )
}

/** Whether a value has fields. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
