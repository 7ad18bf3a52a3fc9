import { withoutStrayMarks } from './edit-marks.ts'
import { escapeHtml, fillSlot } from './html.ts'

const notSent = `<div class="panel panel-warning stack" data-refused="preview">
<h2>Preview</h2>
<p>You see the exam as a member does. Nothing can be sent from here: an exam counts once it is published, on the site itself.</p>
</div>`

/**
 * Makes a rendered page of the site a page of the preview: it says what it is, sends nothing, and loads the overlay.
 *
 * @param html as the site's own components rendered it, with edit marks in its texts.
 * @param banner what stands on top, in words.
 */
export function finishPage(html: string, banner: string): string {
  const page = withoutStrayMarks(html)
  const said = fillSlot(
    fillSlot(page, 'clock', escapeHtml(banner)),
    'member',
    '<span class="muted">Preview</span>',
  )
  return withOverlay(withoutSending(said))
}

/** The exam's form with the words that stand in front of a form which cannot be sent, and without its buttons. */
function withoutSending(html: string): string {
  const start = html.search(/<form\b[^>]*\bdata-exam=/)
  if (start < 0) return html
  const form = html.slice(start).replace(/<button\b[^>]*\btype="submit"[^>]*>[\s\S]*?<\/button>/g, '')
  return `${html.slice(0, start)}${notSent}${form}`
}

/** Loads the overlay, which follows the drafts and makes texts clickable in Studio. */
export function withOverlay(html: string): string {
  return (
    html
      // A preview is nothing to install.
      .replace(/<link rel="manifest"[^>]*>/, '')
      // Studio frames the page, and a browser refuses to let such a page take the focus, with an error.
      .replaceAll(/(<button\b[^>]*?) autofocus(?=[\s>])/g, '$1')
      .replace('</head>', '<link rel="stylesheet" href="/_preview/overlay.css"></head>')
      .replace('</body>', '<script type="module" src="/_preview/overlay.js"></script></body>')
  )
}
