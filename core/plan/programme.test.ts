import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Tableau } from './programme.ts'

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
      const tableau = Tableau.of({
        costs: Float64Array.from(costs),
        rows: rows.map((brings) => ({ brings: Float64Array.from(brings), needed: 1 })),
      })
      const decided = new Map<number, boolean>()
      for (const [item, isTaken] of [[-1, true] as const, ...decisions]) {
        if (decided.has(item)) continue
        if (item >= 0) {
          decided.set(item, isTaken)
          if (isTaken) tableau.take(item)
          else tableau.leave(item)
        }
        const possible = rows.every((brings) =>
          brings.some((each, at) => each === 1 && decided.get(at) !== false),
        )
        expect(tableau.solve(Number.POSITIVE_INFINITY)).toBe(possible)
        if (!possible) return
        // What would cost more is decided on a copy, so that the next decision is still free.
        const settled = tableau.copy()
        settled.settle(tableau.cost + 0.5)
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
        expect(costs.reduce((sum, cost, at) => sum + cost * (shares[at] ?? 0), 0)).toBeCloseTo(tableau.cost)
      }
    }),
    { numRuns: 1000 },
  )
})
