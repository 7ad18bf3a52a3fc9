import { html } from 'hono/html'
import type { FieldFault } from '../../core/index.ts'
import type { Fragment } from './site-page.ts'

/** ID of the input of a field. */
export function fieldId(field: string): string {
  return `field-${field.replaceAll('.', '-')}`
}

/** What keeps a form from being saved, with a link to each field; it takes the focus when the page opens. */
export function errorSummary(faults: readonly FieldFault[]): Fragment | '' {
  if (faults.length === 0) return ''
  return html`<div class="error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="problem">
<h2 id="problem">There is a problem</h2>
<p>Nothing has been saved yet. What you entered is still here.</p>
<ul>${faults.map(({ field, message }) => html`<li><a href="#${fieldId(field)}">${message}</a></li>`)}</ul></div>`
}

/** A field's label, hint, message and input, tied together for screen readers. */
export function field(
  facts: {
    readonly name: string
    readonly label: string
    readonly hint?: string | undefined
    readonly faults: readonly FieldFault[]
  },
  input: (attributes: Fragment) => Fragment,
): Fragment {
  const { name, label, hint, faults } = facts
  const id = fieldId(name)
  const messages = faults.filter((fault) => fault.field === name).map(({ message }) => message)
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(messages.length === 0 ? [] : [`${id}-error`]),
  ]
  return html`<div class="cet-field ${messages.length > 0 ? 'cet-field-faulty' : ''}">
<label for="${id}">${label}</label>
${hint === undefined ? '' : html`<span class="muted" id="${id}-hint">${hint}</span>`}
${messages.length === 0 ? '' : html`<span class="error-message" id="${id}-error"><span class="visually-hidden">Error: </span>${messages.join('. ')}</span>`}
${input(
  html`id="${id}" name="${name}" ${described.length === 0 ? '' : html`aria-describedby="${described.join(' ')}"`} ${messages.length === 0 ? '' : html`aria-invalid="true"`}`,
)}</div>`
}

/**
 * What has been done, at the top of the page that follows; it takes the focus when the page opens, so that screen readers
 * speak it: they pass over a status that a page brings along. An address with a fragment would take the focus elsewhere.
 */
export function doneNotice(message: string, more: Fragment | '' = ''): Fragment {
  return html`<div class="panel panel-success cet-notice" role="status" tabindex="-1" autofocus aria-labelledby="notice"><p id="notice">${message}</p>${more}</div>`
}
