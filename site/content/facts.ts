import type { Framework, Item, Pack, RegistrantType } from './types.ts'

/** What a reader wants to know of a pack before opening it. */
export type PackFacts = {
  readonly articles: number
  readonly videos: number
  /** Points of all exams together. */
  readonly points: number
  /** Reading and watching, without exams. */
  readonly minutes: number
  /** Each registrant type: how many units its cycle asks for, and how many of them the items cover. */
  readonly coverage: readonly {
    readonly type: RegistrantType
    readonly of: number
    readonly covered: number
  }[]
  /** Units of the framework: competencies or domains, as its scheme calls them. */
  readonly units: number
  readonly unitsCovered: number
}

/** Counts what is in a pack; a unit that several items cover counts once. */
export function packFacts(pack: Pack): PackFacts {
  const covered = new Set(
    pack.items.flatMap((item) => competenciesOf(item, pack.framework).map((each) => each._id)),
  )
  const types = new Map(
    pack.framework.competencies.map(({ registrantType }) => [registrantType._id, registrantType]),
  )
  const coverage = Array.from(types.values())
    .sort((a, b) => a.order - b.order)
    .map((type) => {
      const own = pack.framework.competencies.filter((each) => each.registrantType._id === type._id)
      return { type, of: own.length, covered: own.filter((each) => covered.has(each._id)).length }
    })
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
  return {
    articles: pack.items.filter((item) => item._type === 'article').length,
    videos: pack.items.filter((item) => item._type === 'video').length,
    points: sum(pack.items.map((item) => item.exam.points)),
    minutes: sum(pack.items.map((item) => item.minutes)),
    coverage,
    units: pack.framework.competencies.length,
    unitsCovered: sum(coverage.map((each) => each.covered)),
  }
}

/**
 * The units of an item’s objectives that count in a framework, each once. An item may also name units of a later scheme,
 * which a pack of this one does not count.
 */
export function competenciesOf(item: Item, framework: Framework) {
  const counting = new Set(framework.competencies.map(({ _id }) => _id))
  const all = item.learningObjectives
    .flatMap((objective) => objective.competencies)
    .filter(({ _id }) => counting.has(_id))
  return Array.from(new Map(all.map((competency) => [competency._id, competency])).values())
}

/** Where an item’s page and its exam are. */
export function itemPath(item: Item): string {
  return `/cet/active/${item.slug}/`
}

// Each page of a build looks its item up: in a list, that would take time in the square of their number.
const itemsBySlug = new WeakMap<Pack, ReadonlyMap<string, Item>>()

/**
 * The item whose page is at an address.
 *
 * @param slug last part of the address.
 * @throws RangeError when the pack has none there.
 */
export function itemAt(pack: Pack, slug: string | undefined): Item {
  let bySlug = itemsBySlug.get(pack)
  if (bySlug === undefined) {
    bySlug = new Map(pack.items.map((item) => [item.slug, item]))
    itemsBySlug.set(pack, bySlug)
  }
  const item = bySlug.get(slug ?? '')
  if (item === undefined) throw new RangeError(`No item of the pack has the address ${slug}.`)
  return item
}
