import { shuffledOrder } from '../../core/index.ts'
import type { BuiltForm, BuiltQuestion } from './exam-form.ts'
import type { Rewrite } from './site-page.ts'

/** What a member has chosen, by question. */
export type Answers = ReadonlyMap<string, ReadonlySet<string>>

/** Those answers that the form has a place for: a browser may send anything, and an older page other choices. */
export function fittingAnswers(form: BuiltForm, answers: Answers): Answers {
  return new Map(
    form.questions.flatMap(({ key, choices }) => {
      const chosen = choices.flatMap((choice) => (answers.get(key)?.has(choice.key) ? [choice.key] : []))
      return chosen.length === 0 ? [] : [[key, new Set(chosen)] as const]
    }),
  )
}

/** A question's choices in the order of an attempt. */
export function orderedChoices(question: BuiltQuestion, attempt: string): BuiltQuestion['choices'] {
  if (question.fixedOrder) return question.choices
  return shuffledOrder(`${attempt}:${question.key}`, question.choices.length).flatMap(
    (old) => question.choices[old] ?? [],
  )
}

/**
 * Puts the choices of every question into the order of an attempt and ticks those that were chosen. The places of the
 * built page stay and are filled anew, because a rewriter sees each of them once.
 */
export function orderChoices(form: BuiltForm, attempt: string, answers: Answers): Rewrite {
  const places = form.questions.flatMap((question) =>
    orderedChoices(question, attempt).map((choice) => ({
      ...choice,
      chosen: answers.get(question.key)?.has(choice.key) ?? false,
    })),
  )
  let place = -1
  return (rewriter) =>
    rewriter
      .on('form[data-exam] .choice input', {
        element(element) {
          place += 1
          const choice = places[place]
          if (choice === undefined) return
          element.setAttribute('value', choice.key)
          element.setAttribute('id', choice.id)
          if (choice.chosen) element.setAttribute('checked', '')
        },
      })
      .on('form[data-exam] .choice label', {
        element(element) {
          const choice = places[place]
          if (choice === undefined) return
          element.setAttribute('for', choice.id)
          element.setInnerContent(choice.label, { html: true })
        },
      })
}
