import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { certificateIdFrom } from '../../core/index.ts'
import { failing } from '../test-support/failing-database.ts'
import { rightAnswers, sampleExam, wrongAnswers } from '../test-support/sample-exam.ts'
import { openNoon, openSite, origin } from '../test-support/site-under-test.ts'

const exam = 'exam-invariants'
let member = ''
let attempt = ''
let version = ''

beforeAll(async () => {
  const site = openSite()
  version = (await site.release([{ version: sampleExam(exam, { maxAttempts: 2 }) }])).get(exam) ?? ''
  const signedIn = await site.signIn()
  member = signedIn.id
  attempt = crypto.randomUUID()
  const answer = await site.fetch(`/api/exams/${exam}/attempts`, {
    method: 'POST',
    headers: { origin, cookie: signedIn.cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ attempt, version, answers: rightAnswers }),
  })
  expect(answer.status).toBe(201)
  await run(
    "INSERT INTO certificate_withdrawal (certificate, at, reason) SELECT id, 0, 'Sample' FROM certificate",
  )
})

const run = (sql: string, ...values: unknown[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run()

describe('what is recorded stays as it is', () => {
  test.for([
    ['UPDATE attempt SET correct = 0'],
    ["UPDATE attempt SET accepted = '{}' WHERE number = 1"],
    ['DELETE FROM attempt'],
    ['UPDATE award SET points = 99'],
    ['DELETE FROM award'],
    ["UPDATE audit_event SET kind = 'nothing'"],
    ['DELETE FROM audit_event'],
    ["UPDATE exam_version SET body = '{}'"],
    ['DELETE FROM exam_version'],
    ["UPDATE certificate SET holder = 'Somebody'"],
    ['DELETE FROM certificate'],
    ['INSERT OR REPLACE INTO certificate SELECT * FROM certificate'],
    ["UPDATE certificate_withdrawal SET reason = 'x'"],
    ['DELETE FROM certificate_withdrawal'],
    ['INSERT OR REPLACE INTO certificate_withdrawal SELECT * FROM certificate_withdrawal'],
    ['INSERT OR REPLACE INTO attempt SELECT * FROM attempt'],
    ['INSERT OR REPLACE INTO award SELECT * FROM award'],
    ["INSERT OR REPLACE INTO audit_event SELECT sequence, at, 'nothing', member, detail FROM audit_event"],
    ["INSERT OR REPLACE INTO exam_version SELECT name, exam, '{}', added_at FROM exam_version"],
  ] as const)('%s', async ([sql]) => {
    await expect(run(sql)).rejects.toThrow(/append only|taken by another body|has passed the exam/)
  })
})

/** Writes an attempt past the Worker. */
const insertAttempt = (row: {
  member: string
  number: number
  passed?: 0 | 1
  at?: number
  version?: string
}) =>
  run(
    `INSERT INTO attempt (member, id, exam, version, number, answers, answers_hash, correct, out_of, passed,
       submitted_at, accepted) VALUES (?, ?, ?, ?, ?, '[]', '', 0, 2, ?, ?, '{}')`,
    row.member,
    crypto.randomUUID(),
    exam,
    row.version ?? version,
    row.number,
    row.passed ?? 0,
    row.at ?? openNoon,
  )

describe('the rules of an attempt hold for whoever writes one', () => {
  test('no attempt after a pass', async () => {
    await expect(insertAttempt({ member, number: 2 })).rejects.toThrow('has passed the exam')
  })
  test('no attempt beyond the limit, and no gap in the numbers', async () => {
    const { id } = await openSite().signIn()
    await expect(insertAttempt({ member: id, number: 2 })).rejects.toThrow('numbers have no gaps')
    await insertAttempt({ member: id, number: 1 })
    await expect(insertAttempt({ member: id, number: 1 })).rejects.toThrow('numbers have no gaps')
    await insertAttempt({ member: id, number: 2 })
    await expect(insertAttempt({ member: id, number: 3 })).rejects.toThrow('no attempt is left')
  })
  test('no attempt outside the window', async () => {
    const { id } = await openSite().signIn()
    const opens = Date.parse('2021-08-31T23:00:00Z')
    const closes = Date.parse('2021-12-29T00:00:00Z')
    await expect(insertAttempt({ member: id, number: 1, at: opens - 1 })).rejects.toThrow('not open')
    await expect(insertAttempt({ member: id, number: 1, at: closes })).rejects.toThrow('not open')
    await insertAttempt({ member: id, number: 1, at: closes - 1 })
  })
  test('no attempt of nobody, and none by the version of another exam', async () => {
    await expect(insertAttempt({ member: crypto.randomUUID(), number: 1 })).rejects.toThrow('FOREIGN KEY')
    const site = openSite()
    const other = (await site.release([{ version: sampleExam('exam-invariants-other') }]))
      .values()
      .next().value
    const { id } = await site.signIn()
    await expect(insertAttempt({ member: id, number: 1, version: other ?? '' })).rejects.toThrow(
      'of another exam',
    )
  })
  test('no second pass, even when its award is missing', async () => {
    const { id } = await openSite().signIn()
    await insertAttempt({ member: id, number: 1, passed: 1 })
    await expect(insertAttempt({ member: id, number: 2, passed: 1 })).rejects.toThrow('UNIQUE')
  })
})

describe('the rules of an award', () => {
  type Row = { member: string; attempt: string; points?: number; certificate?: Record<string, unknown> }
  /** Writes a certificate and its award past the Worker. */
  const insertAward = (row: Row) => {
    const id = crypto.randomUUID()
    const certificate = {
      id: certificateIdFrom(crypto.getRandomValues(new Uint8Array(28))),
      award: id,
      member: row.member,
      attempt: row.attempt,
      holder: 'h',
      registrant_types: '[]',
      exam_title: 't',
      item_title: 't',
      reference: 'r',
      points: row.points ?? 1,
      point_type: 'interactive',
      competencies: '[]',
      passed_at: 0,
      issued_at: 0,
      ...row.certificate,
    }
    const names = Object.keys(certificate)
    return env.DB.batch([
      env.DB.prepare(
        `INSERT INTO certificate (${names.join()}) VALUES (${names.map(() => '?').join()})`,
      ).bind(...Object.values(certificate)),
      env.DB.prepare(
        `INSERT INTO award (id, member, attempt, exam, version, title, item_title, reference, points, point_type,
           competencies, awarded_at) VALUES (?, ?, ?, ?, ?, 't', 't', 'r', ?, 'interactive', '[]', 0)`,
      ).bind(id, row.member, row.attempt, exam, version, row.points ?? 1),
    ])
  }
  /** A member with a passed attempt that has no award yet. */
  const passed = async () => {
    const { id } = await openSite().signIn()
    await insertAttempt({ member: id, number: 1, passed: 1 })
    const row = await env.DB.prepare('SELECT id FROM attempt WHERE member = ?').bind(id).first('id')
    return { member: id, attempt: String(row) }
  }

  test('one for a member and an exam', async () => {
    await expect(insertAward({ member, attempt })).rejects.toThrow('append only')
  })
  test('none without a passed attempt of the same member', async () => {
    const { id } = await openSite().signIn()
    await expect(insertAward({ member: id, attempt })).rejects.toThrow('FOREIGN KEY')
    await insertAttempt({ member: id, number: 1, passed: 0 })
    const failed = await env.DB.prepare('SELECT id FROM attempt WHERE member = ?').bind(id).first('id')
    await expect(insertAward({ member: id, attempt: String(failed) })).rejects.toThrow('no such passed')
  })
  test('none without a certificate, and none with one that says anything else', async () => {
    const row = await passed()
    const none = env.DB.prepare(
      `INSERT INTO award (id, member, attempt, exam, version, title, item_title, reference, points, point_type,
         competencies, awarded_at) VALUES ('alone', ?, ?, ?, ?, 't', 't', 'r', 1, 'interactive', '[]', 0)`,
    ).bind(row.member, row.attempt, exam, version)
    await expect(none.run()).rejects.toThrow('no certificate says the same')
    for (const certificate of [
      { award: 'another' },
      { member, attempt },
      { exam_title: 'x' },
      { item_title: 'x' },
      { reference: 'x' },
      { points: 2 },
      { point_type: 'non-interactive' },
      { competencies: '[1]' },
      { passed_at: 1 },
    ]) {
      await expect(insertAward({ ...row, certificate })).rejects.toThrow('no certificate says the same')
    }
    await insertAward(row)
  })
  test('no certificate without a recorded attempt', async () => {
    const row = await passed()
    const certificate = { attempt: crypto.randomUUID() }
    await expect(insertAward({ ...row, certificate })).rejects.toThrow('FOREIGN KEY')
  })
  test('every award has exactly one certificate', async () => {
    const { results } = await env.DB.prepare(
      `SELECT award.id, count(certificate.id) AS n FROM award
       LEFT JOIN certificate ON certificate.award = award.id GROUP BY award.id`,
    ).all()
    expect(results.length).toBeGreaterThan(0)
    expect(new Set(results.map((row) => row['n']))).toEqual(new Set([1]))
  })
  test('its certificate has an ID of the alphabet and the length', async () => {
    const row = await passed()
    for (const id of ['', '0'.repeat(27), '0'.repeat(29), `${'0'.repeat(27)}U`, `${'0'.repeat(27)}a`]) {
      await expect(insertAward({ ...row, certificate: { id } })).rejects.toThrow('CHECK')
    }
  })
})

test('nothing of a batch is kept when its last statement fails', async () => {
  const { id } = await openSite().signIn()
  const insert = env.DB.prepare(
    `INSERT INTO attempt (member, id, exam, version, number, answers, answers_hash, correct, out_of, passed,
       submitted_at, accepted) VALUES (?, 'x', ?, ?, 1, '[]', '', 0, 2, 0, ?, '{}')`,
  ).bind(id, exam, version, openNoon)
  await expect(env.DB.batch([insert, env.DB.prepare('DELETE FROM audit_event')])).rejects.toThrow()
  const left = await env.DB.prepare('SELECT count(*) AS n FROM attempt WHERE member = ?').bind(id).first('n')
  expect(left).toBe(0)
})

describe('a database that fails', () => {
  const faults = [
    'D1_ERROR: D1 DB is overloaded. Requests queued for too long.',
    'D1_ERROR: D1 DB is overloaded. Too many requests queued.',
    'D1_ERROR: Network connection lost.',
    'D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.',
    'D1_ERROR: database is locked: SQLITE_BUSY',
  ]

  test('says so, and sending again records once, wherever it failed', async () => {
    for (const [round, message] of faults.entries()) {
      for (let call = 1; call <= 3; call += 1) {
        for (const when of ['before', 'after'] as const) {
          const good = openSite()
          const name = `exam-faults-${round}-${call}-${when}`
          const named = (await good.release([{ version: sampleExam(name) }])).get(name)
          const { id, cookie } = await good.signIn()
          const submission = { attempt: crypto.randomUUID(), version: named, answers: wrongAnswers }
          const send = (site: typeof good) =>
            site.fetch(`/api/exams/${name}/attempts`, {
              method: 'POST',
              headers: { origin, cookie, 'content-type': 'application/json' },
              body: JSON.stringify(submission),
            })
          const bad = await send(openSite({ db: failing(call, when, message) }))
          expect(bad.status).toBe(503)
          expect(bad.headers.get('retry-after')).toMatch(/^\d+$/)
          expect(await bad.json()).toMatchObject({ code: 'server/busy' })
          const again = await send(good)
          expect([200, 201]).toContain(again.status)
          const attempts = await env.DB.prepare('SELECT count(*) AS n FROM attempt WHERE member = ?')
            .bind(id)
            .first('n')
          const events = await env.DB.prepare(
            "SELECT count(*) AS n FROM audit_event WHERE member = ? AND kind = 'attempt.accepted'",
          )
            .bind(id)
            .first('n')
          expect([attempts, events]).toEqual([1, 1])
        }
      }
    }
  })

  test('says so when the version is known to the isolate as well, with one trip less', async () => {
    const site = openSite()
    const name = 'exam-faults-known-version'
    const named = (await site.release([{ version: sampleExam(name) }])).get(name)
    const send = (to: typeof site, cookie: string, attempt: string) =>
      to.fetch(`/api/exams/${name}/attempts`, {
        method: 'POST',
        headers: { origin, cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ attempt, version: named, answers: wrongAnswers }),
      })
    await send(site, (await site.signIn()).cookie, crypto.randomUUID())
    for (const call of [1, 2, 3]) {
      for (const when of ['before', 'after'] as const) {
        const { cookie } = await site.signIn()
        const attempt = crypto.randomUUID()
        const bad = openSite({ db: failing(call, when, 'D1_ERROR: D1 DB is overloaded.') })
        expect((await send(bad, cookie, attempt)).status).toBe(call === 3 ? 201 : 503)
        const recorded = call === 3 || (call === 2 && when === 'after')
        expect((await send(site, cookie, attempt)).status).toBe(recorded ? 200 : 201)
      }
    }
  })

  test('in a way that nobody foresaw tells a reference and nothing else', async () => {
    const site = openSite({ db: failing(1, 'before', 'D1_ERROR: no such table: secret_table') })
    const { cookie } = await openSite().signIn()
    const answer = await site.fetch('/my-cet/', { headers: { cookie } })
    expect(answer.status).toBe(500)
    const text = await answer.text()
    expect(text).toContain('server/unexpected')
    expect(text).not.toMatch(/secret_table|D1_ERROR|\.ts/)
  })
})
