import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, type Json } from './canonical-json.ts'

const seed = Date.now()

describe('canonical JSON', () => {
  test('sorts members by UTF-16 code units, as RFC 8785 shows', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 }
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
    )
  })

  test.for([Number.NaN, Number.POSITIVE_INFINITY, undefined, () => 1])('has no way to write %s', (value) => {
    expect(() => canonicalJson({ value } as never)).toThrow(TypeError)
  })

  test('reads back as the same value, and equal values give equal text whatever the order of their members', () => {
    console.log(`canonical JSON: seed ${seed}`)
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = canonicalJson(value as Json)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(reversed(value as Json))).toBe(text)
      }),
      { seed, numRuns: 1000 },
    )
  })
})

/** The same value with the members of every object in the opposite order. */
function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map((member: Json) => reversed(member))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]): [string, Json] => [name, reversed(member)])
      .reverse(),
  )
}
