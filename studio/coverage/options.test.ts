import { expect, test } from 'vitest'
import { readCoverageToolOptions } from './options.ts'

test('the tool needs no options', () => {
  expect(readCoverageToolOptions({})).toEqual({ name: 'coverage', title: 'Coverage' })
})

test.each([
  [{ name: 'Coverage tool' }, /name: has other characters/],
  [{ title: ' ' }, /title: is empty/],
  [{ titel: 'Coverage' }, /options: .*titel/],
  [undefined, /options: /],
])('refuses %j by name', (options, reason) => {
  const read = () => readCoverageToolOptions(options)
  expect(read).toThrow(/^COVERAGE_TOOL_MISCONFIGURED/)
  expect(read).toThrow(reason)
})
