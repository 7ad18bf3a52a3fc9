import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PointMark, pointState } from './point-state.ts'

const said = (text: string): PointMark[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((word) =>
      word.startsWith('me:')
        ? { state: word === 'me:accepted' ? 'accepted' : 'awarded', saidBy: 'member' }
        : { state: word as PointMark['state'], saidBy: 'export' },
    )

test.each([
  ['', 'awarded', undefined],
  ['sent', 'sent', 'export'],
  ['sent pending', 'pending', 'export'],
  ['sent pending accepted', 'accepted', 'export'],
  ['me:accepted', 'accepted', 'member'],
  ['sent me:accepted pending', 'accepted', 'member'],
  ['sent me:accepted me:back', 'sent', 'export'],
  ['me:accepted me:back', 'awarded', undefined],
  ['sent me:accepted rejected', 'rejected', 'export'],
  ['sent me:accepted rejected sent', 'sent', 'export'],
  ['sent rejected me:accepted', 'accepted', 'member'],
  ['sent me:accepted accepted', 'accepted', 'export'],
])('“%s” is %s', (words, state, saidBy) => expect(pointState(said(words))).toEqual({ state, saidBy }))

const marks = fc.array(fc.constantFrom(...said('sent pending accepted rejected me:accepted me:back')), {
  maxLength: 12,
})

test('to take an acceptance back leaves what the export said', () => {
  fc.assert(
    fc.property(marks, (before) => {
      const exported = before.filter(({ saidBy }) => saidBy === 'export')
      expect(pointState([...before, ...said('me:accepted me:back')])).toEqual(pointState(exported))
    }),
  )
})
