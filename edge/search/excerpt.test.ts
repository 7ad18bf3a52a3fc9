import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt, marked } from './excerpt.ts'

const joined = (pieces: ReturnType<typeof marked>) => pieces.map(({ text }) => text).join('')

test('marks whole words, however they are written, and loses nothing', () => {
  expect(marked('Sjögren’s and sjogren.', new Set(['sjogren']))).toEqual([
    { text: 'Sjögren', marked: true },
    { text: '’s and ', marked: false },
    { text: 'sjogren', marked: true },
    { text: '.', marked: false },
  ])
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, terms) => {
      expect(joined(marked(text, new Set(terms)))).toBe(text)
    }),
  )
})

test('marks a reference in one, with its hyphen', () => {
  expect(marked('See C-90004 O/D', new Set(['c', '90004']))).toEqual([
    { text: 'See ', marked: false },
    { text: 'C-90004', marked: true },
    { text: ' O/D', marked: false },
  ])
  expect(marked('-90004', new Set(['90004']))).toEqual([
    { text: '-', marked: false },
    { text: '90004', marked: true },
  ])
})

test('takes the stretch with the most different words', () => {
  const filler = 'other words between them '.repeat(30)
  const text = `dry ${filler} dry dry ${filler} a dry and gritty eye ${filler}`
  expect(joined(excerpt(text, new Set(['dry', 'gritty', 'eye'])))).toContain('a dry and gritty eye')
})

test('is short, and a piece of the text but for its dots', () => {
  const words = fc.array(fc.constantFrom('dry', 'eye', 'a', 'longerword', '眼', 'é'), {
    minLength: 1,
    maxLength: 300,
  })
  fc.assert(
    fc.property(words, (list) => {
      const text = list.join(' ')
      const cut = joined(excerpt(text, new Set(['eye'])))
      expect(cut.length).toBeLessThan(260)
      expect(text).toContain(cut.replace(/^… /, '').replace(/ …$/, ''))
    }),
  )
})
