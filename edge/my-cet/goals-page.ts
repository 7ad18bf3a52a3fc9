import { html } from 'hono/html'
import { type FieldFault, type Fields, goalTextLimit } from '../../core/index.ts'
import { errorSummary, field } from '../pages/form-parts.ts'
import type { Fragment } from '../pages/site-page.ts'
import type { Goal } from '../records/goals.ts'
import { goalUnit, goalWhen } from './goal-list.ts'
import type { Room } from './room.ts'

/** What a goal's form shows. */
export type GoalForm = { readonly fields: Fields; readonly faults: readonly FieldFault[] }

/** The name of the field that tells what a goal said when its form was opened. */
export const goalSeenField = 'seen'

/** A goal as its form would send it. */
export function goalFields({ text, unit, targetOn }: Pick<Goal, 'text' | 'unit' | 'targetOn'>): Fields {
  return new URLSearchParams({ text, unit: unit ?? '', target: targetOn ?? '' })
}

/**
 * The page of all goals, with the form for another.
 *
 * @param newId the ID that the next goal will have, so that a form that is sent twice adds one goal.
 * @param notice what has just been done with a goal.
 */
export function goalsPage(
  room: Room,
  facts: { readonly form: GoalForm; readonly newId: string; readonly notice: Fragment | '' | undefined },
): Fragment {
  const { form, newId, notice = '' } = facts
  const open = room.goals.filter(({ doneOn }) => doneOn === undefined)
  const done = room.goals.filter(({ doneOn }) => doneOn !== undefined)
  return html`<p class="cet-back"><a href="/my-cet/">Back to My CET</a></p>
<h1>Personal development plan</h1>
<p class="standfirst">What you want to learn, and by when. The plan is your own: nobody else sees it.</p>
${errorSummary(form.faults)}
${notice}
<section aria-labelledby="open"><h2 id="open">Open goals</h2>
${open.length === 0 ? html`<p>No goal is open.</p>` : html`<ul class="cet-goals">${open.map((goal) => entry(goal, room))}</ul>`}</section>
${done.length === 0 ? '' : html`<section aria-labelledby="done"><h2 id="done">Done</h2><ul class="cet-goals">${done.map((goal) => entry(goal, room))}</ul></section>`}
<section aria-labelledby="add"><h2 id="add">Add a goal</h2>
<form class="cet-form" method="post" action="/my-cet/goals/" novalidate><input type="hidden" name="id" value="${newId}">
${goalInputs(room, form)}
<p><button class="button" type="submit">Add the goal</button></p></form></section>`
}

/**
 * The page on which one goal is changed.
 *
 * @param seen what the goal said when the form was opened, as its form would send it; what it says now unless it is given.
 */
export function goalPage(
  room: Room,
  goal: Goal,
  form: GoalForm,
  seen: string = goalFields(goal).toString(),
): Fragment {
  return html`<p class="cet-back"><a href="/my-cet/goals/">Back to your goals</a></p>
<h1>Change a goal</h1>
${errorSummary(form.faults)}
<form class="cet-form" method="post" action="/my-cet/goals/${goal.id}/" novalidate><input type="hidden" name="${goalSeenField}" value="${seen}">
${goalInputs(room, form, goal.targetOn)}
<p class="actions"><button class="button" type="submit">Save</button> <a class="button-secondary" href="/my-cet/goals/">Cancel</a></p></form>`
}

/** @param before the day of the goal that is changed: one that has passed may stay, so a browser must not call it a fault. */
function goalInputs({ facts, types, today }: Room, { fields, faults }: GoalForm, before?: string): Fragment {
  const chosen = fields.get('unit') ?? ''
  const earliest = before !== undefined && before < today ? before : today
  return html`${field(
    { name: 'text', label: 'What do you want to achieve?', faults },
    (attributes) =>
      html`<textarea ${attributes} dir="auto" rows="3" maxlength="${goalTextLimit * 2}">${fields.get('text') ?? ''}</textarea>`,
  )}
${field(
  { name: 'unit', label: `Which ${facts.scheme.unitSingular} is it about? (optional)`, faults },
  (attributes) =>
    html`<select ${attributes}><option value="">None in particular</option>${types.map(
      (type) =>
        html`<optgroup label="${type.title}">${facts.units
          .filter(({ registrantType }) => registrantType === type.code)
          .map(
            ({ id, title }) =>
              html`<option value="${id}" ${id === chosen ? 'selected' : ''}>${title}</option>`,
          )}</optgroup>`,
    )}</select>`,
)}
${field(
  {
    name: 'target',
    label: 'By when? (optional)',
    hint: 'For example 1 December 2021. Leave empty for no date.',
    faults,
  },
  // A date field cannot show what is no date, so a text field keeps it for correction.
  (attributes) =>
    html`<input ${attributes} type="${/^(?:\d{4}-\d\d-\d\d)?$/.test(fields.get('target') ?? '') ? 'date' : 'text'}" min="${earliest}" autocomplete="off" value="${fields.get('target') ?? ''}">`,
)}`
}

function entry(goal: Goal, room: Room): Fragment {
  const about = goalUnit(goal, room)
  const act = (path: string, words: string) =>
    html`<form method="post" action="/my-cet/goals/${goal.id}/${path}"><button class="button-secondary" type="submit">${words}<span class="visually-hidden">: ${goal.text}</span></button></form>`
  return html`<li class="cet-goal" id="goal-${goal.id}" data-goal="${goal.id}"><h3 dir="auto">${goal.text}</h3>
<p class="muted">${about === undefined ? '' : `${about} · `}${goalWhen(goal, room)}</p>
<div class="actions">${goal.doneOn === undefined ? act('done', 'Mark as done') : act('not-done', 'Not done after all')}
<a class="button-secondary" href="/my-cet/goals/${goal.id}/">Change<span class="visually-hidden">: ${goal.text}</span></a>
${act('delete', 'Delete')}</div></li>`
}
