import { html } from 'hono/html'
import { type Certificate, printedCertificateId } from '../../core/index.ts'
import type { Fragment } from '../pages/site-page.ts'
import type { IssuedCertificate, Withdrawal } from '../records/certificates.ts'
import { qrOf } from './qr.ts'
import {
  certificatePath,
  evidenceStatement,
  printedInstant,
  printedPoints,
  statements,
  verifyPath,
} from './statements.ts'

/** A link to a certificate, for any page of its holder. */
export function certificateLink(id: string): Fragment {
  return html`<a href="${certificatePath(id)}">Certificate</a>`
}

/**
 * The certificate itself, as the holder and whoever checks it see it alike.
 *
 * @param site origin of the site, so that a printed page says where it can be checked.
 */
export function certificateSheet(certificate: Certificate, site: string): Fragment {
  return html`<div class="certificate">
<p class="certificate-holder"><span class="muted">Holder</span> ${certificate.holder}</p>
<dl class="certificate-facts">${statements(certificate).map(
    ({ label, lines }) => html`<div><dt>${label}</dt>${lines.map((line) => html`<dd>${line}</dd>`)}</div>`,
  )}</dl>
${foot(evidenceStatement(certificate), `${site}${verifyPath(certificate.id)}`)}
</div>`
}

/** What a certificate is good for and where anybody can check it, for eyes, hands and cameras. */
function foot(evidence: string, address: string): Fragment {
  return html`<div class="certificate-foot">${qrPicture(address)}
<div><p>${evidence}</p>
<p><strong>Check this certificate</strong> at <a href="${address}">${address}</a>. The page there shows everything that is written here and whether the certificate still stands.</p></div></div>`
}

function qrPicture(content: string): Fragment {
  const quiet = 4
  const { size, boxes } = qrOf(content)
  const side = size + 2 * quiet
  // It has its own white paper: a code that is light on dark is not read by every camera.
  return html`<svg viewBox="${-quiet} ${-quiet} ${side} ${side}" width="128" height="128" shape-rendering="crispEdges" role="img" aria-label="QR code of the address"><path fill="#fff" d="M${-quiet} ${-quiet}h${side}v${side}h-${side}z"/><path d="${boxes
    .map(({ x, y, width }) => `M${x} ${y}h${width}v1h-${width}z`)
    .join('')}"/></svg>`
}

/** Since when and why a certificate does not stand, and what stands instead. */
export function withdrawalNote({ at, reason, replacedBy }: Withdrawal): Fragment {
  return html`<p><strong>Withdrawn on ${printedInstant(at)}.</strong> Reason: ${reason}</p>
${
  replacedBy === undefined
    ? html`<p>No other certificate has taken its place.</p>`
    : html`<p>Replaced by <a href="${verifyPath(replacedBy)}">certificate ${printedCertificateId(replacedBy)}</a>.</p>`
}`
}

/** The page of a certificate in its holder's own room. */
export function ownCertificate({ certificate, withdrawal }: IssuedCertificate, site: string): Fragment {
  return html`<nav class="crumbs" aria-label="Breadcrumb"><ol><li><a href="/my-cet/">My CET</a></li><li><a href="/my-cet/certificates/">Certificates</a></li><li aria-current="page">Certificate</li></ol></nav>
<p class="kicker">Certificate</p>
<h1>${certificate.examTitle}</h1>
${withdrawal === undefined ? '' : html`<div class="panel panel-warning">${withdrawalNote(withdrawal)}</div>`}
${certificateSheet(certificate, site)}
<p class="actions">${
    withdrawal === undefined
      ? html`<a class="button" href="/my-cet/certificates/${certificate.id}.pdf">Certificate as PDF</a>`
      : ''
  }<a class="button-secondary" href="${verifyPath(certificate.id)}">What others see when they check it</a></p>
<p class="muted certificate-advice">Anybody who has the certificate ID can check the certificate on this site, and sees what is written above and nothing else of you.</p>`
}

/** A member's certificates, newest first. */
export function certificateList(all: readonly IssuedCertificate[]): Fragment {
  if (all.length === 0) {
    return html`<div class="panel"><p>You have no certificate yet. You get one with every exam that you pass.</p>
<p><a href="/cet/active/">Choose an article or a video</a></p></div>`
  }
  return html`<ul class="certificates">${all.map(
    ({ certificate, withdrawal }) => html`<li>
<h2><a href="${certificatePath(certificate.id)}">${certificate.examTitle}</a></h2>
<p>${printedPoints(certificate)}. Passed ${printedInstant(certificate.passedAt)}. Reference ${certificate.reference}.</p>
${
  withdrawal === undefined
    ? html`<p><a href="/my-cet/certificates/${certificate.id}.pdf">PDF<span class="visually-hidden"> of the certificate for ${certificate.examTitle}</span></a></p>`
    : html`<p><span class="tag tag-bad">Withdrawn</span></p>`
}</li>`,
  )}</ul>`
}
