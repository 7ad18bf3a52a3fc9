import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { demonstrationClock } from './clock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pack-clock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('starts when the pack is open, goes on at the next start, and is set anew on request', () => {
  const first = demonstrationClock(folder, undefined, Date.UTC(2026, 0, 1))
  expect(first).toEqual({ epoch: '2021-10-04T09:00:00Z', since: '2026-01-01T00:00:00.000Z' })
  expect(demonstrationClock(folder, undefined, Date.UTC(2026, 0, 2))).toEqual(first)
  const set = demonstrationClock(folder, '2021-12-28T23:59:00Z', Date.UTC(2026, 0, 3))
  expect(set).toEqual({ epoch: '2021-12-28T23:59:00Z', since: '2026-01-03T00:00:00.000Z' })
  expect(demonstrationClock(folder, undefined, Date.UTC(2026, 0, 4))).toEqual(set)
})

test('a damaged clock is a sentence with the remedy', () => {
  writeFileSync(join(folder, 'clock.json'), '{')
  expect(() => demonstrationClock(folder, undefined, 0)).toThrow(/is damaged/)
})
