import type { Article } from '../content/index.ts'

/** One place of a text at which a work is cited. */
export type CitedPlace = {
  /** Of the citation on the page. */
  readonly id: string
  /** `a` for the first place of its work, `b` for the second; after `z` comes `aa`. */
  readonly letter: string
  /** The key of the citation; unique within its block alone. */
  readonly citation: string
  readonly block: string
}

/** Every place at which a work is cited, by the key of the work, in the order of the text. */
export function citedPlaces({
  body,
  references,
}: Pick<Article, 'body' | 'references'>): ReadonlyMap<string, readonly CitedPlace[]> {
  const cited = body.flatMap((part) =>
    part._type === 'block'
      ? part.children.flatMap((child) =>
          child._type === 'citation' ? { work: child.work, citation: child._key, block: part._key } : [],
        )
      : [],
  )
  const byWork = Map.groupBy(cited, ({ work }) => work)
  return new Map(
    references.map(({ _key }, index) => [
      _key,
      (byWork.get(_key) ?? []).map(({ citation, block }, place) => {
        const letter = letterOf(place)
        return { id: `cite-${index + 1}${letter}`, letter, citation, block }
      }),
    ]),
  )
}

function letterOf(index: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const last = letters.charAt(index % 26)
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}
