import { z } from 'zod'
import { type ExamVersion, keySchema, versionNameSchema } from './exam-version.ts'

/** What a client sends to have an exam graded. `attempt` is made by the client, so that a repeat can be recognised. */
export const submissionSchema = z.strictObject({
  attempt: z.uuid(),
  version: versionNameSchema,
  answers: z.array(z.strictObject({ question: keySchema, choices: z.array(keySchema).max(20) })).max(200),
})

/** A submission that has the right shape; {@link checkAnswers} tells whether it fits its exam. */
export type Submission = z.infer<typeof submissionSchema>

/** One thing that is wrong with an answer. `question` is the key that was sent. */
export type AnswerFault = {
  readonly code:
    | 'submission/unknown-question'
    | 'submission/unknown-choice'
    | 'submission/answered-twice'
    | 'submission/too-many-choices'
    | 'submission/unanswered'
  readonly question: string
}

/**
 * Holds a submission's answers against the exam version that it names. The question set is the version's: what the
 * client lists can only be refused, never trusted.
 *
 * @returns every fault, in the order of the exam and then of the submission; empty when the submission can be graded.
 */
export function checkAnswers(version: ExamVersion, answers: Submission['answers']): AnswerFault[] {
  const faults: AnswerFault[] = []
  for (const question of version.questions) {
    const given = answers.filter((answer) => answer.question === question.key)
    const chosen = given.flatMap((answer) => answer.choices)
    const fault = (code: AnswerFault['code']) => faults.push({ code, question: question.key })
    const known = new Set(question.choices.map((choice) => choice.key))
    if (chosen.length === 0) fault('submission/unanswered')
    if (given.length > 1 || new Set(chosen).size < chosen.length) fault('submission/answered-twice')
    if (chosen.some((key) => !known.has(key))) fault('submission/unknown-choice')
    if (question.kind === 'single' && chosen.length > 1) fault('submission/too-many-choices')
  }
  const asked = new Set(version.questions.map((question) => question.key))
  for (const answer of answers) {
    if (!asked.has(answer.question))
      faults.push({ code: 'submission/unknown-question', question: answer.question })
  }
  return faults
}
