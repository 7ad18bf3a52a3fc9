/** A value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/**
 * Serialises a JSON value so that equal values give equal text: object members sorted by UTF-16 code units, no white
 * space, numbers and strings as ECMAScript prints them (RFC 8785).
 *
 * @throws TypeError when the value holds something that JSON cannot (undefined, a function, a non-finite number).
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((member: Json) => canonicalJson(member)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value as Readonly<Record<string, Json>>).sort(([a], [b]) =>
      a < b ? -1 : 1,
    )
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError('JSON has no infinite numbers.')
  const text = JSON.stringify(value)
  if (text === undefined) throw new TypeError(`JSON cannot hold a ${typeof value}.`)
  return text
}
