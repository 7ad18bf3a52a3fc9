import { expect, test } from 'vitest'
import { ask, found } from './test-support/questions.ts'

const about = (stem: string) => found(ask(stem, ['*Pain', '*Photophobia', 'Discharge']))

test.each([
  'Keratoconus',
  'Dry eye disease in contact lens wearers.',
  'A 52-year-old woman has gritty eyes and a dry mouth.',
  'A patient has dry eye. Select two.',
])('%s asks nothing', (stem) => expect(about(stem)).toEqual(['warning lint/stem-without-question']))

test.each([
  'What is keratoconus?',
  'A patient has dry eye. Which tests come first? Choose all that apply.',
  'The most likely diagnosis is',
  'The most likely diagnosis is:',
  'Dry eye disease is caused by …',
  'The lens lies behind the ____.',
  'Select the sign that is typical of dry eye.',
  'Identify the most likely diagnosis.',
  'For each patient, choose the best drop.',
  'Which of these is a sign of uveitis',
  'In the figure, which layer is marked.',
  'Patients with keratoconus typically present with',
  'What would you do? The patient is anxious.',
  'Each of these is a sign of uveitis EXCEPT',
])('%s asks', (stem) => expect(about(stem)).toEqual([]))
