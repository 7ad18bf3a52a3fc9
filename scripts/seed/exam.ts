import type { Exam, Figure } from '../../schemas/generated/sanity.types.ts'
import type { Authored } from './authored.ts'
import { keyOf } from './key.ts'

/** A choice as it is written: its key comes from the exam and its text. */
export type AuthoredChoice = { readonly text: string; readonly correct: boolean; readonly rationale: string }

/** A question as it is written. `name` is what its key is made of, so that the stem can be reworded. */
export type AuthoredQuestion = {
  readonly name: string
  readonly stem: string
  readonly kind: 'single' | 'multiple'
  readonly choices: readonly AuthoredChoice[]
  readonly image?: Authored<Figure>
}

/** A choice that is part of the key, with the reason. */
export function right(text: string, rationale: string): AuthoredChoice {
  return { text, correct: true, rationale }
}

/** A choice that is not part of the key, with the reason. */
export function wrong(text: string, rationale: string): AuthoredChoice {
  return { text, correct: false, rationale }
}

/** A question with one best answer. */
export function single(name: string, stem: string, ...choices: readonly AuthoredChoice[]): AuthoredQuestion {
  return { name, stem, kind: 'single', choices }
}

/** A question with several correct answers; its stem says how many. */
export function multiple(
  name: string,
  stem: string,
  ...choices: readonly AuthoredChoice[]
): AuthoredQuestion {
  return { name, stem, kind: 'multiple', choices }
}

/** The same question about an image, which is printed between its stem and its choices. */
export function withImage(question: AuthoredQuestion, image: Authored<Figure>): AuthoredQuestion {
  return { ...question, image }
}

/**
 * An exam with the usual rules: pass at 60 per cent, three attempts, one non-interactive point, answers after the last
 * word. Keys are hashes of what is printed anyway, so they tell neither the order nor the key.
 */
export function exam(
  id: string,
  title: string,
  introduction: string,
  questions: readonly AuthoredQuestion[],
): Authored<Exam> {
  return {
    _id: id,
    _type: 'exam',
    title,
    introduction,
    questions: questions.map(({ name, stem, kind, choices, image }) => ({
      _key: keyOf(id, name),
      _type: 'question',
      stem,
      kind,
      fixedOrder: false,
      choices: choices.map(({ text, correct, rationale }) => ({
        _key: keyOf(id, name, text),
        _type: 'choice',
        text,
        correct,
        rationale,
      })),
      ...(image === undefined ? {} : { image }),
    })),
    passMark: 60,
    maxAttempts: 3,
    points: 1,
    pointType: 'non-interactive',
    feedback: 'after-last-word',
  }
}
