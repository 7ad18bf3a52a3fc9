import { expect, test } from 'vitest'
import { entryChooser, type ListEntry, type Needs } from './list-entries.ts'

const now = Date.parse('2021-10-04T12:00:00Z')
const meeting = (name: string, types: string, startsAt = now + 1): ListEntry => ({
  types: types.split(' '),
  startsAt,
  meeting: name,
  neededAs: undefined,
})
const inFront = (entry: ListEntry): ListEntry => ({ ...entry, neededAs: 'peer-review' })

const discussion = meeting('discussion', 'optometrist')
const webinar = meeting('webinar', 'optometrist dispensing-optician')
const early = meeting('early review', 'optometrist')
const late = meeting('late review', 'optometrist')
const page = [inFront(early), inFront(late), discussion, webinar, early, late]

/** The entries that stay, with a star where they stand in front. */
const chosen = (entries: readonly ListEntry[], needs: Record<string, number>, limit = 3) => {
  const byKind: Needs = new Map([['peer-review', new Map(Object.entries(needs))]])
  const stays = entryChooser({ limit, types: new Set(Object.keys(needs)), needs: byKind }, now)
  return entries.filter(stays).map((entry) => `${entry.meeting}${entry.neededAs === undefined ? '' : '*'}`)
}

test('as many meetings of a kind as are needed come first, and each stands once', () => {
  expect(chosen(page, { optometrist: 0 })).toEqual(['discussion', 'webinar', 'early review'])
  expect(chosen(page, { optometrist: 1 })).toEqual(['early review*', 'discussion', 'webinar'])
  expect(chosen(page, { optometrist: 2 }, 9)).toEqual([
    'early review*',
    'late review*',
    'discussion',
    'webinar',
  ])
})

test('one that has begun, or is for a type that needs none, does not come first', () => {
  const over = meeting('over', 'optometrist', now)
  expect(chosen([inFront(over), ...page, over], { optometrist: 1 })[0]).toBe('early review*')
  expect(chosen(page, { optometrist: 0, 'dispensing-optician': 1 })[0]).toBe('discussion')
})

test('one meeting is for every type that needs it', () => {
  const both = meeting('both', 'optometrist dispensing-optician')
  const needs = { optometrist: 1, 'dispensing-optician': 1 }
  expect(chosen([inFront(both), ...page], needs)).toEqual(['both*', 'discussion', 'webinar'])
})

test('a list for everybody takes what has no name, no time and any type', () => {
  const stays = entryChooser({ limit: 2, types: undefined, needs: new Map() }, now)
  const plain = { types: ['any'], startsAt: undefined, meeting: undefined, neededAs: undefined }
  expect([plain, plain, plain].map(stays)).toEqual([true, true, false])
})
