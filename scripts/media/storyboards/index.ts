import { UserError } from '../../user-error.ts'
import type { Storyboard } from '../storyboard.ts'
import { contactLensAftercare } from './contact-lens-aftercare.ts'
import { prescribingAudit } from './prescribing-audit.ts'

/** Every clip of the demonstration pack. */
export const storyboards: readonly Storyboard[] = [contactLensAftercare, prescribingAudit]

/**
 * The clips that somebody asks for.
 *
 * @param names of clips; none means all.
 * @returns them in the order of {@link storyboards}, each once.
 * @throws UserError MEDIA_CLIP_UNKNOWN when no clip has one of the names.
 */
export function chosenStoryboards(names: readonly string[]): readonly Storyboard[] {
  const unknown = names.find((name) => !storyboards.some((each) => each.name === name))
  if (unknown !== undefined) {
    throw new UserError(
      'MEDIA_CLIP_UNKNOWN',
      `There is no storyboard for a clip called ${unknown}.`,
      `Name one or more of ${storyboards.map(({ name }) => name).join(', ')}, or none to make all of them.`,
    )
  }
  return names.length === 0 ? storyboards : storyboards.filter(({ name }) => names.includes(name))
}
