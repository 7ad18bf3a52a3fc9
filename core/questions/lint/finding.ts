/** How much a finding weighs: an error keeps an exam from being published, a warning explains itself and leaves the choice. */
export type LintLevel = 'error' | 'warning'

/** Where in the form the remedy begins. */
export type LintField = 'questions' | 'passMark' | 'stem' | 'kind' | 'choices' | 'text' | 'rationale'

/** Something about an exam that a reviewer would point out. */
export type LintFinding = {
  /** Permanent, such as `lint/key-count`; see `lintRules`. */
  readonly code: string
  readonly level: LintLevel
  /** Key of the question; absent when the finding is about the exam as a whole. */
  readonly question?: string
  /** Key of the choice, where it is about one. */
  readonly choice?: string
  /** `questions` and `passMark` belong to the exam, `text` and `rationale` to the choice, the rest to the question. */
  readonly field: LintField
  /** What is wrong, and why it matters. */
  readonly message: string
  /** What to do about it. */
  readonly remedy: string
}

/** A choice as lints read it; while somebody is still writing, anything but its key may be missing. */
export type LintedChoice = {
  readonly key: string
  readonly text?: string | undefined
  readonly correct?: boolean | undefined
  readonly rationale?: string | undefined
}

/** A question as lints read it. Choices may be shuffled unless `fixedOrder` is true. */
export type LintedQuestion = {
  readonly key: string
  readonly stem?: string | undefined
  /** `single` where nothing is said: one choice is correct. */
  readonly kind?: 'single' | 'multiple' | undefined
  readonly fixedOrder?: boolean | undefined
  readonly choices: readonly LintedChoice[]
}

/** An exam as lints read it. `passMark` is a percentage of the questions. */
export type LintedExam = {
  readonly questions: readonly LintedQuestion[]
  readonly passMark?: number | undefined
}
