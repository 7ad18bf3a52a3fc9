import { expect, test } from 'vitest'
import { questionFormatOf } from '../formats.ts'
import { readAll } from '../test-support/convert.ts'

const good =
  '{"type":"single","stem":"Q","choices":[{"text":"a","correct":true},{"text":"b","correct":false}]}'

test.each([
  [`[${good},\r\n {"type":"one","stem":"Q","choices":[]}]`, 'json/invalid 2:10'],
  [`[${good},\n {"type":"single","stem":"Q","choices":[{"text":1,"correct":true}]}]`, 'json/invalid 2:49'],
  [`[${good},\n {"type":"single","stem":"Q",\n  "choice":[]}]`, 'json/invalid 2:2'],
  [`[${good},\n {"type" "single"}]`, 'json/syntax 2:10'],
  [`[${good},\n {"a":"\n"}]`, 'json/syntax 2:8'],
  [`[${good},,]`, `json/syntax 1:${good.length + 3}`],
  [`[${good}`, `json/syntax 1:${good.length + 2}`],
  [`[${good}] x`, `json/syntax 1:${good.length + 4}`],
])('%j is listed as %s, and the good question is read', async (text, code) => {
  const { questions, problems } = await readAll('json', text)
  expect(problems.map(({ code, line, column }) => `${code} ${line}:${column}`)[0]).toBe(code)
  expect(questions).toHaveLength(1)
})

test('one question without a list', async () => {
  expect((await readAll('json', ` ${good}\n`)).questions).toHaveLength(1)
  expect((await readAll('json', '"text"')).problems[0]?.code).toBe('json/not-a-list')
})

test.each([
  ['exam.json', good, 'json'],
  ['exam.txt', 'Q\nA) x\nB) y\nANSWER: A\n', 'aiken'],
  ['exam.txt', '// c\n::T::Q{=a ~b}', 'gift'],
  ['exam', 'Q{T}', 'gift'],
  ['x.xml', '<?xml version="1.0"?><quiz>', 'moodle-xml'],
  ['x.xml', '<assessmentItem identifier="i">', 'qti'],
  ['x', 'stem;choice 1;choice 2;correct\n', 'csv'],
  ['x.bin', new Uint8Array([0x50, 0x4b, 3, 4]), 'qti'],
  ['x.txt', 'Nothing at all', undefined],
])('the format of %s that begins with %j is %s', (name, beginning, format) => {
  expect(questionFormatOf(name, beginning)).toBe(format)
})
