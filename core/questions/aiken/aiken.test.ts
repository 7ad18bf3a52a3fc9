import { expect, test } from 'vitest'
import { readAll } from '../test-support/convert.ts'

test('problems have the lines that Moodle gives them', async () => {
  const { questions, problems } = await readAll(
    'aiken',
    'One choice only\nA) This\nANSWER: A\n\nA) No question\n\nANSWER: no question\n\nFine\nA. Right\nB. Wrong\nANSWER: A\n\nNo answer\nA) x\nB) y\n\nFine, too\nA)No\nB)Yes\nANSWER: B',
  )
  expect(problems.map(({ code, line }) => [code, line])).toEqual([
    ['question/too-few-choices', 3],
    ['aiken/not-started', 5],
    ['aiken/not-started', 7],
    ['aiken/not-complete', 18],
  ])
  expect(questions.map(({ stem, choices }) => [stem, choices.findIndex(({ correct }) => correct)])).toEqual([
    ['Fine', 0],
    ['Fine, too', 1],
  ])
})

test.each([
  ['Which?\nA) x\nB) y', 'aiken/not-complete'],
  ['Which?\nA) x\nB) y\nANSWER: C', 'aiken/answer-not-a-choice'],
  ['Which?\nA) x\nB) y\nANSWER: A, B', 'aiken/answer-unreadable'],
  ['Which?\nA) x\nB) y\nANSWER:', 'aiken/answer-unreadable'],
  ['Which?\nA) x\nB) y\nAnswer: B', 'aiken/answer-in-small-letters'],
  ['Which?\nA) x\nC) y\nANSWER: C', 'aiken/letters-out-of-order'],
])('%j is listed as %s', async (text, code) => {
  const { questions, problems } = await readAll('aiken', text)
  expect(questions).toEqual([])
  expect(problems.map((problem) => problem.code)).toEqual([code])
})

test('line ends of every machine', async () => {
  const { questions } = await readAll(
    'aiken',
    '\ufeffOld\rA) x\rB) y\rANSWER: B\r\rNew\r\nA) x\r\nB) y\r\nANSWER: A\r\n',
  )
  expect(questions.map(({ stem }) => stem)).toEqual(['Old', 'New'])
})
