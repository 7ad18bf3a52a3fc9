/** Documents as an editor would have made them: small, invented, and complete. */

/** A text that must never leave the lake: every key’s rationale holds it. */
export const sentinel = 'RATIONALE-SENTINEL-7f3a'

/** Asset IDs that the documents refer to. */
export type SampleAssets = { readonly image: string; readonly video: string; readonly captions: string }

type SampleDocument = { _id: string; _type: string; [field: string]: unknown }

const reference = (id: string, key?: string) => ({
  _type: 'reference',
  _ref: id,
  ...(key === undefined ? {} : { _key: key }),
})

const types = [
  ['optometrist', 'Optometrist', 'O'],
  ['dispensing-optician', 'Dispensing optician', 'D'],
] as const

/** All documents of a small pack: one article and one video, each with its exam. */
export function sampleDocuments(assets: SampleAssets): SampleDocument[] {
  const image = { _type: 'image', asset: reference(assets.image) }
  return [
    {
      _id: 'siteSettings',
      _type: 'siteSettings',
      title: 'Sample pack site',
      description: 'A pack for tests.',
      notice: 'Demonstration content: not clinical advice, not accredited.',
      activePack: reference('pack-sample'),
      joinUrl: 'https://join.example/',
      subscribeUrl: 'https://subscribe.example/',
      howToJoin: 'Members of the sample association have access.\n\nSubscribers have access too.',
      contactEmail: 'help@example.com',
    },
    {
      _id: 'pack-sample',
      _type: 'pack',
      title: 'Sample pack',
      slug: { _type: 'slug', current: 'sample-pack' },
      summary: 'Everything for the last points of the cycle.',
      introduction: 'Read, watch, and sit the exams.',
      opensOn: '2021-09-01',
      closesOn: '2021-12-28',
      timeZone: 'Europe/London',
      framework: reference('framework-sample'),
      items: [reference('article-red-eye', 'i1'), reference('video-slit-lamp', 'i2')],
      acceptanceAdvice: 'Accept your points before the cycle ends.',
    },
    {
      _id: 'framework-sample',
      _type: 'framework',
      title: 'Sample framework',
      cycle: reference('cycle-sample'),
      version: '2019',
      requirements: types.map(([code]) => ({
        _type: 'requirement',
        _key: code,
        registrantType: reference(`registrantType-${code}`),
        points: 36,
        interactivePoints: 18,
        yearlyPoints: 6,
        yearsWaived: [2020],
        everyUnit: true,
        peerReviews: code === 'optometrist' ? 1 : 0,
        confidence: 'found',
        source: 'Invented for tests.',
      })),
      note: 'A reconstruction for demonstration.',
    },
    {
      _id: 'cycle-sample',
      _type: 'cycle',
      title: 'Sample cycle',
      scheme: reference('scheme-sample'),
      startsOn: '2019-01-01',
      endsOn: '2021-12-31',
    },
    {
      _id: 'scheme-sample',
      _type: 'scheme',
      title: 'Continuing Education and Training',
      abbreviation: 'CET',
      regulator: 'Sample regulator',
      recording: 'provider-uploads',
      unitSingular: 'competency',
      unitPlural: 'competencies',
      carryOver: 'Nothing is carried over.',
      note: 'Invented for tests.',
    },
    ...types.map(([code, title, abbreviation], index) => ({
      _id: `registrantType-${code}`,
      _type: 'registrantType',
      title,
      code,
      abbreviation,
      order: index + 1,
    })),
    ...types.flatMap(([code], index) =>
      [1, 2].map((number) => ({
        _id: `competency-${code}-${number}`,
        _type: 'competency',
        title: `Competency ${index + 1}.${number}`,
        framework: reference('framework-sample'),
        registrantType: reference(`registrantType-${code}`),
        order: number,
      })),
    ),
    {
      ...item('red-eye', 'Red eye & white lies'),
      _id: 'article-red-eye',
      _type: 'article',
      body: [
        block('b1', 'h2', [span('s1', 'First steps')]),
        {
          ...block('b2', 'normal', [
            span('s1', 'Pressure is measured in mm'),
            { ...span('s2', '2'), marks: ['sup'] },
            span('s3', ' and '),
            { ...span('s4', 'linked'), marks: ['l1', 'strong'] },
            { _type: 'citation', _key: 's5', work: 'w1' },
            span('s6', '. <script>alert(1)</script>'),
            { _type: 'citation', _key: 's7', work: 'w1' },
          ]),
          markDefs: [{ _type: 'link', _key: 'l1', href: 'https://example.org/guide' }],
        },
        {
          _type: 'figure',
          _key: 'b3',
          image,
          alt: 'A red square',
          caption: 'A square',
          credit: 'Drawn for tests',
        },
        { _type: 'pearl', _key: 'b4', title: 'Pearl', text: 'Look before you touch.' },
        {
          _type: 'dataTable',
          _key: 'b5',
          caption: 'Signs',
          rows: [
            { _type: 'tableRow', _key: 'r1', cells: ['Sign', 'Meaning'] },
            { _type: 'tableRow', _key: 'r2', cells: ['Pain', 'Refer'] },
          ],
        },
        block('b6', 'h2', [span('s1', 'First steps')]),
        { ...block('b7', 'normal', [span('s1', 'One')]), listItem: 'bullet', level: 1 },
        { ...block('b8', 'normal', [span('s1', 'Two')]), listItem: 'bullet', level: 2 },
        block('b9', 'blockquote', [span('s1', 'A quote.')]),
      ],
    },
    {
      ...item('slit-lamp', 'At the slit lamp'),
      _id: 'video-slit-lamp',
      _type: 'video',
      file: { _type: 'file', asset: reference(assets.video) },
      poster: { _type: 'poster', alt: 'A red square', image },
      captions: { _type: 'file', asset: reference(assets.captions) },
      captionsLanguage: 'en-GB',
      durationSeconds: 75,
      chapters: [{ _type: 'chapter', _key: 'c1', title: 'Beginning', startSeconds: 0 }],
      transcript: [
        {
          _type: 'transcriptPassage',
          _key: 't1',
          startSeconds: 0,
          speaker: 'Sam Sample',
          text: 'Good morning.',
        },
      ],
    },
    exam('red-eye'),
    exam('slit-lamp'),
    opportunity('journal-club', 'Journal club', '2021-10-12T18:00:00Z', ['optometrist']),
    {
      ...opportunity('frames', 'Frames for children', '2021-11-17T09:30:00Z', ['dispensing-optician']),
      kind: 'peer-review',
    },
    { ...opportunity('lost', 'Lost evening', '2021-11-24T18:00:00Z', ['optometrist']), cancelled: true },
    opportunity('later', 'In the next cycle', '2022-01-01T00:00:00Z', ['optometrist']),
  ]
}

function opportunity(name: string, title: string, startsAt: string, audience: readonly string[]) {
  return {
    _id: `opportunity-${name}`,
    _type: 'interactiveOpportunity',
    title,
    kind: 'peer-discussion',
    summary: 'Bring a case and talk it over.',
    provider: 'Sample society',
    startsAt,
    timeZone: 'Europe/London',
    minutes: 90,
    place: 'online',
    bookingUrl: 'https://example.org/book',
    points: 2,
    audience: audience.map((code) => reference(`registrantType-${code}`, code)),
    competencies: audience.map((code) => reference(`competency-${code}-1`, code)),
  }
}

function item(slug: string, title: string) {
  return {
    title,
    slug: { _type: 'slug', current: slug },
    standfirst: 'What to look for, and when to refer.',
    authors: [{ _type: 'contributor', _key: 'a1', name: 'Sam Sample', role: 'Optometrist' }],
    minutes: 15,
    audience: [reference('registrantType-optometrist', 'o')],
    learningObjectives: [
      {
        _type: 'learningObjective',
        _key: 'l1',
        text: 'Tell harmless from urgent.',
        competencies: [
          reference('competency-optometrist-1', 'c1'),
          reference('competency-dispensing-optician-1', 'c2'),
        ],
      },
    ],
    references: [
      { _type: 'citedWork', _key: 'w1', citation: 'Sample S. On samples. 2020.', doi: '10.1000/182' },
    ],
    republication: { _type: 'republication', firstPublished: '2020-05-01', originalReference: 'C-77198 O/D' },
    exam: reference(`exam-${slug}`),
  }
}

function exam(slug: string): SampleDocument {
  return {
    _id: `exam-${slug}`,
    _type: 'exam',
    title: `Exam on ${slug}`,
    passMark: 60,
    maxAttempts: 3,
    points: 1,
    pointType: 'non-interactive',
    feedback: 'after-last-word',
    questions: (['single', 'multiple'] as const).map((kind) => ({
      _type: 'question',
      _key: `q-${kind}`,
      kind,
      stem: `A ${kind} question?`,
      choices: ['a', 'b', 'c'].map((letter) => ({
        _type: 'choice',
        _key: letter,
        text: `Choice ${letter}`,
        correct: letter === 'b',
        rationale: `${sentinel} ${letter}`,
      })),
    })),
  }
}

function block(key: string, style: string, children: unknown[]) {
  return { _type: 'block', _key: key, style, markDefs: [], children }
}

function span(key: string, text: string) {
  return { _type: 'span', _key: key, text, marks: [] }
}
