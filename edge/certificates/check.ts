import { html } from 'hono/html'
import type { Fragment } from '../pages/site-page.ts'
import type { IssuedCertificate } from '../records/certificates.ts'
import { certificateSheet, withdrawalNote } from './page.ts'

/** What the check of a certificate answers: whether it stands, and all that it says. */
export function checkedCertificate({ certificate, withdrawal }: IssuedCertificate, site: string): Fragment {
  return html`<h1>${withdrawal === undefined ? 'This certificate stands' : 'This certificate has been withdrawn'}</h1>
${
  withdrawal === undefined
    ? html`<div class="panel panel-success" data-stands="yes"><p>It was issued here and has not been withdrawn. Compare what it says below with the document that you were given.</p></div>`
    : html`<div class="panel panel-warning" data-stands="no">${withdrawalNote(withdrawal)}</div>`
}
${certificateSheet(certificate, site)}
<p class="actions"><a class="button-secondary" href="/verify/">Check another certificate</a></p>`
}

/** The answer to every ID that leads to no certificate, whatever is the matter with it. */
export const nothingFound: Fragment = html`<div class="panel panel-warning stack" role="group" aria-labelledby="nothing-found" data-stands="unknown">
<h2 id="nothing-found">No certificate has that ID</h2>
<p>Please compare the ID with the certificate:</p>
<ul><li>It has 28 letters and digits in seven groups of four.</li>
<li>It has no letter I, L, O or U: what looks like one is a 1 or a 0.</li>
<li>It is printed beside “Certificate ID” and in the address below the square code. The reference of the exam is something else.</li></ul>
<p>If it is the same and still not found, the document does not come from this site as it stands. Ask its holder for the link to it.</p>
</div>`
