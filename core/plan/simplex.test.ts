import fc from 'fast-check'
import { expect, test } from 'vitest'
import { programmeOf } from './programme.ts'
import { Simplex } from './simplex.ts'

const programme = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 1, max: 5 }))
  .chain(([items, rows]) =>
    fc.record({
      costs: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: items, maxLength: items }),
      rows: fc.array(fc.array(fc.constantFrom(0, 1), { minLength: items, maxLength: items }), {
        minLength: rows,
        maxLength: rows,
      }),
      decisions: fc.array(fc.tuple(fc.nat({ max: items - 1 }), fc.boolean()), { maxLength: items }),
    }),
  )

test('shares reach every row, keep to what is decided, and cost what the programme says', () => {
  fc.assert(
    fc.property(programme, ({ costs, rows, decisions }) => {
      const simplex = Simplex.of(
        programmeOf(
          Float64Array.from(costs),
          rows.map(() => 1),
          (item) => rows.map((brings, row) => [row, brings[item] ?? 0]),
        ),
      )
      const decided = new Map<number, boolean>()
      for (const [item, isTaken] of [[-1, true] as const, ...decisions]) {
        if (decided.has(item)) continue
        if (item >= 0) {
          decided.set(item, isTaken)
          if (isTaken) simplex.take(item)
          else simplex.leave(item)
        }
        const possible = rows.every((brings) =>
          brings.some((each, at) => each === 1 && decided.get(at) !== false),
        )
        expect(simplex.solve(Number.POSITIVE_INFINITY)).toBe(possible)
        if (!possible) return
        // What would cost more is decided on a copy, so that the next decision is still free.
        const settled = simplex.copy()
        settled.settle(simplex.cost + 0.5)
        const shares = settled.shares()
        for (const [at, share] of shares.entries()) {
          expect(share).toBeGreaterThanOrEqual(-1e-6)
          expect(share).toBeLessThanOrEqual(1 + 1e-6)
          if (decided.has(at)) expect(share).toBeCloseTo(decided.get(at) ? 1 : 0)
        }
        for (const brings of rows)
          expect(brings.reduce<number>((sum, each, at) => sum + each * (shares[at] ?? 0), 0)).toBeGreaterThan(
            1 - 1e-6,
          )
        expect(costs.reduce((sum, cost, at) => sum + cost * (shares[at] ?? 0), 0)).toBeCloseTo(simplex.cost)
      }
    }),
    { numRuns: 1000 },
  )
})
