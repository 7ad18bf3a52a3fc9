import { describe, expect, test } from 'vitest'
import { choice, exam, question } from './test-support/samples.ts'
import { validate } from './test-support/validate.ts'

/** The markers of an exam with these questions, by level and place. */
async function places(questions: unknown[], changes: Record<string, unknown> = {}): Promise<string[]> {
  const markers = await validate(exam({ questions, ...changes }))
  return markers.map((marker) => marker.slice(0, marker.indexOf(': ')))
}

const choices = (...texts: string[]) => texts.map((text, index) => choice(`${index}`, index === 0, text))

describe('lints in the form', () => {
  test('stand at the choice that refers to another one, and block publishing', async () => {
    const faulty = question('q1', { choices: choices('Tropicamide', 'Pilocarpine', 'Both A and B') })
    expect(await places([faulty])).toEqual(['error questions.[q1].choices.[2].text'])
    expect(await places([{ ...faulty, fixedOrder: true }])).toEqual([
      'warning questions.[q1].choices.[2].text',
    ])
  })

  test('stand at the rationale that refers to another choice', async () => {
    const referring = { ...choice('b', false), rationale: 'Option A is better.' }
    expect(await places([question('q1', { choices: [choice('a', true), referring] })])).toEqual([
      'error questions.[q1].choices.[b].rationale',
    ])
  })

  test('stand at the stem, as a warning that carries its remedy', async () => {
    const markers = await validate(exam({ questions: [question('q1', { stem: 'Which is not a sign?' })] }))
    expect(markers).toEqual([
      'warning questions.[q1].stem: “not” turns the question round, and is easily read over: members who know the answer get it wrong. Ask for what is right, or write NOT in capitals.',
    ])
  })

  test('stand at the kind when the stem asks for more than can be chosen', async () => {
    expect(await places([question('q1', { stem: 'Which two? Select two.' })])).toEqual([
      'error questions.[q1].kind',
    ])
  })

  test('stand at the list of questions when they are about all of them', async () => {
    const questions = ['a', 'b', 'c', 'd'].map((key) =>
      question(key, { choices: choices('Choice one', 'Choice two', 'Choice six', 'Choice ten') }),
    )
    expect(await places(questions)).toEqual(['warning questions'])
  })

  test('stand at the pass mark', async () => {
    const questions = ['a', 'b', 'c'].map((key) => question(key))
    expect(await places(questions, { passMark: 90 })).toEqual(['warning passMark'])
  })
})

describe('nothing is said twice', () => {
  test.each([
    ['an empty question', question('q1', { stem: '' }), ['error questions.[q1].stem']],
    ['a question of spaces', question('q1', { stem: '  ' }), ['error questions.[q1].stem']],
    [
      'a choice without text',
      question('q1', { choices: [choice('a', true), choice('b', false, '')] }),
      ['error questions.[q1].choices.[b].text'],
    ],
    [
      'a rationale of spaces',
      question('q1', { choices: [choice('a', true), { ...choice('b', false), rationale: ' ' }] }),
      ['error questions.[q1].choices.[b].rationale'],
    ],
    ['one choice', question('q1', { choices: [choice('a', true)] }), ['error questions.[q1].choices']],
    ['no choices', question('q1', { choices: undefined }), ['error questions.[q1].choices']],
  ])('about %s', async (_, faulty, expected) => expect(await places([faulty])).toEqual(expected))

  test('about an exam without questions', async () => {
    expect(await places([])).toEqual(['error questions'])
  })
})
