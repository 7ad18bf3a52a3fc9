import { createServer } from 'node:http'
import { describe, expect, test } from 'vitest'
import { askExamUse } from './exam-use.ts'

const use = { versions: 1, attempts: 2, attemptsAtCurrentVersion: 2, members: 1, passed: 1 }

/** A site on this machine that gives one answer, and what it was asked. */
async function siteThatAnswers(status: number, body: string) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`)
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { asked, siteUrl: `http://127.0.0.1:${port}`, [Symbol.dispose]: () => void server.close() }
}

describe('asking the site how an exam was used', () => {
  test('shows the token and reads the counts', async () => {
    using site = await siteThatAnswers(200, JSON.stringify(use))
    expect(await askExamUse({ siteUrl: site.siteUrl, token: 't' }, 'exam/a', fetch)).toEqual({
      kind: 'known',
      use,
    })
    expect(site.asked).toEqual(['GET /api/exams/exam%2Fa/use Bearer t'])
  })

  test.each([
    [403, '{}', 'does not know this Studio’s token'],
    [404, '{}', 'does not tell how exams are used'],
    [503, '{}', 'could not answer (503)'],
    [200, '{"attempts":0}', 'did not answer'],
    [200, 'no JSON', 'did not answer'],
  ])('does not know after %d %s, and says why', async (status, body, why) => {
    using site = await siteThatAnswers(status, body)
    expect(await askExamUse({ siteUrl: site.siteUrl, token: 't' }, 'exam-a', fetch)).toEqual({
      kind: 'unknown',
      why: expect.stringContaining(why),
    })
  })

  test('does not know when nobody answers, or nobody may be asked', async () => {
    const nobody = { siteUrl: 'http://127.0.0.1:1', token: 't' }
    expect(await askExamUse(nobody, 'exam-a', fetch)).toMatchObject({ kind: 'unknown' })
    expect(await askExamUse(undefined, 'exam-a', fetch)).toEqual({
      kind: 'unknown',
      why: expect.stringContaining('SANITY_STUDIO_EXAM_USE_TOKEN'),
    })
  })
})
