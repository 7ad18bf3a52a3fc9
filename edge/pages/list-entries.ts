/** An entry of a list, as its attributes in the page tell it. */
export type ListEntry = {
  /** Codes of the registrant types that it is for. */
  readonly types: readonly string[]
  /** From when it is over, in milliseconds of the Unix epoch; undefined when it never is. */
  readonly startsAt: number | undefined
  /** What the entry is of, where a list may name it twice. */
  readonly meeting: string | undefined
  /** The kind of meeting that it stands in front for; undefined for an entry in its ordinary place. */
  readonly neededAs: string | undefined
}

/** How many meetings of a kind are still needed: by kind, then by the code of the registrant type. */
export type Needs = ReadonlyMap<string, ReadonlyMap<string, number>>

/**
 * Decides, entry by entry in the order of the page, which of a list stay.
 *
 * Entries that stand in front for a kind of meeting stay as long as one of that kind is needed for one of their types, and
 * then do not appear a second time in their ordinary place.
 *
 * @param list.limit how many entries stay at most.
 * @param list.types codes of the registrant types that it is for; undefined for everybody.
 * @param now milliseconds of the Unix epoch, by the server's clock.
 */
export function entryChooser(
  list: { readonly limit: number; readonly types: ReadonlySet<string> | undefined; readonly needs: Needs },
  now: number,
): (entry: ListEntry) => boolean {
  const needs = new Map(Array.from(list.needs, ([kind, byType]) => [kind, new Map(byType)]))
  const shown = new Set<string>()
  let kept = 0
  return ({ types, startsAt, meeting, neededAs }) => {
    if (kept >= list.limit || (startsAt !== undefined && startsAt <= now)) return false
    if (list.types !== undefined && !types.some((code) => list.types?.has(code))) return false
    if (meeting !== undefined && shown.has(meeting)) return false
    if (neededAs !== undefined) {
      const byType = needs.get(neededAs)
      const closing = types.filter((code) => (byType?.get(code) ?? 0) > 0)
      if (closing.length === 0) return false
      for (const code of closing) byType?.set(code, (byType.get(code) ?? 0) - 1)
    }
    if (meeting !== undefined) shown.add(meeting)
    kept += 1
    return true
  }
}
