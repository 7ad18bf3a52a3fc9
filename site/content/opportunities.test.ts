import { expect, test } from 'vitest'
import { lastStarts } from './opportunities.ts'
import type { Opportunity } from './types.ts'

test('the last meeting of each registrant type goes by the instant, not by how it is written', () => {
  const meeting = (startsAt: string, ...codes: string[]) =>
    ({ startsAt, audience: codes.map((code) => ({ code })) }) as unknown as Opportunity
  expect(
    Array.from(
      lastStarts([
        meeting('2021-10-12T18:30:00Z', 'one', 'other'),
        meeting('2021-10-12T19:00:00+01:00', 'one'),
        meeting('2021-11-18T18:00:00Z', 'other'),
      ]),
    ),
  ).toEqual([
    ['one', '2021-10-12T18:30:00Z'],
    ['other', '2021-11-18T18:00:00Z'],
  ])
})
