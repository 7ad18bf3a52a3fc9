import type { Remark } from './problem.ts'
import type { Question, QuestionImage } from './question.ts'

/** A question as an exam document holds it (`schemas/objects/question.ts`). */
export type StoredQuestion = {
  readonly _key: string
  readonly _type: 'question'
  readonly stem: string
  readonly kind: Question['type']
  readonly choices: readonly StoredChoice[]
  readonly fixedOrder: boolean
  readonly image?: {
    readonly _type: 'figure'
    readonly image: {
      readonly _type: 'image'
      readonly asset: { readonly _type: 'reference'; readonly _ref: string }
    }
    readonly alt?: string
  }
}

type StoredChoice = {
  readonly _key: string
  readonly _type: 'choice'
  readonly text: string
  readonly correct: boolean
  readonly rationale?: string
}

// What the dataset accepts as a figure.
const figureTypes = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif'])

/** The image that an exam would hold of a question: none where its kind is not accepted. */
export function figureOf({ image }: Question): QuestionImage | undefined {
  return image !== undefined && figureTypes.has(image.mediaType) ? image : undefined
}

/**
 * A question from a file as an exam holds it. What is said after any answer becomes the rationale of the choices that have
 * none of their own, because an exam explains choices.
 *
 * @param keys - the question's key, and those of its choices
 * @param asset - ID of the uploaded image, for a question with one
 */
export function storedQuestion(
  question: Question,
  keys: { readonly question: string; choice(index: number): string },
  asset?: string,
): StoredQuestion {
  const alt = question.image?.alt
  return {
    _key: keys.question,
    _type: 'question',
    stem: question.stem,
    kind: question.type,
    choices: question.choices.map(({ text, correct, feedback }, index) => {
      const rationale = feedback ?? question.feedback
      return {
        _key: keys.choice(index),
        _type: 'choice',
        text,
        correct,
        ...(rationale !== undefined && { rationale }),
      }
    }),
    fixedOrder: question.fixedOrder === true,
    ...(asset !== undefined && {
      image: {
        _type: 'figure',
        image: { _type: 'image', asset: { _type: 'reference', _ref: asset } },
        ...(alt !== undefined && { alt }),
      },
    }),
  }
}

/** What an exam does not hold of a question. */
export function lostInExam(question: Question): Remark[] {
  const { title, tags, image, feedback, choices } = question
  const lost = (code: Remark['code'], message: string, remedy: string): Remark => ({ code, message, remedy })
  const unused = feedback !== undefined && choices.every((choice) => choice.feedback !== undefined)
  return [
    title !== undefined &&
      lost(
        'left-out/title',
        'An exam’s questions have no title, so it was left out.',
        'Nothing needs to be done.',
      ),
    tags !== undefined &&
      lost(
        'left-out/tags',
        'An exam’s questions have no tags, so they were left out.',
        'Nothing needs to be done.',
      ),
    choices.some((choice) => choice.fraction !== undefined) &&
      lost(
        'left-out/shares',
        'An exam gives no partial marks: a question is right or wrong, so the shares were left out.',
        'Check that the key is right without them.',
      ),
    unused &&
      lost(
        'left-out/feedback',
        'An exam explains choices; every choice has a rationale of its own, so feedback on the question was left out.',
        'Add what matters of it to the rationales.',
      ),
    image !== undefined &&
      figureOf(question) === undefined &&
      lost(
        'left-out/images',
        `The image is ${image.mediaType}, and figures are JPEG, PNG, WebP or AVIF; it was left out.`,
        'Save the image as PNG and add it in Studio.',
      ),
  ].filter((remark) => remark !== false)
}

/** The ID of the asset that a stored question's figure shows, if it has one. */
export function assetOf(stored: unknown): string | undefined {
  const reference = field(field(field(field(stored, 'image'), 'image'), 'asset'), '_ref')
  return typeof reference === 'string' ? reference : undefined
}

/**
 * A stored question as formats exchange it. A question that an editor has not finished goes as it is.
 *
 * @param image - its figure's file, where it could be fetched
 */
export function questionOfStored(stored: unknown, image?: Omit<QuestionImage, 'alt'>): Question {
  const choices = field(stored, 'choices')
  const alt = textIn(field(stored, 'image'), 'alt')
  return {
    type: field(stored, 'kind') === 'multiple' ? 'multiple' : 'single',
    stem: textIn(stored, 'stem'),
    choices: (Array.isArray(choices) ? choices : []).map((choice: unknown) => {
      const rationale = textIn(choice, 'rationale')
      return {
        text: textIn(choice, 'text'),
        correct: field(choice, 'correct') === true,
        ...(rationale !== '' && { feedback: rationale }),
      }
    }),
    ...(image !== undefined && { image: { ...image, ...(alt !== '' && { alt }) } }),
    ...(field(stored, 'fixedOrder') === true && { fixedOrder: true }),
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
}

function textIn(value: unknown, name: string): string {
  const text = field(value, name)
  return typeof text === 'string' ? text : ''
}
