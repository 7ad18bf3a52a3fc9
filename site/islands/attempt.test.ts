import { expect, test } from 'vitest'
import { attemptFor, refusedWith } from './attempt.ts'

const first = [{ question: 'q1', choices: ['a'] }]
const second = [{ question: 'q1', choices: ['b'] }]
const fresh = () => 'fresh'

test('a repeat after a lost reply is the same attempt, whatever has been changed since', () => {
  const attempt = { id: 'one' }
  expect(attemptFor(attempt, first, fresh).id).toBe('one')
  expect(attemptFor(attempt, second, fresh).id).toBe('one')
})

test('after a definite refusal the same answers stay the same attempt, others are a new one', () => {
  const refused = refusedWith({ id: 'one' }, first)
  expect(attemptFor(refused, first, fresh).id).toBe('one')
  expect(attemptFor(refused, second, fresh)).toEqual({ id: 'fresh' })
})
