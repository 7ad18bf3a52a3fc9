/** A reference as it is stored. */
export interface StoredReference {
  readonly _ref: string
}

/** Whether a value is a reference that points at something. */
export function isReference(value: unknown): value is StoredReference {
  return typeof value === 'object' && value !== null && '_ref' in value && typeof value._ref === 'string'
}

/** Whether a value is a list of at least one reference, all of which point at something. */
export function isReferenceList(value: unknown): value is StoredReference[] {
  return Array.isArray(value) && value.length > 0 && value.every(isReference)
}
