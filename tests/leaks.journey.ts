import { join } from 'node:path'
import { createClient } from '@sanity/client'
import type { APIRequestContext, Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, openWatchedPage } from './support/chromium.ts'
import { eventually } from './support/eventually.ts'
import { filesBelow } from './support/files.ts'
import { type KeyedQuestion, signIn } from './support/member.ts'
import { freePorts, type RunningPack, startPack, temporaryData } from './support/pack.ts'

type Choice = KeyedQuestion['choices'][number]
type Exam = { readonly _id: string; readonly path: string; readonly questions: readonly KeyedQuestion[] }

/**
 * The gate that no answer key passes. Every rationale carries a sentinel that is searched for in everything a member or
 * a stranger can get; that the marks themselves stay inside is shown by moving every key to another choice and finding the built
 * site the same to the byte, but for the names of the exam versions.
 */
describe('no key or rationale leaves before the last word', () => {
  const { data, remove } = temporaryData()
  let pack: RunningPack
  let browser: Browser
  let exams: Exam[]
  const sentinels: string[] = []

  beforeAll(async () => {
    pack = await startPack({ data, ports: await freePorts(), args: ['--no-studio'] })
    browser = await launchChromium()
    exams = await readExams()
    await changeChoices(exams, (choice) => {
      const sentinel = `SENTINEL${sentinels.length}x${Math.random().toString(36).slice(2)}`
      sentinels.push(sentinel)
      return { rationale: `${sentinel} ${choice.rationale}` }
    })
    exams = await readExams()
  })
  afterAll(async () => {
    await browser?.close()
    await pack?.stop()
    remove()
  })

  test('the demonstration pack has keys and rationales to look for', () => {
    expect(exams.length).toBeGreaterThanOrEqual(3)
    expect(sentinels.length).toBeGreaterThanOrEqual(3 * 6 * 4)
    for (const { questions } of exams) {
      for (const { choices } of questions) expect(choices.some((choice) => choice.correct)).toBe(true)
    }
  })

  test('no built file holds one', () => {
    const files = builtSite()
    expect(files.size).toBeGreaterThan(10)
    for (const [path, content] of files) expectNoSecret(path, content.toString('latin1'))
  })

  test('no answer that a member can get before passing holds one', async () => {
    const { page } = await openWatchedPage(browser)
    await signIn(page, pack.site, 'Thea Sample')
    const { request } = page.context()
    for (const path of builtSite().keys()) {
      await expectCleanAnswer(request, `/${path.replace(/index\.html$/, '')}`)
    }
    for (const exam of exams) {
      const version = await versionOnPage(request, exam)
      const submit = (data: unknown) =>
        request.post(`${pack.site}/api/exams/${exam._id}/attempts`, {
          headers: { origin: pack.site, accept: 'application/json', 'content-type': 'application/json' },
          data: JSON.stringify(data),
        })
      const wrong = exam.questions.map((question) => ({
        question: question.key,
        choices: question.choices
          .filter((choice) => !choice.correct)
          .slice(0, 1)
          .map((choice) => choice.key),
      }))
      const attempt = crypto.randomUUID()
      const answers = [
        await submit({ attempt, version, answers: wrong }),
        await submit({ attempt, version, answers: wrong }),
        await submit({ attempt, version, answers: wrong.slice(1) }),
        await submit({ attempt: crypto.randomUUID(), version, answers: [] }),
        await submit({ attempt: crypto.randomUUID(), version: '0'.repeat(64), answers: wrong }),
        await submit({ attempt: 'x', version, answers: wrong, extra: true }),
      ]
      expect(answers.map((answer) => answer.status())).toEqual([
        201,
        200,
        422,
        422,
        expect.any(Number),
        expect.any(Number),
      ])
      for (const answer of answers) expectNoSecret(answer.url(), await answer.text())
      await expectCleanAnswer(request, `/my-cet/attempts/${attempt}/`)
      await expectCleanAnswer(request, `/api/attempts/${attempt}`)
    }
    for (const path of [
      '/my-cet/',
      '/api/release',
      '/.well-known/jwks.json',
      '/api/exams',
      '/csp.json',
      '/pack.json',
      '/search-index.json',
      '/cet/search/?q=the',
      '/nothing/',
    ]) {
      await expectCleanAnswer(request, path)
    }
    await page.context().close()
  })

  test('the lake tells an anonymous client nothing', async () => {
    const anonymous = createClient({ ...pack.client().config(), token: '' })
    const ids = exams.map((exam) => exam._id).join(',')
    const base = `${pack.lake}/v2025-02-19/data`
    for (const path of [
      `${base}/query/production?query=${encodeURIComponent('*[_type == "exam"]{..., questions}')}&perspective=raw`,
      `${base}/doc/production/${ids}`,
      `${base}/export/production`,
      `${base}/history/production/documents/${ids}`,
      `${base}/history/production/transactions/${ids}`,
      `${base}/listen/production?query=${encodeURIComponent('*')}&includeResult=true`,
    ]) {
      const answer = await fetch(path, { signal: AbortSignal.timeout(5_000) })
      const text = answer.ok && path.includes('/listen/') ? '' : await answer.text()
      expectNoSecret(path, text)
      expect(`${answer.status} ${path}`).toMatch(/^(40[134]|200) /)
    }
    const found = await anonymous.fetch<unknown[]>('*[_type == "exam"]').catch(() => [])
    expect(found).toEqual([])
  })

  test('no log line holds one', () => expectNoSecret('the log', pack.output()))

  test('moving every key to another choice changes nothing in the built site but the names of exam versions', async () => {
    const before = withoutVersionNames(builtSite())
    const published = pack.output().length
    await changeChoices(exams, (_, index, choices) => ({
      correct: choices[(index + 1) % choices.length]?.correct,
    }))
    expect(pack.output().length).toBeGreaterThan(published)
    const after = withoutVersionNames(builtSite())
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
    for (const [path, content] of before) expect(after.get(path) === content, path).toBe(true)
  })

  function readExams(): Promise<Exam[]> {
    return pack.client().fetch<Exam[]>(
      `*[_type in ["article", "video"] && defined(exam)]{
        "path": "/cet/active/" + slug.current + "/exam/",
        ...exam->{_id, questions[]{"key": _key, choices[]{"key": _key, "correct": correct == true, rationale}}}
      }`,
      {},
      { perspective: 'published' },
    )
  }

  /** Changes every choice of every exam in one transaction and waits until that is live. */
  async function changeChoices(
    all: readonly Exam[],
    change: (choice: Choice, index: number, choices: readonly Choice[]) => Record<string, unknown>,
  ): Promise<void> {
    const names = async () =>
      JSON.stringify(
        [...builtSite()].map(([path, content]) => [path, versionNames(content.toString('latin1'))]),
      )
    const old = await names()
    const transaction = pack.client().transaction()
    for (const { _id, questions } of all) {
      const fields: Record<string, unknown> = {}
      for (const question of questions) {
        for (const [index, choice] of question.choices.entries()) {
          for (const [field, value] of Object.entries(change(choice, index, question.choices))) {
            fields[`questions[_key=="${question.key}"].choices[_key=="${choice.key}"].${field}`] = value
          }
        }
      }
      transaction.patch(_id, (patch) => patch.set(fields))
    }
    const live = pack.output().split('Published').length
    await transaction.commit()
    await eventually('the change to be live', async () =>
      pack.output().split('Published').length > live && (await names()) !== old ? true : undefined,
    )
  }

  function builtSite(): Map<string, Buffer> {
    return filesBelow(join(pack.data, 'site', 'site'))
  }

  function expectNoSecret(where: string, text: string): void {
    const found = [
      ...sentinels,
      '"correct":true',
      '"correct":false',
      '&quot;correct&quot;',
      'rationale',
    ].filter((secret) => text.includes(secret))
    expect(found, where).toEqual([])
  }

  async function expectCleanAnswer(request: APIRequestContext, path: string): Promise<void> {
    const answer = await request.get(pack.site + path)
    expectNoSecret(`${answer.status()} ${path}`, (await answer.body()).toString('latin1'))
  }

  async function versionOnPage(request: APIRequestContext, exam: Exam): Promise<string> {
    const [name] = versionNames(await (await request.get(pack.site + exam.path)).text())
    if (name === undefined) throw new Error(`${exam.path} names no version`)
    return name
  }
})

function versionNames(html: string): string[] {
  return Array.from(html.matchAll(/name="version" value="([0-9a-f]{64})"/g), (match) => match[1] ?? '')
}

/** A built site by path, without version names and without what Astro derives from the HTML that holds them. */
function withoutVersionNames(files: Map<string, Buffer>): Map<string, string> {
  const plain = (content: Buffer) =>
    content
      .toString('latin1')
      .replaceAll(/\b[0-9a-f]{64}\b/g, 'VERSION')
      .replaceAll(/<astro-island uid="[^"]*"/g, '<astro-island')
  return new Map(Array.from(files, ([path, content]) => [path, plain(content)]))
}
