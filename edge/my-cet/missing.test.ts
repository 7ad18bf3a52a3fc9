import { expect, test } from 'vitest'
import type { Tally, TypeProgress } from '../../core/index.ts'
import { sampleFacts } from '../../core/test-support/pack-facts.ts'
import { missingParts } from './missing.ts'

const lacking = (missing: number): Tally => ({ needed: 36, here: 0, elsewhere: 36 - missing, missing })

const [, , prescriber] = sampleFacts.requirements

test.for([
  [15, 8, ['15 points (at least 8 of them interactive)']],
  [4.5, 6, ['6 interactive points (which also complete the total)']],
  [6, 6, ['6 interactive points (which also complete the total)']],
  [0.5, 1, ['1 interactive point (which also completes the total)']],
  [0, 6, ['6 interactive points']],
  [6, 0, ['6 points']],
  [0, 0, []],
] as const)('%d in all and %d interactive', ([points, interactive, parts]) => {
  expect(missingParts(progressLacking(points, interactive), sampleFacts.scheme)).toEqual(parts)
})

test.for([
  [15, 8, 2, ['15 points (at least 8 of them interactive)', '2 therapeutic points among these']],
  [5, 0, 1, ['5 points', '1 of the therapeutic points among these']],
  [2, 0, 2, ['2 points', '2 therapeutic points among these']],
  [0, 0, 2, ['2 therapeutic points']],
  [0, 0, 1, ['1 of the therapeutic points']],
  [0, 0, 0.5, ['0.5 therapeutic points']],
  [1, 0, 2, ['2 therapeutic points (which also complete the total)']],
  [0.5, 0, 1, ['1 of the therapeutic points (which also completes the total)']],
  [3, 1, 5, ['1 interactive point', '5 therapeutic points (which also complete the total)']],
  [0, 6, 2, ['6 interactive points', '2 therapeutic points (which can be among these)']],
  [2, 2, 5, ['2 interactive points (which also complete the total)', '5 therapeutic points']],
] as const)('%d in all, %d interactive and %d specialist', ([points, interactive, specialist, parts]) => {
  const progress = { ...progressLacking(points, interactive), specialist: lacking(specialist) }
  expect(missingParts({ ...progress, requirement: prescriber }, sampleFacts.scheme)).toEqual(parts)
})

test.for([
  [0, 0, 4, ['4 general points']],
  [6, 0, 8, ['8 general points']],
  [
    8,
    8,
    8,
    ['8 interactive points (which also complete the total)', '8 general points (which can be among these)'],
  ],
  [0, 3, 1, ['3 interactive points', '1 general point (which can be among these)']],
  [2, 3, 4, ['4 general points (at least 3 of them interactive)']],
] as const)(
  '%d in all, %d interactive and %d general, with enough specialist points',
  ([points, interactive, general, parts]) => {
    const progress = {
      ...progressLacking(points, interactive),
      specialist: lacking(0),
      general: lacking(general),
    }
    expect(missingParts({ ...progress, requirement: prescriber }, sampleFacts.scheme)).toEqual(parts)
  },
)

function progressLacking(points: number, interactive: number): TypeProgress {
  return {
    type: { code: 'optometrist', title: 'Optometrist', abbreviation: 'O' },
    requirement: undefined,
    points: lacking(points),
    interactive: lacking(interactive),
    specialist: undefined,
    general: undefined,
    thisYear: undefined,
    peerReviews: undefined,
    documents: [],
    units: [],
  }
}
