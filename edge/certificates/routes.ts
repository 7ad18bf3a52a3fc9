import { type Context, Hono } from 'hono'
import { printedCertificateId, readCertificateId } from '../../core/index.ts'
import type { App } from '../context.ts'
import { signedIn } from '../exams/routes.ts'
import { RequestError } from '../http/problem.ts'
import { retitle, shellPage, sitePage } from '../pages/site-page.ts'
import { certificatesOf, findCertificate, findOwnCertificate } from '../records/certificates.ts'
import { checkedCertificate, nothingFound } from './check.ts'
import { readFonts } from './document/fonts.ts'
import { certificateList, ownCertificate } from './page.ts'
import { certificatePath, verifyPath } from './statements.ts'

/** Certificates for their holders, and their check for everybody. */
export const certificateRoutes = new Hono<App>()

certificateRoutes.get('/my-cet/certificates/', async (c) => {
  const { assets, db, settings } = c.env.edge
  const list = String(await certificateList(await certificatesOf(db, signedIn(c).id)))
  const page = await assets.fetch(new URL('/my-cet/certificates/', settings.SITE_ORIGIN))
  if (!page.ok) throw new RequestError('request/not-found', 'The page has not been built.')
  return sitePage(c, page, {
    rewrite: (rewriter) =>
      rewriter.on('[data-slot="certificates"]', {
        element: (element) => {
          element.setInnerContent(list, { html: true })
        },
      }),
  })
})

certificateRoutes.get('/my-cet/certificates/:id/', async (c) => {
  const own = await ownOf(c, c.req.param('id'))
  return shellPage(c, {
    title: 'Certificate',
    shell: '/my-cet/certificates/',
    content: ownCertificate(own, c.env.edge.settings.SITE_ORIGIN),
  })
})

certificateRoutes.get('/my-cet/certificates/:file{[^/]+\\.pdf}', async (c) => {
  const { settings } = c.env.edge
  const { certificate, withdrawal } = await ownOf(c, c.req.param('file').slice(0, -'.pdf'.length))
  if (withdrawal !== undefined) {
    throw new RequestError('certificate/withdrawn', 'A document of it would be taken for one that stands.', {
      link: certificatePath(certificate.id),
    })
  }
  // Making documents is much code, which other requests need not wait for.
  const { certificateDocument } = await import('./document/certificate.ts')
  const document = await certificateDocument(certificate, {
    fonts: await readFonts(c.env.edge),
    site: settings.SITE_ORIGIN,
    demonstration: settings.DEMO_CLOCK !== undefined,
  })
  return new Response(document, {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(document.byteLength),
      'content-disposition': `attachment; filename="certificate-${printedCertificateId(certificate.id)}.pdf"`,
    },
  })
})

// The form sends the ID in the query, so that it works without script.
certificateRoutes.get('/verify/', async (c, next) => {
  const typed = c.req.query('id')
  if (typed === undefined) return next()
  const id = readCertificateId(typed)
  return id === undefined ? noCertificate(c, typed) : c.redirect(verifyPath(id), 302)
})

certificateRoutes.get('/verify/:id/', async (c) => {
  const typed = c.req.param('id')
  // What cannot be an ID is looked up all the same: the answer takes as long as for one that is not there.
  const found = await findCertificate(c.env.edge.db, readCertificateId(typed) ?? '')
  if (found === undefined) return noCertificate(c, typed)
  return shellPage(c, {
    title: found.withdrawal === undefined ? 'This certificate stands' : 'This certificate has been withdrawn',
    shell: '/verify/',
    headers: unlisted,
    content: checkedCertificate(found, c.env.edge.settings.SITE_ORIGIN),
  })
})

const unlisted = { 'x-robots-tag': 'noindex, nofollow' }

/** The form again, with what was typed and what to look for. */
async function noCertificate(c: Context<App>, typed: string): Promise<Response> {
  const { assets, settings } = c.env.edge
  const page = await assets.fetch(new URL('/verify/', settings.SITE_ORIGIN))
  if (!page.ok) throw new RequestError('request/not-found', 'The page has not been built.')
  const outcome = String(await nothingFound)
  return sitePage(c, page, {
    status: 404,
    headers: unlisted,
    rewrite: (rewriter) =>
      rewriter
        .on('title', retitle('No certificate has that ID'))
        .on('[data-slot="outcome"]', {
          element: (element) => {
            element.setInnerContent(outcome, { html: true })
          },
        })
        .on('input[name="id"]', {
          element: (element) => {
            element.setAttribute('value', typed.slice(0, 300))
          },
        }),
  })
}

async function ownOf(c: Context<App>, typed: string) {
  const own = await findOwnCertificate(c.env.edge.db, signedIn(c).id, readCertificateId(typed) ?? '')
  if (own === undefined) {
    throw new RequestError('request/not-found', 'You have no certificate of that ID.', {
      remedy: 'Look for it in the list of your certificates.',
      link: '/my-cet/certificates/',
    })
  }
  return own
}
