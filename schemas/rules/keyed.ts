/** Whether a value is a list of objects that carry the key that Studio gives to array members. */
export function isKeyedList(value: unknown): value is { readonly _key: string }[] {
  return (
    Array.isArray(value) &&
    value.every(
      (one) => typeof one === 'object' && one !== null && '_key' in one && typeof one._key === 'string',
    )
  )
}
