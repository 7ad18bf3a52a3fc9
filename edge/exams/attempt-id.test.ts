import { expect, test } from 'vitest'
import { z } from 'zod'
import { attemptId, isOwnAttempt } from './attempt-id.ts'

test('is a UUID that follows from member, exam and number, and from nothing else', async () => {
  const first = await attemptId('member-a', 'exam-a', 1)
  expect(z.uuid().parse(first)).toBe(first)
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(await attemptId('member-a', 'exam-a', 1)).toBe(first)
})

test('differs for every member, exam and number, however they are spelt', async () => {
  const names = ['a', 'b', 'a-1', 'a","b', '"', '']
  const ids = await Promise.all(
    names.flatMap((member) =>
      names.flatMap((exam) => [1, 2, 11].map((number) => attemptId(member, exam, number))),
    ),
  )
  expect(new Set(ids).size).toBe(names.length ** 2 * 3)
  for (const id of ids) expect(z.uuid().safeParse(id).success).toBe(true)
})

test('is a member’s own up to the next attempt; one that a client made up is taken as it is', async () => {
  const [first, second, third] = await Promise.all([1, 2, 3].map((number) => attemptId('a', 'exam', number)))
  expect(await isOwnAttempt(first ?? '', 'a', 'exam', 1)).toBe(true)
  expect(await isOwnAttempt(second ?? '', 'a', 'exam', 1)).toBe(true)
  expect(await isOwnAttempt(third ?? '', 'a', 'exam', 1)).toBe(false)
  expect(await isOwnAttempt(first ?? '', 'b', 'exam', 1)).toBe(false)
  expect(await isOwnAttempt(first ?? '', 'a', 'other', 1)).toBe(false)
  expect(await isOwnAttempt(crypto.randomUUID(), 'a', 'exam', 0)).toBe(true)
})
