import { describe, expect, test } from 'vitest'
import { choice, exam, question } from './test-support/samples.ts'
import { validate } from './test-support/validate.ts'

const withChoices = (kind: string, choices: unknown[]) =>
  exam({ questions: [question('q1', { kind, choices })] })

describe('an exam', () => {
  test('without fault may be published', async () => {
    expect(await validate(exam())).toEqual([])
  })

  test('needs a question', async () => {
    expect(await validate(exam({ questions: [] }))).toContain('error questions: Add at least one question.')
  })

  test.each([
    [0, 'passMark', 'The pass mark is not a share of the questions. Write a percentage from 1 to 100.'],
    [
      101,
      'passMark',
      'The pass mark of 101 % cannot be met: nobody can be right in more than all questions. Write a percentage from 1 to 100.',
    ],
    [undefined, 'passMark', 'Write a percentage from 1 to 100.'],
    [0, 'maxAttempts', 'Write a whole number from 1 to 10.'],
    [11, 'maxAttempts', 'Write a whole number from 1 to 10.'],
    [2.5, 'maxAttempts', 'Write a whole number from 1 to 10.'],
    [0, 'points', 'Write how many points a pass earns, above 0.'],
  ])('refuses %s as %s', async (value, field, message) => {
    expect(await validate(exam({ [field]: value }))).toEqual([`error ${field}: ${message}`])
  })

  test.each([1, 100])('accepts a pass mark of %d %%', async (passMark) => {
    expect(await validate(exam({ passMark }))).toEqual([])
  })

  test('points out a question that was copied and not rewritten', async () => {
    const copied = exam({ questions: [question('q1'), question('q2', { stem: ' question  Q1?' })] })
    expect(await validate(copied)).toEqual([
      'warning questions.[q2].stem: An earlier question has the same text. Rewrite this one, or remove it.',
    ])
  })
})

describe('a question', () => {
  test('with one correct choice refuses a second one', async () => {
    const faults = await validate(withChoices('single', [choice('a', true), choice('b', true)]))
    expect(faults).toEqual([
      'error questions.[q1].choices: Two choices are marked as correct, but members can choose only one. Mark exactly one choice as correct, or set the kind to “Several correct choices”.',
    ])
  })

  test('with one correct choice refuses none', async () => {
    const faults = await validate(withChoices('single', [choice('a', false), choice('b', false)]))
    expect(faults).toEqual([
      'error questions.[q1].choices: No choice is marked as correct: nobody could be right. Mark the one correct choice.',
    ])
  })

  test('with several correct choices needs a correct one', async () => {
    const faults = await validate(withChoices('multiple', [choice('a', false), choice('b', false)]))
    expect(faults[0]).toMatch(/Mark at least one choice as correct/)
  })

  test('with several correct choices needs an incorrect one', async () => {
    const faults = await validate(withChoices('multiple', [choice('a', true), choice('b', true)]))
    expect(faults[0]).toMatch(/Add at least one incorrect choice/)
  })

  test('with several correct choices accepts some of each', async () => {
    const choices = [choice('a', true), choice('b', true), choice('c', false)]
    expect(await validate(withChoices('multiple', choices))).toEqual([])
  })

  test('refuses choices that read the same', async () => {
    const choices = [choice('a', true, 'Acute glaucoma'), choice('b', false, ' acute  Glaucoma ')]
    expect(await validate(withChoices('single', choices))).toEqual([
      'error questions.[q1].choices.[b].text: Another choice of this question has the same text. Reword one of them, or remove it.',
    ])
  })

  test('needs a rationale for every choice', async () => {
    const { rationale: _, ...bare } = choice('b', false)
    const faults = await validate(withChoices('single', [choice('a', true), bare]))
    expect(faults).toEqual([
      'error questions.[q1].choices.[b].rationale: Write why this choice is right or wrong: members learn from it afterwards.',
    ])
  })

  test('says to add choices when it has too few', async () => {
    expect(await validate(withChoices('single', [choice('a', true)]))).toContain(
      'error questions.[q1].choices: Add at least two choices.',
    )
  })
})
