import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { examUseSchema, type Submission } from '../../core/index.ts'
import { rightAnswers, sampleExam, wrongAnswers } from '../test-support/sample-exam.ts'
import {
  openSite,
  origin,
  rowCounts,
  type SiteUnderTest,
  settingsWith,
} from '../test-support/site-under-test.ts'

const token = 'exam-use-token-of-the-tests-0123456789'
const studio = 'https://studio.example.org'
const settings = settingsWith({ EXAM_USE_TOKEN: token, STUDIO_ORIGIN: studio })

const ask = (
  site: SiteUnderTest,
  exam: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Response> =>
  site.fetch(`/api/exams/${exam}/use`, {
    method,
    headers: { authorization: `Bearer ${token}`, origin: studio, ...headers },
  })

async function sit(
  site: SiteUnderTest,
  exam: string,
  version: string,
  cookie: string,
  answers: Submission['answers'],
): Promise<void> {
  const answer = await site.fetch(`/api/exams/${exam}/attempts`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/json' },
    body: JSON.stringify({ attempt: crypto.randomUUID(), version, answers }),
  })
  if (answer.status !== 201) throw new Error(await answer.text())
}

describe('how an exam has been used', () => {
  test('is told in counts, over every version', async () => {
    const site = openSite({ settings })
    const exam = 'exam-used'
    const first = (await site.release([{ version: sampleExam(exam) }])).get(exam) ?? ''
    const olive = await site.signIn()
    const desmond = await site.signIn()
    await sit(site, exam, first, olive.cookie, wrongAnswers)
    await sit(site, exam, first, olive.cookie, rightAnswers)
    const second = (await site.release([{ version: sampleExam(exam, { passMark: 100 }) }])).get(exam) ?? ''
    await sit(site, exam, second, desmond.cookie, wrongAnswers)
    await site.release([{ version: sampleExam('exam-beside-it') }])

    const answer = await ask(site, exam)
    expect(answer.status).toBe(200)
    expect(examUseSchema.parse(await answer.clone().json())).toEqual({
      versions: 2,
      attempts: 3,
      attemptsAtCurrentVersion: 1,
      members: 2,
      passed: 1,
    })
    const text = await answer.text()
    for (const secret of [olive.id, desmond.id, first, second, 'lipid', 'Sample']) {
      expect(text).not.toContain(secret)
    }
  })

  test('is nothing at all for an exam that was never released', async () => {
    const answer = await ask(openSite({ settings }), 'exam-that-nobody-knows')
    expect(await answer.json()).toEqual({
      versions: 0,
      attempts: 0,
      attemptsAtCurrentVersion: 0,
      members: 0,
      passed: 0,
    })
  })

  test('is told by one statement, which looks at no attempt at another exam and is not reached by a wrong token', async () => {
    const asked: string[] = []
    const db = new Proxy(env.DB, {
      get: (target, name) =>
        name === 'prepare'
          ? (statement: string) => {
              asked.push(statement)
              return target.prepare(statement)
            }
          : Reflect.get(target, name),
    })
    const site = openSite({ settings, db })
    await ask(site, 'exam-x', { authorization: 'Bearer wrong' })
    expect(asked).toHaveLength(0)
    await ask(site, 'exam-x')
    expect(asked).toHaveLength(1)

    const plan = await env.DB.prepare(`EXPLAIN QUERY PLAN ${asked[0]}`).bind('exam-x').all()
    const steps = plan.results.map(({ detail }) => String(detail))
    expect(steps).toContainEqual(expect.stringMatching(/^SEARCH attempt USING COVERING INDEX/))
    expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([])
  })
})

describe('asking how an exam has been used', () => {
  test.for([
    ['no token', { authorization: '' }],
    ['a wrong token', { authorization: 'Bearer wrong' }],
    ['a token of another scheme', { authorization: `Basic ${token}` }],
    ['the beginning of the token', { authorization: `Bearer ${token.slice(0, -1)}` }],
  ] as const)('with %s says the same of every exam', async ([, headers]) => {
    const site = openSite({ settings })
    await site.release([{ version: sampleExam('exam-known') }])
    const before = await rowCounts()
    const answers = await Promise.all(
      ['exam-known', 'exam-unknown'].map(async (exam) => {
        const answer = await ask(site, exam, headers)
        expect(answer.status).toBe(403)
        return answer.text()
      }),
    )
    expect(JSON.parse(answers[0] ?? '')).toMatchObject({ code: 'exam-use/forbidden' })
    expect(answers[0]).toBe(answers[1])
    expect(answers[0]).not.toContain(token)
    expect(await rowCounts()).toEqual(before)
  })

  test('is not for members, however they are signed in', async () => {
    const site = openSite({ settings })
    const { cookie } = await site.signIn()
    expect((await ask(site, 'exam-x', { authorization: '', cookie })).status).toBe(403)
  })

  test('leads nowhere in an installation without the token', async () => {
    const site = openSite({ settings: settingsWith({ STUDIO_ORIGIN: studio }) })
    for (const method of ['GET', 'OPTIONS']) {
      const answer = await ask(site, 'exam-x', {}, method)
      expect(answer.status).toBe(404)
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
      expect(await answer.json()).toMatchObject({ code: 'request/not-found' })
    }
  })

  test('is all that the path is good for', async () => {
    const site = openSite({ settings })
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      expect((await ask(site, 'exam-x', {}, method)).status).toBe(405)
    }
    for (const path of [
      '/api/exams/exam-x/use/',
      '/api/exams/exam-x',
      '/api/exams/a%2fb/use',
      '/api/exams//use',
    ]) {
      expect((await site.fetch(path, { headers: { authorization: `Bearer ${token}` } })).status, path).toBe(
        401,
      )
    }
  })
})

describe('from a browser', () => {
  test('Studio may ask, and reads the answer and the refusal alike', async () => {
    const site = openSite({ settings })
    const preflight = await ask(
      site,
      'exam-x',
      {
        authorization: '',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
      'OPTIONS',
    )
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe(studio)
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET')
    expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization')
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull()
    for (const headers of [{}, { authorization: 'Bearer wrong' }]) {
      const answer = await ask(site, 'exam-x', headers)
      expect(answer.headers.get('access-control-allow-origin')).toBe(studio)
      expect(answer.headers.get('vary')).toContain('Origin')
    }
  })

  test.for(['https://evil.example', 'null', `${studio}.evil.example`, 'http://studio.example.org'])(
    'a page of %s reads nothing',
    async (foreign) => {
      const site = openSite({ settings })
      for (const method of ['GET', 'OPTIONS']) {
        const answer = await ask(site, 'exam-x', { origin: foreign }, method)
        expect(answer.headers.get('access-control-allow-origin')).toBeNull()
        expect(answer.headers.get('vary')).toContain('Origin')
      }
    },
  )

  test('no page at all reads anything where Studio’s origin is not set', async () => {
    const site = openSite({ settings: settingsWith({ EXAM_USE_TOKEN: token }) })
    const answer = await ask(site, 'exam-x')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })
})

test('every kind of answer carries the security headers and is kept by nobody', async () => {
  const site = openSite({ settings })
  const answers: Record<string, Response> = {
    counts: await ask(site, 'exam-x'),
    forbidden: await ask(site, 'exam-x', { authorization: '' }),
    preflight: await ask(site, 'exam-x', {}, 'OPTIONS'),
    'no such address': await ask(openSite(), 'exam-x'),
    'wrong method': await ask(site, 'exam-x', {}, 'POST'),
  }
  for (const [kind, { headers }] of Object.entries(answers)) {
    expect(headers.get('content-security-policy'), kind).toContain("default-src 'none'")
    expect(headers.get('content-security-policy'), kind).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options'), kind).toBe('nosniff')
    expect(headers.get('strict-transport-security'), kind).toMatch(/^max-age=\d{8}/)
    expect(headers.get('cache-control'), kind).toBe('private, no-store')
  }
})
