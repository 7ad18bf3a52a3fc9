import { describe, expect, test } from 'vitest'
import { article } from './documents/article.ts'
import { exam } from './documents/exam.ts'
import { interactiveOpportunity } from './documents/interactive-opportunity.ts'
import { pack, packAt } from './documents/pack.ts'
import { video } from './documents/video.ts'
import { daysLine, packStateLine } from './preview-facts.ts'

type Selection = Record<string, unknown>

/** The line below a document's title. `prepare` takes what the preview selects; anything may be missing. */
function subtitle(type: { preview?: unknown }, selected: Selection): unknown {
  const preview: unknown = type.preview
  if (typeof preview !== 'object' || preview === null || !('prepare' in preview))
    throw new Error('no preview')
  if (typeof preview.prepare !== 'function') throw new Error('nothing to prepare')
  return preview.prepare(selected).subtitle
}

describe('a preview', () => {
  test.each<[string, { preview?: unknown }, Selection, string]>([
    [
      'an article',
      article,
      { exam: {}, points: 1, audience0: 'O', audience1: 'D', audience3: 'CL', minutes: 15, reference: 'C-1' },
      '1 point · O/D/CL · 15 min · C-1',
    ],
    ['an article that was only begun', article, {}, 'No exam yet'],
    ['an article whose exam has no points', article, { exam: {}, minutes: 5 }, '5 min'],
    ['a video', video, { exam: {}, points: 2, audience0: 'TP', seconds: 75 }, '2 points · TP · 1:15'],
    ['a video that was only begun', video, {}, 'No exam yet'],
    [
      'an exam',
      exam,
      { questions: [1, 2], passMark: 60, points: 1, pointType: 'interactive' },
      '1 point · 2 questions · pass at 60 % · interactive',
    ],
    ['an exam that was only begun', exam, {}, 'No questions yet'],
    [
      'an opportunity',
      interactiveOpportunity,
      { startsAt: '2021-10-05T23:30:00Z', kind: 'peer-review', points: 3, audience0: 'O', cancelled: true },
      'Cancelled · 6 Oct 2021 · Peer review · 3 interactive points · O',
    ],
    ['an opportunity that was only begun', interactiveOpportunity, {}, 'No date yet'],
    ['a pack that was only begun', pack, {}, 'No items yet'],
  ])('of %s says what there is', (_, type, selected, expected) => {
    expect(subtitle(type, selected)).toBe(expected)
  })

  test('of a pack adds up its points and says where today lies', () => {
    const selected = {
      opensOn: '2021-09-06',
      closesOn: '2021-12-28',
      timeZone: 'Europe/London',
      item0: 'a',
      item1: 'b',
      item2: 'c',
      points0: 1,
      points2: 1.5,
    }
    const noon = () => Date.parse('2021-10-04T12:00:00Z')
    expect(subtitle(packAt(noon), selected)).toBe(
      'Open · 6 Sept\u2009–\u200928 Dec 2021 · 3 items · 2.5 points',
    )
  })
})

describe('the state of a pack', () => {
  const days = { opensOn: '2021-09-06', closesOn: '2021-12-28', timeZone: 'Europe/London' }

  test.each([
    ['2021-09-05T22:59:59Z', 'Opens later'],
    ['2021-09-05T23:00:00Z', 'Open'],
    ['2021-12-28T23:59:59Z', 'Open'],
    ['2021-12-29T00:00:00Z', 'Closed'],
  ])('at %s is %s, by the days in London', (instant, state) => {
    expect(packStateLine(days, Date.parse(instant))).toBe(state)
  })

  test.each([{}, { ...days, closesOn: '2021-09-01' }, { ...days, timeZone: 'Europe/Londn' }])(
    'of %j is not known',
    (unknown) => {
      expect(packStateLine(unknown, 0)).toBeUndefined()
    },
  )

  test.each([
    ['2021-12-28', '2021-09-06'],
    ['2021-12-28', undefined],
    ['soon', '2021-09-06'],
  ])('has no days when they are %s and %s', (from, to) => {
    expect(daysLine(from, to)).toBeUndefined()
  })
})
