import { html } from 'hono/html'
import type { BuiltQuestion } from './exam-form.ts'
import type { Rewrite } from './site-page.ts'

/**
 * Says what keeps a form from being sent: in the title, in a summary that leads to each question, and at the questions.
 *
 * @param messages by question; without any, the page stays as it is.
 * @param questions in the order of the page, each with its choices in theirs.
 */
export async function examFaults(
  messages: ReadonlyMap<string, string>,
  questions: readonly { readonly question: BuiltQuestion; readonly firstInput: string }[],
): Promise<Rewrite> {
  if (messages.size === 0) return (rewriter) => rewriter
  const summary = String(
    await html`<h2 id="error-summary-title">There is a problem</h2>
<ul>${questions.flatMap(({ question, firstInput }, index) => {
      const message = messages.get(question.key)
      return message === undefined
        ? []
        : [html`<li><a href="#${firstInput}">Question ${index + 1}: ${message.toLowerCase()}</a></li>`]
    })}</ul>
<p>Your other answers are kept. No attempt has been used.</p>`,
  )
  let current = ''
  return (rewriter) =>
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
          if (messages.has(current)) element.setAttribute('aria-invalid', 'true')
        },
      })
}
