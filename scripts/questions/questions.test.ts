import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type SanityClient } from '@sanity/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startLake } from '../../lake/index.ts'

const token = 'editor-token-of-the-questions-test'
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const gift = `// one\n::Lens::Which part bends light most?{=The cornea#Yes. ~The lens#No. ####Both do.}\n\nTick two{~%50%a ~%50%b ~c}\n`
const quiz = `<quiz><question type="multichoice"><name><text>Pupil</text></name><questiontext format="html"><text><![CDATA[<p>What is this?</p><p><img src="@@PLUGINFILE@@/eye.png" alt="A pupil"></p>]]></text><file name="eye.png" encoding="base64">${pixel}</file></questiontext><answer fraction="100"><text>A pupil</text></answer><answer fraction="0"><text>A lens</text></answer></question></quiz>`

let folder: string
let lake: Awaited<ReturnType<typeof startLake>>
let client: SanityClient

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'questions-'))
  lake = await startLake({
    port: 0,
    folder,
    projectId: 'survivalpack',
    dataset: 'production',
    origins: [],
    tokens: [{ userId: 'sample', name: 'Eddie Sample', email: 'editor@example.com', token, role: 'editor' }],
  })
  client = createClient({
    projectId: 'survivalpack',
    dataset: 'production',
    apiHost: lake.url,
    useProjectHostname: false,
    apiVersion: '2025-02-19',
    perspective: 'raw',
    useCdn: false,
    token,
  })
  await client.create({
    _id: 'exam-sample',
    _type: 'exam',
    title: 'Exam: a sample',
    questions: [
      {
        _key: 'q1',
        _type: 'question',
        stem: 'Which is first?',
        kind: 'single',
        fixedOrder: true,
        choices: [
          { _key: 'a', _type: 'choice', text: 'This', correct: true, rationale: 'It is.' },
          { _key: 'b', _type: 'choice', text: 'That', correct: false, rationale: 'It is not.' },
        ],
      },
    ],
  })
  await writeFile(join(folder, 'exam.gift'), gift)
  await writeFile(join(folder, 'exam.xml'), quiz)
})

afterAll(async () => {
  await lake.close()
  await rm(folder, { recursive: true, force: true })
})

describe('convert', () => {
  test('prints nothing but JSON, and exits 0', async () => {
    const { code, out, complaints } = await run([
      'convert',
      '--from',
      'gift',
      '--to',
      'json',
      join(folder, 'exam.gift'),
    ])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([
      {
        type: 'single',
        title: 'Lens',
        choices: [{ text: 'The cornea', correct: true, feedback: 'Yes.' }, {}],
      },
      { type: 'multiple', stem: 'Tick two' },
    ])
    expect(complaints).toContain('2 questions converted from gift to json; 0 problems, 0 notes.')
  })

  test('exits 1 with the place of what was not converted, from standard input as well', async () => {
    const { code, out, complaints } = await run(['convert', '--to', 'json', '-'], 'Why?{}\n\nQ{=a ~b}\n')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toHaveLength(1)
    expect(complaints).toContain('standard input:1:1: error question/type-not-held')
  })

  test('names the place in the source when the target cannot hold a question', async () => {
    const { code, out, complaints } = await run(['convert', '--to', 'aiken', join(folder, 'exam.gift')])
    expect(code).toBe(1)
    expect(out).toBe('Which part bends light most?\nA) The cornea\nB) The lens\nANSWER: A\n\n')
    expect(complaints).toContain('exam.gift:4:1: error aiken/cannot-be-written')
  })

  test('exits 2 when it is used wrongly', async () => {
    const codes = [
      ['convert'],
      ['convert', '--to', 'word', 'x'],
      ['convert', '--to', 'json', join(folder, 'none')],
      ['nonsense'],
    ]
    for (const args of codes) expect((await run(args)).code).toBe(2)
    expect((await run(['--help'])).code).toBe(0)
  })
})

describe('import', () => {
  test('asks, and changes nothing when nobody can answer or the file has a problem', async () => {
    const args = ['import', join(folder, 'exam.gift'), '--exam', 'exam-sample']
    expect((await run(args)).code).toBe(2)
    await writeFile(join(folder, 'bad.gift'), `${gift}\nWhy?{}\n`)
    const { code, complaints } = await run([
      'import',
      join(folder, 'bad.gift'),
      '--exam',
      'exam-sample',
      '--yes',
    ])
    expect(code).toBe(1)
    expect(complaints).toContain('Nothing was imported')
    expect(await client.getDocument('drafts.exam-sample')).toBeUndefined()
  })

  test('appends to the draft, with images, once, and publishes nothing', async () => {
    const published = await client.getDocument('exam-sample')
    for (const file of ['exam.gift', 'exam.xml', 'exam.gift']) {
      expect((await run(['import', join(folder, file), '--exam', 'exam-sample', '--yes'])).code).toBe(0)
    }
    const draft = await client.getDocument<{ questions: Record<string, unknown>[] }>('drafts.exam-sample')
    expect(draft?.questions.map(({ stem }) => stem)).toEqual([
      'Which is first?',
      'Which part bends light most?',
      'Tick two',
      'What is this?',
    ])
    expect(draft?.questions[1]).toMatchObject({
      kind: 'single',
      choices: [{ rationale: 'Yes.' }, { rationale: 'No.' }],
    })
    expect(draft?.questions[3]).toMatchObject({ image: { _type: 'figure', alt: 'A pupil' } })
    expect(await client.getDocument('exam-sample')).toEqual(published)
  })

  test('picks questions by their places', async () => {
    await client.create({ _id: 'drafts.exam-picked', _type: 'exam', title: 'Picked' })
    const args = ['import', join(folder, 'exam.gift'), '--exam', 'exam-picked', '--yes', '--pick']
    expect((await run([...args, '3'])).code).toBe(2)
    expect((await run([...args, '2'])).code).toBe(0)
    const draft = await client.getDocument<{ questions: { stem: string }[] }>('drafts.exam-picked')
    expect(draft?.questions.map(({ stem }) => stem)).toEqual(['Tick two'])
  })

  test('says which exams there are', async () => {
    const { code, complaints } = await run([
      'import',
      join(folder, 'exam.gift'),
      '--exam',
      'exam-none',
      '--yes',
    ])
    expect(code).toBe(1)
    expect(complaints).toMatch(/QUESTIONS_EXAM_MISSING.*exam-sample/)
  })
})

describe('export', () => {
  test('writes what is published, or the draft with its images', async () => {
    const published = await run(['export', '--exam', 'exam-sample', '--to', 'json'])
    expect(published.code).toBe(0)
    expect(JSON.parse(published.out)).toEqual([
      {
        type: 'single',
        stem: 'Which is first?',
        choices: [
          { text: 'This', correct: true, feedback: 'It is.' },
          { text: 'That', correct: false, feedback: 'It is not.' },
        ],
        fixedOrder: true,
      },
    ])
    const file = join(folder, 'out.xml')
    const args = ['export', '--exam', 'exam-sample', '--draft', '--to', 'moodle-xml', '--out', file]
    expect((await run(args)).code).toBe(0)
    const xml = await readFile(file, 'utf8')
    expect(xml.match(/<question /g)).toHaveLength(4)
    expect(xml).toMatch(/<file name="eye.png" path="\/" encoding="base64">[A-Za-z0-9+/=]{40,}<\/file>/)
  })
})

describe('lint', () => {
  test('checks a file and an exam', async () => {
    expect((await run(['lint', join(folder, 'exam.gift')])).code).toBe(1)
    expect((await run(['lint', '--exam', 'exam-sample'])).code).toBe(0)
  })
})

/** Runs the command as people do, without a terminal. */
async function run(
  args: string[],
  input = '',
): Promise<{ code: number | null; out: string; complaints: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
    env: { ...process.env, SANITY_API_HOST: lake.url, SANITY_WRITE_TOKEN: token },
    stdio: 'pipe',
  })
  const out: Buffer[] = []
  const complaints: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk))
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('close', resolve).on('error', reject),
  )
  return { code, out: Buffer.concat(out).toString(), complaints: Buffer.concat(complaints).toString() }
}
