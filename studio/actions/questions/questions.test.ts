import { describe, expect, test } from 'vitest'
import { findingsOf } from './findings.ts'
import { questionsIn } from './questions-in.ts'
import { readSource } from './read-source.ts'

describe('the preview', () => {
  const gift =
    'Which is red? {=Cherry#Yes. ~Grass#No.}\n\nDescribe it. {}\n\nWhich is not green? {=Cherry ~Grass}'

  test('holds questions and problems with their lines', async () => {
    const { questions: found, problems, more } = await readSource('gift', gift, new AbortController().signal)
    expect(found.map(({ line, question }) => [line, question.stem])).toEqual([
      [1, 'Which is red?'],
      [5, 'Which is not green?'],
    ])
    expect(problems.map(({ line, severity }) => [line, severity])).toEqual([[3, 'error']])
    expect(more).toBe(false)
  })

  test('stops at a number that no exam has', async () => {
    const bank = Array.from({ length: 501 }, (_, n) => `Is it ${n}? {=Yes ~No}`).join('\n\n')
    const { questions: found, more } = await readSource('gift', bank, new AbortController().signal)
    expect([found.length, more]).toEqual([500, true])
  })

  test('says what the lints say, knowing the exam that the questions join', async () => {
    const { questions: found } = await readSource('gift', gift, new AbortController().signal)
    const exam = { questions: [{ key: 'old', stem: 'Which is red?', choices: [] }] }
    const codes = findingsOf(
      exam,
      found.map(({ question }) => question),
    ).map((findings) => findings.map(({ code }) => code))
    expect(codes).toEqual([
      ['lint/duplicate-stem'],
      ['lint/missing-rationale', 'lint/missing-rationale', 'lint/negative-stem'],
    ])
  })
})

test.each([undefined, null, 'text', {}, { questions: 'none' }])('%j holds no questions', (document) => {
  expect(questionsIn(document)).toEqual([])
})
