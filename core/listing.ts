import { type ItemState, itemStates } from './item-state.ts'
import type { PackFacts } from './pack-facts.ts'

/** One item of the pack, as the listing tells items apart. */
type Item = PackFacts['items'][number]

const formats = ['article', 'video'] as const satisfies readonly Item['format'][]

/** Which items a reader wants to see. An item must fit every part that is given. */
export type ListingFilter = {
  /** Codes of registrant types: for any of them. */
  readonly types: readonly string[]
  readonly unit: string | undefined
  readonly format: Item['format'] | undefined
  readonly state: ItemState | undefined
}

/** The whole list. */
export const everything: ListingFilter = {
  types: [],
  unit: undefined,
  format: undefined,
  state: undefined,
}

/** The parts of a filter that take one value, and the registrant types. */
export type ListingPart = 'type' | 'unit' | 'format' | 'state'

/**
 * Reads a filter from the query of an address. What is not known is left out of the filter and told, so that an old link
 * shows more than it used to and never an error.
 *
 * @param states of the member by item ID; without them there is nothing to filter states by.
 * @returns `ignored`: the values that were not used, as they were written.
 */
export function readListingFilter(
  query: URLSearchParams,
  facts: PackFacts,
  states: ReadonlyMap<string, ItemState> | undefined,
): { readonly filter: ListingFilter; readonly ignored: readonly string[] } {
  const ignored: string[] = []
  const all = <T extends string>(name: ListingPart, known: readonly T[]): T[] => {
    const given = query.getAll(name).filter((value) => value !== '')
    ignored.push(...given.filter((value) => !known.some((each) => each === value)))
    return known.filter((each) => given.includes(each))
  }
  const types = all(
    'type',
    facts.registrantTypes.map(({ code }) => code),
  )
  const [unit] = all(
    'unit',
    facts.units.map(({ id }) => id),
  )
  const [format] = all('format', formats)
  const [state] = all('state', states === undefined ? [] : itemStates)
  return { filter: { types, unit, format, state }, ignored }
}

/** The address of the listing with a filter, its parts always in the same order. */
export function listingPath({ types, unit, format, state }: ListingFilter): string {
  const query = new URLSearchParams(types.map((type) => ['type', type]))
  for (const [name, value] of Object.entries({ unit, format, state })) {
    if (value !== undefined) query.append(name, value)
  }
  return query.size === 0 ? '/cet/active/' : `/cet/active/?${query}`
}

/** The items that fit a filter, in the pack's order. `states`: see {@link readListingFilter}. */
export function fittingItems(
  items: readonly Item[],
  { types, unit, format, state }: ListingFilter,
  states: ReadonlyMap<string, ItemState> | undefined,
): Item[] {
  return items.filter(
    (item) =>
      (types.length === 0 || item.registrantTypes.some((type) => types.includes(type))) &&
      (unit === undefined || item.units.includes(unit)) &&
      (format === undefined || item.format === format) &&
      (state === undefined || states?.get(item.id) === state),
  )
}

/** One value that the list can be narrowed to. */
export type ListingChoice = {
  readonly part: ListingPart
  readonly value: string
  /** How many items are left with it and the rest of the filter. */
  readonly count: number
  readonly current: boolean
  /** The filter with this value, or without it where it is current. */
  readonly next: ListingFilter
}

/**
 * All values that the list can be narrowed to, part by part in the order of the facts. Units of no item of the pack are
 * left out, and states where there is no member.
 */
export function listingChoices(
  facts: PackFacts,
  filter: ListingFilter,
  states: ReadonlyMap<string, ItemState> | undefined,
): ListingChoice[] {
  const choice = (
    part: ListingPart,
    value: string,
    current: boolean,
    chosen: ListingFilter,
    without: ListingFilter,
  ): ListingChoice => ({
    part,
    value,
    current,
    count: fittingItems(facts.items, current ? filter : chosen, states).length,
    next: current ? without : chosen,
  })
  const taught = new Set(facts.items.flatMap(({ units }) => units))
  return [
    ...facts.registrantTypes.map(({ code }) =>
      choice(
        'type',
        code,
        filter.types.includes(code),
        { ...filter, types: [code] },
        { ...filter, types: filter.types.filter((each) => each !== code) },
      ),
    ),
    ...formats.map((format) =>
      choice(
        'format',
        format,
        filter.format === format,
        { ...filter, format },
        { ...filter, format: undefined },
      ),
    ),
    ...(states === undefined ? [] : itemStates).map((state) =>
      choice('state', state, filter.state === state, { ...filter, state }, { ...filter, state: undefined }),
    ),
    ...facts.units
      .filter(({ id }) => taught.has(id))
      .map(({ id }) =>
        choice('unit', id, filter.unit === id, { ...filter, unit: id }, { ...filter, unit: undefined }),
      ),
  ]
}
