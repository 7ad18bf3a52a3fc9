import { describe, expect, test } from 'vitest'
import { readAll } from '../test-support/convert.ts'
import { pixel } from '../test-support/questions.ts'

const quiz = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${inside}\n</quiz>\n`
const answers = '<answer fraction="100"><text>a</text></answer><answer fraction="0"><text>b</text></answer>'

describe('Moodle XML', () => {
  test('a question as Moodle exports it', async () => {
    const { questions, problems } = await readAll(
      'moodle-xml',
      quiz(`<!-- question: 0 --><question type="category"><category><text>$course$/top</text></category></question>
  <question type="multichoice">
    <name><text>The disc</text></name>
    <questiontext format="html">
      <text><![CDATA[<p>What is <em>seen</em>?<br></p><p><img src="@@PLUGINFILE@@/left%20eye.png" alt="A disc" width="9"></p>]]></text>
<file name="left eye.png" path="/" encoding="base64">${pixel.slice(0, 40)}
${pixel.slice(40)}</file>
    </questiontext>
    <generalfeedback format="html"><text>Look at the rim &amp;amp; cup.</text></generalfeedback>
    <defaultgrade>2.0000000</defaultgrade><hidden>0</hidden><idnumber>D7</idnumber>
    <single>false</single><shuffleanswers>0</shuffleanswers>
    <correctfeedback format="html"><text>Your answer is correct.</text></correctfeedback>
    <incorrectfeedback format="html"><text>Read the article again.</text></incorrectfeedback>
    <answer fraction="50" format="html"><text><![CDATA[<p>Cupping</p>]]></text><feedback format="html"><text><![CDATA[<p>Yes.</p>]]></text></feedback></answer>
    <answer fraction="50" format="html"><text><![CDATA[<p>Pallor</p>]]></text></answer>
    <answer fraction="-100" format="html"><text><![CDATA[<p>Drusen</p>]]></text></answer>
    <hint format="html"><text>Think.</text></hint>
    <tags><tag><text>glaucoma</text></tag></tags>
  </question>`),
    )
    expect(questions).toEqual([
      {
        type: 'multiple',
        title: 'The disc',
        stem: 'What is seen?',
        choices: [
          { text: 'Cupping', correct: true, feedback: 'Yes.' },
          { text: 'Pallor', correct: true },
          { text: 'Drusen', correct: false, fraction: -100 },
        ],
        feedback: 'Look at the rim & cup.',
        tags: ['glaucoma'],
        image: { name: 'left eye.png', mediaType: 'image/png', data: pixel, alt: 'A disc' },
        fixedOrder: true,
      },
    ])
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'left-out/conditional-feedback',
      'left-out/formatting',
      'left-out/hints',
      'left-out/identifier',
      'left-out/mark',
    ])
  })

  test.each([
    'essay',
    'shortanswer',
    'numerical',
    'matching',
    'cloze',
    'description',
    'calculated',
    'ddwtos',
    '',
  ])('a question of the type “%s” is listed with its place', async (type) => {
    const { problems, questions } = await readAll(
      'moodle-xml',
      quiz(
        `  <question type="${type}"><name><text>N</text></name></question>\n<question type="multichoice"><questiontext><text>Q</text></questiontext>${answers}</question>`,
      ),
    )
    expect(problems).toMatchObject([{ code: 'question/type-not-held', line: 3, column: 3, excerpt: 'N' }])
    expect(questions).toHaveLength(1)
  })

  test('true/false by the names of the answers, or by their order in old files', async () => {
    const trueFalse = (first: string, second: string) =>
      `<question type="truefalse"><questiontext><text>Q</text></questiontext><answer fraction="0"><text>${first}</text></answer><answer fraction="100"><text>${second}</text></answer></question>`
    const { questions } = await readAll(
      'moodle-xml',
      quiz(trueFalse('false', 'true') + trueFalse('Wahr', 'Falsch')),
    )
    expect(questions.map(({ choices }) => choices.map(({ text, correct }) => [text, correct]))).toEqual([
      [
        ['True', true],
        ['False', false],
      ],
      [
        ['True', false],
        ['False', true],
      ],
    ])
  })

  test.each([
    [
      'a billion laughs',
      '<!DOCTYPE quiz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n<quiz>&b;</quiz>',
      'xml/entities-refused',
    ],
    [
      'an outside entity',
      '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>',
      'xml/entities-refused',
    ],
    ['an unknown entity', '<quiz><question>&nbsp;</question></quiz>', 'xml/not-well-formed'],
    ['an open element', '<quiz><question type="multichoice">', 'xml/not-well-formed'],
    ['endless nesting', `<quiz>${'<a>'.repeat(100_000)}`, 'xml/too-deep'],
    ['another kind of XML', '<assessmentItem/>', 'moodle-xml/not-a-quiz'],
  ])('%s is refused', async (_, text, code) => {
    expect((await readAll('moodle-xml', text)).problems.map((problem) => problem.code)).toEqual([code])
  })

  test('a file in the encoding that it declares', async () => {
    const text = `<?xml version="1.0" encoding="ISO-8859-1"?><quiz><question type="multichoice"><questiontext><text>Größe?</text></questiontext>${answers}</question></quiz>`
    const { questions } = await readAll('moodle-xml', new Uint8Array(Buffer.from(text, 'latin1')))
    expect(questions[0]?.stem).toBe('Größe?')
  })
})
