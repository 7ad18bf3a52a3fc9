import { expect, test } from 'vitest'
import { askingSentence, sentences } from './sentences.ts'

test.each([
  ['One. Two? Three!', ['One.', 'Two?', 'Three!']],
  ['Dr. Sample sees a patient. What next?', ['Dr. Sample sees a patient.', 'What next?']],
  ['IOP is 21.5 mmHg, e.g. After lunch. Why?', ['IOP is 21.5 mmHg, e.g. After lunch.', 'Why?']],
  ['She asks: “Is it bad?” What do you say?', ['She asks: “Is it bad?”', 'What do you say?']],
  ['A line\nand another', ['A line', 'and another']],
  ['  ', []],
])('%j', (stem, parts) => expect(sentences(stem)).toEqual(parts))

test.each([
  ['It does not hurt. What is it? Select two.', 'What is it?'],
  ['A man has dry eyes. The best drop is:', 'The best drop is:'],
  ['Which is it? (Choose one.)', 'Which is it?'],
  ['Select the two drugs that dilate.', 'Select the two drugs that dilate.'],
  ['Select two.', undefined],
])('the asking sentence of %j', (stem, sentence) => expect(askingSentence(stem)).toBe(sentence))
