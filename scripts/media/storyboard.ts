import type { ArtName } from './art.ts'

/** Who speaks in the clips. */
export type Speaker = 'Presenter' | 'Optometrist' | 'Patient' | 'Prescriber' | 'Dispensing optician'

/** Something that is said, with the line that appears on the slide meanwhile. */
export type Passage = { readonly speaker: Speaker; readonly text: string; readonly shows: string }

/** A chapter of the clip: one picture, on which the passages appear one after the other. */
export type Scene = {
  readonly chapter: string
  readonly heading: string
  readonly art: ArtName
  readonly passages: readonly Passage[]
}

/** A clip: what is said and what is seen, in order. */
export type Storyboard = {
  /** What its files in `scripts/seed/assets/video` are called. */
  readonly name: string
  /** Who asks the questions, or takes the steps, that the poster lists. */
  readonly lead: Speaker
  readonly scenes: readonly Scene[]
}
