/** A kind of registrant, as coverage needs it. */
export type CoverageType = {
  readonly id: string
  readonly title: string
  /** As in references: `O`, `D`, `TP`, `CL`. */
  readonly abbreviation: string
}

/** A unit of a framework: a competency (or a domain) that registrants of one type must cover. */
export type CoverageUnit = {
  readonly id: string
  readonly title: string
  /** ID of the registrant type. Equal titles of different types are different units. */
  readonly type: string
  /** ID of the framework. */
  readonly framework: string
}

/** One state of an item: what it covers and what it earns. */
export type ItemVersion = {
  readonly title: string
  /** IDs of the registrant types that the item is approved for. */
  readonly audience: ReadonlySet<string>
  /** IDs of the competencies of all its objectives, of whatever framework. */
  readonly units: ReadonlySet<string>
  /** CET points that its exam earns; `undefined` while it has no exam, or the exam no points. */
  readonly points: number | undefined
}

/** An article or video in its two states; at least one is there. */
export type CoverageItem = {
  readonly id: string
  readonly kind: 'article' | 'video'
  /** ID of the exam that the latest state names, if any. */
  readonly exam?: string
  /** What members see: the published item in the published pack. */
  readonly now?: ItemVersion
  /** What they will see once every draft is published: draft over published, in the pack as it is being edited. */
  readonly next?: ItemVersion
}

/** What is measured: one framework's units against one pack's items. All lists are in the order of display. */
export type CoverageInput = {
  readonly types: readonly CoverageType[]
  readonly units: readonly CoverageUnit[]
  readonly items: readonly CoverageItem[]
}
