import fc from 'fast-check'
import { applyPatch } from 'mendoza'
import { describe, expect, test } from 'vitest'
import { isObject } from './documents.ts'
import { diffDocuments } from './mendoza-diff.ts'

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('Dry eye', 'Dry eyes 👁️', 'Øye 👁️'),
)
const value = fc
  .letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('any'), { maxLength: 4 }),
      tie('object'),
      fc.array(fc.record({ _key: fc.constantFrom('a', 'b', 'c', 'd'), text }), { maxLength: 4 }),
    ),
    object: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'title', 'Ø'), tie('any'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  }))
  .object.filter(isObject)

describe('a Mendoza patch', () => {
  test('leads from any document to any other, as the mendoza package applies it', () => {
    fc.assert(
      fc.property(value, value, (left, right) => {
        expect(applyPatch(left, diffDocuments(left, right))).toEqual(right)
      }),
      { numRuns: 2000 },
    )
  })

  test('touches no more than what has changed', () => {
    const item = (key: string, words: string) => ({ _key: key, words })
    const left = {
      body: [item('a', 'one'), item('b', 'two'), item('c', 'three')],
      title: 'Dry eye in practice',
    }
    const right = {
      body: [item('a', 'one'), item('b', '2'), item('c', 'three')],
      title: 'Dry eyes in practice',
    }
    const patch = JSON.stringify(diffDocuments(left, right))
    expect(patch).not.toMatch(/one|three|practice/)
    expect(patch.length).toBeLessThan(100)
  })

  test('is empty when nothing has changed, and sets or clears a whole document', () => {
    expect(diffDocuments({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toEqual([])
    expect(applyPatch(null, diffDocuments(null, { a: 1 }))).toEqual({ a: 1 })
    expect(applyPatch({ a: 1 }, diffDocuments({ a: 1 }, null))).toBeNull()
  })
})
