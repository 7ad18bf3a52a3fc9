import type { Context } from 'hono'
import { type ExamVersion, type Submission, whatIsMissing } from '../../core/index.ts'
import type { App } from '../context.ts'
import type { Outcome } from '../exams/submit.ts'
import { RequestError } from '../http/problem.ts'
import { examPage } from './exam-page.ts'

type Faulty = Extract<Outcome, { kind: 'faulty' }>

/** What a person reads beside a question that is not answered as it must be. */
function messageOf(
  fault: Faulty['faults'][number],
  question: ExamVersion['questions'][number] | undefined,
): string {
  if (fault.code === 'submission/too-many-choices') return 'Choose one answer only'
  return question === undefined ? 'Choose one answer' : whatIsMissing(question)
}

/**
 * The exam page again for a form that was sent incomplete: a summary that leads to each question, a message at each,
 * and everything that was answered kept. Nothing has been recorded, and the same attempt goes on.
 */
export async function incompleteExamPage(
  c: Context<App>,
  member: string,
  submission: Submission,
  outcome: Faulty,
): Promise<Response> {
  const { assets, settings } = c.env.edge
  const page = await assets.fetch(new URL(`${outcome.version.item.path}exam/`, settings.SITE_ORIGIN))
  if (!page.ok) {
    throw new RequestError(
      'submission/unanswered',
      'Not every question has an answer, and the exam page is no longer there.',
    )
  }
  const asked = new Map(outcome.version.questions.map((question) => [question.key, question]))
  return examPage(c, page, member, {
    status: 422,
    show: 'all',
    answers: new Map(submission.answers.map(({ question, choices }) => [question, new Set(choices)])),
    messages: new Map(
      outcome.faults.map((fault) => [fault.question, messageOf(fault, asked.get(fault.question))]),
    ),
  })
}
