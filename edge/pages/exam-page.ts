import type { Context } from 'hono'
import { html } from 'hono/html'
import type { App } from '../context.ts'
import { type Refusal, refusalOf } from '../exams/refusal.ts'
import { type Standing, standing } from '../records/attempts.ts'
import type { Rewrite } from './site-page.ts'

const titles: Readonly<Record<Refusal['code'] | 'unknown', string>> = {
  'submission/not-open-yet': 'Not open yet',
  'submission/closed': 'Closed',
  'submission/already-passed': 'Passed',
  'submission/no-attempts-left': 'No attempts left',
  unknown: 'Not open yet',
}

/**
 * Prepares an exam's form for one member: a fresh attempt ID, and, if anything keeps them from sending it, what that is
 * in front of the form, which has no button then. Pages without such a form stay as they are.
 */
export function examForm(c: Context<App>, member: string): Rewrite {
  const { db, now, random } = c.env.edge
  let foot: string | undefined
  let refused = false
  return (rewriter) =>
    rewriter
      .on('form[data-exam]', {
        async element(element) {
          const found = await standing(db, member, element.getAttribute('data-exam') ?? '')
          const refusal = found === undefined ? unreleased : refusalOf(found, now())
          refused = refusal !== undefined
          foot = String(await (refusal === undefined ? attemptNote(found) : refusalPanel(refusal)))
          // Said before the questions: nobody should answer six of them to learn that they cannot be sent.
          if (refused) element.before(foot, { html: true })
        },
      })
      .on('form[data-exam] input[name="attempt"]', {
        element: (element) => {
          element.setAttribute('value', random.uuid())
        },
      })
      .on('form[data-exam] button[type="submit"]', {
        element(element) {
          if (foot === undefined) return
          if (refused) element.remove()
          else element.before(foot, { html: true })
        },
      })
}

const unreleased = {
  code: 'unknown',
  detail: 'This exam has not been released yet. Come back in a few minutes.',
  link: '/cet/active/',
} as const

function refusalPanel(refusal: Refusal | typeof unreleased) {
  const passed = refusal.code === 'submission/already-passed'
  return html`<div class="panel ${passed ? 'panel-success' : 'panel-warning'} stack" data-refused="${refusal.code}">
<h2>${titles[refusal.code]}</h2>
<p>${refusal.detail}</p>
<p><a class="button" href="${refusal.link}">${linkText(refusal)}</a></p>
</div>`
}

function linkText(refusal: Refusal | typeof unreleased): string {
  if (refusal.code === 'submission/already-passed') return 'Your result'
  return refusal.link === '/my-cet/' ? 'My CET' : 'Active CET'
}

function attemptNote(found: Standing | undefined) {
  if (found === undefined) return ''
  return html`<p class="muted">This will be attempt ${found.attempts + 1} of ${found.maxAttempts}.</p>`
}
