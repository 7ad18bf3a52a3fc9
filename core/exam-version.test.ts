import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { canonicalExamVersion, examVersionName, examVersionSchema } from './exam-version.ts'
import { examVersions } from './test-support/exams.ts'

const secret = 'a release secret of more than thirty-two characters'

describe('canonical JSON', () => {
  test('holds the same value, whatever the order of members', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(JSON.parse(JSON.stringify(value)))
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
    expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"é","d":null}]}',
    )
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%s is refused', (value) =>
    expect(() => canonicalJson([value])).toThrow(TypeError),
  )
})

describe('the name of an exam version', () => {
  test('is the HMAC-SHA-256 of its canonical JSON', async () => {
    await fc.assert(
      fc.asyncProperty(examVersions, async (version) => {
        const body = canonicalExamVersion(examVersionSchema.parse(version))
        expect(await examVersionName(secret, body)).toBe(
          createHmac('sha256', secret).update(body).digest('hex'),
        )
      }),
    )
  })

  test('needs a secret that cannot be guessed', async () => {
    await expect(examVersionName('short', '{}')).rejects.toThrow(RangeError)
  })
})

describe('what an exam version must be', () => {
  const [version] = fc.sample(examVersions, { numRuns: 1, seed: 3 })
  const changed = (change: (copy: NonNullable<typeof version>) => void) => {
    const copy = structuredClone(version)
    if (copy === undefined) throw new Error('no sample')
    change(copy)
    return examVersionSchema.safeParse(copy).success
  }
  test('any generated one is valid', () => expect(changed(() => {})).toBe(true))
  test('two questions never share a key', () =>
    expect(changed((copy) => copy.questions.push(...copy.questions.slice(0, 1)))).toBe(false))
  test('something must be correct', () =>
    expect(
      changed((copy) => {
        for (const choice of copy.questions[0]?.choices ?? []) choice.correct = false
      }),
    ).toBe(false))
  test('one best answer is one', () =>
    expect(
      changed((copy) => {
        const [question] = copy.questions
        if (question === undefined) return
        question.kind = 'single'
        for (const choice of question.choices) choice.correct = true
      }),
    ).toBe(false))
})
