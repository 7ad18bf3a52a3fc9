import { describe, expect, test } from 'vitest'
import { ask, found } from './test-support/questions.ts'

const stem = 'Which of these dilates the pupil?'
/** What is found in a question with this choice; how long the choice is does not matter here. */
const withChoice = (text: string, of = stem) =>
  found(ask(of, ['*Tropicamide', 'Pilocarpine', 'Brimonidine', text])).filter(
    (each) => !each.endsWith('choice-length'),
  )

describe('a choice that refers to another one', () => {
  test.each([
    'A and C',
    'Both A and B',
    'both a and b',
    'A, B and C',
    'A & B only',
    'B only',
    'Either (a) or (c)',
    'A and B are correct',
    'Neither A nor B',
    'Option A',
    'Answers A and B',
    'Answer (b) in a lower dose',
    'The same as option 2',
    'Choice 3',
    'Both of the above',
    'Neither of the above',
    'Any of the above',
    'The above answers together',
    'One of the answers above',
    'As above',
    'The first choice',
    'The first and second choices',
    'The second option, twice a day',
  ])('%s', (text) => expect(withChoice(text)).toEqual(['error lint/choice-reference']))

  test('is a warning where the order is kept', () => {
    const question = ask(stem, ['*Tropicamide', 'Pilocarpine', 'Both A and B'], { fixedOrder: true })
    expect(found(question)).toEqual(['warning lint/choice-reference'])
  })

  test('is found in rationales as well', () => {
    const question = ask(stem, ['*Tropicamide', 'Pilocarpine'])
    const [first, ...rest] = question.choices
    const changed = {
      ...question,
      choices: [{ ...first, key: 'c0', rationale: 'Right; option B constricts.' }, ...rest],
    }
    expect(found(changed)).toEqual(['error lint/choice-reference'])
  })
})

describe('ordinary clinical English is not a reference', () => {
  test.each([
    'Vitamin A',
    'Vitamins A and E',
    'Hepatitis B and C',
    'Refer the above-named patient',
    'A cycloplegic drop',
    'Answer a question about driving',
    'The first choice in pregnancy is paracetamol',
    'Latanoprost, as drug of first choice',
    'Above the limbus',
    'Below 21 mmHg',
    'The following day',
    'Review the above-normal pressure',
    'Option Z',
    'Group A streptococcus',
    'Type B ultrasound',
    'Blood group A or B',
    'Grade B evidence',
    'An A-scan and a B-scan',
    'Both A-scan and B-scan',
    'Surgery as the last option left',
    'Laser is the first option',
    'The first option is laser',
  ])('%s', (text) => expect(withChoice(text)).toEqual([]))

  test.each([
    ['Lenses A and B have different powers. Which is stronger?', 'A and B'],
    ['In the figure, which structures are labelled A, B and C?', 'A and B'],
    ['The surgeon offers option A (drops) or option B (laser). Which is best?', 'Option A'],
    ['Consider: 1. mydriasis 2. miosis. Which statements are true?', 'Statement 2'],
  ])('labels of the stem: %s – %s', (of, text) => expect(withChoice(text, of)).toEqual([]))

  test('lists of letters that only refer to letters are names, such as those of vitamins', () => {
    expect(found(ask('Which vitamins?', ['*A and C', 'A and D', 'C and D', 'B and D']))).toEqual([])
    expect(found(ask('Which point of the drawing?', ['*A', 'B', 'C', 'D']))).toEqual([])
  })
})

describe('letters that were typed in front of choices', () => {
  test.each([
    [['*A. Tropicamide', 'B. Pilocarpine', 'C. Brimonidine']],
    [['*(a) Tropicamide', '(b) Pilocarpine', '(c) Brimonidine']],
    [['*1) Tropicamide', '2) Pilocarpine', '3) Brimonidine']],
  ])('%j', (choices) => expect(found(ask(stem, choices))).toEqual(['warning lint/typed-label']))

  test('are not the initials of species', () => {
    expect(found(ask('Which amoeba?', ['*A. castellanii', 'A. polyphaga', 'E. histolytica']))).toEqual([])
  })
})
