import type { Question } from './exam-form.ts'
import type { Sending } from './outbox.ts'

/** Something that has happened to the answers, in a sentence. */
export type Message = {
  readonly text: string
  /** Whether it answers a press of a button, and takes the focus for that. */
  readonly answers?: boolean
  /** What can be done about it. */
  readonly offer?: 'clear' | 'undo'
  /** Where the result is. */
  readonly result?: string
  /** The question that was answered last, where the page does not begin with it. */
  readonly stopped?: Question
}

/** What a sitting shows beside its form. */
export type Shown = {
  readonly answered: number
  readonly total: number
  /** Whether the answers are kept on this device; undefined before there is anything to keep. */
  readonly kept: boolean | undefined
  readonly message: Message | undefined
  readonly missing: readonly Question[]
  /** Counts presses of the button: what answers one is a new element, which takes the focus again. */
  readonly round: number
  readonly sending: Sending | undefined
}

/** Is told of every change of what is shown. */
export type Show = (change: Partial<Shown>) => void
