import { describe, expect, test } from 'vitest'
import { ask, findings, found } from './test-support/questions.ts'

const stem = 'Which is right?'

describe('lengths', () => {
  test('a choice much longer than the others stands out', () => {
    const long = '*Refer the same day by telephone, with the acuity and the state of the macula in both eyes'
    const [finding] = findings(
      ask(stem, [long, 'Review in six weeks', 'Reassure and discharge', 'Take a photograph']),
    )
    expect(finding).toMatchObject({
      code: 'lint/choice-length',
      level: 'warning',
      choice: 'c0',
      field: 'text',
    })
  })

  test('so does one much shorter', () => {
    const choices = [
      '*Take the lens out, leave it out and seek advice the same day',
      'Rinse the lens, put it back and see whether it feels better',
      'Use a lubricant overnight and ring for an appointment next week',
      'Wait',
    ]
    expect(findings(ask(stem, choices)).map(({ code, choice }) => [code, choice])).toEqual([
      ['lint/choice-length', 'c3'],
    ])
  })

  test.each([
    [['*21 mmHg', 'Between 22 and 24.5 mmHg', '6/12', '100 000 000 000 000 000 000 000 cells']],
    [['*Yes', 'No']],
    [['*Glaucoma', 'Acute primary angle closure']],
    [['*One in seven', 'One in two hundred', 'One in two']],
  ])('%j are balanced enough', (choices) => expect(found(ask(stem, choices))).toEqual([]))
})

describe('absolute words', () => {
  test.each([
    'Lenses are always removed first',
    'Steroids must never be given to a child',
    'All patients are dilated',
    'The test is completely safe in glaucoma',
    'Under no circumstances dilate the pupil',
    'It is impossible to measure',
    'Dilate in every case',
  ])('%s', (text) => {
    expect(found(ask(stem, ['*Lenses come out before drops', 'Dilate the pupil first', text]))).toEqual([
      'warning lint/absolute-words',
    ])
  })

  test.each([
    'The pain is almost always worse at night',
    'A patient who has never smoked',
    'A never-smoker with a family history',
    'Never',
    'Stop all four drops tonight',
    'Only solution should touch the case',
    'Occlude the better eye completely',
    'It is not always needed',
    'All four lids are swollen',
    'No treatment is needed today',
  ])('%s is ordinary', (text) => {
    expect(found(ask(stem, ['*Lenses come out before drops', 'Dilate the pupil first', text]))).toEqual([])
  })

  test('in every choice give nothing away', () => {
    expect(found(ask(stem, ['*It is always red', 'It is never red', 'It is always white']))).toEqual([])
  })

  test('in the stem are not looked at', () => {
    expect(
      found(ask('Which advice do all patients need always?', ['*Rinse with solution', 'Rinse with water'])),
    ).toEqual([])
  })
})

describe('duplicates', () => {
  test('the later twin is named', () => {
    expect(findings(ask(stem, ['*Acute glaucoma', ' acute  Glaucoma ']))).toMatchObject([
      { code: 'lint/duplicate-choice', level: 'error', choice: 'c1' },
    ])
  })
})
