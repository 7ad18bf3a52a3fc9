import type { Context } from 'hono'
import { html } from 'hono/html'
import { type ExamVersion, type Submission, whatIsMissing } from '../../core/index.ts'
import type { App } from '../context.ts'
import type { Outcome } from '../exams/submit.ts'
import { RequestError } from '../http/problem.ts'
import { sitePage } from './site-page.ts'

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
 * and everything that was answered kept. Nothing has been recorded, and the same attempt ID goes on.
 */
export async function incompleteExamPage(
  c: Context<App>,
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
  const text = await page.text()
  const questions = await questionsOf(text)
  const asked = new Map(outcome.version.questions.map((question) => [question.key, question]))
  const messages = new Map(
    outcome.faults.map((fault) => [fault.question, messageOf(fault, asked.get(fault.question))]),
  )
  const given = new Map(submission.answers.map(({ question, choices }) => [question, new Set(choices)]))
  const summary = String(
    await html`<h2 id="error-summary-title">There is a problem</h2>
<ul>${questions.flatMap(({ key, firstInput }, index) => {
      const message = messages.get(key)
      return message === undefined
        ? []
        : [html`<li><a href="#${firstInput}">Question ${index + 1}: ${message.toLowerCase()}</a></li>`]
    })}</ul>
<p>Your other answers are kept. No attempt has been used.</p>`,
  )
  let current = ''
  return sitePage(c, new Response(text), {
    status: 422,
    rewrite: (rewriter) =>
      rewriter
        .on('title', {
          element: (element) => {
            element.prepend('Error: ')
          },
        })
        .on('[data-slot="error-summary"]', {
          element(element) {
            element.removeAttribute('hidden')
            element.setAttribute('class', 'error-summary')
            element.setAttribute('role', 'alert')
            element.setAttribute('tabindex', '-1')
            element.setAttribute('autofocus', '')
            element.setAttribute('aria-labelledby', 'error-summary-title')
            element.setInnerContent(summary, { html: true })
          },
        })
        .on('form[data-exam] input[name="attempt"]', {
          element: (element) => {
            element.setAttribute('value', submission.attempt)
          },
        })
        .on('fieldset[data-question]', {
          element(element) {
            current = element.getAttribute('data-question') ?? ''
            if (!messages.has(current)) return
            const described = [element.getAttribute('aria-describedby'), `q-${current}-error`]
            element.setAttribute('aria-describedby', described.filter((id) => id !== null).join(' '))
          },
        })
        .on('fieldset[data-question] .error-message', {
          element(element) {
            const message = messages.get(current)
            if (message === undefined) return
            element.removeAttribute('hidden')
            element.setInnerContent(message)
          },
        })
        .on('fieldset[data-question] input', {
          element(element) {
            if (given.get(current)?.has(element.getAttribute('value') ?? ''))
              element.setAttribute('checked', '')
            if (messages.has(current)) element.setAttribute('aria-invalid', 'true')
          },
        }),
  })
}

/** The page's questions in their order, each with the ID of the input that its error leads to. */
async function questionsOf(page: string): Promise<{ key: string; firstInput: string }[]> {
  const questions: { key: string; firstInput: string }[] = []
  await new HTMLRewriter()
    .on('fieldset[data-question]', {
      element(element) {
        const key = element.getAttribute('data-question') ?? ''
        questions.push({ key, firstInput: `q-${key}` })
      },
    })
    .on('fieldset[data-question] input', {
      element(element) {
        const question = questions.at(-1)
        if (question !== undefined && question.firstInput === `q-${question.key}`) {
          question.firstInput = element.getAttribute('id') ?? question.firstInput
        }
      },
    })
    .transform(new Response(page))
    .arrayBuffer()
  return questions
}
