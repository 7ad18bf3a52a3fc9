import { expect, test } from 'vitest'
import type { Tally, TypeProgress } from '../../core/index.ts'
import { sampleFacts } from '../../core/test-support/pack-facts.ts'
import { missingParts } from './missing.ts'

const lacking = (missing: number): Tally => ({ needed: 36, here: 0, elsewhere: 36 - missing, missing })

test.for([
  [15, 8, ['15 points (at least 8 of them interactive)']],
  [4.5, 6, ['6 interactive points (which also complete the total)']],
  [6, 6, ['6 interactive points (which also complete the total)']],
  [0.5, 1, ['1 interactive point (which also completes the total)']],
  [0, 6, ['6 interactive points']],
  [6, 0, ['6 points']],
  [0, 0, []],
] as const)('%d in all and %d interactive', ([points, interactive, parts]) => {
  const progress: TypeProgress = {
    type: { code: 'optometrist', title: 'Optometrist', abbreviation: 'O' },
    requirement: undefined,
    points: lacking(points),
    interactive: lacking(interactive),
    specialist: undefined,
    thisYear: undefined,
    peerReviews: undefined,
    documents: [],
    units: [],
  }
  expect(missingParts(progress, sampleFacts.scheme)).toEqual(parts)
})
