import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { canonicalExamVersion, type Release } from '../../core/index.ts'
import { sampleExam } from '../test-support/sample-exam.ts'
import { openSite, releaseToken, rowCounts, sampleWindow } from '../test-support/site-under-test.ts'

const name = (letter: string) => letter.repeat(64)
const put = (body: unknown, headers: Record<string, string> = {}) =>
  openSite().fetch('/api/release', {
    method: 'PUT',
    headers: { authorization: `Bearer ${releaseToken}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

function releaseOf(exam: string, version: string, changes: Parameters<typeof sampleExam>[1] = {}): Release {
  return {
    versions: [{ name: version, body: canonicalExamVersion(sampleExam(exam, changes)) }],
    exams: [{ exam, version, window: sampleWindow }],
  }
}

describe('a release', () => {
  test('is known after the first time, and only its window and current version move', async () => {
    const first = await put(releaseOf('exam-release', name('1')))
    expect(await first.json()).toEqual({ known: 0, added: 1 })
    const again = await put(releaseOf('exam-release', name('1')))
    expect(await again.json()).toEqual({ known: 1, added: 0 })
    const next = releaseOf('exam-release', name('2'), { maxAttempts: 5 })
    expect(await (await put(next)).json()).toEqual({ known: 0, added: 1 })
    const exam = await env.DB.prepare("SELECT * FROM exam WHERE id = 'exam-release'").first()
    expect(exam).toMatchObject({
      version: name('2'),
      max_attempts: 5,
      opens_at: Date.parse('2021-08-31T23:00:00Z'),
      closes_at: Date.parse('2021-12-29T00:00:00Z'),
    })
  })

  test('may name a version that is known without sending it', async () => {
    await put(releaseOf('exam-release-known', name('3')))
    const answer = await put({
      versions: [],
      exams: [{ exam: 'exam-release-known', version: name('3'), window: sampleWindow }],
    })
    expect(answer.status).toBe(200)
  })

  test('cannot give a known name to another body', async () => {
    await put(releaseOf('exam-release-taken', name('4')))
    const before = await rowCounts()
    const answer = await put(releaseOf('exam-release-taken', name('4'), { points: 2 }))
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ code: 'release/name-taken' })
    expect(await rowCounts()).toEqual(before)
  })

  test.for([
    ['no token', () => put(releaseOf('x', name('5')), { authorization: '' }), 403, 'release/forbidden'],
    [
      'a wrong token',
      () => put(releaseOf('x', name('5')), { authorization: 'Bearer wrong' }),
      403,
      'release/forbidden',
    ],
    ['malformed JSON', () => put('{'), 400, 'request/malformed-json'],
    [
      'another content type',
      () => put('{}', { 'content-type': 'text/plain' }),
      415,
      'request/wrong-content-type',
    ],
    ['an unknown field', () => put({ ...releaseOf('x', name('5')), extra: 1 }), 422, 'release/invalid'],
    [
      'a body that is no exam version',
      () => put({ versions: [{ name: name('5'), body: '{"exam":"x"}' }], exams: [] }),
      422,
      'release/invalid',
    ],
    [
      'a body that is no JSON',
      () => put({ versions: [{ name: name('5'), body: 'x' }], exams: [] }),
      422,
      'release/invalid',
    ],
    [
      'an exam of an unknown version',
      () => put({ versions: [], exams: [{ exam: 'x', version: name('6'), window: sampleWindow }] }),
      422,
      'release/invalid',
    ],
    [
      'an exam with the version of another',
      () =>
        put({
          ...releaseOf('x', name('7')),
          exams: [{ exam: 'y', version: name('7'), window: sampleWindow }],
        }),
      422,
      'release/invalid',
    ],
  ] as const)('with %s changes nothing', async ([, send, status, code]) => {
    const before = await rowCounts()
    const answer = await send()
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ code })
    expect(await rowCounts()).toEqual(before)
  })
})
