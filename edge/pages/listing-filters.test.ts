import { expect, test } from 'vitest'
import { listingChoices, readListingFilter } from '../../core/index.ts'
import { packFacts } from '../pack/facts.ts'
import { elementsOf } from '../test-support/elements.ts'
import { openSite } from '../test-support/site-under-test.ts'
import { chosenFragment } from './listing-filters.ts'

test('a unit in use names its registrant type where several have one of that name', async () => {
  const facts = await packFacts(openSite().edge)
  const chosen = async (unit: string, units = facts.units) => {
    const pack = { ...facts, units }
    const { filter } = readListingFilter(new URLSearchParams({ unit }), pack, undefined)
    const choices = listingChoices(pack, filter, undefined)
    const parts = {
      facts: pack,
      filter,
      choices,
      ignored: [],
      items: facts.items,
      member: undefined,
      types: [],
    }
    return (await elementsOf(String(await chosenFragment(parts)), '[aria-current]')).map(({ text }) => text)
  }
  expect(await chosen('competency-1')).toEqual(['Ocular examination ×: take this filter away'])
  const shared = facts.units.map((unit) => ({ ...unit, title: 'Communication' }))
  expect(await chosen('competency-1', shared)).toEqual([
    'Communication (optometrist) ×: take this filter away',
  ])
  expect(await chosen('competency-4', shared)).toEqual([
    'Communication (dispensing optician) ×: take this filter away',
  ])
})
