import type { ExamVersion, Submission } from '../../core/index.ts'
import { elementsOf } from './elements.ts'
import { sampleExam } from './sample-exam.ts'
import { openSite, origin } from './site-under-test.ts'

/** The exam of the fixture site. */
export const exam = 'exam-tear-film'
/** Where its page is. */
export const path = '/cet/active/tear-film/exam/'

/** A member at the exam page of the fixture site, with a browser that runs no script. */
export async function atTheExam(changes: Partial<ExamVersion> = {}) {
  const site = openSite()
  const version = (await site.release([{ version: sampleExam(exam, changes) }])).get(exam) ?? ''
  const { id, cookie } = await site.signIn()
  const get = async (to: string) =>
    (await site.fetch(to, { headers: { cookie, accept: 'text/html' } })).text()
  const submit = (fields: readonly (readonly [string, string])[]) =>
    site.fetch(`/api/exams/${exam}/attempts`, {
      method: 'POST',
      headers: { origin, cookie, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
    })
  const form = (answers: Submission['answers'], attempt: string = crypto.randomUUID()) =>
    submit([
      ['attempt', attempt],
      ['version', version],
      ...answers.flatMap(({ question, choices }) =>
        choices.map((choice) => [`q.${question}`, choice] as const),
      ),
    ])
  return { site, id, cookie, version, get, submit, form }
}

/** The attempt that an exam's page is for. */
export const attemptOf = async (page: string) =>
  (await elementsOf(page, 'input[name="attempt"]'))[0]?.attributes['value']
