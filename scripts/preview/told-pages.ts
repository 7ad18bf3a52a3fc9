import type { Fault } from '../../site/content/faults.ts'
import { escapeHtml } from './html.ts'

/** A page that the preview says something on, instead of showing the site's. */
export type Told = {
  readonly title: string
  /** HTML. */
  readonly content: string
}

const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`

/** For whoever comes without having been let in by Studio. */
export function notLetIn(studioUrl: string): Told {
  return {
    title: 'Open the preview in Studio',
    content: `<p class="standfirst">This preview shows drafts, so only Studio can let you in.</p>
<p>Open Studio, choose “Preview” at the top, or an article and “Used on” above its form. When you were here before, the preview was started anew or twelve hours have passed: reload it in Studio.</p>
<p><a class="button" href="${escapeHtml(studioUrl)}/presentation" target="_top">Open Studio</a></p>`,
  }
}

/** For a link from Studio whose secret is unknown or older than an hour. */
export function secretRefused(studioUrl: string): Told {
  return {
    title: 'This link is no longer valid',
    content: `${paragraph('Links from Studio to the preview last for an hour and for one dataset.')}
<p>Open the preview in Studio again. If that does not help, check that Studio and the preview use the same project and dataset, and that the preview’s token may read drafts.</p>
<p><a class="button" href="${escapeHtml(studioUrl)}/presentation" target="_top">Open Studio</a></p>`,
  }
}

/** For a draft that is not complete: every field to mend, with what to do. */
export function notYet(faults: readonly Fault[], studioUrl: string): Told {
  const documents = Array.from(Map.groupBy(faults, ({ id }) => id).entries())
  const sections = documents.map(([id, found]) => {
    const rows = Array.from(
      new Map(found.map((fault) => [`${fault.field}\n${fault.remedy}`, fault])).values(),
    )
    const list = rows.map(
      ({ field, remedy }) => `<li><b>${escapeHtml(field)}</b>: ${escapeHtml(remedy)}</li>`,
    )
    const edit = `${studioUrl}/intent/edit/mode=presentation;id=${encodeURIComponent(id)}`
    return `<h2>${escapeHtml(found[0]?.title ?? 'Untitled')}</h2>
<ul>${list.join('')}</ul>
<p><a href="${escapeHtml(edit)}" target="_top">Edit it</a></p>`
  })
  return {
    title: 'This draft cannot be shown yet',
    content: `<p class="standfirst">Something is missing that its page needs. This page follows as soon as the fields below are filled; all other pages go on working.</p>
<div class="stack">${sections.join('')}</div>`,
  }
}

/** For an address without a page. */
export const nothingHere: Told = {
  title: 'No page here',
  content: `${paragraph('No published page and no draft has this address.')}
<p>An article or video has a page once it has an address (slug). An exam’s page is that of the item which it belongs to.</p>
<p><a href="/cet/active/">Go to Active CET</a></p>`,
}

/** For what the Worker does on the site: signing in, grading, records. */
export const notInPreview: Told = {
  title: 'Not in the preview',
  content: `${paragraph('Signing in, sending exams and records belong to the site itself. The preview shows pages and changes nothing.')}
<p><a href="/cet/active/">Go to Active CET</a></p>`,
}

/** When the Content Lake could not be asked. */
export function lakeSilent(reason: string): Told {
  return {
    title: 'The drafts cannot be read',
    content: `${paragraph(`The Content Lake did not answer as expected: ${reason}`)}
${paragraph('Check that it can be reached and that the preview’s token may read drafts, then reload this page.')}`,
  }
}

/** A page of its own, for when the site's layout cannot be had: without content there is no title and no navigation. */
export function barePage({ title, content }: Told, stylesheet: string | undefined): string {
  const style = stylesheet === undefined ? '' : `<link rel="stylesheet" href="${escapeHtml(stylesheet)}">`
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>${escapeHtml(title)} – Preview</title>${style}</head>
<body><main id="main" tabindex="-1"><div class="reading stack"><h1>${escapeHtml(title)}</h1>
${content}</div></main></body></html>`
}
