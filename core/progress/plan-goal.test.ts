import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PackFacts } from '../pack-facts.ts'
import { planFewest } from '../plan/plan.ts'
import { awards, elsewheres, sampleFacts, typeCodes } from '../test-support/pack-facts.ts'
import type { Elsewhere } from './elsewhere.ts'
import { planCandidates, planGoal } from './plan-goal.ts'
import { missingUnits, progressOf } from './progress.ts'

const item = (id: string, changes: Partial<PackFacts['items'][number]> = {}): PackFacts['items'][number] => ({
  id,
  exam: `exam-${id}`,
  path: `/cet/active/${id}/`,
  title: id,
  format: 'article',
  reference: 'C-90001',
  points: 1,
  pointType: 'non-interactive',
  minutes: 20,
  registrantTypes: ['optometrist'],
  units: ['optometrist-1'],
  ...changes,
})

test('only what the member can still sit, for their types and without a meeting, is a candidate', () => {
  const items = [
    item('fits'),
    item('for-others', { registrantTypes: ['dispensing-optician'], units: ['dispensing-optician-1'] }),
    item('by-its-unit', { registrantTypes: ['dispensing-optician'] }),
    item('for-both', { registrantTypes: ['dispensing-optician', 'optometrist'] }),
    item('meeting', { pointType: 'interactive' }),
    item('passed'),
  ]
  const sittable = new Set(items.map(({ exam }) => exam).filter((exam) => exam !== 'exam-passed'))
  expect(planCandidates({ ...sampleFacts, items }, ['optometrist'], sittable)).toEqual([
    { id: 'fits', units: ['optometrist-1'], points: 1, minutes: 20 },
    { id: 'by-its-unit', units: ['optometrist-1'], points: 1, minutes: 20 },
    { id: 'for-both', units: ['optometrist-1'], points: 1, minutes: 20 },
  ])
  expect(planCandidates({ ...sampleFacts, items }, [], sittable)).toEqual([])
})

const codes = ['optometrist', 'dispensing-optician', 'prescriber']
const items = fc
  .array(
    fc.record({
      points: fc.constantFrom(0.5, 1, 2),
      units: fc.subarray(sampleFacts.units.map(({ id }) => id)),
      registrantTypes: fc.subarray(codes, { minLength: 1 }),
    }),
    { maxLength: 9 },
  )
  .map((drawn) => drawn.map((changes, index) => item(`item-${index}`, changes)))

test('the goal is every missing unit and, once elsewhere is known, points', () => {
  fc.assert(
    fc.property(typeCodes, awards, elsewheres, items, (types, given, said, items) => {
      const facts = { ...sampleFacts, items }
      const progress = progressOf(facts, types, given, said, 2021)
      expect(planGoal(facts, progress, true).units).toEqual(missingUnits(progress))
      expect(planGoal(facts, progress, false)).toEqual({ units: missingUnits(progress), points: [] })
    }),
  )
})

test('once the plan is passed, nothing is missing that another exam could give', () => {
  fc.assert(
    fc.property(typeCodes, awards, elsewheres, items, (types, given, said, items) => {
      const facts = { ...sampleFacts, items }
      const candidates = planCandidates(facts, types, new Set(items.map(({ exam }) => exam)))
      const goal = planGoal(facts, progressOf(facts, types, given, said, 2021), true)
      const planned = new Set(planFewest(goal, candidates).items.map(({ id }) => id))
      const passed = items.flatMap(({ id, exam, points, pointType, units }) =>
        planned.has(id)
          ? [
              {
                exam,
                points,
                pointType,
                year: 2021,
                competencies: facts.units.filter((unit) => units.includes(unit.id)),
              },
            ]
          : [],
      )
      const then = planGoal(facts, progressOf(facts, types, [...given, ...passed], said, 2021), true)
      for (const { id, units } of candidates.filter((candidate) => !planned.has(candidate.id))) {
        expect(then.units.filter((unit) => units.includes(unit))).toEqual([])
        expect(then.points.filter(({ from }) => from?.has(id))).toEqual([])
      }
    }),
    { numRuns: 400 },
  )
})

describe('points are planned for', () => {
  const facts = {
    ...sampleFacts,
    items: [
      item('general'),
      item('another'),
      item('prescribing', { registrantTypes: ['prescriber'], units: ['prescriber-1'] }),
      item('for-others', { registrantTypes: ['dispensing-optician'], units: ['dispensing-optician-1'] }),
    ],
  }
  const everyUnit = facts.units.map(({ id }) => id)
  const plannedFor = (points: Elsewhere['points']) => {
    const types = points.map(({ registrantType }) => registrantType)
    const said = { registrantTypes: [], points, units: everyUnit, year: 2021 }
    const goal = planGoal(facts, progressOf(facts, types, [], said, 2021), true)
    const candidates = planCandidates(facts, types, new Set(facts.items.map(({ exam }) => exam)))
    return planFewest(goal, candidates).items.map(({ id }) => id)
  }
  const optometrist = {
    registrantType: 'optometrist',
    points: 36,
    interactive: 18,
    specialist: 0,
    thisYear: 6,
    peerReviews: 1,
  }
  const prescriber = {
    registrantType: 'prescriber',
    points: 54,
    interactive: 18,
    specialist: 18,
    thisYear: 6,
    peerReviews: 1,
  }

  test('where the year’s minimum alone is missing', () => {
    expect(plannedFor([optometrist])).toEqual([])
    expect(plannedFor([{ ...optometrist, thisYear: 4 }])).toEqual(['general', 'another'])
  })

  test('but not where they have to be interactive anyway', () => {
    expect(plannedFor([{ ...optometrist, points: 35, interactive: 17, thisYear: 5 }])).toEqual([])
  })

  test('where specialist points alone are missing, by what covers the type', () => {
    expect(plannedFor([optometrist, { ...prescriber, specialist: 17 }])).toEqual(['prescribing'])
  })

  test('where general points are missing beside more specialist ones than needed, by what is general', () => {
    expect(plannedFor([optometrist, { ...prescriber, specialist: 20 }])).toEqual(['general', 'another'])
  })

  test('for each type by what counts for it', () => {
    expect(
      plannedFor([
        { ...optometrist, points: 35 },
        { ...optometrist, registrantType: 'dispensing-optician', points: 35 },
      ]),
    ).toEqual(['general', 'for-others'])
  })
})
