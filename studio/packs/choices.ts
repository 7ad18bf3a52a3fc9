import { type DocumentPair, latest, type PlainDocument } from '../../core/content/documents.ts'
import { refOf, textOf } from '../../core/content/values.ts'

/** A document that an editor can choose from a list. */
export type Choice = { readonly id: string; readonly title: string }

/** The packs, the one that opens last first; of equal or unknown days by ID. Drafts over published. */
export function packChoices(pairs: ReadonlyMap<string, DocumentPair>): Choice[] {
  return choices(pairs, 'pack', 'Untitled pack', (pack) => textOf(pack['opensOn']))
}

/** The frameworks, the one whose cycle begins last first. Drafts over published. */
export function frameworkChoices(pairs: ReadonlyMap<string, DocumentPair>): Choice[] {
  return choices(pairs, 'framework', 'Untitled framework', (framework) =>
    textOf(latest(pairs.get(refOf(framework['cycle']) ?? ''))?.['startsOn']),
  )
}

/**
 * The choice that holds: the one that was made, as long as it exists, else the first.
 *
 * @param made - ID of the choice that was made
 */
export function validChoice(made: string | undefined, from: readonly Choice[]): string | undefined {
  return from.some(({ id }) => id === made) ? made : from[0]?.id
}

function choices(
  pairs: ReadonlyMap<string, DocumentPair>,
  type: string,
  untitled: string,
  dayOf: (document: PlainDocument) => string,
): Choice[] {
  return [...pairs.values()]
    .flatMap((pair) => {
      const document = latest(pair)
      if (document?._type !== type) return []
      // Calendar dates (YYYY-MM-DD) compare as text.
      return { id: pair.id, title: textOf(document['title']) || untitled, day: dayOf(document) }
    })
    .sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? 1 : -1))
    .map(({ id, title }) => ({ id, title }))
}
