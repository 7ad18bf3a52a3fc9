import fc from 'fast-check'
import type { ExamVersion } from '../exam-version.ts'
import type { Submission } from '../submission.ts'

const key = fc.stringMatching(/^[a-f0-9]{6}$/)
const text = fc.string({ minLength: 1, maxLength: 40 })

const question = fc
  .record({
    key,
    stem: text,
    kind: fc.constantFrom('single' as const, 'multiple' as const),
    choices: fc.uniqueArray(fc.record({ key, text, rationale: text, mark: fc.boolean() }), {
      selector: (choice) => choice.key,
      minLength: 2,
      maxLength: 6,
    }),
    best: fc.nat(),
  })
  .map(({ choices, best, ...rest }) => ({
    ...rest,
    choices: choices.map(({ mark, ...choice }, index) => ({
      ...choice,
      correct: index === best % choices.length || (rest.kind === 'multiple' && mark),
    })),
  }))

/** Any valid exam version. */
export const examVersions: fc.Arbitrary<ExamVersion> = fc.record({
  exam: fc.constant('exam-any'),
  title: text,
  item: fc.record({ id: text, title: text, path: fc.constant('/cet/active/any/') }),
  reference: fc.constant('C-90001'),
  points: fc.integer({ min: 1, max: 3 }),
  pointType: fc.constant('non-interactive' as const),
  competencies: fc.array(fc.record({ id: text, title: text, registrantType: text }), { maxLength: 3 }),
  passMark: fc.integer({ min: 1, max: 100 }),
  maxAttempts: fc.integer({ min: 1, max: 10 }),
  feedback: fc.constantFrom('after-last-word' as const, 'never' as const),
  questions: fc.uniqueArray(question, { selector: (each) => each.key, minLength: 1, maxLength: 8 }),
})

/** The answers that earn every mark. */
export function rightAnswers(version: ExamVersion): Submission['answers'] {
  return version.questions.map((each) => ({
    question: each.key,
    choices: each.choices.filter((choice) => choice.correct).map((choice) => choice.key),
  }))
}
