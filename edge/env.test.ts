import { describe, expect, test } from 'vitest'
import { clockOf } from './clock.ts'
import { readSettings } from './env.ts'
import { environment } from './test-support/site-under-test.ts'
import worker from './worker.ts'

describe('the environment', () => {
  test.for([
    ['SITE_ORIGIN', 'http://localhost:8787/'],
    ['OIDC_ISSUER', 'not an address'],
    ['OIDC_CLIENT_SECRET', 'secret-value'],
    ['OIDC_ALLOW_HTTP', 'yes'],
    ['CLAIMS', '{"scope":"profile"}'],
    ['CLAIMS', '{'],
    ['RECEIPT_KEY', '{"kty":"EC","crv":"P-256","x":"a","y":"b"}'],
    ['RELEASE_TOKEN', 'secret-value'],
    ['EXAM_USE_TOKEN', 'secret-value'],
    ['STUDIO_ORIGIN', 'https://studio.example.org/structure'],
    ['DEMO_CLOCK', '{"epoch":"yesterday"}'],
    ['ENVIRONMENT', undefined],
  ] as const)('%s = %s is named, its value is not', async ([name, value]) => {
    const answer = await worker.fetch(new Request('http://localhost:8787/'), environment({ [name]: value }))
    expect(answer.status).toBe(500)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    const text = await answer.text()
    expect(text).toContain('server/misconfigured')
    expect(text).toContain(name)
    expect(text).not.toContain('secret-value')
  })

  test.for([
    ['DEMO_CLOCK', { DEMO_CLOCK: '{"epoch":"2021-10-04T08:00:00Z","since":"2026-01-01T00:00:00Z"}' }],
    ['OIDC_ALLOW_HTTP', { OIDC_ALLOW_HTTP: 'true' }],
    ['SITE_ORIGIN', { SITE_ORIGIN: 'http://localhost:8787' }],
  ] as const)('%s is refused in production', ([name, changes]) => {
    const production = environment({
      ENVIRONMENT: 'production',
      SITE_ORIGIN: 'https://cet.example.org',
      OIDC_ALLOW_HTTP: 'false',
    })
    expect(readSettings(production)).toHaveProperty('settings')
    expect(readSettings({ ...production, ...changes })).toEqual({ faults: [expect.stringContaining(name)] })
  })

  test('a whole one answers', async () => {
    const answer = await worker.fetch(new Request('http://localhost:8787/'), environment())
    expect(answer.status).toBe(200)
  })
})

test('the demonstration clock starts where it is told and goes at the pace of the real one', () => {
  const since = Date.parse('2026-01-01T00:00:00Z')
  const clock = (real: number) =>
    clockOf({ epoch: '2021-10-04T08:00:00Z', since: '2026-01-01T00:00:00Z' }, () => real)()
  expect(clock(since)).toBe(Date.parse('2021-10-04T08:00:00Z'))
  expect(clock(since + 90_001)).toBe(Date.parse('2021-10-04T08:01:30.001Z'))
  expect(clockOf(undefined, () => 42)()).toBe(42)
})
