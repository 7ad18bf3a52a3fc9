import { describe, expect, test } from 'vitest'
import { readStudioEnvironment } from './environment.ts'

describe('the environment of Studio', () => {
  test('is hosted by default', () => {
    expect(readStudioEnvironment({})).toEqual({
      projectId: 'survivalpack',
      dataset: 'production',
      now: Date.now,
    })
  })

  test('counts a variable that is set but empty as not set', () => {
    expect(readStudioEnvironment({ SANITY_STUDIO_API_HOST: '', SANITY_STUDIO_PROJECT_ID: '' })).toEqual({
      projectId: 'survivalpack',
      dataset: 'production',
      now: Date.now,
    })
  })

  test('is embedded when a host is named', () => {
    expect(
      readStudioEnvironment({
        SANITY_STUDIO_PROJECT_ID: 'other',
        SANITY_STUDIO_DATASET: 'staging',
        SANITY_STUDIO_API_HOST: 'http://localhost:3535/',
        SANITY_STUDIO_EMBEDDED_TOKEN: 'token-of-an-editor',
        SANITY_STUDIO_SITE_URL: 'http://localhost:8787/',
        SANITY_STUDIO_EXAM_USE_TOKEN: 'token-for-counts-of-32-characters',
      }),
    ).toEqual({
      projectId: 'other',
      dataset: 'staging',
      now: Date.now,
      siteUrl: 'http://localhost:8787',
      examUse: { siteUrl: 'http://localhost:8787', token: 'token-for-counts-of-32-characters' },
      lake: { host: 'http://localhost:3535', token: 'token-of-an-editor' },
    })
  })

  test.each([
    ['SANITY_STUDIO_PROJECT_ID', 'Survival Pack'],
    ['SANITY_STUDIO_DATASET', 'production/x'],
    ['SANITY_STUDIO_API_HOST', 'localhost:3535'],
    ['SANITY_STUDIO_API_HOST', 'http://127.0.0.1:3535'],
    ['SANITY_STUDIO_API_HOST', 'http://[::1]:3535'],
    ['SANITY_STUDIO_API_HOST', 'http://localhost:3535/v1'],
    ['SANITY_STUDIO_SITE_URL', 'javascript:alert(1)'],
    ['SANITY_STUDIO_DEMO_CLOCK', 'yesterday'],
    ['SANITY_STUDIO_DEMO_CLOCK', '{"epoch":"yesterday"}'],
  ])('refuses %s when it is %s, by name', (name, value) => {
    expect(() => readStudioEnvironment({ [name]: value })).toThrow(
      new RegExp(`STUDIO_ENVIRONMENT_INVALID[^]*${name}`),
    )
  })

  test('goes by the demonstration clock of the installation', () => {
    const { now } = readStudioEnvironment({
      SANITY_STUDIO_DEMO_CLOCK: JSON.stringify({
        epoch: '2021-10-04T08:00:00Z',
        since: new Date(Date.now() - 60_000).toISOString(),
      }),
    })
    expect(Math.abs(now() - Date.parse('2021-10-04T08:01:00Z'))).toBeLessThan(10_000)
  })

  test.each([
    ['short-secret', 'has fewer than 32 characters'],
    ['secret-token-for-counts-of-more-than-32', 'is set without SANITY_STUDIO_SITE_URL'],
  ])('refuses a token for counts that is %s, and does not repeat it', (token, why) => {
    const read = () => readStudioEnvironment({ SANITY_STUDIO_EXAM_USE_TOKEN: token })
    expect(read).toThrow(new RegExp(`SANITY_STUDIO_EXAM_USE_TOKEN ${why}`))
    expect(read).not.toThrow(new RegExp(token))
  })

  test('refuses a token without an embedded lake, and does not repeat it', () => {
    const read = () => readStudioEnvironment({ SANITY_STUDIO_EMBEDDED_TOKEN: 'secret-token' })
    expect(read).toThrow(/SANITY_STUDIO_EMBEDDED_TOKEN is set without SANITY_STUDIO_API_HOST/)
    expect(read).not.toThrow(/secret-token/)
  })
})
