import type { CoverageItem } from '../../core/coverage/model.ts'

/** Makes the address under which Studio opens a document, at a field if one is named. */
export type LinkTo = (document: { id: string; type: string; path?: string }) => string

/** Where an item names the units that it covers. */
export const itemLink = (linkTo: LinkTo, { id, kind }: CoverageItem): string =>
  linkTo({ id, type: kind, path: 'learningObjectives' })

/** Where an item's points come from: its exam, or the field in which one is chosen. */
export const pointsLink = (linkTo: LinkTo, { id, kind, exam }: CoverageItem): string =>
  exam === undefined
    ? linkTo({ id, type: kind, path: 'exam' })
    : linkTo({ id: exam, type: 'exam', path: 'points' })

/**
 * Makes each address once: Studio's router takes its time, and a grid asks for the same ones again and again.
 *
 * @param resolve - the router's own way to the document
 */
export function rememberLinks(resolve: LinkTo): LinkTo {
  const made = new Map<string, string>()
  return (document) => {
    const key = `${document.type} ${document.id} ${document.path ?? ''}`
    const before = made.get(key)
    if (before !== undefined) return before
    const address = resolve(document)
    made.set(key, address)
    return address
  }
}
