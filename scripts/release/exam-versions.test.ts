import { describe, expect, test } from 'vitest'
import { examVersionSchema } from '../../core/index.ts'
import { UserError } from '../user-error.ts'
import { examVersions } from './exam-versions.ts'

const secret = 'a release secret of more than thirty-two characters'

const unit = (id: string, title: string, framework = 'framework-now') => ({
  id,
  title,
  registrantType: 'optometrist',
  framework,
})

function content() {
  return {
    _id: 'pack-test',
    title: 'Test pack',
    opensOn: '2021-09-01',
    closesOn: '2021-12-28',
    timeZone: 'Europe/London',
    framework: 'framework-now',
    items: [
      {
        _id: 'article-test',
        _type: 'article',
        title: 'An article',
        slug: 'an-article',
        reference: 'C-90001 O',
        competencies: [
          unit('competency-1', 'Ocular disease'),
          unit('competency-1', 'Ocular disease'),
          unit('domain-1', 'Clinical practice', 'framework-next'),
        ],
        exam: {
          _id: 'exam-test',
          title: 'An exam',
          passMark: 60,
          maxAttempts: 3,
          points: 1,
          pointType: 'non-interactive',
          feedback: 'after-last-word',
          questions: [
            {
              key: 'q1',
              stem: 'Which?',
              kind: 'single',
              choices: [
                { key: 'a', text: 'This', correct: true, rationale: 'Because.' },
                { key: 'b', text: 'That', correct: false, rationale: 'Because not.' },
              ],
            },
          ],
        },
      },
    ],
  }
}

describe('exam versions of the active pack', () => {
  test('each exam gets one version, frozen with the facts of its item, and the window of the pack', async () => {
    const release = await examVersions(content(), secret)
    expect(release.exams).toEqual([
      {
        exam: 'exam-test',
        version: release.versions[0]?.name,
        window: { opensOn: '2021-09-01', closesOn: '2021-12-28', timeZone: 'Europe/London' },
      },
    ])
    const body = examVersionSchema.parse(JSON.parse(release.versions[0]?.body ?? ''))
    expect(body.item.path).toBe('/cet/active/an-article/')
    // Each once, and only those of the pack's framework.
    expect(body.competencies).toEqual([
      { id: 'competency-1', title: 'Ocular disease', registrantType: 'optometrist' },
    ])
  })

  test('the same content has the same name, another key or another secret another one', async () => {
    const name = async (change: (all: ReturnType<typeof content>) => void, key = secret) => {
      const all = content()
      change(all)
      return (await examVersions(all, key)).versions[0]?.name
    }
    const first = await name(() => {})
    expect(await name(() => {})).toBe(first)
    expect(await name(() => {}, `${secret}!`)).not.toBe(first)
    const swapped = await name((all) => {
      for (const choice of all.items[0]?.exam.questions[0]?.choices ?? []) choice.correct = !choice.correct
    })
    expect(swapped).not.toBe(first)
  })

  test.each([
    ['a question without a correct choice', { correct: false }, /no choice is marked as correct/],
    ['a choice without text', { text: '' }, /field questions\.0\.choices\.0\.text/],
  ])('%s is refused with the exam, its ID and the field', async (_, change, message) => {
    const all = content()
    Object.assign(all.items[0]?.exam.questions[0]?.choices[0] ?? {}, change)
    const refused = await examVersions(all, secret).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(UserError)
    expect(String(refused)).toMatch(message)
    expect(String(refused)).toMatch(/“An exam” \(exam-test\)/)
  })

  test('a pack that closes before it opens is refused', async () => {
    await expect(examVersions({ ...content(), closesOn: '2021-08-01' }, secret)).rejects.toThrow(
      /closesOn: closes before it opens/,
    )
  })

  test('no active pack is refused with the remedy', async () => {
    await expect(examVersions(null, secret)).rejects.toThrow(/the active pack/)
  })
})
