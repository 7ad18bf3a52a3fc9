import { describe, expect, test } from 'vitest'
import { ask, found } from './test-support/questions.ts'

const withChoice = (text: string, fixedOrder = false) =>
  found(ask('Which sign is typical?', ['*Redness of the limbus', 'A small pupil', text], { fixedOrder }))

describe('catch-alls', () => {
  test.each([
    ['All of the above', 'all'],
    ['all of the above.', 'all'],
    ['All the above', 'all'],
    ['All of the above are correct', 'all'],
    ['All of the following', 'all'],
    ['None of the above', 'none'],
    ['None of the above; refer at once', 'none'],
    ['None of the preceding answers', 'none'],
  ])('%s breaks when choices are shuffled', (text, which) => {
    expect(withChoice(text)).toEqual([`error lint/${which}-of-the-above`])
    expect(withChoice(text, true)).toEqual([`warning lint/${which}-of-the-above`])
  })

  test.each([
    ['All of these', 'all'],
    ['All of them', 'all'],
    ['All the other answers', 'all'],
    ['All are correct', 'all'],
    ['All of these are true.', 'all'],
    ['None of these', 'none'],
    ['None of them', 'none'],
    ['None is correct', 'none'],
    ['None of the options', 'none'],
  ])('%s is weak in any order', (text, which) => {
    expect(withChoice(text)).toEqual([`warning lint/${which}-of-the-above`])
  })

  test.each([
    'All four lids',
    'Stop all of these drops at once',
    'None of these drops should be used',
    'None of the patient’s relatives',
    'None',
    'No treatment',
    'Cells above the following line',
  ])('%s is none', (text) => expect(withChoice(text)).toEqual([]))
})
