import { env } from 'cloudflare:workers'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Accepted, acceptedSchema, canonicalExamVersion, type Submission } from '../../core/index.ts'
import { sha256 } from '../http/digest.ts'
import { sessionLimits } from '../records/sessions.ts'
import { canary, rightAnswers, sampleExam, wrongAnswers } from '../test-support/sample-exam.ts'
import {
  openSite,
  origin,
  releaseToken,
  rowCounts,
  type SiteUnderTest,
  sampleWindow,
} from '../test-support/site-under-test.ts'
import { attemptId } from './attempt-id.ts'

let counter = 0

/** An exam of its own for each test, released, with somebody who may sit it. */
async function examined(
  changes: Parameters<typeof sampleExam>[1] = {},
  window?: Parameters<SiteUnderTest['release']>[0][0]['window'],
) {
  counter += 1
  const exam = `exam-submit-${counter}`
  const site = openSite()
  const names = await site.release([
    { version: sampleExam(exam, changes), ...(window === undefined ? {} : { window }) },
  ])
  const version = names.get(exam) ?? ''
  const member = await site.signIn()
  const path = `/api/exams/${exam}/attempts`
  const post = (body: BodyInit, headers: Record<string, string> = {}, cookie = member.cookie) =>
    site.fetch(path, {
      method: 'POST',
      body,
      headers: { origin, cookie, 'content-type': 'application/json', ...headers },
    })
  return {
    site,
    exam,
    version,
    member,
    path,
    post,
    submission: (answers: Submission['answers'] = rightAnswers): Submission => ({
      attempt: crypto.randomUUID(),
      version,
      answers,
    }),
    send: (submission: unknown, cookie = member.cookie) => post(JSON.stringify(submission), {}, cookie),
  }
}

async function accepted(answer: Response): Promise<Accepted> {
  expect(answer.status).toBe(201)
  return acceptedSchema.parse(await answer.json())
}

async function refused(answer: Response, status: number, code: string): Promise<Record<string, unknown>> {
  const text = await answer.text()
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  const problem = JSON.parse(text) as Record<string, unknown>
  expect(problem).toMatchObject({ status, code })
  expect(answer.status).toBe(status)
  expect(problem['remedy']).toMatch(/\.$/)
  expect(text).not.toMatch(/\bat .*\.(ts|js):\d+|SQLITE|D1_|ZodError/)
  expect(text).not.toContain(canary)
  return problem
}

describe('a submission', () => {
  test('that passes records an attempt, an award and an audit event', async () => {
    const { send, submission, member, exam, version } = await examined()
    const before = await rowCounts()
    const sent = submission()
    const answer = await send(sent)
    expect(answer.headers.get('location')).toBe(`/my-cet/attempts/${sent.attempt}/`)
    const { result } = await accepted(answer)
    expect(result).toEqual({
      attempt: sent.attempt,
      exam,
      version,
      correct: 2,
      outOf: 2,
      percent: 100,
      passed: true,
      points: 1,
      attemptNumber: 1,
      attemptsLeft: 0,
      submittedAt: '2021-10-04T12:00:00.000Z',
    })
    const after = await rowCounts()
    expect(after).toEqual({
      ...before,
      attempt: (before['attempt'] ?? 0) + 1,
      award: (before['award'] ?? 0) + 1,
      audit_event: (before['audit_event'] ?? 0) + 1,
    })
    const award = await env.DB.prepare('SELECT * FROM award WHERE member = ?').bind(member.id).first()
    expect(award).toMatchObject({
      exam,
      version,
      title: 'Tear film: the exam',
      item_title: 'Tear film',
      reference: 'C-13861 O/D',
      points: 1,
      point_type: 'non-interactive',
      competencies: '[{"id":"competency-1","registrantType":"optometrist","title":"Ocular examination"}]',
    })
  })

  test('that fails records an attempt and no award, and tells nothing of the key', async () => {
    const { send, submission } = await examined()
    const before = await rowCounts()
    const answer = await send(submission(wrongAnswers))
    const text = await answer.clone().text()
    expect(await accepted(answer)).toMatchObject({ result: { passed: false, points: 0, attemptsLeft: 2 } })
    expect(text).not.toContain(canary)
    expect(await rowCounts()).toMatchObject({ award: before['award'], attempt: (before['attempt'] ?? 0) + 1 })
  })

  test('is answered with a receipt that the published key proves', async () => {
    const { site, send, submission, member } = await examined()
    const { receipt, result } = await accepted(await send(submission()))
    const published = await (await site.fetch('/.well-known/jwks.json')).json<{
      keys: Record<string, unknown>[]
    }>()
    expect(published.keys[0]).not.toHaveProperty('d')
    const { payload, protectedHeader } = await jwtVerify(
      receipt,
      createLocalJWKSet(published as Parameters<typeof createLocalJWKSet>[0]),
      { issuer: origin, subject: member.id, typ: 'receipt+jwt' },
    )
    expect(payload).toMatchObject(result)
    expect(protectedHeader.alg).toBe('ES256')
    const [head, , signature] = receipt.split('.')
    const forged = `${head}.${btoa(JSON.stringify({ ...payload, correct: 99 })).replaceAll('=', '')}.${signature}`
    await expect(
      jwtVerify(forged, createLocalJWKSet(published as Parameters<typeof createLocalJWKSet>[0])),
    ).rejects.toThrow()
  })

  test('sent again is answered with the same bytes, even when the exam has closed', async () => {
    const { site, send, submission, member } = await examined()
    const sent = submission()
    const first = await (await send(sent)).text()
    const before = await rowCounts()
    const again = await send({ ...sent, answers: sent.answers.toReversed() })
    expect(again.status).toBe(200)
    expect(await again.text()).toBe(first)
    site.now = Date.parse('2022-01-10T00:00:00Z')
    const { cookie } = { cookie: await newSession(site, member.id) }
    const late = await send({ ...sent, attempt: sent.attempt.toUpperCase() }, cookie)
    expect(late.status).toBe(200)
    expect(await late.text()).toBe(first)
    const stored = await site.fetch(`/api/attempts/${sent.attempt}`, { headers: { cookie } })
    expect(await stored.text()).toBe(first)
    expect(await rowCounts()).toMatchObject({ attempt: before['attempt'], award: before['award'] })
  })

  test('with a used attempt ID and other answers is refused', async () => {
    const { send, submission } = await examined()
    const sent = submission(wrongAnswers)
    await send(sent)
    const before = await rowCounts()
    const problem = await refused(
      await send({ ...sent, answers: rightAnswers }),
      422,
      'submission/attempt-id-reused',
    )
    expect(problem).not.toHaveProperty('over')
    expect(await rowCounts()).toEqual(before)
    // Once it has been passed, nothing is left to send in its place.
    await accepted(await send(submission()))
    const late = await refused(await send({ ...sent, answers: [] }), 422, 'submission/attempt-id-reused')
    expect(late['over']).toBe(true)
  })

  test('with another member’s attempt ID tells nothing of theirs', async () => {
    const { site, send, submission } = await examined()
    const sent = submission()
    await accepted(await send(sent))
    const other = await site.signIn()
    await refused(
      await site.fetch(`/api/attempts/${sent.attempt}`, { headers: { cookie: other.cookie } }),
      404,
      'request/not-found',
    )
    const page = await site.fetch(`/my-cet/attempts/${sent.attempt}/`, { headers: { cookie: other.cookie } })
    expect(page.status).toBe(404)
    const own = await accepted(await send({ ...sent, answers: wrongAnswers }, other.cookie))
    expect(own.result).toMatchObject({ passed: false, attemptNumber: 1 })
  })

  test('that another member’s page made counts for nobody', async () => {
    const { site, send, submission, member, exam } = await examined()
    const other = await site.signIn({ name: 'Desmond Sample' })
    const before = await rowCounts()
    const kept = { ...submission(), attempt: await attemptId(member.id, exam, 1) }
    const problem = await refused(await send(kept, other.cookie), 409, 'submission/foreign-attempt')
    expect(problem['signedInAs']).toBe('Desmond Sample')
    expect(await rowCounts()).toEqual(before)
    expect((await accepted(await send(kept))).result).toMatchObject({ passed: true, attemptNumber: 1 })
    await refused(await send(kept, other.cookie), 409, 'submission/foreign-attempt')
  })

  test('of an exam that was passed is refused, with the way to the result', async () => {
    const { send, submission } = await examined()
    const first = submission()
    await accepted(await send(first))
    const problem = await refused(await send(submission()), 409, 'submission/already-passed')
    expect(problem['link']).toBe(`/my-cet/attempts/${first.attempt}/`)
    expect(problem['over']).toBe(true)
    expect(problem).not.toHaveProperty('signedInAs')
  })

  test('beyond the limit is refused', async () => {
    const { send, submission } = await examined({ maxAttempts: 2 })
    await accepted(await send(submission(wrongAnswers)))
    expect((await accepted(await send(submission(wrongAnswers)))).result).toMatchObject({
      attemptNumber: 2,
      attemptsLeft: 0,
    })
    await refused(await send(submission()), 409, 'submission/no-attempts-left')
  })

  test('is graded by the version that was seen, within today’s window', async () => {
    const { site, exam, send, submission } = await examined()
    const old = submission([
      { question: 'layers', choices: ['lipid'] },
      { question: 'signs', choices: ['staining', 'breakup'] },
    ])
    const corrected = sampleExam(exam)
    const [first, ...others] = corrected.questions
    if (first === undefined) throw new Error('the sample has questions')
    const turned = {
      ...first,
      choices: first.choices.map((choice) => ({ ...choice, correct: !choice.correct })),
    }
    await site.release([{ version: { ...corrected, questions: [turned, ...others] } }])
    expect((await accepted(await send(old))).result).toMatchObject({ correct: 2, version: old.version })
  })
})

async function newSession(site: SiteUnderTest, member: string): Promise<string> {
  const { id, cookie } = await site.signIn()
  await env.DB.prepare('UPDATE session SET member = ? WHERE member = ?').bind(member, id).run()
  return cookie
}

describe('bad input is refused with a code and leaves nothing', () => {
  let sitting: Awaited<ReturnType<typeof examined>>
  beforeAll(async () => {
    sitting = await examined()
  })

  const cases: readonly (readonly [string, (s: typeof sitting) => Promise<Response>, number, string])[] = [
    ['malformed JSON', (s) => s.post('{"attempt":'), 400, 'request/malformed-json'],
    ['no body', (s) => s.post(''), 400, 'request/malformed-json'],
    [
      'bytes that are not UTF-8',
      (s) => s.post(new Uint8Array([0x22, 0xff, 0xfe, 0x22])),
      400,
      'request/malformed-json',
    ],
    ['a list', (s) => s.post('[]'), 422, 'submission/invalid'],
    ['null', (s) => s.post('null'), 422, 'submission/invalid'],
    ['an unknown field', (s) => s.send({ ...s.submission(), score: 100 }), 422, 'submission/invalid'],
    [
      'an unknown field in an answer',
      (s) =>
        s.send({ ...s.submission(), answers: [{ question: 'layers', choices: ['lipid'], correct: true }] }),
      422,
      'submission/invalid',
    ],
    ['no attempt ID', (s) => s.send({ ...s.submission(), attempt: undefined }), 422, 'submission/invalid'],
    [
      'an attempt ID of another shape',
      (s) => s.send({ ...s.submission(), attempt: '../../x' }),
      422,
      'submission/invalid',
    ],
    [
      'a version of another shape',
      (s) => s.send({ ...s.submission(), version: 'latest' }),
      422,
      'submission/invalid',
    ],
    [
      'a poisoned prototype',
      (s) => s.post(`{"__proto__":{"a":1},"attempt":"${crypto.randomUUID()}"}`),
      422,
      'submission/invalid',
    ],
    [
      'an unknown version',
      (s) => s.send({ ...s.submission(), version: 'f'.repeat(64) }),
      422,
      'submission/unknown-version',
    ],
    [
      'an unknown question',
      (s) => s.send(s.submission([...rightAnswers, { question: 'other', choices: ['x'] }])),
      422,
      'submission/unknown-question',
    ],
    [
      'an unknown choice',
      (s) => s.send(s.submission([{ question: 'layers', choices: ['mucin'] }, ...rightAnswers.slice(1)])),
      422,
      'submission/unknown-choice',
    ],
    [
      'a question answered twice',
      (s) => s.send(s.submission([...rightAnswers, ...rightAnswers.slice(0, 1)])),
      422,
      'submission/answered-twice',
    ],
    [
      'two answers where one is asked for',
      (s) =>
        s.send(
          s.submission([{ question: 'layers', choices: ['lipid', 'aqueous'] }, ...rightAnswers.slice(1)]),
        ),
      422,
      'submission/too-many-choices',
    ],
    ['a blank submission', (s) => s.send(s.submission([])), 422, 'submission/unanswered'],
    [
      'an empty answer',
      (s) => s.send(s.submission([{ question: 'layers', choices: [] }, ...rightAnswers.slice(1)])),
      422,
      'submission/unanswered',
    ],
    ['a large body', (s) => s.post(`"${'x'.repeat(70_000)}"`), 413, 'request/too-large'],
    [
      'a large body of undeclared length',
      (s) =>
        s.post(
          new ReadableStream({
            pull(controller) {
              controller.enqueue(new Uint8Array(10_000))
            },
          }),
        ),
      413,
      'request/too-large',
    ],
    ['plain text', (s) => s.post('{}', { 'content-type': 'text/plain' }), 415, 'request/wrong-content-type'],
    [
      'a multipart form',
      (s) => s.post('x', { 'content-type': 'multipart/form-data; boundary=x' }),
      415,
      'request/wrong-content-type',
    ],
    [
      'no content type',
      (s) => s.post(new Uint8Array([123, 125]), { 'content-type': '' }),
      415,
      'request/wrong-content-type',
    ],
    ['another site', (s) => s.post('{}', { origin: 'https://evil.example' }), 403, 'request/cross-site'],
    ['a hidden origin', (s) => s.post('{}', { origin: 'null' }), 403, 'request/cross-site'],
    [
      'the right origin from another site',
      (s) => s.post('{}', { 'sec-fetch-site': 'cross-site' }),
      403,
      'request/cross-site',
    ],
    ['a sister site', (s) => s.post('{}', { 'sec-fetch-site': 'same-site' }), 403, 'request/cross-site'],
    ['no session', (s) => s.send(s.submission(), ''), 401, 'session/missing'],
    [
      'a forged session',
      (s) => s.send(s.submission(), `__Host-session=${'a'.repeat(43)}`),
      401,
      'session/expired',
    ],
    [
      'an unknown exam',
      (s) =>
        s.site.fetch('/api/exams/exam-of-nobody/attempts', {
          method: 'POST',
          body: JSON.stringify(s.submission()),
          headers: { origin, cookie: s.member.cookie, 'content-type': 'application/json' },
        }),
      404,
      'submission/unknown-exam',
    ],
    [
      'no entitlement',
      async (s) => s.send(s.submission(), (await s.site.signIn({ entitlement: undefined })).cookie),
      403,
      'session/not-entitled',
    ],
  ]

  test.for(cases)('%s', async ([, send, status, code]) => {
    const before = await rowCounts()
    const problem = await refused(await send(sitting), status, code)
    const { attempt, award } = before
    expect(await rowCounts()).toMatchObject({ attempt, award })
    if (status === 422 && code.startsWith('submission/') && code !== 'submission/unknown-version') {
      expect(problem['errors']).toBeInstanceOf(Array)
    }
  })

  test('no answer is needed when a request names neither origin nor fetch site', async () => {
    const answer = await sitting.site.fetch(sitting.path, {
      method: 'POST',
      body: '{}',
      headers: { cookie: sitting.member.cookie, 'content-type': 'application/json' },
    })
    await refused(answer, 403, 'request/cross-site')
  })

  test('another method', async () => {
    const answer = await sitting.site.fetch(sitting.path, {
      method: 'DELETE',
      headers: { cookie: sitting.member.cookie },
    })
    await refused(answer, 405, 'request/method-not-allowed')
  })
})

describe('the window', () => {
  // Summer time when it opens, winter time when it closes, and the other way round.
  test.for([
    ['2021-09-01', '2021-12-28', '2021-08-31T23:00:00.000Z', '2021-12-29T00:00:00.000Z'],
    ['2021-12-01', '2022-03-27', '2021-12-01T00:00:00.000Z', '2022-03-27T23:00:00.000Z'],
    ['2021-10-31', '2021-10-31', '2021-10-30T23:00:00.000Z', '2021-11-01T00:00:00.000Z'],
  ] as const)('%s to %s opens and closes to the millisecond', async ([opensOn, closesOn, opens, closes]) => {
    const { site, send, submission } = await examined({}, { opensOn, closesOn, timeZone: 'Europe/London' })
    const at = async (now: number) => {
      site.now = now
      return send(submission(wrongAnswers), (await site.signIn()).cookie)
    }
    await refused(await at(Date.parse(opens) - 1), 409, 'submission/not-open-yet')
    await accepted(await at(Date.parse(opens)))
    await accepted(await at(Date.parse(closes) - 1))
    await refused(await at(Date.parse(closes)), 409, 'submission/closed')
  })

  test('goes by the time at which the whole submission has arrived', async () => {
    const { site, post, submission } = await examined()
    site.now = Date.parse('2021-12-28T23:59:59.999Z')
    const { cookie } = await site.signIn()
    const text = new TextEncoder().encode(JSON.stringify(submission()))
    const slow = new ReadableStream({
      pull(controller) {
        site.now += 1
        controller.enqueue(text)
        controller.close()
      },
    })
    await refused(await post(slow, {}, cookie), 409, 'submission/closed')
  })
})

describe('what was read with the session', () => {
  test('does not keep an attempt that passed from being repeated', async () => {
    const { send, submission } = await examined()
    const sent = submission()
    const first = await (await send(sent)).text()
    const again = await send(sent)
    expect(again.status).toBe(200)
    expect(await again.text()).toBe(first)
    await refused(await send({ ...sent, answers: wrongAnswers }), 422, 'submission/attempt-id-reused')
    await refused(await send({ ...sent, answers: [] }), 422, 'submission/attempt-id-reused')
  })

  test('does not keep an attempt that failed from being repeated while others are left', async () => {
    const { send, submission } = await examined()
    const sent = submission(wrongAnswers)
    const first = await (await send(sent)).text()
    const again = await send(sent)
    expect(again.status).toBe(200)
    expect(await again.text()).toBe(first)
    await refused(await send({ ...sent, answers: [] }), 422, 'submission/attempt-id-reused')
    expect((await accepted(await send(submission()))).result.attemptNumber).toBe(2)
  })

  test('does not let an attempt ID count for two exams', async () => {
    const one = await examined()
    const other = await examined()
    const sent = one.submission()
    await accepted(await one.send(sent))
    await accepted(await other.send(other.submission()))
    const moved = { ...sent, version: other.version }
    await refused(await other.send(moved, one.member.cookie), 422, 'submission/attempt-id-reused')
  })

  test('does not make a version known that this isolate has parsed but the exam does not have', async () => {
    const one = await examined()
    const other = await examined()
    await accepted(await other.send(other.submission()))
    const before = await rowCounts()
    const foreign = { ...one.submission(), version: other.version }
    await refused(await one.send(foreign), 422, 'submission/unknown-version')
    expect(await rowCounts()).toEqual(before)
  })

  test('does not let a version be graded by that a refused release named', async () => {
    const { site, exam, send, submission } = await examined()
    const unheard = { version: sampleExam(exam, { title: 'Never released' }) }
    const body = canonicalExamVersion(unheard.version)
    const refusedRelease = await site.fetch('/api/release', {
      method: 'PUT',
      headers: { authorization: `Bearer ${releaseToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        versions: [{ name: await sha256(body), body }],
        exams: [{ exam: 'exam-of-nobody', version: await sha256(body), window: sampleWindow }],
      }),
    })
    await refused(refusedRelease, 422, 'release/invalid')
    const sent = { ...submission(), version: await sha256(body) }
    await refused(await send(sent), 422, 'submission/unknown-version')
  })

  test('is read anew for the loser of two first attempts', async () => {
    const { site, send, submission, member, exam } = await examined()
    await accepted(await send(submission(), (await site.signIn()).cookie))
    const answers = await Promise.all([send(submission(wrongAnswers)), send(submission(wrongAnswers))])
    const results = await Promise.all(answers.map(accepted))
    expect(results.map(({ result }) => result.attemptNumber).sort()).toEqual([1, 2])
    expect(results.map(({ result }) => result.attemptsLeft).sort()).toEqual([1, 2])
    expect(await kept(member.id, exam)).toEqual({ attempts: 2, awards: 0, events: 2 })
  })

  test('is nothing without a session that holds: it is ended, and the body is not read', async () => {
    const { site, path, submission, member } = await examined()
    site.now += sessionLimits.idle
    let read = false
    const body = new ReadableStream(
      {
        pull(controller) {
          read = true
          controller.enqueue(new TextEncoder().encode(JSON.stringify(submission())))
          controller.close()
        },
      },
      { highWaterMark: 0 },
    )
    const send = (cookie: string) =>
      site.fetch(path, {
        method: 'POST',
        body,
        headers: { origin, cookie, 'content-type': 'application/json' },
      })
    const before = await rowCounts()
    const answer = await send(member.cookie)
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-session=;/)
    await refused(answer, 401, 'session/expired')
    await refused(await send(''), 401, 'session/missing')
    expect(read).toBe(false)
    expect(await rowCounts()).toEqual({ ...before, session: (before['session'] ?? 0) - 1 })
  })
})

describe('races', () => {
  test('fifty copies of one attempt are one attempt, one award and one answer', async () => {
    const { send, submission, member, exam } = await examined()
    const sent = submission()
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(sent)))
    const texts = new Set(await Promise.all(answers.map((answer) => answer.text())))
    expect(texts.size).toBe(1)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(49)
    expect(await kept(member.id, exam)).toEqual({ attempts: 1, awards: 1, events: 1 })
  })

  test('different attempts that all pass are one award', async () => {
    const { send, submission, member, exam } = await examined()
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(submission())))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(19)
    expect(await kept(member.id, exam)).toEqual({ attempts: 1, awards: 1, events: 1 })
  })

  test('different attempts that all fail use up exactly the limit', async () => {
    const { send, submission, member, exam } = await examined({ maxAttempts: 3 })
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(submission(wrongAnswers))))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(17)
    const numbers = await Promise.all(
      answers
        .filter(({ status }) => status === 201)
        .map(async (answer) => (await accepted(answer)).result.attemptNumber),
    )
    expect(numbers.sort()).toEqual([1, 2, 3])
    expect(await kept(member.id, exam)).toEqual({ attempts: 3, awards: 0, events: 3 })
  })

  test('one attempt ID with two sets of answers is recorded once', async () => {
    const { send, submission, member, exam } = await examined()
    const sent = submission()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        send(index % 2 === 0 ? sent : { ...sent, answers: wrongAnswers }),
      ),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(9)
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(10)
    expect(await kept(member.id, exam)).toMatchObject({ attempts: 1 })
  })
})

async function kept(member: string, exam: string): Promise<Record<string, unknown> | null> {
  return env.DB.prepare(
    `SELECT (SELECT count(*) FROM attempt WHERE member = ?1 AND exam = ?2) AS attempts,
       (SELECT count(*) FROM award WHERE member = ?1 AND exam = ?2) AS awards,
       (SELECT count(*) FROM audit_event WHERE member = ?1 AND kind = 'attempt.accepted') AS events`,
  )
    .bind(member, exam)
    .first()
}
