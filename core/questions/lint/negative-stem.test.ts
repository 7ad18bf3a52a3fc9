import { describe, expect, test } from 'vitest'
import { ask, findings, found } from './test-support/questions.ts'

const choices = ['*Pain', 'Photophobia', 'Discharge']
const about = (stem: string) => found(ask(stem, choices))

describe('a negative question', () => {
  test.each([
    'Which of the following is not a sign of anterior uveitis?',
    'A patient has a red eye. Which sign is not typical? Select one.',
    'Which is the least likely cause?',
    'Which drug should never be given?',
    'Which structure cannot be seen?',
    'Which isn’t a sign of uveitis?',
    'All of the following are signs of uveitis except:',
    'All of these are signs, except one. Which is it?',
    'Which statement is false?',
    'Which of the following statements about keratoconus is incorrect?',
    'In a patient who is well, which sign is not expected?',
    'Which patient should not drive?',
    'Which diagnosis is unlikely?',
  ])('must show it: %s', (stem) => expect(about(stem)).toEqual(['warning lint/negative-stem']))

  test.each([
    'Which of the following is NOT a sign of anterior uveitis?',
    'All of the following are signs of uveitis EXCEPT:',
    'Which is the LEAST likely cause?',
    'Which statement is FALSE?',
  ])('shows it: %s', (stem) => expect(about(stem)).toEqual([]))

  test('the remedy says how', () => {
    expect(findings(ask('Which is not a sign?', choices))[0]?.remedy).toBe(
      'Ask for what is right, or write NOT in capitals.',
    )
    expect(findings(ask('Which isn’t a sign?', choices))[0]?.remedy).toMatch(/NOT in capitals/)
  })
})

describe('a vignette may deny what it likes', () => {
  test.each([
    'The eye is not painful and the pupil does not react. What is the diagnosis?',
    'She has never worn lenses. Which advice comes first?',
    'You find no break. What should you do?',
    'What should you do if the pupil does not react?',
    'In a patient who is not pregnant, which drug is best?',
    'Which treatment suits a patient who does not tolerate drops?',
    'When a child cannot fixate, what should you try first?',
    'At least two signs are present. Which test confirms it?',
    'Which test needs at least two minutes?',
    'Which drug is safe in everybody except infants and the frail?',
    'Which test has the fewest false positives?',
    'What is wrong with this record?',
    'All four lids are swollen except one. What is the diagnosis?',
    'Which sign shows that the retina is not detached?',
    'He asks: “Can I not drive?” What do you answer?',
    'Why is the patient referred today, not tomorrow?',
    'Which steps help not only the patient but also the family?',
    'The most suitable drop for a patient who does not tolerate preservatives is:',
  ])('%s', (stem) => expect(about(stem)).toEqual([]))
})
