import { describe, expect, test } from 'vitest'
import type { CoverageItem, ItemVersion } from '../../core/coverage/model.ts'
import { cellLabel, groupText, itemLabel, pointsLabel, unitStateText } from './labels.ts'

const version = (points?: number): ItemVersion => ({
  title: 'Aids',
  audience: new Set(['O']),
  units: new Set(),
  points,
})
const item = (states: Pick<CoverageItem, 'now' | 'next'>): CoverageItem => ({
  id: 'a',
  kind: 'video',
  ...states,
})
const optometrist = { id: 'O', title: 'Optometrist', abbreviation: 'O' }

describe('a screen reader says', () => {
  test.each([
    ['published', 'covered by “Aids” (published)'],
    ['draft', 'covered by “Aids” (draft, not published yet)'],
    ['leaving', 'covered by “Aids” (published, but removed in the draft)'],
    ['outside', 'named by “Aids”, which is not for this type, so not covered'],
    [undefined, 'not covered by “Aids”'],
  ] as const)('of a cell that is %s', (mark, text) => {
    expect(cellLabel('Low vision', 'Optometrist', 'Aids', mark)).toBe(`Low vision, optometrist: ${text}`)
  })

  test('of an item its kind, and its state when it differs from what is published', () => {
    const same = version(1)
    expect(itemLabel(item({ now: same, next: same }))).toBe('Aids, video')
    expect(itemLabel(item({ now: version(1), next: version(2) }))).toBe(
      'Aids, video, has unpublished changes',
    )
    expect(itemLabel(item({ next: version(1) }))).toBe('Aids, video, not published in this pack yet')
    expect(itemLabel(item({ now: version(1) }))).toBe('Aids, video, removed from the pack in its draft')
  })

  test('of points how many, and how many are published', () => {
    const same = version(1)
    expect(pointsLabel(optometrist, item({ now: same, next: same }))).toBe(
      'Optometrist: “Aids” earns 1 point',
    )
    expect(pointsLabel(optometrist, item({ next: version(2.5) }))).toBe(
      'Optometrist: “Aids” earns 2.5 points (published: no points)',
    )
    expect(pointsLabel({ ...optometrist, id: 'D' }, item({ next: version(1) }))).toBe(
      'Optometrist: “Aids” earns no points',
    )
  })
})

test.each([
  [0, 0, 'Gap'],
  [1, 1, 'One item only'],
  [3, 3, '3 items'],
  [1, 0, 'One item only (published: none)'],
  [0, 2, 'Gap (published: 2)'],
])('a unit with %i items, %i of them published, is called “%s %s”', (next, now, text) => {
  const unit = { id: 'u', title: 'U', type: 'O', framework: 'f' }
  expect(unitStateText({ unit, marks: new Map(), next, now, state: 'gap' })).toBe(text)
})

test('a registrant type’s sums tell drafts apart', () => {
  expect(groupText({ now: 7, next: 7 }, 8, { now: 3, next: 3 })).toBe('7 of 8 covered · 3 points')
  expect(groupText({ now: 6, next: 7 }, 8, { now: 1, next: 3 })).toBe(
    '7 of 8 covered (published: 6) · 3 points (published: 1)',
  )
})
