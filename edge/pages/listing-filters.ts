import { html } from 'hono/html'
import {
  everything,
  type ListingChoice,
  type ListingFilter,
  type ListingPart,
  listingPath,
  type PackFacts,
} from '../../core/index.ts'
import type { SignedIn } from '../records/sessions.ts'
import type { Fragment } from './site-page.ts'
import { capital } from './words.ts'

/** What the filters of the listing are drawn from. */
export type ListingParts = {
  readonly facts: PackFacts
  readonly filter: ListingFilter
  readonly choices: readonly ListingChoice[]
  /** Values of the address that mean nothing here, as they were written. */
  readonly ignored: readonly string[]
  /** The items that are left. */
  readonly items: readonly PackFacts['items'][number][]
  readonly member: SignedIn | undefined
  /** Codes of the member's own types in the order of the pack; none for a visitor. */
  readonly types: readonly string[]
}

const formatNames: Readonly<Record<string, string>> = { article: 'Articles', video: 'Videos' }

const stateNames: Readonly<Record<string, string>> = {
  'not-started': 'Not started',
  attempted: 'Attempted',
  passed: 'Passed',
  'no-attempts-left': 'No attempts left',
  'not-for-you': 'Not for your registrant type',
}

/** How many items are left, and what they were narrowed to: the title of the page, which screen readers read first. */
export function filteredTitle({ facts, choices, items }: ListingParts): string {
  const names = choices.filter(({ current }) => current).map((choice) => fullNameOf(choice, facts))
  return `${items.length} of ${facts.items.length} items: ${names.join(', ')} – Active CET`
}

/** The links that narrow the list, each with the number of items that it leaves. They lead past themselves to the items. */
export function filtersFragment(parts: ListingParts): Fragment {
  const { facts, filter, choices, member, types } = parts
  const open = choices.some(({ current }) => current)
  const of = (part: ListingPart) => choices.filter((choice) => choice.part === part)
  const { unitSingular } = facts.scheme
  return html`<details class="filters"${open ? html` open` : ''}><summary>Filter by registrant type, ${unitSingular}${
    member === undefined ? ' or format' : ', format or state'
  }</summary>
${group('Registrant type', of('type'), facts)}
${ownTypes(filter, types)}
${group('Format', of('format'), facts)}
${member === undefined ? '' : group('State', of('state'), facts)}
${units(of('unit'), facts)}
</details>`
}

/** What the list is narrowed to, each part with the link that takes it away, and what to do when nothing is left. */
export function chosenFragment({ facts, choices, ignored, items }: ListingParts): Fragment {
  const chosen = choices.filter(({ current }) => current)
  return html`${
    ignored.length === 0
      ? ''
      : html`<p class="muted">Not used, because this list does not know it: ${ignored
          .slice(0, 5)
          .map((value) => `“${Array.from(value).slice(0, 40).join('')}”`)
          .join(', ')}.</p>`
  }${
    chosen.length === 0
      ? ''
      : html`<ul class="chosen" aria-label="Filters in use">${chosen.map(
          (choice) => html`<li>${removal(choice, fullNameOf(choice, facts))}</li>`,
        )}<li><a href="${listingPath(everything)}#items">Clear filters</a></li></ul>`
  }${
    items.length > 0
      ? ''
      : html`<div class="panel"><p><strong>No item fits all of these.</strong></p>
<p>Take one of them away, or <a href="${listingPath(everything)}#items">see all ${facts.items.length} items</a>.</p></div>`
  }`
}

function group(title: string, choices: readonly ListingChoice[], facts: PackFacts) {
  return html`<h2>${title}</h2>
<ul class="choices">${choices.map((choice) => html`<li>${link(choice, facts)}</li>`)}</ul>`
}

/** Units stand under their registrant type: the same name may count for several. */
function units(choices: readonly ListingChoice[], facts: PackFacts) {
  const typeOf = new Map(facts.units.map(({ id, registrantType }) => [id, registrantType]))
  return facts.registrantTypes.map(({ code, title }) => {
    const own = choices.filter(({ value }) => typeOf.get(value) === code)
    if (own.length === 0) return ''
    const open = own.some(({ current }) => current)
    return html`<details${open ? html` open` : ''}><summary>${capital(facts.scheme.unitPlural)}: ${title}</summary>
<ul class="choices">${own.map((choice) => html`<li>${link(choice, facts)}</li>`)}</ul></details>`
  })
}

function ownTypes(filter: ListingFilter, types: readonly string[]) {
  if (types.length === 0 || types.join() === filter.types.join()) return ''
  const mine = listingPath({ ...filter, types })
  return html`<p><a href="${mine}#items">For my registrant ${types.length === 1 ? 'type' : 'types'}</a></p>`
}

function link(choice: ListingChoice, facts: PackFacts) {
  const text = `${nameOf(choice, facts)} (${choice.count})`
  if (choice.current) return removal(choice, text)
  if (choice.count === 0) return html`<span>${text}</span>`
  return html`<a href="${listingPath(choice.next)}#items">${text}</a>`
}

function removal(choice: ListingChoice, text: string) {
  return html`<a href="${listingPath(choice.next)}#items" aria-current="true">${text} <b aria-hidden="true">×</b><span class="visually-hidden">: take this filter away</span></a>`
}

function nameOf({ part, value }: ListingChoice, facts: PackFacts): string {
  switch (part) {
    case 'type':
      return facts.registrantTypes.find(({ code }) => code === value)?.title ?? value
    case 'unit':
      return facts.units.find(({ id }) => id === value)?.title ?? value
    case 'format':
      return formatNames[value] ?? value
    case 'state':
      return stateNames[value] ?? value
  }
}

/** The name outside its group: a unit whose name exists for several registrant types says which of them it is of. */
function fullNameOf(choice: ListingChoice, facts: PackFacts): string {
  const name = nameOf(choice, facts)
  if (choice.part !== 'unit') return name
  const same = facts.units.filter(({ title }) => title === name)
  const code = same.find(({ id }) => id === choice.value)?.registrantType
  const type = facts.registrantTypes.find((each) => each.code === code)
  return same.length > 1 && type !== undefined ? `${name} (${type.title.toLowerCase()})` : name
}
