import { describe, expect, test } from 'vitest'
import { readAll, writeAll } from '../test-support/convert.ts'

const read = (text: string | Uint8Array) => readAll('csv', text)

describe('CSV', () => {
  test('of a spreadsheet: mark, semicolons, CRLF, quoted line ends', async () => {
    const { questions, problems } = await read(
      '\ufeffTitle;STEM;Choice 1;choice_2;Correct;Feedback 1;Tags;Fixed order\r\nT;"Two\r\nlines; ""quoted""";a;b;2;why;"x; y";yes\r\n',
    )
    expect(problems).toEqual([])
    expect(questions).toEqual([
      {
        type: 'single',
        title: 'T',
        stem: 'Two\nlines; "quoted"',
        choices: [
          { text: 'a', correct: false, feedback: 'why' },
          { text: 'b', correct: true },
        ],
        tags: ['x', 'y'],
        fixedOrder: true,
      },
    ])
  })

  test.each([
    ['1', [0]],
    ['#3', [2]],
    ['B', [1]],
    ['iris', [0]],
    ['1; 3', [0, 2]],
    ['a, c', [0, 2]],
    ['Lens; retina', [1, 2]],
  ])('the key %j', async (cell, key) => {
    const { questions } = await read(
      `stem,choice 1,choice 2,choice 3,correct\nQ,iris,lens,retina,"${cell}"\n`,
    )
    expect(questions[0]?.choices.flatMap(({ correct }, index) => (correct ? [index] : []))).toEqual(key)
    expect(questions[0]?.type).toBe(key.length > 1 ? 'multiple' : 'single')
  })

  test('tabs in UTF-16, as spreadsheets save “Unicode text”', async () => {
    const text = '\ufeffstem\tchoice 1\tchoice 2\tcorrect\r\nWelche Größe?\ta\tb\t1\r\n'
    const { questions } = await read(new Uint8Array(Buffer.from(text, 'utf16le')))
    expect(questions[0]?.stem).toBe('Welche Größe?')
  })

  test.each([
    ['stem,choice 1,choice 2\nQ,a,b', 'csv/column-missing 1:1'],
    ['stem,choice 1,choice 2,corect\nQ,a,b,1', 'csv/column-unknown 1:24'],
    ['stem,stem,choice 1,choice 2,correct\nQ,Q,a,b,1', 'csv/column-twice 1:6'],
    ['stem,choice 1,choice 2,correct\nQ,a,b,', 'csv/correct-missing 2:7'],
    ['stem,choice 1,choice 2,correct\nQ,a,b,7', 'csv/correct-unknown 2:7'],
    ['stem,choice 1,choice 2,correct\n"Q\n1",2,b,"#2"\n"R\n2",2,1,2', 'csv/correct-ambiguous 5:8'],
    ['stem,choice 1,choice 2,choice 3,correct\nQ,a,,c,1', 'csv/gap-in-choices 2:6'],
    ['stem,choice 1,choice 2,correct\nQ,a,b,1,more', 'csv/too-many-cells 2:9'],
    ['stem,choice 1,choice 2,correct,type\nQ,a,b,1,essay', 'csv/type-unknown 2:9'],
    ['stem,choice 1,choice 2,correct\nQ,a,"b,1\n', 'csv/quote-not-closed 2:1'],
  ])('%j is listed as %s', async (text, code) => {
    const { problems } = await read(text)
    expect(problems.map(({ code, line, column }) => `${code} ${line}:${column}`)[0]).toBe(code)
  })

  test('no cell runs as a formula, and reading undoes the guard', async () => {
    const question = {
      type: 'single',
      stem: '=HYPERLINK("http://example.com")',
      choices: [
        { text: '-0.50', correct: true, feedback: '@SUM(1)' },
        { text: "'+1", correct: false },
      ],
    } as const
    const { bytes } = await writeAll('csv', [question])
    const text = new TextDecoder().decode(bytes)
    expect(text).not.toMatch(/(^|[,\n"])[=+\-@]/)
    expect((await read(bytes)).questions).toEqual([question])
  })
})
