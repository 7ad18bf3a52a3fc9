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
