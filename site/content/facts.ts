import type { Item, Pack, RegistrantType } from './types.ts'

/** What a reader wants to know of a pack before opening it. */
export type PackFacts = {
  readonly articles: number
  readonly videos: number
  /** CET points of all exams together. */
  readonly points: number
  /** Reading and watching, without exams. */
  readonly minutes: number
  /** Each registrant type: how many competencies its cycle asks for, and how many of them the items cover. */
  readonly coverage: readonly {
    readonly type: RegistrantType
    readonly of: number
    readonly covered: number
  }[]
  readonly competencies: number
  readonly competenciesCovered: number
}

/** Counts what is in a pack; a competency that several items cover counts once. */
export function packFacts(pack: Pack): PackFacts {
  const covered = new Set(pack.items.flatMap((item) => competenciesOf(item).map((each) => each._id)))
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
    competencies: pack.framework.competencies.length,
    competenciesCovered: sum(coverage.map((each) => each.covered)),
  }
}

/** The competencies of an item’s objectives, each once. */
export function competenciesOf(item: Item) {
  const all = item.learningObjectives.flatMap((objective) => objective.competencies)
  return Array.from(new Map(all.map((competency) => [competency._id, competency])).values())
}

/** Where an item’s page and its exam are. */
export function itemPath(item: Item): string {
  return `/cet/active/${item.slug}/`
}
