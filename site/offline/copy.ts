import type { Trouble } from './network.ts'

/** Pictures are kept no wider than this, in pixels: it is enough for a phone or a column of text. */
const keptWidth = 1200

/** A page as it is kept: each picture has one address, because a device keeps one size of each. */
export function asCopy(html: string): string {
  return html.replaceAll(/<img\b[^>]*>/g, (tag) => {
    const sizes = Array.from(
      (/\ssrcset="([^"]*)"/.exec(tag)?.[1] ?? '').matchAll(/(\S+) (\d+)w/g),
      ([, address = '', width]) => ({ address, width: Number(width) }),
    ).sort((a, b) => a.width - b.width)
    const fit = sizes.findLast(({ width }) => width <= keptWidth) ?? sizes[0]
    const single = tag.replace(/\ssrcset="[^"]*"/, '').replace(/\ssizes="[^"]*"/, '')
    return fit === undefined ? single : single.replace(/\ssrc="[^"]*"/, ` src="${fit.address}"`)
  })
}

/**
 * What a page needs to be read: pictures, styles and scripts of the site, by their paths. Recordings are not among them;
 * they are too large to be kept.
 *
 * @param html as {@link asCopy} left it.
 */
export function neededBy(html: string): string[] {
  const tags = html.matchAll(/<(?:img|link|script|video|astro-island)\b[^>]*>/g)
  const addresses = Array.from(tags, ([tag]) => tag).flatMap((tag) =>
    Array.from(
      tag.matchAll(/\s(?:src|href|poster|component-url|renderer-url)="([^"]*)"/g),
      ([, address = '']) => address,
    ),
  )
  return Array.from(
    new Set(addresses.filter((address) => /^\/(?!\/|media\/)[^?#]+\.[a-z0-9]+$/.test(address))),
  )
}

/** Scripts that a script imports at once, by their paths; those of the build lie side by side. */
export function importedBy(code: string): string[] {
  const imports = code.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)
  return Array.from(imports, ([, name]) => `/_astro/${name}`)
}

/** A page’s own title, without the site’s, as the HTML that it is. */
export function titleOf(html: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
  return title.replace(/ – [^–]*$/, '')
}

const troubles: Readonly<Record<Trouble, string>> = {
  offline: 'You are offline',
  slow: 'The network is slow',
  unreachable: 'The site cannot be reached',
}

/**
 * A copy with a line above its content that says what it is, and why it is shown. The time that the Worker wrote into it, from
 * which its script goes on counting, is moved on by the copy's age.
 *
 * @param now by the same clock as `keptAt`.
 */
export function withNote(html: string, keptAt: Date, now: Date, trouble: Trouble): string {
  const when = keptAt.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
  const note = `<p role="status"><span class="tag">${troubles[trouble]}</span> <span class="muted">This is the copy on this device, kept on ${when} by its clock.${ofRecording(html)}</span></p>`
  const age = Math.max(0, now.getTime() - keptAt.getTime())
  return html
    .replace(/(?<=\sdata-now=")\d+(?=")/, (written) => String(Number(written) + age))
    .replace(/<main\b[^>]*>/, (main) => `${main}${note}`)
}

/** Of a page with a recording, which is never kept: its player is there and would not say why it does not play. */
function ofRecording(html: string): string {
  if (!/<video\b/.test(html)) return ''
  const transcript = html.includes('data-passage=') ? '; the transcript is below' : ''
  return ` The recording needs a network${transcript}.`
}

/** Why somebody sees the page for times without a network. */
export type OfflineReason = 'not-kept' | 'signed-out' | 'not-sent'

/**
 * The page for times without a network, with the reason and the list of what can be read.
 *
 * @param html the built page: what is for one reason alone is marked `data-why`, and there is a list `data-kept`, all of them hidden.
 * @param kept path and title (as HTML) of each page that is kept.
 */
export function offlinePage(
  html: string,
  why: OfflineReason,
  kept: readonly { readonly path: string; readonly title: string }[],
): string {
  const shown = html
    .replace(new RegExp(`(data-why="${why}") hidden(?:="")?`, 'g'), '$1')
    // Nobody can sign in now, and whoever sees this may well be signed in.
    .replace(/(data-slot="member"[^>]*>)<a\b[\s\S]*?<\/a>/, '$1')
  if (kept.length === 0) return shown
  const items = kept.map(({ path, title }) => `<li><a href="${path}">${title}</a></li>`).join('')
  return shown
    .replace(/(data-kept) hidden(?:="")?>/, '$1>')
    .replace(/(<ul data-kept-list[^>]*>)\s*(<\/ul>)/, `$1${items}$2`)
}

/** A form that could not be sent: where it goes, and its fields as a browser encodes them. */
export type UnsentForm = { readonly path: string; readonly body: string }

/**
 * The page for times without a network, holding a form that could not be sent. Everything else on it that leads away opens
 * a new tab, because nothing leads back to this page.
 *
 * @param html from {@link offlinePage}, with one form that is marked `data-unsent`.
 */
export function withUnsent(html: string, { path, body }: UnsentForm): string {
  const fields = Array.from(
    new URLSearchParams(body),
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  ).join('')
  return html
    .replace(/<head\b[^>]*>/, (head) => `${head}<base target="_blank">`)
    .replace(/(<a\b)(?=[^>]* href="#)/g, '$1 target="_self"')
    .replace(/<form\b([^>]*) data-unsent[^>]*>/, (_, rest: string) => {
      return `<form${rest} action="${escaped(path)}" target="_self">${fields}`
    })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
