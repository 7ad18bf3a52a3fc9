import type { CoverageInput, CoverageItem, CoverageType, CoverageUnit, ItemVersion } from './model.ts'

/**
 * How an item covers a unit:
 * - `published`: today, and still after everything is published;
 * - `draft`: only once a draft is published;
 * - `leaving`: today, but no longer once the draft is published;
 * - `outside`: an objective names the unit, but the item is not approved for its registrant type, so it does not count.
 */
export type Mark = 'published' | 'draft' | 'leaving' | 'outside'

/** Covered by nothing, by one item only (a single point of failure), or by several. */
export type UnitState = 'gap' | 'single' | 'covered'

/** Whether an item is as published, changed by a draft, new, or about to leave the pack. */
export type ItemState = 'published' | 'changed' | 'draft' | 'leaving'

/** A unit with the items that cover it. */
export type UnitRow = {
  readonly unit: CoverageUnit
  /** By item ID; an item without a mark does not cover the unit. */
  readonly marks: ReadonlyMap<string, Mark>
  /** How many items cover it for members today. */
  readonly now: number
  /** How many will once every draft is published: the state follows from this. */
  readonly next: number
  readonly state: UnitState
}

/** A registrant type with its units and what its registrants can earn. Points are those of the exams, once an item. */
export type TypeGroup = {
  readonly type: CoverageType
  readonly rows: readonly UnitRow[]
  /** How many units at least one item covers: today, and once every draft is published. */
  readonly covered: { readonly now: number; readonly next: number }
  readonly points: { readonly now: number; readonly next: number }
}

/** Units by registrant type against items. */
export type CoverageMatrix = {
  readonly groups: readonly TypeGroup[]
  readonly items: readonly CoverageItem[]
  readonly units: number
  /** Units that nothing covers once every draft is published. */
  readonly gaps: number
  /** Units that one item alone covers then. */
  readonly singles: number
}

/**
 * Measures items against units. A unit of a registrant type that is not listed is left out; a type without units has no
 * group. The work grows with the number of tags (item × competency), not with items × units.
 *
 * @param before an earlier matrix; its rows are given again where they still hold, so that they need not be shown again.
 */
export function coverageMatrix(
  { types, units, items }: CoverageInput,
  before?: CoverageMatrix,
): CoverageMatrix {
  const earlier = new Map(
    before?.groups.flatMap((group) => group.rows.map((row) => [row.unit, row] as const)),
  )
  const tagged = itemsByUnit(items)
  const unitsByType = Map.groupBy(units, (unit) => unit.type)
  const groups = types.flatMap((type): TypeGroup[] => {
    const own = unitsByType.get(type.id)
    if (own === undefined) return []
    const rows = own.map((unit) => {
      const row = unitRow(unit, tagged.get(unit.id) ?? [])
      const old = earlier.get(unit)
      return old !== undefined && sameMarks(old.marks, row.marks) ? old : row
    })
    return [
      {
        type,
        rows,
        covered: {
          now: rows.filter((row) => row.now > 0).length,
          next: rows.filter((row) => row.next > 0).length,
        },
        points: { now: pointsFor(type.id, items, 'now'), next: pointsFor(type.id, items, 'next') },
      },
    ]
  })
  const rows = groups.flatMap((group) => group.rows)
  return {
    groups,
    items,
    units: rows.length,
    gaps: rows.filter((row) => row.state === 'gap').length,
    singles: rows.filter((row) => row.state === 'single').length,
  }
}

/** See {@link ItemState}. */
export function itemState({ now, next }: CoverageItem): ItemState {
  if (now === undefined) return 'draft'
  if (next === undefined) return 'leaving'
  return sameVersion(now, next) ? 'published' : 'changed'
}

/** The points that an item earns registrants of a type in one of its states; 0 when it is not for them. */
export function pointsOf(version: ItemVersion | undefined, type: string): number {
  return version?.audience.has(type) ? (version.points ?? 0) : 0
}

function pointsFor(type: string, items: readonly CoverageItem[], when: 'now' | 'next'): number {
  let sum = 0
  for (const item of items) sum += pointsOf(item[when], type)
  return sum
}

function itemsByUnit(items: readonly CoverageItem[]): Map<string, CoverageItem[]> {
  const tagged = new Map<string, CoverageItem[]>()
  const note = (unit: string, item: CoverageItem) => {
    const list = tagged.get(unit)
    if (list === undefined) tagged.set(unit, [item])
    // An item's two states come one after the other, so that it would be the last one noted.
    else if (list.at(-1) !== item) list.push(item)
  }
  for (const item of items) {
    for (const unit of item.now?.units ?? []) note(unit, item)
    for (const unit of item.next?.units ?? []) note(unit, item)
  }
  return tagged
}

function unitRow(unit: CoverageUnit, items: readonly CoverageItem[]): UnitRow {
  const marks = new Map<string, Mark>()
  let now = 0
  let next = 0
  for (const item of items) {
    const today = covers(item.now, unit)
    const then = covers(item.next, unit)
    if (today) now += 1
    if (then) next += 1
    marks.set(item.id, today ? (then ? 'published' : 'leaving') : then ? 'draft' : 'outside')
  }
  return { unit, marks, now, next, state: next === 0 ? 'gap' : next === 1 ? 'single' : 'covered' }
}

function covers(version: ItemVersion | undefined, unit: CoverageUnit): boolean {
  return version?.units.has(unit.id) === true && version.audience.has(unit.type)
}

/** Counts and state follow from the marks, so rows of the same unit with the same marks are the same. */
function sameMarks(one: ReadonlyMap<string, Mark>, other: ReadonlyMap<string, Mark>): boolean {
  if (one.size !== other.size) return false
  for (const [item, mark] of one) if (other.get(item) !== mark) return false
  return true
}

function sameVersion(one: ItemVersion, other: ItemVersion): boolean {
  return (
    one === other ||
    (one.title === other.title &&
      one.points === other.points &&
      sameSet(one.audience, other.audience) &&
      sameSet(one.units, other.units))
  )
}

function sameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each))
}
