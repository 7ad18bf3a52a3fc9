import fc from 'fast-check'
import type { CoverageInput, ItemVersion } from '../coverage/model.ts'

const typeIds = ['O', 'D', 'TP', 'CL']
const unitIds = Array.from({ length: 12 }, (_, index) => `u${index}`)

const subset = (ids: readonly string[]) => fc.subarray([...ids]).map((chosen) => new Set(chosen))

const version: fc.Arbitrary<ItemVersion> = fc.record({
  title: fc.string({ maxLength: 12 }),
  audience: subset(typeIds),
  units: subset([...unitIds, 'unit-of-another-framework']),
  points: fc.option(fc.constantFrom(0.5, 1, 2, 3), { nil: undefined }),
})

const states = fc
  .record({ now: fc.option(version, { nil: undefined }), next: fc.option(version, { nil: undefined }) })
  .filter(({ now, next }) => now !== undefined || next !== undefined)

/** Any framework with any items: some only published, some only drafts, some changed. */
export const coverageInputs: fc.Arbitrary<CoverageInput> = fc
  .record({
    types: fc
      .subarray(typeIds)
      .map((ids) => ids.map((id) => ({ id, title: `Type ${id}`, abbreviation: id }))),
    owners: fc.array(fc.constantFrom(...typeIds, 'a type that is not listed'), {
      minLength: unitIds.length,
      maxLength: unitIds.length,
    }),
    items: fc.array(fc.record({ kind: fc.constantFrom('article' as const, 'video' as const), states }), {
      maxLength: 8,
    }),
  })
  .map(({ types, owners, items }) => ({
    types,
    units: unitIds.map((id, index) => ({
      id,
      title: `Unit ${id}`,
      type: owners[index] ?? '',
      framework: 'any',
    })),
    items: items.map(({ kind, states: { now, next } }, index) => ({
      id: `item-${index}`,
      kind,
      ...(now !== undefined && { now }),
      ...(next !== undefined && { next }),
    })),
  }))
