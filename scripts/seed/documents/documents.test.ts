import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { assetPaths } from '../assets.ts'
import { wordCount } from '../portable-text.ts'
import { referencesOf } from '../waves.ts'
import { competencies } from './framework.ts'
import { articles, documents, exams, videos } from './index.ts'
import { opportunities } from './opportunities.ts'
import { pack } from './pack.ts'

const assets = join(import.meta.dirname, '../assets')
const items = [...articles, ...videos]
const questions = exams.flatMap((exam) => exam.questions.map((question) => ({ exam: exam._id, ...question })))

describe('the set', () => {
  test('has the fixed IDs, each once, and four registrant types with 31 competencies', () => {
    const ids = documents.map(({ _id }) => _id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(
      expect.arrayContaining([
        'siteSettings',
        'pack-survival-2021',
        'framework-cet-2019',
        'registrantType-therapeutic-prescriber',
        'competency-optometrist-8',
        'competency-dispensing-optician-9',
        'competency-therapeutic-prescriber-9',
        'competency-contact-lens-optician-5',
      ]),
    )
    expect(documents.filter(({ _type }) => _type === 'registrantType')).toHaveLength(4)
    const units = documents.filter(({ _type }) => _type === 'competency').map(({ _id }) => _id)
    expect(units.filter((id) => !id.includes('-cpd-'))).toHaveLength(31)
    expect(units.filter((id) => id.startsWith('competency-cpd-2022-'))).toHaveLength(4 + 4 + 5 + 5)
  })

  test('refers to nothing outside itself', () => {
    const ids = new Set(documents.map(({ _id }) => _id))
    expect(documents.flatMap(referencesOf).filter((id) => !ids.has(id))).toEqual([])
  })

  test('is the same, byte for byte, each time it is made', async () => {
    const first = JSON.stringify(documents)
    vi.resetModules()
    const again = await import('./index.ts')
    expect(again.documents).not.toBe(documents)
    expect(JSON.stringify(again.documents)).toBe(first)
  })

  test('gives each member of a list a key that no other member of that list has', () => {
    const faults: string[] = []
    const look = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return
      if (Array.isArray(value)) {
        const members = value.filter((each) => typeof each === 'object' && each !== null)
        const keys = members.map((each) => each._key)
        if (keys.some((key) => !/^[A-Za-z0-9_-]+$/.test(`${key}`)) || new Set(keys).size !== keys.length)
          faults.push(path)
      }
      for (const [field, each] of Object.entries(value)) look(each, `${path}.${field}`)
    }
    for (const document of documents) look(document, document._id)
    expect(faults).toEqual([])
  })

  test('has every file that it uploads, and uploads every picture, film and caption file that it has', () => {
    const paths = assetPaths(documents)
    const files = ['figures', 'video'].flatMap((folder) =>
      readdirSync(join(assets, folder))
        .filter((name) => /\.(png|mp4|vtt)$/.test(name))
        .map((name) => `${folder}/${name}`),
    )
    expect(paths).toEqual(files.toSorted())
    const sizes = paths.map((path) => statSync(join(assets, path)).size)
    expect(Math.max(...sizes)).toBeLessThan(3 * 1024 * 1024)
  })
})

describe('the pack', () => {
  test('lists each item once, and has what its summary promises', () => {
    expect(pack.items.map(({ _ref }) => _ref).toSorted()).toEqual(items.map(({ _id }) => _id).toSorted())
    expect(pack.summary).toContain('Seven articles and two videos')
    expect([articles.length, videos.length]).toEqual([7, 2])
    expect(pack.summary).toContain('nine non-interactive points')
    expect(exams.reduce((sum, { points }) => sum + points, 0)).toBe(9)
    expect(new Set(exams.map(({ pointType }) => pointType))).toEqual(new Set(['non-interactive']))
  })

  test('covers every competency with at least one item', () => {
    const covered = new Set(
      items.flatMap(({ learningObjectives }) =>
        learningObjectives.flatMap((objective) => objective.competencies.map(({ _ref }) => _ref)),
      ),
    )
    expect(competencies.map(({ _id }) => _id).filter((id) => !covered.has(id))).toEqual([])
  })
})

describe.each(items.map((item) => [item._id, item] as const))('%s', (_, item) => {
  test('names competencies of its whole audience and of nobody else', () => {
    const audience = item.audience.map(({ _ref }) => _ref.replace('registrantType-', ''))
    const covered = item.learningObjectives
      .flatMap(({ competencies }) => competencies.map(({ _ref }) => _ref))
      .map((id) => id.replace(/^competency-(.*)-\d+$/, '$1'))
    expect(new Set(covered)).toEqual(new Set(audience))
  })

  test('has an exam of its own, and says that it is a demonstration', () => {
    expect(items.filter(({ exam }) => exam._ref === item.exam._ref)).toEqual([item])
    expect(item.republication.note).toMatch(/^Demonstration content.*not clinical advice.*not accredited/)
    expect(item.republication.originalReference).toMatch(/^C-9000\d [ODTPCL/]+$/)
    for (const { name } of item.authors) expect(name).toMatch(/ Sample$/)
  })

  test('links each reference by DOI or address', () => {
    for (const { doi, url } of item.references ?? [])
      expect(doi ?? url).toMatch(/^(10\.\d{4,9}\/\S+|https:\/\/\S+)$/)
  })
})

describe.each(articles.map((article) => [article._id, article] as const))('%s', (_, { body, references }) => {
  test('is as long as promised, with figure, table and pearl', () => {
    expect(wordCount(body)).toBeGreaterThanOrEqual(900)
    expect(wordCount(body)).toBeLessThanOrEqual(1500)
    const types = body.map(({ _type }) => _type)
    expect(types).toEqual(expect.arrayContaining(['figure', 'pearl', 'dataTable']))
  })

  test('cites each of its references, and in the order of the list', () => {
    const cited = body.flatMap((part) =>
      part._type === 'block'
        ? (part.children ?? []).flatMap((child) => (child._type === 'citation' ? [child.work] : []))
        : [],
    )
    expect(Array.from(new Set(cited))).toEqual((references ?? []).map(({ _key }) => _key))
  })

  test('describes its figures without repeating the caption', () => {
    for (const part of body) {
      if (part._type !== 'figure') continue
      expect(part.alt.length).toBeLessThanOrEqual(300)
      expect(part.alt).not.toBe(part.caption)
    }
  })
})

describe('exams', () => {
  test('have six questions of four choices, all different', () => {
    for (const { questions } of exams) expect(questions).toHaveLength(6)
    for (const { choices } of questions) {
      expect(choices).toHaveLength(4)
      expect(new Set(choices.map(({ text }) => text.toLowerCase())).size).toBe(4)
    }
    expect(new Set(questions.map(({ stem }) => stem)).size).toBe(questions.length)
  })

  test('have one correct choice a question, and two where the stem says so', () => {
    for (const { kind, stem, choices } of questions) {
      expect(choices.filter(({ correct }) => correct)).toHaveLength(kind === 'multiple' ? 2 : 1)
      expect(/Select two\.$/.test(stem)).toBe(kind === 'multiple')
    }
    const multiple = questions.filter(({ kind }) => kind === 'multiple')
    expect(multiple.length).toBeGreaterThan(0)
    expect(multiple.length).toBeLessThan(questions.length / 4)
  })

  test('explain every choice in words of its own', () => {
    const rationales = questions.flatMap(({ choices }) => choices.map(({ rationale }) => rationale))
    for (const rationale of rationales) expect(rationale.length).toBeGreaterThan(30)
    expect(new Set(rationales).size).toBe(rationales.length)
  })

  test('show an image where the stem speaks of a drawing, described apart from its caption', () => {
    for (const { stem, image } of questions) {
      expect(image !== undefined).toBe(/\bdrawing\b/.test(stem))
      if (image === undefined) continue
      expect(image.alt.length).toBeLessThanOrEqual(300)
      expect(image.alt).not.toBe(image.caption)
      expect(`${image.alt} ${image.caption}`).not.toMatch(/infect|inflam|keratitis|steril/i)
    }
    expect(questions.some(({ image }) => image !== undefined)).toBe(true)
  })

  test('refer to no letters, numbers or other choices', () => {
    const texts = questions.flatMap(({ stem, choices }) => [
      stem,
      ...choices.flatMap(({ text, rationale }) => [text, rationale]),
    ])
    for (const text of texts) {
      expect(text).not.toMatch(
        /\b(all|none|both|neither) of the (above|choices|options)|\b(choice|option|answer) [a-d1-4]\b/i,
      )
    }
  })

  test('spread the key over the positions and do not give it away by length', () => {
    const single = questions.filter(({ kind }) => kind === 'single')
    const positions = single.map(({ choices }) => choices.findIndex(({ correct }) => correct))
    for (const position of [0, 1, 2, 3]) {
      const share = positions.filter((each) => each === position).length / positions.length
      expect(share).toBeGreaterThan(0.1)
      expect(share).toBeLessThan(0.4)
    }
    const longest = single.filter(({ choices }) => {
      const lengths = choices.map(({ text }) => text.length)
      return choices.some(({ correct, text }) => correct && text.length === Math.max(...lengths))
    })
    expect(longest.length).toBeLessThanOrEqual(Math.ceil(single.length * 0.4))
  })

  test.each(exams.map((exam) => [exam._id, exam] as const))(
    '%s cannot be passed by position or by length alone',
    (_, { questions: own, passMark }) => {
      const keys = own
        .filter(({ kind }) => kind === 'single')
        .map(({ choices }) => {
          const lengths = choices.map(({ text }) => text.length)
          const position = choices.findIndex(({ correct }) => correct)
          const longest = lengths[position] === Math.max(...lengths)
          const shortest = lengths[position] === Math.min(...lengths)
          return { position, longest, shortest }
        })
      for (const each of [0, 1, 2, 3])
        expect(keys.filter(({ position }) => position === each).length).toBeLessThanOrEqual(own.length / 3)
      const needed = (own.length * passMark) / 100
      expect(keys.filter(({ longest }) => longest).length).toBeLessThan(needed)
      expect(keys.filter(({ shortest }) => shortest).length).toBeLessThan(needed)
    },
  )

  test('ask a question, and say how many choices to select where it is not one', () => {
    for (const { stem } of questions) expect(stem).toMatch(/\?( Select two\.)?$/)
  })

  test('have keys that tell neither position nor correctness', () => {
    for (const { choices } of questions) {
      for (const { _key } of choices) expect(_key).toMatch(/^[0-9a-f]{12}$/)
    }
    const sorted = questions.filter(({ choices }) => {
      const keys = choices.map(({ _key }) => `${_key}`)
      return keys.join() === keys.toSorted().join()
    })
    expect(sorted.length).toBeLessThan(questions.length / 3)
  })
})

describe.each(videos.map((video) => [video._id, video] as const))('%s', (_, video) => {
  const captions = readFileSync(join(assets, video.captions.asset.localAsset), 'utf8')
  const cues = captions
    .split('\n\n')
    .slice(1)
    .map((block) => block.trim().split('\n'))
  const seconds = (stamp: string) => {
    const [hours = 0, minutes = 0, rest = 0] = stamp.split(':').map(Number)
    return hours * 3600 + minutes * 60 + rest
  }

  test('has passages and chapters in order within its length', () => {
    const length = video.durationSeconds
    expect(length).toBeGreaterThan(60)
    expect(length).toBeLessThan(180)
    expect(video.minutes).toBe(Math.ceil(length / 60))
    for (const list of [video.transcript, video.chapters ?? []]) {
      const starts = list.map(({ startSeconds }) => startSeconds)
      expect(starts.length).toBeGreaterThan(4)
      expect(starts).toEqual(starts.toSorted((left, right) => left - right))
      expect(new Set(starts).size).toBe(starts.length)
      expect(starts.at(-1)).toBeLessThan(length)
    }
  })

  test('has captions that players can read: ordered, at most two lines of 40 characters', () => {
    expect(captions.startsWith('WEBVTT\n\n')).toBe(true)
    let last = 0
    for (const [, timing = '', ...lines] of cues) {
      const [start = '', end = ''] = timing.split(' --> ')
      for (const stamp of [start, end]) expect(stamp).toMatch(/^\d\d:\d\d:\d\d\.\d{3}$/)
      expect(seconds(start)).toBeGreaterThanOrEqual(last)
      expect(seconds(end)).toBeGreaterThan(seconds(start) + 0.6)
      last = seconds(end)
      expect(lines.length).toBeLessThanOrEqual(2)
      for (const line of lines) expect(line.replace(/^<v [^>]+>/, '').length).toBeLessThanOrEqual(40)
    }
    expect(last).toBeLessThanOrEqual(video.durationSeconds)
  })

  test('says in its captions what its transcript says', () => {
    const said = cues.map(([, , ...lines]) => lines.join(' ').replace(/^<v [^>]+>/, '')).join(' ')
    expect(said).toBe(video.transcript.map(({ text }) => text).join(' '))
  })
})

describe('opportunities for interactive points', () => {
  test('lie in the last quarter of the cycle, soonest first, and are booked at example.org', () => {
    const starts = opportunities.map(({ startsAt }) => startsAt)
    expect(starts).toEqual(starts.toSorted())
    for (const start of starts) expect(start).toMatch(/^2021-1[0-2]-\d\dT\d\d:\d\d:00Z$/)
    for (const { bookingUrl } of opportunities) expect(new URL(bookingUrl).host).toBe('example.org')
  })

  test('offer something to every registrant type, a peer review to those who need one', () => {
    const types = (of: typeof opportunities) =>
      new Set(of.flatMap(({ audience }) => audience.map(({ _ref }) => _ref)))
    expect(types(opportunities).size).toBe(4)
    expect(types(opportunities.filter(({ kind }) => kind === 'peer-review')).size).toBe(4)
  })
})
