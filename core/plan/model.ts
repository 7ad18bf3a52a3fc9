/** An item that a member can still take: what it can close, its points, and the minutes that it takes in all. */
export type PlanItem = {
  readonly id: string
  readonly units: readonly string[]
  readonly points: number
  readonly minutes: number
}

/** Points that are missing, and the IDs of the items that earn them; without IDs, every item does. */
export type MissingPoints = { readonly points: number; readonly from?: ReadonlySet<string> }

/**
 * What is missing: units to close, and points to reach. Points may be missing in several ways at once, such as for each
 * registrant type; what an item earns counts towards all that it is for.
 */
export type PlanGoal = { readonly units: readonly string[]; readonly points: readonly MissingPoints[] }

/** The shortest way to a goal. See {@link planFewest}. */
export type Plan = {
  /** Necessary items first, then by what they newly close, then in the candidates' order. */
  readonly items: readonly {
    readonly id: string
    /** Missing units that no item before this one in the list closes. */
    readonly closes: readonly string[]
    /** Missing units that no other candidate closes. */
    readonly onlyOneFor: readonly string[]
  }[]
  readonly minutes: number
  readonly points: number
  /** Missing units that no candidate closes. */
  readonly unreachable: readonly string[]
  /** Points that stay missing even if every candidate is taken: the most of any of the goal’s. */
  readonly pointsShort: number
  /** Whether no other plan has fewer items, or as few and fewer minutes. Otherwise the work ran out before that was sure. */
  readonly optimal: boolean
  /** What is sure: no plan has fewer items, and none with as few as these takes fewer minutes. */
  readonly atLeast: { readonly items: number; readonly minutes: number }
}
