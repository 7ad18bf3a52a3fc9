import { describe, expect, test } from 'vitest'
import { PreviewSessions, perspectiveOf } from './sessions.ts'

const cookieOf = (header: string) => header.split(';')[0]

describe('sessions', () => {
  test('begin, are known by their cookie, and end', () => {
    const sessions = new PreviewSessions(false)
    const cookie = cookieOf(sessions.begin('drafts'))
    expect(sessions.of(`other=1; ${cookie}`)?.perspective).toBe('drafts')
    expect(sessions.of(undefined)).toBeUndefined()
    expect(sessions.of(`${cookie}x`)).toBeUndefined()
    expect(sessions.end(cookie)).toContain('Max-Age=0')
    expect(sessions.of(cookie)).toBeUndefined()
  })

  test('last twelve hours', () => {
    let now = 0
    const sessions = new PreviewSessions(false, () => now)
    const cookie = cookieOf(sessions.begin('drafts'))
    now = 12 * 3600 * 1000 - 1
    expect(sessions.of(cookie)).toBeDefined()
    now += 1
    expect(sessions.of(cookie)).toBeUndefined()
  })

  test('no two share a cookie, and no script can read one', () => {
    const sessions = new PreviewSessions(false)
    const cookies = Array.from({ length: 50 }, () => sessions.begin('drafts'))
    expect(new Set(cookies).size).toBe(50)
    expect(cookies[0]).toMatch(/HttpOnly; SameSite=Lax$/)
  })

  test('over https, Studio’s frame is another site: the cookie is for that frame alone', () => {
    expect(new PreviewSessions(true).begin('drafts')).toMatch(/Secure; SameSite=None; Partitioned$/)
  })
})

test.each([
  ['drafts', 'drafts'],
  ['published', 'published'],
  ['previewDrafts', 'drafts'],
  ['raw', 'drafts'],
  ['', 'drafts'],
  [undefined, 'drafts'],
  ['a"] | *', 'drafts'],
  ['rSummer,drafts', ['rSummer', 'drafts']],
  [['rSummer', 'raw'], ['rSummer']],
])('the perspective %j is read as %j', (given, expected) => {
  expect(perspectiveOf(given)).toEqual(expected)
})
