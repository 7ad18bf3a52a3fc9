import type { PlainDocument } from '../content/documents.ts'

const ref = (id: string) => ({ _type: 'reference', _ref: id })

/** References as array members; the key is the ID. */
export const refs = (...ids: string[]) => ids.map((id) => ({ ...ref(id), _key: id }))

const asset = (id: string) => ({ asset: ref(id) })

const choice = (key: string, correct: boolean, text: string) => ({
  _key: key,
  text,
  correct,
  rationale: `Why ${key}.`,
})

const exam = (id: string): PlainDocument => ({
  _id: id,
  _type: 'exam',
  title: `Exam ${id}`,
  introduction: 'One question.',
  questions: [
    {
      _key: 'q1',
      stem: `What does ${id} ask?`,
      kind: 'single',
      choices: [choice('a', true, 'The near one'), choice('b', false, 'The far one')],
    },
  ],
  passMark: 60,
  maxAttempts: 3,
  points: 1,
})

const item = (id: string, type: 'article' | 'video', reference: string, more: object): PlainDocument => ({
  _id: id,
  _type: type,
  title: `Title of ${id}`,
  slug: { current: id },
  standfirst: 'What it is about.',
  authors: [{ _key: 'a', name: 'Ada Sample' }],
  minutes: 10,
  audience: refs('type-o', 'type-d'),
  learningObjectives: [{ _key: 'lo', text: 'Recognise it', competencies: refs('unit-o1', 'unit-d1') }],
  exam: ref(`exam-${id}`),
  references: [{ _key: 'w1', citation: 'Sample A. 2019.' }],
  republication: { firstPublished: '2020-05-01', originalReference: reference },
  ...more,
})

/** A pack of an article and a video without any fault: published, and nothing left to advise. */
export const faultless: readonly PlainDocument[] = [
  { _id: 'cycle', _type: 'cycle', title: 'CET 2019 to 2021', endsOn: '2021-12-31' },
  { _id: 'frame', _type: 'framework', title: 'CET', cycle: ref('cycle') },
  { _id: 'type-o', _type: 'registrantType', title: 'Optometrist', abbreviation: 'O', order: 1 },
  { _id: 'type-d', _type: 'registrantType', title: 'Dispensing optician', abbreviation: 'D', order: 2 },
  {
    _id: 'unit-o1',
    _type: 'competency',
    title: 'Communication',
    framework: ref('frame'),
    registrantType: ref('type-o'),
    order: 1,
  },
  {
    _id: 'unit-d1',
    _type: 'competency',
    title: 'Communication',
    framework: ref('frame'),
    registrantType: ref('type-d'),
    order: 1,
  },
  item('reading', 'article', 'C-70001', {
    body: [
      {
        _type: 'block',
        _key: 'b1',
        children: [
          { _type: 'span', text: 'Text' },
          { _type: 'citation', work: 'w1' },
        ],
      },
      { _type: 'figure', _key: 'f1', image: asset('image-1'), alt: 'An eye.', caption: 'Eye' },
    ],
  }),
  item('watching', 'video', 'C-70002 O/D', {
    file: asset('file-1'),
    poster: { image: asset('image-2'), alt: 'A slit lamp.' },
    captions: asset('file-2'),
    captionsLanguage: 'en-GB',
    transcript: [{ _key: 't1', startSeconds: 0, text: 'Welcome.' }],
  }),
  exam('exam-reading'),
  exam('exam-watching'),
  {
    _id: 'pack',
    _type: 'pack',
    title: 'Survival pack',
    slug: { current: 'survival-pack' },
    summary: 'Two items.',
    introduction: 'Read and watch.',
    items: refs('reading', 'watching'),
    framework: ref('frame'),
    opensOn: '2021-09-01',
    closesOn: '2021-12-28',
    timeZone: 'Europe/London',
    acceptanceAdvice: 'Accept your points by 31 December.',
  },
]
