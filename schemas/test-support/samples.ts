import type { PlainDocument } from '../../core/index.ts'

/** A reference as an array member or a field. */
export const ref = (id: string) => ({ _type: 'reference', _ref: id, _key: id })

/** A dataset in which everything that the samples refer to exists. */
export const dataset: readonly PlainDocument[] = [
  { _id: 'registrantType-optometrist', _type: 'registrantType', title: 'Optometrist' },
  { _id: 'registrantType-dispensing-optician', _type: 'registrantType', title: 'Dispensing optician' },
  {
    _id: 'competency-optometrist-1',
    _type: 'competency',
    title: 'Communication',
    registrantType: ref('registrantType-optometrist'),
  },
  {
    _id: 'competency-dispensing-optician-9',
    _type: 'competency',
    title: 'Paediatric dispensing',
    registrantType: ref('registrantType-dispensing-optician'),
  },
  { _id: 'framework-cet-2019', _type: 'framework', title: 'CET 2019 to 2021' },
  { _id: 'exam-red-eye', _type: 'exam', title: 'Exam: red eye' },
  { _id: 'scheme-cet', _type: 'scheme', title: 'Continuing Education and Training' },
  { _id: 'cycle-cet-2019', _type: 'cycle', title: 'CET 2019 to 2021' },
]

/** A choice of a question. */
export const choice = (key: string, correct: boolean, text = `Choice ${key}`) => ({
  _type: 'choice',
  _key: key,
  text,
  correct,
  rationale: `Why ${key} is ${correct ? 'right' : 'wrong'}.`,
})

/** A question with choices a (correct) and b. */
export const question = (key: string, changes: Record<string, unknown> = {}) => ({
  _type: 'question',
  _key: key,
  stem: `Question ${key}?`,
  kind: 'single',
  fixedOrder: false,
  choices: [choice('a', true), choice('b', false)],
  ...changes,
})

/** An exam without fault. */
export const exam = (changes: Record<string, unknown> = {}): PlainDocument => ({
  _id: 'drafts.exam-red-eye',
  _type: 'exam',
  title: 'Exam: red eye',
  introduction: 'Six questions.',
  questions: [question('q1')],
  passMark: 60,
  maxAttempts: 3,
  points: 1,
  pointType: 'non-interactive',
  feedback: 'after-last-word',
  ...changes,
})

/** A paragraph of running text. */
export const paragraph = (key: string, text: string, style = 'normal') => ({
  _type: 'block',
  _key: key,
  style,
  markDefs: [],
  children: [{ _type: 'span', _key: `${key}s`, text, marks: [] }],
})

/** An article without fault. */
export const article = (changes: Record<string, unknown> = {}): PlainDocument => ({
  _id: 'drafts.article-red-eye',
  _type: 'article',
  title: 'Red eye in practice',
  slug: { _type: 'slug', current: 'red-eye' },
  standfirst: 'What to look for.',
  authors: [{ _type: 'contributor', _key: 'a', name: 'Ada Sample', role: 'Optometrist' }],
  minutes: 15,
  body: [paragraph('p1', 'Begin with the history.')],
  audience: [ref('registrantType-optometrist')],
  learningObjectives: [
    {
      _type: 'learningObjective',
      _key: 'o1',
      text: 'Explain the findings to a patient',
      competencies: [ref('competency-optometrist-1')],
    },
  ],
  exam: ref('exam-red-eye'),
  references: [{ _type: 'citedWork', _key: 'w1', citation: 'Sample A. On red eyes. 2019.' }],
  republication: {
    _type: 'republication',
    firstPublished: '2019-05-01',
    originalReference: 'C-13861 O/D/CL',
  },
  ...changes,
})

/** A scheme without fault. */
export const scheme = (changes: Record<string, unknown> = {}): PlainDocument => ({
  _id: 'drafts.scheme-cet',
  _type: 'scheme',
  title: 'Continuing Education and Training',
  abbreviation: 'CET',
  regulator: 'Sample regulator',
  recording: 'provider-uploads',
  unitSingular: 'competency',
  unitPlural: 'competencies',
  carryOver: 'Nothing is carried over.',
  note: 'Invented for tests.',
  ...changes,
})

/** A cycle without fault. */
export const cycle = (changes: Record<string, unknown> = {}): PlainDocument => ({
  _id: 'drafts.cycle-cet-2019',
  _type: 'cycle',
  title: 'CET 2019 to 2021',
  scheme: ref('scheme-cet'),
  startsOn: '2019-01-01',
  endsOn: '2021-12-31',
  ...changes,
})

/** A requirement without fault, of optometrists. */
export const requirement = (key: string) => ({
  _type: 'requirement',
  _key: key,
  registrantType: ref('registrantType-optometrist'),
  points: 36,
  interactivePoints: 18,
  everyUnit: true,
  peerReviews: 1,
  confidence: 'found',
  source: 'Invented for tests.',
})

/** A framework without fault. */
export const framework = (changes: Record<string, unknown> = {}): PlainDocument => ({
  _id: 'drafts.framework-cet-2019',
  _type: 'framework',
  title: 'CET 2019 to 2021',
  cycle: ref('cycle-cet-2019'),
  version: '2019',
  requirements: [requirement('a')],
  note: 'Invented for tests.',
  ...changes,
})

/** An opportunity without fault. */
export const opportunity = (changes: Record<string, unknown> = {}): PlainDocument => ({
  _id: 'drafts.opportunity-journal-club',
  _type: 'interactiveOpportunity',
  title: 'Journal club',
  kind: 'peer-discussion',
  summary: 'Read beforehand, talk it over.',
  provider: 'Sample society',
  startsAt: '2021-10-12T18:00:00Z',
  timeZone: 'Europe/London',
  minutes: 90,
  place: 'online',
  bookingUrl: 'https://example.org/book',
  points: 2,
  audience: [ref('registrantType-optometrist')],
  competencies: [ref('competency-optometrist-1')],
  ...changes,
})

/** A pack without fault. */
export const pack = (changes: Record<string, unknown> = {}): PlainDocument => ({
  _id: 'drafts.pack-survival-2021',
  _type: 'pack',
  title: 'Survival pack',
  slug: { _type: 'slug', current: 'survival-pack' },
  summary: 'Nine points.',
  introduction: 'Read, watch, pass.',
  opensOn: '2021-09-06',
  closesOn: '2021-12-28',
  timeZone: 'Europe/London',
  framework: ref('framework-cet-2019'),
  items: [ref('article-red-eye')],
  acceptanceAdvice: 'Accept your points by 31 December.',
  ...changes,
})
