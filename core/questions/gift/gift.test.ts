import { describe, expect, test } from 'vitest'
import { readAll } from '../test-support/convert.ts'

const read = (text: string) => readAll('gift', text)
const codes = async (text: string) =>
  (await read(text)).problems.map(({ code, line, column }) => `${code} ${line}:${column}`)

describe('GIFT', () => {
  test('name, feedback, partial mark, tags of the comment, and answers inside the sentence', async () => {
    const { questions, problems } = await read(
      `// question: 7 [tag:retina] [tag:a\\]b]\r\n::Drops::Tropicamide is {\r\n  ~a steroid#No.\r\n  =a mydriatic # Yes!\r\n  ~%50%a drug\r\n  ####Read on.\r\n} by nature.\r\n`,
    )
    expect(problems).toEqual([])
    expect(questions).toEqual([
      {
        type: 'single',
        title: 'Drops',
        stem: 'Tropicamide is _____ by nature.',
        choices: [
          { text: 'a steroid', correct: false, feedback: 'No.' },
          { text: 'a mydriatic', correct: true, feedback: 'Yes!' },
          { text: 'a drug', correct: false, fraction: 50 },
        ],
        feedback: 'Read on.',
        tags: ['retina', 'a]b'],
      },
    ])
  })

  test('several correct choices by weights', async () => {
    const { questions } = await read('Which?{~%50%a ~%50%b ~%-100%c}')
    expect(questions).toEqual([
      {
        type: 'multiple',
        stem: 'Which?',
        choices: [
          { text: 'a', correct: true },
          { text: 'b', correct: true },
          { text: 'c', correct: false, fraction: -100 },
        ],
      },
    ])
  })

  test('true and false, feedback on the wrong answer first', async () => {
    const { questions } = await read('It is so.{FALSE#It is not.#Well seen.####Why}\n\nIt is.{T}')
    expect(questions[0]).toMatchObject({
      choices: [
        { text: 'True', correct: false, feedback: 'It is not.' },
        { text: 'False', correct: true, feedback: 'Well seen.' },
      ],
      feedback: 'Why',
    })
    expect(questions[1]?.choices.map(({ correct }) => correct)).toEqual([true, false])
  })

  test('escapes, and a backslash that escapes nothing', async () => {
    const { questions } = await read('A\\: \\{x\\} \\\\ \\d{=\\= 1\\nline ~\\~2 \\# y}')
    expect(questions[0]?.stem).toBe('A: {x} \\ \\d')
    expect(questions[0]?.choices.map(({ text }) => text)).toEqual(['= 1\nline', '~2 # y'])
  })

  test('formats of text', async () => {
    const { questions, problems } = await read('[html]10<sup>6</sup> <b>cells</b> &lt; 5{=[plain]<b> ~x}')
    expect(questions[0]?.stem).toBe('10⁶ cells < 5')
    expect(questions[0]?.choices[0]?.text).toBe('<b>')
    expect(problems.map(({ code }) => code)).toEqual(['left-out/formatting'])
  })

  test('a category is no problem, with a blank line after it or without', async () => {
    expect(
      (await read('$CATEGORY: $course$/top\n\nQ{=a ~b}\n\n$CATEGORY: x\nR{=a ~b}')).questions,
    ).toHaveLength(2)
  })

  test.each([
    ['How are you?{}', 'question/type-not-held 1:1'],
    ['\n\n  Born?{#1822:5}', 'question/type-not-held 3:3'],
    ['Match{=a -> b =c -> d}', 'question/type-not-held 1:1'],
    ['Who?{=no one =nobody}', 'question/type-not-held 1:1'],
    ['Just a text', 'question/type-not-held 1:1'],
    ['Q{=a ~b', 'gift/brace-not-closed 1:2'],
    ['Q =a ~b}', 'gift/brace-not-opened 1:8'],
    ['Q{=a {x} ~b}', 'gift/brace-not-escaped 1:6'],
    ['Q{=a ~b}\nR{=a ~b}', 'gift/second-answer-block 2:2'],
    ['Q{x =a ~b}', 'gift/text-before-choices 1:3'],
    ['Q{=a ~%150%b}', 'gift/weight-out-of-range 1:7'],
    ['Q{=a ~ ~b}', 'question/empty-choice 1:6'],
    ['Q{~a ~b}', 'question/no-correct-choice 1:1'],
    ['Q{=a =b ~c}', 'question/several-correct-choices 1:1'],
    ['{=a ~b}', 'question/no-stem 1:1'],
  ])('%j is listed as %s', async (text, code) => {
    expect(await codes(text)).toEqual([code])
    expect((await read(`${text}\n\nGood{=a ~b}`)).questions).toHaveLength(1)
  })

  test('bytes that are not UTF-8 are listed, not guessed at', async () => {
    const { problems } = await readAll('gift', new Uint8Array(Buffer.from('Caf\u00e9{=a ~b}', 'latin1')))
    expect(problems.map(({ code }) => code)).toEqual(['text/not-utf-8'])
  })
})
