import { expect, test } from 'vitest'
import { statedNumber } from './stated-number.ts'

test.each([
  ['Which two steps come first? Select two.', 2],
  ['Choose THREE signs of anterior uveitis.', 3],
  ['Which findings fit? Select 2', 2],
  ['Which findings fit? (Choose two)', 2],
  ['Which findings fit? (Tick exactly three boxes.)', 3],
  ['Choose the two most likely diagnoses.', 2],
  ['Select the best TWO answers.', 2],
  ['Please select 3 of the following.', 3],
  ['Which TWO of the following are true?', 2],
  ['What two drugs dilate the pupil?', 2],
  ['Which 2 drugs dilate the pupil?', 2],
  ['Which of these dilate the pupil? Two answers are correct.', 2],
  ['There are three correct answers. Which?', 3],
  ['A patient has a red eye. Choose one answer.', 1],
  ['Which one of these two drugs is safer?', 1],
  ['Identify four risk factors.', 4],
])('%s states %d', (stem, number) => expect(statedNumber(stem)).toBe(number))

test.each([
  undefined,
  '',
  'Which of the following dilate the pupil? Select all that apply.',
  'Select one or more.',
  'Choose two or three signs.',
  'Choose 2–3 signs.',
  'Select at least two.',
  'Select up to two.',
  'Two patients arrive. Which should be seen first?',
  'She came to choose two pairs of frames. Which advice helps?',
  'Which of the two drugs is safer?',
  'Which two-week lens suits?',
  'Which 2 mm zone is thinnest?',
  'Which 20 D lens gives the widest field?',
  'Give 2 mg at once and refer.',
  'Select 2.5 % phenylephrine or another drop: which is right?',
  'One drop was instilled twice. What happened?',
])('%s leaves it open', (stem) => expect(statedNumber(stem)).toBeUndefined())
