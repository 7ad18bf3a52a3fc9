import { html } from 'hono/html'
import { zoneInWords } from '../../core/index.ts'
import { resultPath } from '../exams/refusal.ts'
import { formatInstant } from '../pages/dates.ts'
import type { Fragment } from '../pages/site-page.ts'
import type { Point, Room } from './room.ts'

/**
 * What a person who looks for a missing point must be told, as the lines of a letter.
 *
 * @param site the site's own origin.
 */
export function questionLines({ member, facts, attempts }: Room, point: Point, site: string): string[] {
  const attempt = attempts.find(({ id }) => id === point.attempt)
  return [
    matter(facts, point).line,
    '',
    `Name: ${member.name}`,
    `GOC number: ${member.gocNumber ?? '(please add)'}`,
    'Membership or subscription number: (please add)',
    `Reference: ${point.reference}`,
    `Title: ${point.title}`,
    `Passed: ${formatInstant(point.awarded_at, facts.window.timeZone)} (${zoneInWords(facts.window.timeZone)})`,
    `Attempt: ${attempt === undefined ? '' : `${attempt.number}, `}${point.attempt}`,
    `Receipt: ${site}${resultPath(point.attempt)}`,
    `Award: ${point.id}`,
  ]
}

/** What a letter is about: its first line, its subject, and when to write it. */
function matter(facts: Room['facts'], point: Point): { line: string; subject: string; when: string } {
  if (facts.scheme.recording === 'registrant-uploads') {
    return { line: 'I have a question about a point.', subject: 'Point', when: '' }
  }
  if (point.state === 'rejected') {
    return { line: 'A point of mine was sent back.', subject: 'Point sent back', when: '' }
  }
  return {
    line: 'I am missing a point.',
    subject: 'Missing point',
    when: 'Missing on MyGOC after ten working days? ',
  }
}

/**
 * A letter about one point: a link that begins it in the member's own mail program, and the same text to copy.
 *
 * @param options.site the site's own origin.
 * @param options.open whether it stands open, for a point that should be there by now.
 */
export function question(
  room: Room,
  point: Point,
  { site, open }: { readonly site: string; readonly open: boolean },
): Fragment {
  const { contactEmail } = room.facts
  const lines = questionLines(room, point, site)
  const about = matter(room.facts, point)
  const subject = `${about.subject}: ${point.reference}, ${point.title}`
  const mail = `mailto:${contactEmail}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.join('\r\n'))}`
  return html`<details ${open ? html`open` : ''}><summary>Ask about this point<span class="visually-hidden">: ${point.title}</span></summary>
<p>${about.when}Write to us; what we need is filled in.</p>
<p><a class="button" href="${mail}">Write an e-mail about this point</a></p>
<p>Or copy this text and send it to <a href="mailto:${contactEmail}">${contactEmail}</a>:</p>
<pre class="cet-letter" tabindex="0" role="region" aria-label="Text about ${point.title}">${lines.join('\n')}</pre></details>`
}
