/** An image that belongs to a question's stem. */
export type QuestionImage = {
  /** File name without folders, such as `fundus.png`. */
  readonly name: string
  /** Media type, such as `image/png`. */
  readonly mediaType: string
  /** The file's bytes in base64 (RFC 4648, with padding). */
  readonly data: string
  /** Alternative text, where the source has one. */
  readonly alt?: string
}

/** One choice of a question as formats exchange it. Texts are plain text. */
export type QuestionChoice = {
  readonly text: string
  readonly correct: boolean
  /** Share of the mark in per cent, from -100 to 100, where the source gives one that `correct` does not tell. */
  readonly fraction?: number
  /** Why this choice is right or wrong: an exam's rationale. */
  readonly feedback?: string
}

/**
 * A multiple-choice question on its way from one format to another: plain text, no keys of a dataset. `single` has one
 * correct choice, `multiple` is right when exactly the correct choices are ticked.
 */
export type Question = {
  readonly type: 'single' | 'multiple'
  readonly title?: string
  readonly stem: string
  readonly choices: readonly QuestionChoice[]
  /** What is said after answering, whatever was chosen. */
  readonly feedback?: string
  readonly tags?: readonly string[]
  readonly image?: QuestionImage
  /** Choices must keep their order. */
  readonly fixedOrder?: boolean
}
