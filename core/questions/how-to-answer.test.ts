import { expect, test } from 'vitest'
import { howToAnswer, whatIsMissing } from './how-to-answer.ts'

test.each([
  ['single', 'Which sign is typical?', 'Choose one answer', 'Choose one answer'],
  ['multiple', 'Which signs are typical?', 'Choose all that apply', 'Choose at least one answer'],
  ['multiple', 'Which signs are typical? Select two.', 'Choose two answers', 'Choose two answers'],
  ['multiple', 'Choose THREE signs.', 'Choose three answers', 'Choose three answers'],
  ['multiple', 'Choose one or more signs.', 'Choose all that apply', 'Choose at least one answer'],
] as const)('%s: %s', (kind, stem, hint, missing) => {
  expect(howToAnswer({ kind, stem })).toBe(hint)
  expect(whatIsMissing({ kind, stem })).toBe(missing)
})
