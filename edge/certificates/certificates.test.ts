import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { type Certificate, printedCertificateId } from '../../core/index.ts'
import { systemRandomness } from '../context.ts'
import { sha256 } from '../http/digest.ts'
import { findCertificate } from '../records/certificates.ts'
import { signInMember } from '../records/members.ts'
import { readPdf } from '../test-support/pdf.ts'
import { readBoxes } from '../test-support/qr.ts'
import { rightAnswers, sampleExam, wrongAnswers } from '../test-support/sample-exam.ts'
import { openNoon, openSite, origin, type SiteUnderTest } from '../test-support/site-under-test.ts'
import { statements } from './statements.ts'

let exams = 0

/** A member who has passed an exam of their own, and the certificate's ID. */
async function passed(site: SiteUnderTest, profile: Parameters<SiteUnderTest['signIn']>[0] = {}) {
  exams += 1
  const exam = `exam-certificates-${exams}`
  const version = (await site.release([{ version: sampleExam(exam) }])).get(exam) ?? ''
  const member = await site.signIn(profile)
  const attempt = crypto.randomUUID()
  const answer = await site.fetch(`/api/exams/${exam}/attempts`, {
    method: 'POST',
    headers: { origin, cookie: member.cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ attempt, version, answers: rightAnswers }),
  })
  expect(answer.status).toBe(201)
  const [id = ''] = await idsOf(member.id)
  return { ...member, exam, version, attempt, id }
}

/** The holder of a certificate, signed in once more. */
async function sessionAgain(id: string, site: SiteUnderTest) {
  const token = systemRandomness.token()
  await env.DB.prepare(
    'INSERT INTO session (token_hash, member, started_at, last_seen_at) SELECT ?1, member, ?2, ?2 FROM certificate WHERE id = ?3',
  )
    .bind(await sha256(token), site.now, id)
    .run()
  return { cookie: `__Host-session=${token}` }
}

async function idsOf(member: string): Promise<string[]> {
  const { results } = await env.DB.prepare('SELECT id FROM certificate WHERE member = ?').bind(member).all()
  return results.map((row) => String(row['id']))
}

const page = (site: SiteUnderTest, path: string, cookie?: string) =>
  site.fetch(path, { headers: { accept: 'text/html', ...(cookie === undefined ? {} : { cookie }) } })

/** The text of a page as a reader sees it, spaces joined. */
const text = async (answer: Response) =>
  (await answer.text())
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')

const withdraw = (id: string, reason: string, replacedBy: string | null = null) =>
  env.DB.prepare(
    'INSERT INTO certificate_withdrawal (certificate, at, reason, replaced_by) VALUES (?, ?, ?, ?)',
  )
    .bind(id, openNoon, reason, replacedBy)
    .run()

/** Every word that a certificate says. */
const words = (certificate: Certificate) => [
  certificate.holder,
  ...statements(certificate).flatMap(({ label, lines }) => [label, ...lines]),
]

describe('a passed exam', () => {
  test('has one certificate with the facts of its day', async () => {
    const site = openSite()
    const { id, attempt } = await passed(site)
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{28}$/)
    const found = await findCertificate(env.DB, id)
    expect(found?.withdrawal).toBeUndefined()
    expect(found?.certificate).toEqual({
      id,
      holder: 'Olive Sample',
      gocNumber: '01-00000-SAMPLE',
      registrantTypes: ['optometrist'],
      examTitle: 'Tear film: the exam',
      itemTitle: 'Tear film',
      reference: 'C-13861 O/D',
      points: 1,
      pointType: 'non-interactive',
      competencies: [{ id: 'competency-1', title: 'Ocular examination', registrantType: 'optometrist' }],
      passedAt: openNoon,
      issuedAt: openNoon,
      pack: {
        title: 'Sample pack',
        scheme: {
          title: 'Continuing Education and Training',
          abbreviation: 'CET',
          regulator: 'Sample regulator',
          unitPlural: 'competencies',
        },
        cycle: 'Sample cycle',
        registrantTypes: { optometrist: 'Optometrist', 'dispensing-optician': 'Dispensing optician' },
      },
    })
    expect(attempt).not.toBe('')
  })

  test('has it once, however many tabs send it at once, and a failed one has none', async () => {
    const site = openSite()
    exams += 1
    const exam = `exam-certificates-${exams}`
    const version = (await site.release([{ version: sampleExam(exam) }])).get(exam) ?? ''
    const member = await site.signIn()
    const send = (attempt: string, answers: typeof rightAnswers) =>
      site.fetch(`/api/exams/${exam}/attempts`, {
        method: 'POST',
        headers: { origin, cookie: member.cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ attempt, version, answers }),
      })
    expect((await send(crypto.randomUUID(), wrongAnswers)).status).toBe(201)
    expect(await idsOf(member.id)).toEqual([])
    const same = crypto.randomUUID()
    const tabs = [same, same, ...Array.from({ length: 6 }, () => crypto.randomUUID())]
    const statuses = await Promise.all(
      tabs.map(async (attempt) => (await send(attempt, rightAnswers)).status),
    )
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(await idsOf(member.id)).toHaveLength(1)
  })

  test('has it even when nothing is known of the pack', async () => {
    for (const assets of [
      { fetch: async () => new Response('gone', { status: 404 }) },
      { fetch: () => Promise.reject(new Error('The files cannot be reached.')) },
      { fetch: async () => new Response('{"title": 1}') },
    ]) {
      const site = openSite()
      Object.assign(site.edge, { assets })
      const { id } = await passed(site)
      const found = await findCertificate(env.DB, id)
      expect(found?.certificate.pack).toBeUndefined()
      expect(found && words(found.certificate)).toContain('Optometrist')
    }
  })

  test('IDs differ in every place', async () => {
    const site = openSite()
    const ids = await Promise.all(Array.from({ length: 12 }, async () => (await passed(site)).id))
    for (let place = 0; place < 28; place += 1) {
      expect(new Set(ids.map((id) => id.charAt(place))).size).toBeGreaterThan(2)
    }
  })
})

test('a certificate stays as it was when the member has another name and the exam another edition', async () => {
  const site = openSite()
  const { id, cookie, exam } = await passed(site)
  const before = await findCertificate(env.DB, id)
  const subject = await env.DB.prepare(
    'SELECT member.subject FROM member JOIN certificate ON member = member.id WHERE certificate.id = ?',
  )
    .bind(id)
    .first('subject')
  await signInMember(env.DB, {
    identity: { issuer: 'https://issuer.test', subject: String(subject) },
    profile: {
      name: 'Olive Changed',
      gocNumber: undefined,
      entitlement: undefined,
      registrantTypes: ['dispensing-optician'],
    },
    id: crypto.randomUUID(),
    tokenHash: crypto.randomUUID(),
    now: openNoon,
  })
  await site.release([
    { version: sampleExam(exam, { title: 'Another title', reference: 'C-1', points: 3, competencies: [] }) },
  ])
  expect(await findCertificate(env.DB, id)).toEqual(before)
  const shown = await text(await page(site, `/my-cet/certificates/${id}/`, cookie))
  expect(shown).toContain('Holder Olive Sample')
  expect(shown).not.toContain('Another title')
})

describe('the holder', () => {
  test('finds it in the list, from the result and on a page of its own', async () => {
    const site = openSite()
    const { id, cookie, attempt } = await passed(site)
    const link = `href="/my-cet/certificates/${id}/"`
    expect(await (await page(site, `/my-cet/attempts/${attempt}/`, cookie)).text()).toContain(link)
    expect(await (await page(site, '/my-cet/certificates/', cookie)).text()).toContain(link)
    const own = await page(site, `/my-cet/certificates/${id}/`, cookie)
    expect(own.headers.get('cache-control')).toBe('private, no-store')
    const found = await findCertificate(env.DB, id)
    const shown = await text(own)
    for (const word of found ? words(found.certificate) : ['no certificate']) expect(shown).toContain(word)
  })

  test('gets it as a document, the same every time', async () => {
    const site = openSite()
    const { id, cookie } = await passed(site)
    const path = `/my-cet/certificates/${id}.pdf`
    const answer = await page(site, path, cookie)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="certificate-${printedCertificateId(id)}.pdf"`,
    )
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect(answer.headers.get('content-length')).toBe(String(bytes.byteLength))
    expect((await readPdf(bytes)).texts.join(' ')).toContain('Olive Sample')
    site.now += 86_400_000
    const later = await page(site, path, (await sessionAgain(id, site)).cookie)
    expect(new Uint8Array(await later.arrayBuffer())).toEqual(bytes)
    const other = await site.signIn()
    expect((await page(site, path, other.cookie)).status).toBe(404)
    expect((await page(site, path)).status).toBe(302)
    await withdraw(id, 'Sample reason')
    const gone = await site.fetch(path, { headers: { cookie: (await sessionAgain(id, site)).cookie } })
    expect(gone.status).toBe(410)
    expect(await gone.json()).toMatchObject({
      code: 'certificate/withdrawn',
      link: `/my-cet/certificates/${id}/`,
    })
  })

  test('reads that there is none yet', async () => {
    const site = openSite()
    const { cookie } = await site.signIn()
    expect(await text(await page(site, '/my-cet/certificates/', cookie))).toContain(
      'You have no certificate yet',
    )
  })

  test('is the only one who has that page, entitled or not', async () => {
    const site = openSite()
    const { id, cookie } = await passed(site)
    const other = await site.signIn()
    const path = `/my-cet/certificates/${id}/`
    expect((await page(site, path)).status).toBe(302)
    const refused = await page(site, path, other.cookie)
    expect(refused.status).toBe(404)
    const unknown = await page(site, `/my-cet/certificates/${'0'.repeat(28)}/`, other.cookie)
    expect(await refused.text()).toBe(await unknown.text())
    expect(await (await page(site, '/my-cet/certificates/', other.cookie)).text()).not.toContain(id)
    await env.DB.prepare(
      'UPDATE member SET entitlement = NULL WHERE id = (SELECT member FROM certificate WHERE id = ?)',
    )
      .bind(id)
      .run()
    expect((await page(site, path, cookie)).status).toBe(200)
  })
})

test('a page that is printed says where it is checked, in words and as a code, without an own style', async () => {
  const site = openSite()
  const { id, cookie } = await passed(site)
  const address = `${origin}/verify/${id}/`
  for (const path of [`/my-cet/certificates/${id}/`, `/verify/${id}/`]) {
    const shown = await (await page(site, path, cookie)).text()
    expect(shown).toContain(`<a href="${address}">${address}</a>`)
    const picture = /<svg[^>]*aria-label="QR code[^>]*>[\s\S]*?<\/svg>/.exec(shown)?.[0] ?? ''
    expect(picture).not.toMatch(/style|url\(/)
    const boxes = Array.from(picture.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g), ([, ...numbers]) => [
      ...numbers.map(Number),
      1,
    ])
    expect(readBoxes(boxes), path).toBe(address)
  }
})

describe('anybody who checks', () => {
  test('sees everything that it says, and that it stands', async () => {
    const site = openSite()
    const { id } = await passed(site)
    const answer = await page(site, `/verify/${id}/`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('x-robots-tag')).toContain('noindex')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const shown = await text(answer)
    expect(shown).toContain('This certificate stands')
    const found = await findCertificate(env.DB, id)
    for (const word of found ? words(found.certificate) : ['no certificate']) expect(shown).toContain(word)
  })

  test('may type the ID as they like', async () => {
    const site = openSite()
    const { id } = await passed(site)
    for (const typed of [
      id,
      ` ${printedCertificateId(id).toLowerCase()} `,
      printedCertificateId(id).replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l'),
      `${origin}/verify/${id}/`,
      `“${printedCertificateId(id)}”`,
      `certificate-${printedCertificateId(id)}.pdf`,
    ]) {
      const answer = await page(site, `/verify/?id=${encodeURIComponent(typed)}`)
      expect(answer.status).toBe(302)
      expect(answer.headers.get('location')).toBe(`/verify/${id}/`)
    }
    expect((await page(site, `/verify/${printedCertificateId(id).toLowerCase()}/`)).status).toBe(200)
    expect((await page(site, `/verify/${id}`)).headers.get('location')).toBe(`/verify/${id}/`)
    for (const gap of [' ', '–']) {
      const bare = encodeURI(`/verify/${printedCertificateId(id).replaceAll('-', gap)}`)
      const answer = await page(site, bare)
      expect([answer.status, answer.headers.get('location')]).toEqual([308, `${bare}/`])
      expect((await page(site, `${bare}/`)).status).toBe(200)
    }
  })

  test('learns the same of every ID that leads to nothing, and keeps what was typed', async () => {
    const site = openSite()
    const { id, attempt } = await passed(site)
    const award = await env.DB.prepare('SELECT award FROM certificate WHERE id = ?').bind(id).first('award')
    const answers = new Set<string>()
    const others = [`${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`, attempt, String(award)]
    for (const typed of [...others, 'C-13861 O', '', '"><b>', "' OR 1=1 --", 'ü', '0'.repeat(28)]) {
      for (const path of [
        ...(typed === '' ? [] : [`/verify/${encodeURI(typed)}/`]),
        `/verify/?id=${encodeURIComponent(typed)}`,
      ]) {
        let answer = await page(site, path)
        if (answer.status === 302) answer = await page(site, answer.headers.get('location') ?? '')
        expect(answer.status, path).toBe(404)
        expect(answer.headers.get('x-robots-tag')).toContain('noindex')
        const body = await answer.text()
        expect(body).toContain('No certificate has that ID')
        answers.add(body.replace(/<input name="id"[^>]*?(?: value="[^"]*")?>/, ''))
      }
    }
    expect(answers.size).toBe(1)
    const kept = await (await page(site, `/verify/?id=${encodeURIComponent('"><b>x')}`)).text()
    expect(kept).toContain('value="&quot;><b>x"')
  })

  test('sees that it was withdrawn, why, and what stands instead', async () => {
    const site = openSite()
    const { id, cookie, id: first } = await passed(site)
    const other = await passed(site)
    await expect(withdraw(first, 'Sample reason', other.id)).rejects.toThrow('of another member')
    await expect(withdraw(first, '  ')).rejects.toThrow('CHECK')
    await expect(withdraw(first, 'Sample reason', first)).rejects.toThrow('CHECK')
    await withdraw(id, 'Issued twice by mistake <b>')
    const checked = await page(site, `/verify/${id}/`)
    expect(checked.status).toBe(200)
    const shown = await text(checked)
    expect(shown).toContain('This certificate has been withdrawn')
    expect(shown).toContain('Withdrawn on 4 October 2021 at 13:00. Reason: Issued twice by mistake &lt;b&gt;')
    expect(await text(await page(site, `/my-cet/certificates/${id}/`, cookie))).toContain('Withdrawn on')
    expect(await text(await page(site, '/my-cet/certificates/', cookie))).toContain('Withdrawn')
  })

  test('changes nothing by it', async () => {
    const site = openSite()
    const { id } = await passed(site)
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await site.fetch(`/verify/${id}/`, { method })).status).toBe(405)
    }
  })
})
