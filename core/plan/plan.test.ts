import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MissingPoints, type Plan, type PlanGoal, type PlanItem, planFewest } from '../index.ts'

const names = (count: number) => Array.from({ length: count }, (_, index) => `unit-${index}`)

const item = (id: string, units: readonly string[], points = 1, minutes = 30): PlanItem => ({
  id,
  units,
  points,
  minutes,
})

const arbitraryItems = (units: readonly string[], least: number, most: number) =>
  fc
    .array(
      fc.record({
        units: fc.subarray([...units], { maxLength: 4 }),
        points: fc.constantFrom(0, 0.5, 1, 1.5, 2),
        minutes: fc.constantFrom(10, 15, 15, 20, 25.5, 30, 45),
      }),
      { minLength: least, maxLength: most },
    )
    .map((items) => items.map((each, index): PlanItem => ({ id: `item-${index}`, ...each })))

const numberOfPoints = fc.constantFrom(-1, 0, 0, 0.5, 1, 2.5, 4, 7, 40)
const missingPoints: fc.Arbitrary<MissingPoints[]> = fc.oneof(
  numberOfPoints.map((points) => [{ points }]),
  fc.array(
    fc.record(
      {
        points: numberOfPoints,
        from: fc
          .subarray(Array.from({ length: 12 }, (_, index) => `item-${index}`))
          .map((ids) => new Set(ids)),
      },
      { requiredKeys: ['points'] },
    ),
    { maxLength: 3 },
  ),
)

const small = fc.record({
  goal: fc.record({ units: fc.subarray(names(9)), points: missingPoints }),
  items: arbitraryItems(names(8), 0, 12),
})

/** How many points of items count towards what is missing. */
const earned = ({ from }: MissingPoints, items: readonly PlanItem[]) =>
  items.reduce((sum, { id, points }) => sum + (from?.has(id) === false ? 0 : points), 0)
const reaches = (goal: PlanGoal, items: readonly PlanItem[], chosen: readonly PlanItem[]) =>
  goal.points.every((each) => earned(each, chosen) >= Math.min(each.points, earned(each, items)) - 1e-6)

/** Every choice there is, tried. */
function bruteForce(goal: PlanGoal, items: readonly PlanItem[]): { count: number; minutes: number } {
  const wanted = goal.units.filter((unit) => items.some((each) => each.units.includes(unit)))
  let best = { count: Number.POSITIVE_INFINITY, minutes: Number.POSITIVE_INFINITY }
  for (let mask = 0; mask < 2 ** items.length; mask++) {
    const chosen = items.filter((_, index) => mask & (1 << index))
    const minutes = chosen.reduce((sum, each) => sum + each.minutes, 0)
    if (chosen.length > best.count || (chosen.length === best.count && minutes >= best.minutes)) continue
    if (!wanted.every((unit) => chosen.some((each) => each.units.includes(unit)))) continue
    if (!reaches(goal, items, chosen)) continue
    best = { count: chosen.length, minutes }
  }
  return best
}

/** What holds of every plan. */
function checkPlan(goal: PlanGoal, items: readonly PlanItem[], plan: Plan) {
  const chosen = plan.items.map(({ id }) => items.find((each) => each.id === id) as PlanItem)
  const closable = goal.units.filter((unit) => items.some((each) => each.units.includes(unit)))
  expect(new Set(plan.items.map(({ id }) => id)).size).toBe(plan.items.length)
  expect(plan.unreachable).toEqual(goal.units.filter((unit) => !closable.includes(unit)))
  expect(plan.minutes).toBeCloseTo(chosen.reduce((sum, each) => sum + each.minutes, 0))
  expect(plan.points).toBeCloseTo(chosen.reduce((sum, each) => sum + each.points, 0))
  expect(plan.pointsShort).toBeCloseTo(
    Math.max(0, ...goal.points.map((each) => each.points - earned(each, items))),
  )
  expect(reaches(goal, items, chosen)).toBe(true)
  const closed = plan.items.flatMap(({ closes }) => closes)
  expect(new Set(closed)).toEqual(new Set(closable))
  expect(closed.length).toBe(closable.length)
  for (const [index, { closes, onlyOneFor }] of plan.items.entries()) {
    expect(chosen[index]?.units).toEqual(expect.arrayContaining([...closes]))
    expect(onlyOneFor).toEqual(
      closable.filter(
        (unit) =>
          chosen[index]?.units.includes(unit) &&
          items.filter((each) => each.units.includes(unit)).length === 1,
      ),
    )
  }
  const necessary = plan.items.map(({ onlyOneFor }) => onlyOneFor.length > 0)
  expect(necessary).toEqual(necessary.toSorted((a, b) => Number(b) - Number(a)))
  // No item can be exchanged for an earlier candidate that would do as well.
  for (const [index, each] of chosen.entries()) {
    const others = chosen.filter((_, place) => place !== index)
    const earlier = items
      .slice(0, items.indexOf(each))
      .find(
        (other) =>
          !chosen.includes(other) &&
          other.minutes === each.minutes &&
          reaches(goal, items, [...others, other]) &&
          closable.every((unit) => [...others, other].some(({ units }) => units.includes(unit))),
      )
    expect(earlier).toBeUndefined()
  }
}

describe('the fewest items', () => {
  test('are as few and as short as trying every choice finds', () => {
    fc.assert(
      fc.property(small, ({ goal, items }) => {
        const plan = planFewest(goal, items)
        const best = bruteForce(goal, items)
        expect(plan.items.length).toBe(best.count)
        expect(plan.minutes).toBeCloseTo(best.minutes)
        checkPlan(goal, items, plan)
      }),
      { numRuns: 600 },
    )
  })

  test('are the shortest also where minutes are no whole numbers', () => {
    fc.assert(
      fc.property(small, fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 12 }), (from, eighths) => {
        const items = from.items.map((each, index) => ({ ...each, minutes: (eighths[index] ?? 1) / 8 }))
        const best = bruteForce(from.goal, items)
        const plan = planFewest(from.goal, items)
        expect(plan.items.length).toBe(best.count)
        expect(plan.minutes).toBeCloseTo(best.minutes)
      }),
      { numRuns: 500 },
    )
  })

  test('stay as few and as short in whatever order the candidates come, and are the same in the same order', () => {
    fc.assert(
      fc.property(
        small.chain(({ goal, items }) =>
          fc.record({
            goal: fc.constant(goal),
            items: fc.constant(items),
            mixed: fc.shuffledSubarray(items, { minLength: items.length }),
          }),
        ),
        ({ goal, items, mixed }) => {
          const plan = planFewest(goal, items)
          const other = planFewest(goal, mixed)
          expect(planFewest(goal, items)).toEqual(plan)
          expect(other.items.length).toBe(plan.items.length)
          expect(other.minutes).toBeCloseTo(plan.minutes)
          expect(other.unreachable).toEqual(plan.unreachable)
          expect(other.pointsShort).toBeCloseTo(plan.pointsShort)
        },
      ),
    )
  })

  test('are found among many, with more units than a machine word has bits', { timeout: 60_000 }, () => {
    const units = names(70)
    fc.assert(
      fc.property(
        arbitraryItems(units, 60, 150),
        fc.subarray(units),
        fc.constantFrom(0, 6, 18.5),
        (items, wanted, points) => {
          const thirds = new Set(items.flatMap(({ id }, index) => (index % 3 === 0 ? [id] : [])))
          const goal = { units: wanted, points: [{ points }, { points: points / 2, from: thirds }] }
          checkPlan(goal, items, planFewest(goal, items))
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('work that is limited', () => {
  const units = names(40)
  const hard = fc.array(
    fc.record({
      units: fc.subarray(units, { minLength: 4, maxLength: 4 }),
      points: fc.constantFrom(0.5, 1, 2),
      minutes: fc.integer({ min: 10, max: 60 }),
    }),
    { minLength: 200, maxLength: 200 },
  )

  test('still gives a plan that does it all, with what is sure, and the same each time', {
    timeout: 60_000,
  }, () => {
    let cut = 0
    fc.assert(
      fc.property(hard, fc.constantFrom(0, 14), fc.constantFrom(1, 100_000), (from, points, work) => {
        const items = from.map((each, index): PlanItem => ({ id: `item-${index}`, ...each }))
        const goal = { units, points: [{ points }] }
        const plan = planFewest(goal, items, work)
        const best = planFewest(goal, items, Number.POSITIVE_INFINITY)
        checkPlan(goal, items, plan)
        checkPlan(goal, items, best)
        expect(planFewest(goal, items, work)).toEqual(plan)
        expect(best.optimal).toBe(true)
        expect(best.atLeast.items).toBe(best.items.length)
        expect(best.atLeast.minutes).toBeCloseTo(best.minutes)
        expect(plan.atLeast.items).toBeLessThanOrEqual(best.items.length)
        expect(plan.items.length).toBeGreaterThanOrEqual(best.items.length)
        if (plan.items.length === best.items.length) {
          expect(plan.minutes).toBeGreaterThanOrEqual(best.minutes - 1e-6)
          expect(plan.atLeast.minutes).toBeLessThanOrEqual(best.minutes + 1e-6)
        }
        if (plan.optimal) {
          expect(plan.items.length).toBe(best.items.length)
          expect(plan.minutes).toBeCloseTo(best.minutes)
        } else cut += 1
      }),
      { numRuns: 12 },
    )
    expect(cut).toBeGreaterThan(0)
  })
})

describe('the list', () => {
  test('begins with what is necessary, then with what closes most', () => {
    const plan = planFewest({ units: ['a', 'b', 'c', 'd'], points: [] }, [
      item('broad', ['a', 'b', 'c']),
      item('necessary', ['d']),
      item('narrow', ['a', 'b']),
      item('other', ['c']),
    ])
    expect(plan).toEqual({
      items: [
        { id: 'necessary', closes: ['d'], onlyOneFor: ['d'] },
        { id: 'broad', closes: ['a', 'b', 'c'], onlyOneFor: [] },
      ],
      minutes: 60,
      points: 2,
      unreachable: [],
      pointsShort: 0,
      optimal: true,
      atLeast: { items: 2, minutes: 60 },
    })
  })

  test('takes more than the units ask for where points are missing, in fractions too', () => {
    const plan = planFewest({ units: ['a'], points: [{ points: 2.5 }] }, [
      item('half', ['a'], 0.5, 10),
      item('one', [], 1, 10),
      item('two', [], 2, 45),
      item('one more', [], 1, 10),
    ])
    expect(plan.items.map(({ id }) => id)).toEqual(['half', 'two'])
    expect(plan.points).toBe(2.5)
  })

  test('says what no candidate can do', () => {
    const plan = planFewest({ units: ['a', 'z'], points: [{ points: 5 }] }, [item('one', ['a'])])
    expect(plan.unreachable).toEqual(['z'])
    expect(plan.pointsShort).toBe(4)
    expect(plan.items.map(({ id }) => id)).toEqual(['one'])
  })

  test('is empty where nothing is missing, and where there is nothing to take', () => {
    expect(planFewest({ units: [], points: [] }, [item('one', ['a'])]).items).toEqual([])
    expect(planFewest({ units: ['a'], points: [{ points: 1 }] }, [])).toMatchObject({
      items: [],
      unreachable: ['a'],
      pointsShort: 1,
    })
  })

  test('prefers the earlier of equals', () => {
    const equals = [item('first', ['a']), item('second', ['a']), item('third', ['a', 'b'], 1, 40)]
    expect(planFewest({ units: ['a'], points: [] }, equals).items.map(({ id }) => id)).toEqual(['first'])
    expect(planFewest({ units: ['a'], points: [{ points: 2 }] }, equals).items.map(({ id }) => id)).toEqual([
      'first',
      'second',
    ])
  })
})
