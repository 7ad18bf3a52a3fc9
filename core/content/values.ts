/** Readers of fields that may be missing, `null` or of another shape: an editor is still writing. */

/** A text without the space around it; `''` when there is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

/** A finite number, or `undefined`. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** The members of a list that are objects; `[]` when it is no list. */
export function objectsOf(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** An object, or an empty one in its place. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {}
}

/** The ID that a reference points at, or `undefined`. */
export function refOf(value: unknown): string | undefined {
  const ref = objectOf(value)['_ref']
  return typeof ref === 'string' && ref !== '' ? ref : undefined
}

/** The IDs that a list of references points at, in its order. */
export function refsOf(value: unknown): string[] {
  return objectsOf(value).flatMap((one) => refOf(one) ?? [])
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
