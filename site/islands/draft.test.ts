import fc from 'fast-check'
import { expect, test } from 'vitest'
import { delayBefore } from './backoff.ts'
import { type Draft, hasNewer, readDraft, readPending, readSent } from './draft.ts'
import { restoredWords } from './restored-words.ts'
import { serverTime } from './server-time.ts'

const answers = fc.array(
  fc.record({ question: fc.string(), choices: fc.array(fc.string(), { maxLength: 4 }) }),
  { maxLength: 6 },
)
const draft: fc.Arbitrary<Draft> = fc.record({
  attempt: fc.uuid(),
  version: fc.string(),
  answers,
  view: fc.constantFrom('all' as const, 'one' as const),
  stage: fc.oneof(
    fc.constant('all' as const),
    fc.constant('review' as const),
    fc.integer({ min: 1, max: 50 }),
  ),
  touched: fc.nat(50),
  at: fc.nat(),
  unsure: fc.boolean(),
})

test('what was kept is read as it was', () => {
  fc.assert(
    fc.property(draft, (kept) => {
      expect(readDraft(JSON.stringify(kept))).toEqual(kept)
      expect(readPending(JSON.stringify(kept))).toEqual({
        attempt: kept.attempt,
        version: kept.version,
        answers: kept.answers,
        unsure: kept.unsure,
      })
      expect(readSent(JSON.stringify(kept))).toBeUndefined()
    }),
  )
})

test('whatever else stands in its place is no draft, and breaks nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (text) => {
      for (const read of [readDraft, readPending, readSent]) {
        expect(() => read(text)).not.toThrow()
      }
    }),
  )
  for (const text of [null, '', '{', '[]', '1', 'null', '{"attempt":1}', '{"attempt":"a","version":"b"}']) {
    expect(readDraft(text)).toBeUndefined()
  }
  const mixed = {
    attempt: 'a',
    version: 'b',
    at: 1,
    stage: -3,
    view: 7,
    answers: [3, { question: 'q', choices: [1, 'x'] }],
  }
  expect(readDraft(JSON.stringify(mixed))).toEqual({
    attempt: 'a',
    version: 'b',
    at: 1,
    stage: 'all',
    view: 'all',
    touched: 0,
    unsure: false,
    answers: [{ question: 'q', choices: ['x'] }],
  })
})

test('a result elsewhere is not followed', () => {
  expect(readSent('{"attempt":"a","sent":"/my-cet/"}')).toEqual({ attempt: 'a', sent: '/my-cet/' })
  for (const sent of ['//evil.example/', '/\\\\evil.example', 'https://evil.example', 7]) {
    expect(readSent(JSON.stringify({ attempt: 'a', sent }))).toBeUndefined()
  }
})

test('an answer is newer when it differs, not when one is missing or its choices stand in another order', () => {
  const kept = [
    { question: 'q1', choices: ['a', 'b'] },
    { question: 'q2', choices: ['c'] },
  ]
  expect(hasNewer([], kept)).toBe(false)
  expect(hasNewer(kept.slice(1), kept)).toBe(false)
  expect(hasNewer([{ question: 'q1', choices: ['b', 'a'] }], kept)).toBe(false)
  expect(hasNewer([{ question: 'q1', choices: ['a'] }], kept)).toBe(true)
  expect(hasNewer([{ question: 'q3', choices: ['c'] }], kept)).toBe(true)
  expect(hasNewer(kept, [])).toBe(true)
})

test('tries come at growing distances, for ever, and never sooner than the server asks', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.nat(600),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (tries, asked, chance) => {
        const delay = delayBefore(tries, asked, chance)
        expect(delay).toBeGreaterThanOrEqual(Math.max(1500, asked * 1000))
        expect(delay).toBeLessThanOrEqual(Math.max(60_000, asked * 1000))
        expect(delayBefore(tries + 1, asked, chance)).toBeGreaterThanOrEqual(delay)
      },
    ),
  )
})

test('times are the server’s, in the exam’s zone, whatever the device believes', () => {
  let elapsed = 0
  const time = serverTime(
    { now: String(Date.parse('2021-10-04T13:30:00Z')), zone: 'Europe/London' },
    () => elapsed,
  )
  elapsed = 2 * 60_000
  expect(time.said(time.now())).toBe('14:32')
  expect(time.said(Date.parse('2021-10-03T22:59:00Z'))).toBe('3 October at 23:59')
  expect(time.said(Date.parse('2021-10-03T23:01:00Z'))).toBe('00:01')
})

test('what was restored is said with what no longer fits', () => {
  const kept: Draft = {
    attempt: 'a1',
    version: 'v1',
    answers: [1, 2, 3].map((number) => ({ question: `q${number}`, choices: ['x'] })),
    view: 'all',
    stage: 'all',
    touched: 0,
    at: 0,
  }
  const words = (facts: Partial<Parameters<typeof restoredWords>[1]>, lost = 0, over = false) =>
    restoredWords(kept, { attempt: 'a1', version: 'v1', number: '2', ...facts }, lost, '14:32', over)
  expect(words({})).toBe('Your answers from 14:32 were restored on this device.')
  expect(words({ version: 'v2' }, 1)).toContain('1 of your 3 answers does not fit any more')
  expect(words({ version: 'v2' }, 2)).toContain('2 of your 3 answers do not fit any more')
  expect(words({ version: 'v2' })).toContain('all of them still fit')
  expect(words({ attempt: 'a2' })).toContain('these would be attempt 2')
  expect(words({ attempt: 'a2' }, 0, true)).toBe(
    'Your unsent answers from 14:32 are still shown; they cannot be sent any more.',
  )
  expect(
    restoredWords({ ...kept, unsure: true }, { attempt: 'a2', version: 'v1', number: '2' }, 0, '14:32', true),
  ).toContain('whether they were recorded, My CET tells')
})
