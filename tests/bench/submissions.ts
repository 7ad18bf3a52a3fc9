import { createHash, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { canonicalExamVersion, certificateIdFrom, type ExamVersion } from '../../core/index.ts'
import { sampleClaimRules } from '../../scripts/identity/index.ts'
import { type RunningWorker, startWorker } from '../../scripts/worker/index.ts'
import { atLeast, type Figure, median } from './figures.ts'

const rounds = 7
const submissionsARound = 600
const connections = 8
// One more part than there are rounds: the first warms both up and is not counted.
const memberCount = (rounds + 1) * submissionsARound

type Member = { readonly id: string; readonly token: string }
type Statement = { readonly sql: string; readonly values: readonly unknown[] }

/**
 * Submissions a second through the whole Worker (session, gate, validation, grading, signed receipt, one batch) against
 * a bare Worker that does one batch of the same statements. Both run in workerd over a database of their own, in turn;
 * every submission is a first attempt of another member and passes, so attempt, certificate, award and audit event are written.
 */
export async function submissionFigures(scratch: string): Promise<Figure[]> {
  const members = Array.from({ length: memberCount }, () => ({
    id: randomUUID(),
    token: randomBytes(32).toString('base64url'),
  }))
  const site = join(scratch, 'empty-site')
  for (const folder of ['real', 'bare']) {
    const setup = await startBare(join(scratch, folder), site)
    await prepare(setup, members)
    await setup.close()
  }
  const real = await startWorker({
    port: 0,
    dataFolder: join(scratch, 'real'),
    siteFolder: site,
    vars: settings(),
  })
  const bare = await startBare(join(scratch, 'bare'), site)
  const rates: { real: number; bare: number }[] = []
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const part = members.slice(round * submissionsARound, (round + 1) * submissionsARound)
      const rate = {
        real: await fire(real.url, part, realRequest),
        bare: await fire(bare.url, part, bareRequest),
      }
      if (round > 0) rates.push(rate)
    }
  } finally {
    await real.close()
    await bare.close()
  }
  const ratio = median(rates.map((rate) => rate.real / rate.bare))
  const [through, against] = [median(rates.map((rate) => rate.real)), median(rates.map((rate) => rate.bare))]
  return [
    atLeast(
      'Submissions against a bare batch',
      ratio,
      0.6,
      '×',
      `median of ${rounds} pairs of ${submissionsARound} at ${connections} connections: ${through.toFixed(0)}/s against ${against.toFixed(0)}/s`,
    ),
  ]
}

const origin = 'http://localhost:1'
const exam = 'exam-bench'
const versionName = 'b'.repeat(64)
const version: ExamVersion = {
  exam,
  title: 'Bench',
  item: { id: 'article-bench', title: 'Bench', path: '/cet/active/bench/' },
  reference: 'C-90000',
  points: 1,
  pointType: 'non-interactive',
  competencies: [{ id: 'competency-1', title: 'Communication', registrantType: 'optometrist' }],
  passMark: 60,
  maxAttempts: 3,
  feedback: 'after-last-word',
  questions: Array.from({ length: 6 }, (_, question) => ({
    key: `q${question}`,
    stem: 'Which?',
    kind: 'single' as const,
    choices: Array.from({ length: 4 }, (_, choice) => ({
      key: `c${choice}`,
      text: `Choice ${choice}`,
      correct: choice === question % 4,
      rationale: 'A rationale of an ordinary length, as editors write them for every choice of a question.',
    })),
  })),
}
const answers = version.questions.map((question, index) => ({
  question: question.key,
  choices: [`c${index % 4}`],
}))

function startBare(dataFolder: string, siteFolder: string): Promise<RunningWorker> {
  return startWorker({ port: 0, dataFolder, siteFolder, vars: {}, main: 'tests/bench/bare-worker.ts' })
}

function settings(): Record<string, string> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    ENVIRONMENT: 'test',
    SITE_ORIGIN: origin,
    OIDC_ISSUER: origin,
    OIDC_CLIENT_ID: 'bench',
    OIDC_CLIENT_SECRET: randomBytes(32).toString('hex'),
    OIDC_ALLOW_HTTP: 'true',
    CLAIMS: JSON.stringify(sampleClaimRules),
    RECEIPT_KEY: JSON.stringify({ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', kid: 'bench' }),
    RELEASE_TOKEN: randomBytes(32).toString('hex'),
  }
}

/** Puts one exam and every member with a session into a database. */
async function prepare(worker: RunningWorker, members: readonly Member[]): Promise<void> {
  const now = Date.now()
  const day = 86_400_000
  await batch(worker, [
    {
      sql: 'INSERT INTO exam_version (name, exam, body, added_at) VALUES (?, ?, ?, ?)',
      values: [versionName, exam, canonicalExamVersion(version), now],
    },
    {
      sql: `INSERT INTO exam (id, version, max_attempts, opens_on, closes_on, time_zone, opens_at, closes_at, released_at)
        VALUES (?, ?, 3, '2000-01-01', '2100-01-01', 'Europe/London', ?, ?, ?)`,
      values: [exam, versionName, now - day, now + day, now],
    },
  ])
  for (let at = 0; at < members.length; at += 500) {
    await batch(
      worker,
      members.slice(at, at + 500).flatMap(({ id, token }) => [
        {
          sql: `INSERT INTO member (id, issuer, subject, name, goc_number, entitlement, registrant_types, first_signed_in_at,
            last_signed_in_at) VALUES (?1, 'bench', ?1, 'Sample', NULL, 'aop-member', '[]', ?2, ?2)`,
          values: [id, now],
        },
        {
          sql: 'INSERT INTO session (token_hash, member, started_at, last_seen_at) VALUES (?, ?, ?, ?)',
          values: [createHash('sha256').update(token).digest('hex'), id, now, now],
        },
      ]),
    )
  }
}

async function batch(worker: RunningWorker, statements: readonly Statement[]): Promise<void> {
  const answer = await fetch(worker.url, { method: 'POST', body: JSON.stringify(statements) })
  if (!answer.ok) throw new Error(`The bench could not prepare its database: ${await answer.text()}`)
}

type Prepared = { readonly path: string; readonly headers: Record<string, string>; readonly body: string }

function realRequest(member: Member): Prepared {
  return {
    path: `/api/exams/${exam}/attempts`,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      origin,
      cookie: `__Host-session=${member.token}`,
    },
    body: JSON.stringify({ attempt: randomUUID(), version: versionName, answers }),
  }
}

/** The statements that the Worker's record of a passed attempt consists of. */
function bareRequest(member: Member): Prepared {
  const now = Date.now()
  const attempt = randomUUID()
  const award = randomUUID()
  const accepted = JSON.stringify({
    receipt: 'r'.repeat(600),
    result: { attempt, exam, version: versionName },
  })
  const statements: Statement[] = [
    {
      sql: `INSERT INTO attempt (member, id, exam, version, number, answers, answers_hash, correct, out_of, passed,
        submitted_at, accepted) VALUES (?, ?, ?, ?, 1, ?, ?, 6, 6, 1, ?, ?)`,
      values: [member.id, attempt, exam, versionName, JSON.stringify(answers), 'h'.repeat(64), now, accepted],
    },
    {
      sql: `INSERT INTO certificate (id, award, member, attempt, holder, goc_number, registrant_types, exam_title, item_title,
        reference, points, point_type, competencies, passed_at, issued_at, pack)
        SELECT ?1, ?2, id, ?4, name, goc_number, registrant_types, 'Bench', 'Bench', 'C-90000', 1, 'non-interactive', '[]',
          ?5, ?5, NULL FROM member WHERE id = ?3`,
      values: [certificateIdFrom(randomBytes(28)), award, member.id, attempt, now],
    },
    {
      sql: `INSERT INTO award (id, member, attempt, exam, version, title, item_title, reference, points, point_type,
        competencies, awarded_at) VALUES (?, ?, ?, ?, ?, 'Bench', 'Bench', 'C-90000', 1, 'non-interactive', '[]', ?)`,
      values: [award, member.id, attempt, exam, versionName, now],
    },
    {
      sql: `INSERT INTO audit_event (at, kind, member, detail) VALUES (?, 'attempt.accepted', ?, ?)`,
      values: [now, member.id, JSON.stringify({ attempt, exam, version: versionName, number: 1 })],
    },
  ]
  return { path: '/', headers: { 'content-type': 'application/json' }, body: JSON.stringify(statements) }
}

/** Requests a second while every member of a part submits once. */
async function fire(
  url: string,
  part: readonly Member[],
  requestOf: (member: Member) => Prepared,
): Promise<number> {
  let next = 0
  const started = performance.now()
  const result = await autocannon({
    url,
    connections,
    amount: part.length,
    // How often the end is looked for, in milliseconds; a second, the default, would be most of what is measured.
    sampleInt: 20,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          const member = part[next++ % part.length]
          return member === undefined ? request : { ...request, ...requestOf(member) }
        },
      },
    ],
  })
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(
      `${url}: ${result.non2xx} refusals and ${result.errors} errors in ${part.length} submissions`,
    )
  }
  return part.length / ((performance.now() - started) / 1000)
}
