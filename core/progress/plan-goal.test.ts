import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PackFacts } from '../pack-facts.ts'
import { awards, elsewheres, sampleFacts, typeCodes } from '../test-support/pack-facts.ts'
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
    item('for-others', { registrantTypes: ['dispensing-optician'] }),
    item('for-both', { registrantTypes: ['dispensing-optician', 'optometrist'] }),
    item('meeting', { pointType: 'interactive' }),
    item('passed'),
  ]
  const sittable = new Set(items.map(({ exam }) => exam).filter((exam) => exam !== 'exam-passed'))
  expect(planCandidates(items, ['optometrist'], sittable)).toEqual([
    { id: 'fits', units: ['optometrist-1'], points: 1, minutes: 20 },
    { id: 'for-both', units: ['optometrist-1'], points: 1, minutes: 20 },
  ])
  expect(planCandidates(items, [], sittable)).toEqual([])
})

test('the goal is every missing unit and, once elsewhere is known, the points that need not be interactive', () => {
  fc.assert(
    fc.property(typeCodes, awards, elsewheres, (types, given, said) => {
      const progress = progressOf(sampleFacts, types, given, said, 2021)
      const goal = planGoal(progress, true)
      expect(goal.units).toEqual(missingUnits(progress))
      for (const { points, interactive } of progress) {
        expect(goal.points + (interactive?.missing ?? 0)).toBeGreaterThanOrEqual(points?.missing ?? 0)
      }
      expect(planGoal(progress, false)).toEqual({ units: goal.units, points: 0 })
    }),
  )
})
