import { plainLine, plainText } from './plain.ts'
import {
  cut,
  errorAt,
  noteAt,
  type Place,
  type QuestionFormat,
  type QuestionProblem,
  type Remark,
} from './problem.ts'
import type { Question, QuestionImage } from './question.ts'

/** What reading yields: a question, or something that a person should know. */
export type Read =
  | { readonly kind: 'question'; readonly question: Question; readonly line: number; readonly column: number }
  | { readonly kind: 'problem'; readonly problem: QuestionProblem }

/** A choice as a reader found it. `fraction` is its share of the mark in per cent. */
export type DraftChoice = {
  readonly text: string
  readonly correct: boolean
  readonly fraction?: number | undefined
  readonly feedback?: string | undefined
}

/** A question as a reader found it, its texts not yet tidied. */
export type Draft = {
  readonly type: Question['type']
  readonly title?: string | undefined
  readonly stem: string
  readonly choices: readonly DraftChoice[]
  readonly feedback?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly image?: QuestionImage | undefined
  readonly fixedOrder?: boolean | undefined
}

/** A problem as reading yields it. */
export function problem(format: QuestionFormat, place: Place, remark: Remark): Read {
  return { kind: 'problem', problem: errorAt(format, place, remark) }
}

/** A note as reading yields it. */
export function note(format: QuestionFormat, place: Place, remark: Remark): Read {
  return { kind: 'problem', problem: noteAt(format, place, remark) }
}

/**
 * Tidies a draft and tells whether an exam can hold it.
 *
 * @param notes - what to say about it if it can
 * @returns the question and its notes, or the one reason why not
 */
export function settle(
  format: QuestionFormat,
  place: Place,
  draft: Draft,
  notes: readonly Remark[] = [],
): Read[] {
  const question = tidy(draft)
  const fault = faultOf(question)
  if (fault !== undefined)
    return [problem(format, { ...place, excerpt: question.stem || place.excerpt }, fault)]
  return [
    { kind: 'question', question, line: place.line, column: place.column },
    ...notes.map((remark) => note(format, { ...place, excerpt: question.stem }, remark)),
  ]
}

/** The share of the mark that a choice earns when nothing else is said, in per cent. */
export function usualShare(
  question: { readonly type: Question['type']; readonly choices: readonly { readonly correct: boolean }[] },
  correct: boolean,
): number {
  if (!correct) return 0
  return question.type === 'single' ? 100 : 100 / question.choices.filter((choice) => choice.correct).length
}

/**
 * The share of the mark that a format of weights gives a choice, in per cent. One that would turn the key around (a wrong
 * choice with the full mark, say) is not believed.
 */
export function shareOf(question: Question, { correct, fraction }: Question['choices'][number]): number {
  const usual = usualShare(question, correct)
  if (fraction === undefined) return usual
  if (question.type === 'single') return correct || fraction > 99.99 ? usual : fraction
  return correct === fraction > 0 ? fraction : usual
}

/** Whether a share is, to the digits that formats write, the usual one. */
export function isUsualShare(share: number, usual: number): boolean {
  return Math.abs(share - usual) < 0.01
}

/** A question with every text tidied and nothing said that goes without saying. */
export function tidy(draft: Draft): Question {
  const title = plainLine(draft.title ?? '')
  const feedback = plainText(draft.feedback ?? '')
  const tags = Array.from(new Set((draft.tags ?? []).map(plainLine).filter((tag) => tag !== '')))
  return {
    type: draft.type,
    ...(title !== '' && { title }),
    stem: plainText(draft.stem),
    choices: draft.choices.map(({ text, correct, fraction, feedback }) => {
      const why = plainText(feedback ?? '')
      const usual = usualShare(draft, correct)
      return {
        text: plainText(text),
        correct,
        ...(fraction !== undefined && !isUsualShare(fraction, usual) && { fraction }),
        ...(why !== '' && { feedback: why }),
      }
    }),
    ...(feedback !== '' && { feedback }),
    ...(tags.length > 0 && { tags }),
    ...(draft.image !== undefined && { image: draft.image }),
    ...(draft.fixedOrder === true && { fixedOrder: true }),
  }
}

/** Why an exam cannot hold a question, if it cannot. */
function faultOf({ type, stem, choices, title, feedback }: Question): Remark | undefined {
  if (stem === '') {
    return {
      code: 'question/no-stem',
      message: 'The question has no text.',
      remedy: 'Write the question, or take it out of the file.',
    }
  }
  if (choices.length < 2) {
    return {
      code: 'question/too-few-choices',
      message: `The question has ${choices.length === 0 ? 'no choices' : 'one choice'}; there must be at least two.`,
      remedy: 'Add the missing choices.',
    }
  }
  const empty = choices.findIndex((choice) => choice.text === '')
  if (empty >= 0) {
    return {
      code: 'question/empty-choice',
      message: `Choice ${empty + 1} has no text (an image alone is not held).`,
      remedy: 'Write the choice in words, or take it out.',
    }
  }
  const texts = [title, stem, feedback, ...choices.flatMap((choice) => [choice.text, choice.feedback])]
  const broken = texts.find((text) => text?.includes('\ufffd'))
  if (broken !== undefined) {
    return {
      code: 'text/not-utf-8',
      message: `A character cannot be read (“${cut(around(broken, '\ufffd'))}”): the file is not in UTF-8 there.`,
      remedy: 'Save the file as UTF-8 and read it again.',
    }
  }
  const correct = choices.filter((choice) => choice.correct).length
  if (correct === 0) {
    return {
      code: 'question/no-correct-choice',
      message: 'No choice is marked as correct.',
      remedy: 'Mark the correct choice.',
    }
  }
  if (type === 'single' && correct > 1) {
    return {
      code: 'question/several-correct-choices',
      message: `One choice is to be made, but ${correct} choices earn the full mark each; an exam's question has one right answer, or needs all of them.`,
      remedy: 'Leave one choice with the full mark, or make it a question with several correct choices.',
    }
  }
  return undefined
}

function around(text: string, sign: string): string {
  const at = text.indexOf(sign)
  return text.slice(Math.max(0, at - 20), at + 20)
}
