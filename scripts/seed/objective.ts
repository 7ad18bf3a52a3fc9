import type { LearningObjective } from '../../schemas/generated/sanity.types.ts'
import { type Authored, ref } from './authored.ts'

/** The codes of the registrant types. */
export type RegistrantCode =
  | 'optometrist'
  | 'dispensing-optician'
  | 'therapeutic-prescriber'
  | 'contact-lens-optician'

/** An item's audience. */
export function audience(...codes: readonly RegistrantCode[]) {
  return codes.map((code) => ref(`registrantType-${code}`))
}

/**
 * A learning objective.
 *
 * @param competencies for each registrant type the positions of the competencies that the objective counts towards.
 */
export function objective(
  text: string,
  competencies: Readonly<Partial<Record<RegistrantCode, readonly number[]>>>,
): Authored<LearningObjective> {
  return {
    _type: 'learningObjective',
    text,
    competencies: Object.entries(competencies).flatMap(([code, positions]) =>
      positions.map((position) => ref(`competency-${code}-${position}`)),
    ),
  }
}
