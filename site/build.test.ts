import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import MiniSearch from 'minisearch'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packFactsSchema, searchOptions, searchPassageSchema } from '../core/index.ts'
import { type SiteBuilder, siteBuilder } from './build.ts'
import { fetchSiteContent } from './content/fetch.ts'
import { builtFiles, loadedFrom, scriptsOf } from './test-support/built-files.ts'
import { sentinel } from './test-support/sample-documents.ts'
import { type SampleLake, sampleLake } from './test-support/sample-lake.ts'

const kilobyte = 1024

let lake: SampleLake
let builder: SiteBuilder
let files: Map<string, Buffer>

const build = async (name: string) => {
  const outDir = join(lake.folder, name)
  await builder.build({ outDir, examVersions: lake.environment['EXAM_VERSIONS'] ?? '' })
  return builtFiles(outDir)
}
const page = (path: string) => files.get(`${path}index.html`)?.toString('utf8') ?? ''
const gzipped = (path: string) => gzipSync(files.get(path) ?? '', { level: 9 }).byteLength

beforeAll(async () => {
  lake = await sampleLake()
  builder = siteBuilder({ cache: lake.environment['SITE_CACHE'] ?? '', environment: lake.environment })
  files = await build('first')
})
afterAll(async () => {
  await builder?.stop()
  await lake?.stop()
})

test('every page is there, from a lake under another address, project and dataset', () => {
  expect(Array.from(files.keys()).filter((path) => path.endsWith('.html'))).toEqual([
    'cet/active/index.html',
    'cet/active/red-eye/exam/index.html',
    'cet/active/red-eye/index.html',
    'cet/active/slit-lamp/exam/index.html',
    'cet/active/slit-lamp/index.html',
    'cet/competencies/index.html',
    'cet/index.html',
    'cet/interactive/index.html',
    'cet/search/index.html',
    'index.html',
    'join/index.html',
    'my-cet/certificates/index.html',
    'my-cet/index.html',
    'offline/index.html',
    'privacy/index.html',
    'shell/index.html',
    'shell/my-cet/index.html',
    'shell/result/index.html',
    'signed-out/index.html',
    'verify/index.html',
  ])
  for (const [path, bytes] of files) {
    if (path.endsWith('.html'))
      expect(bytes.toString('utf8')).toContain('Demonstration content: not clinical')
  }
})

describe('what a reader loads', () => {
  const loaded = (path: string, ending: string) =>
    loadedFrom(page(path)).filter((address) => address.endsWith(ending))
  const weight = (path: string, ending: string) =>
    loaded(path, ending).reduce((sum, address) => sum + gzipped(address.slice(1)), 0)

  /** What the Worker adds for members to pages that they can keep. */
  const offline = () => gzipped('keep-offline.js')

  test('pages that are only read have no script but what keeps them offline', () => {
    for (const path of [
      '',
      'cet/',
      'cet/active/',
      'cet/competencies/',
      'cet/interactive/',
      'my-cet/',
      'my-cet/certificates/',
      'verify/',
      'join/',
      'privacy/',
      'signed-out/',
      'shell/',
      'shell/my-cet/',
      'shell/result/',
    ]) {
      expect(page(path), path).not.toMatch(/<script|<astro-island|javascript:|modulepreload/)
    }
    expect(offline()).toBeGreaterThan(0)
    expect(offline()).toBeLessThanOrEqual(2000)
  })

  test('an article stays within 2,000 bytes gzip of script, with what keeps it offline', () => {
    const path = 'cet/active/red-eye/'
    expect(loaded(path, '.js')).toHaveLength(1)
    expect(page(path).match(/<script/g)).toHaveLength(1)
    expect(page(path)).not.toMatch(/<astro-island|javascript:|modulepreload/)
    expect(weight(path, '.js') + offline()).toBeLessThanOrEqual(2000)
  })

  test('page and stylesheets stay within 14,600 bytes gzip, each page with no others than it needs', () => {
    for (const path of [
      '',
      'cet/active/',
      'cet/active/red-eye/',
      'cet/competencies/',
      'cet/interactive/',
      'my-cet/',
    ]) {
      expect(loaded(path, '.css').length, path).toBeGreaterThan(0)
      expect(gzipped(`${path}index.html`) + weight(path, '.css'), path).toBeLessThanOrEqual(14_600)
    }
  })

  test('the exam page stays within 20,000 bytes gzip of script, inline and loaded', () => {
    const inline = Array.from(page('cet/active/red-eye/exam/').matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g))
    const bytes =
      scriptsOf(files, page('cet/active/red-eye/exam/')).reduce((sum, path) => sum + gzipped(path), 0) +
      inline.reduce((sum, [, code]) => sum + gzipSync(code ?? '').byteLength, 0) +
      offline()
    expect(inline.length).toBeGreaterThan(0)
    expect(bytes).toBeLessThanOrEqual(20_000)
  })

  test('the video page stays within 10,000 bytes gzip of script, and fetches a player of streams only for one', () => {
    const scripts = scriptsOf(files, page('cet/active/slit-lamp/'))
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.join()).not.toContain('hls')
    expect(scripts.reduce((sum, path) => sum + gzipped(path), offline())).toBeLessThanOrEqual(10_000)
  })

  test('search engines may list what everybody may read, and nothing else', () => {
    const listed = (path: string) => !page(path).includes('<meta name="robots" content="noindex">')
    for (const path of ['', 'cet/', 'cet/active/', 'join/', 'privacy/']) expect(listed(path), path).toBe(true)
    for (const path of [
      'cet/active/red-eye/',
      'cet/active/slit-lamp/',
      'cet/active/red-eye/exam/',
      'cet/interactive/',
      'cet/search/',
      'my-cet/',
      'my-cet/certificates/',
    ]) {
      expect(page(path), path).not.toBe('')
      expect(listed(path), path).toBe(false)
    }
  })

  test('what keeps pages offline is small, and another one for another build', () => {
    expect(gzipped('keep-offline.js')).toBeGreaterThan(0)
    expect(gzipped('keep-offline.js')).toBeLessThan(kilobyte)
    expect(gzipped('service-worker.js')).toBeLessThan(4 * kilobyte)
    const manifest = JSON.parse(files.get('manifest.webmanifest')?.toString('utf8') ?? '')
    for (const { src } of manifest.icons) expect(files.has(src.slice(1)), src).toBe(true)
    expect(manifest.name).toBe('Sample pack site')
  })

  test('nothing is loaded from anywhere else, and everything that is loaded is there', () => {
    for (const [path, bytes] of files) {
      if (!path.endsWith('.html')) continue
      for (const address of loadedFrom(bytes.toString('utf8'))) {
        expect(address, path).toMatch(/^\/(?!\/)/)
        // Those that forms send to are the Worker's.
        if (!/^\/(?:api\/|sign-out$)/.test(address))
          expect(files.has(address.slice(1).replace(/\/$/, '/index.html')), `${path}: ${address}`).toBe(true)
      }
    }
    for (const [path, bytes] of files) {
      // The player of streams names the standard of a file format.
      if (/\.(?:css|js)$/.test(path) && !path.includes('hls'))
        expect(bytes.toString('utf8'), path).not.toMatch(/url\(|@import|https?:\/\/(?!www\.w3\.org)/)
    }
  })

  test('no inline style attribute and no inline handler', () => {
    for (const [path, bytes] of files) {
      if (path.endsWith('.html'))
        expect(bytes.toString('utf8'), path).not.toMatch(/<[^>]+\s(?:style|on[a-z]+)=/)
    }
  })

  test('images have sizes, their measures and alternative text', () => {
    const images = Array.from(page('cet/active/red-eye/').matchAll(/<img[^>]*>/g), ([tag]) => tag)
    // In the text, and over the whole window.
    expect(images).toHaveLength(2)
    for (const attribute of ['srcset=', 'sizes=', 'width="1300"', 'height="700"', 'alt="A red square"']) {
      expect(images[0]).toContain(attribute)
    }
  })

  test('video and captions are served by the site, named by the digest of their bytes', () => {
    const media = Array.from(files).filter(([path]) => path.startsWith('media/'))
    expect(media).toHaveLength(2)
    for (const [path, bytes] of media) {
      expect(path).toContain(createHash('sha1').update(bytes).digest('hex'))
      expect(page('cet/active/slit-lamp/')).toContain(`/${path}`)
    }
  })
})

describe('the exam page', () => {
  test('is a plain form, with what the Worker fills and what it grades by', () => {
    const html = page('cet/active/red-eye/exam/')
    expect(html).toContain('data-exam="exam-red-eye" data-path="/cet/active/red-eye/exam/"')
    expect(html).toContain('method="post" action="/api/exams/exam-red-eye/attempts" autocomplete="off"')
    expect(html).toMatch(/<span data-part="until">You can send your answers until the end of [^<]+<\/span>/)
    expect(html).toMatch(/<input type="hidden" name="attempt" value="">/)
    expect(html).toContain(`<input type="hidden" name="version" value="${'ab'.repeat(32)}">`)
    expect(html).toMatch(/<div data-slot="error-summary" hidden>/)
    expect(html).toMatch(
      /<fieldset id="q-q-single" data-question="q-single" data-missing="Choose one answer" data-fixed-order="false">/,
    )
    expect(html).toContain('Choose all that apply.')
    expect(html).toMatch(/<p class="error-message" id="q-q-single-error" hidden>/)
    expect(html).toMatch(/<input type="radio" name="q\.q-single" value="b" id="q-q-single-b">/)
    expect(html).toMatch(/<input type="checkbox" name="q\.q-multiple" value="b" id="q-q-multiple-b">/)
    expect(html).toMatch(/<button class="button" type="submit" data-step="send" hidden>/)
    expect(html).toMatch(/formaction="\/cet\/active\/red-eye\/exam\/#review" name="show" value="review"/)
  })

  test('no file holds a rationale or says which choice is correct', () => {
    for (const [path, bytes] of files) {
      expect(bytes.includes(sentinel), path).toBe(false)
      if (path.endsWith('.html')) expect(bytes.includes('correct'), path).toBe(false)
    }
  })
})

describe('interactive points', () => {
  test('each opportunity of the cycle stands with its time, its booking and what the Worker sorts it by', () => {
    const html = page('cet/interactive/')
    expect(html).toContain('<time datetime="2021-10-12T18:00:00Z">')
    expect(html).toContain('Tuesday 12 October 2021, 19:00 to 20:30 (UK time)')
    expect(html).toMatch(
      /id="opportunity-journal-club" data-starts="2021-10-12T18:00:00Z" data-for="optometrist"/,
    )
    expect(html).toMatch(
      /href="https:\/\/example\.org\/book" rel="noreferrer" aria-label="Book a place: Journal club"/,
    )
    expect(html).toMatch(/data-none hidden/)
    expect(html.indexOf('Journal club')).toBeLessThan(html.indexOf('Frames for children'))
    for (const path of ['cet/interactive/', 'cet/active/', 'my-cet/'])
      expect(page(path), path).not.toContain('In the next cycle')
  })

  test('what is said of points from elsewhere is true for whoever has told them, and leads there', () => {
    const html = page('cet/interactive/')
    expect(html).not.toContain('does not know')
    expect(html).toMatch(/this site knows only what <a href="\/my-cet\/elsewhere\/">you tell it/)
  })

  test('a cancelled one is marked, cannot be booked, and is not recommended', () => {
    const [, cancelled = ''] = page('cet/interactive/').split('id="opportunity-lost"')
    expect(cancelled.split('</li></ul></div>')[0]).toContain('Cancelled')
    expect(cancelled).not.toContain('Book a place')
    expect(page('cet/active/')).not.toContain('Lost evening')
    expect(page('my-cet/')).not.toContain('Lost evening')
  })

  test('where to book is on the gated page alone', () => {
    for (const [path, bytes] of files) {
      if (path.endsWith('.html') && path !== 'cet/interactive/index.html')
        expect(bytes.includes('example.org/book'), path).toBe(false)
    }
  })

  test('the record’s page names the minimum of each type and keeps a place for the points', () => {
    const html = page('my-cet/')
    expect(html).toContain('<strong data-slot="interactive-points">')
    expect(html).toMatch(/<div data-list="own">[\s\S]*?<li data-for="optometrist">/)
    expect(html).toContain('at least 18 of 36 points must be interactive')
    expect(html).toMatch(
      /<div data-list="own" data-limit="3">\s*<p data-last="[^"]*optometrist=2021-[^"]*">These you can book next:</,
    )
  })
})

test('on the record’s page alone, what may be needed stands in front a second time, hidden', () => {
  const inFront =
    /<li data-needed="peer-review" data-meeting="opportunity-frames" data-starts="[^"]*" data-for="dispensing-optician" hidden>/
  expect(page('my-cet/')).toMatch(inFront)
  expect(page('my-cet/').match(/data-meeting="opportunity-frames"/g)).toHaveLength(2)
  expect(page('my-cet/')).toContain('Counts as the peer review that you still need.')
  expect(page('cet/active/')).not.toContain('data-meeting')
})

test('text of an editor is text, never markup', () => {
  const html = page('cet/active/red-eye/')
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html).toContain('<title>Red eye &amp; white lies')
  expect(html).toMatch(/<sup>2<\/sup>/)
  expect(html).toContain('href="#work-1"')
  expect(html).toContain('id="work-1"')
  expect(html).toMatch(/<th scope="col">Sign<\/th>/)
  expect(html).toMatch(/id="first-steps-2"/)
  expect(html).toMatch(/<ul>\s*<li>One<ul>\s*<li>Two/)
})

describe('an article', () => {
  const html = () => page('cet/active/red-eye/')
  const hrefs = (pattern: RegExp) => Array.from(html().matchAll(pattern), ([, id]) => id)

  test('leads to places of its own that are there', () => {
    const inside = hrefs(/href="#([^"]*)"/g)
    expect(inside.length).toBeGreaterThan(8)
    for (const id of inside) expect(html(), id).toContain(` id="${id}"`)
  })

  test('has a link to itself beside each heading of its text', () => {
    const headings = Array.from(html().matchAll(/<h[23] id="([^"]*)">([^<]*)<\/h[23]>/g))
    const linked = Array.from(
      html().matchAll(/<a class="anchor" href="#([^"]*)" aria-label="Link to “([^”]*)”"/g),
    )
    expect(linked.length).toBeGreaterThan(3)
    for (const [, id, name] of linked) {
      expect(
        headings.some(([, of, words]) => of === id && words?.trim() === name),
        id,
      ).toBe(true)
    }
  })

  test('leads from each reference back to every place that cites it', () => {
    expect(hrefs(/<sup class="citation" id="([^"]*)"/g)).toEqual(['cite-1a', 'cite-1b'])
    expect(html()).toMatch(/<a href="#cite-1a" aria-label="Back to citation a of reference 1">\s*a\s*<\/a>/)
    expect(html()).toMatch(/<a href="#cite-1b" aria-label="Back to citation b of reference 1">\s*b\s*<\/a>/)
  })

  test('says how it counts', () => {
    const [, counts = ''] = html().split('id="how-this-counts"')
    for (const said of [
      'One non-interactive point for passing',
      'Competency 1.1',
      'Competency 2.1',
      '60% of two questions, in three attempts at most',
      'The end of 28 December 2021 (UK time)',
      'C-77198 O/D',
      'Accept your points before the cycle ends.',
    ]) {
      expect(counts).toContain(said)
    }
  })

  test('enlarges its figures without script, and leads to what comes next', () => {
    expect(html()).toMatch(/<button class="figure-open" type="button" popovertarget="large-1">/)
    expect(html()).toMatch(/id="large-1" popover role="dialog" aria-label="Figure 1, enlarged"/)
    const [, own] = /<a href="(\/_astro\/[^"]*\.webp)">The picture by itself/.exec(html()) ?? []
    expect(files.has(own?.slice(1) ?? ''), own).toBe(true)
    expect(html()).toMatch(/<a rel="next" href="\/cet\/active\/slit-lamp\/">/)
    expect(page('cet/active/slit-lamp/')).toMatch(/<a rel="prev" href="\/cet\/active\/red-eye\/">/)
  })
})

test('IDs are unique on every page', () => {
  for (const [path, bytes] of files) {
    if (!path.endsWith('.html')) continue
    const ids = Array.from(bytes.toString('utf8').matchAll(/\sid="([^"]*)"/g), (match) => match[1])
    expect(new Set(ids).size, path).toBe(ids.length)
  }
})

test('what the Worker must know of the pack lies beside the pages, without a word of an exam', () => {
  const text = files.get('pack.json')?.toString('utf8') ?? ''
  const facts = packFactsSchema.parse(JSON.parse(text))
  expect(facts.items.map(({ path, points }) => [path, points])).toEqual([
    ['/cet/active/red-eye/', 1],
    ['/cet/active/slit-lamp/', 1],
  ])
  expect(facts.units).toHaveLength(4)
  expect(text).not.toContain(sentinel)
})

describe('the index of the search', () => {
  const text = () => files.get('search-index.json')?.toString('utf8') ?? ''

  test('finds sections of articles and passages of videos, at addresses that are there', () => {
    const index = MiniSearch.loadJSON(text(), searchOptions)
    const found = (query: string) => index.search(query).map((each) => each['href'])
    expect(found('pressure')).toEqual(['/cet/active/red-eye/#first-steps'])
    expect(found('Pearl')).toEqual(['/cet/active/red-eye/#first-steps'])
    const passages = index.search(MiniSearch.wildcard).map((each) => searchPassageSchema.parse(each))
    expect(passages.some(({ href }) => /^\/cet\/active\/slit-lamp\/#t=\d/.test(href))).toBe(true)
    for (const { href } of passages) {
      const [path = '', place] = href.split('#')
      expect(page(path.slice(1)), href).not.toBe('')
      if (place !== undefined) expect(page(path.slice(1)), href).toContain(`id="${place}"`)
    }
  })

  test('finds an item and its exam by the reference', () => {
    const index = MiniSearch.loadJSON(text(), searchOptions)
    const found = index.search('C-77198', { combineWith: 'AND' }).map((each) => each['href'])
    expect(found).toContain('/cet/active/red-eye/')
    expect(found).toContain('/cet/active/red-eye/exam/')
    expect(found.every((href) => !href.includes('#'))).toBe(true)
  })

  test('holds of an exam its title and reference alone', () => {
    expect(text()).toContain('"section":"')
    for (const secret of [sentinel, 'rationale', 'correct', 'stem', 'q-single', 'choices'])
      expect(text(), secret).not.toContain(secret)
    for (const [, stem = ''] of page('cet/active/red-eye/exam/').matchAll(
      /<legend[^>]*>([\s\S]*?)<\/legend>/g,
    )) {
      const words = stem
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim()
        .split(' ')
        .slice(-4)
        .join(' ')
      expect(words).not.toBe('')
      expect(text()).not.toContain(words)
    }
  })
})

test('the policy’s hashes are gathered for the Worker', () => {
  const csp: unknown = JSON.parse(files.get('csp.json')?.toString('utf8') ?? '{}')
  expect(csp).toEqual({
    fedMedia: [],
    script: expect.arrayContaining([expect.stringMatching(/^sha256-/)]),
    style: expect.arrayContaining([expect.stringMatching(/^sha256-/)]),
  })
  const [inline] = Array.from(page('cet/active/red-eye/exam/').matchAll(/<script>([\s\S]*?)<\/script>/g))
  const hash = createHash('sha256')
    .update(inline?.[1] ?? '')
    .digest('base64')
  expect(csp).toMatchObject({ script: expect.arrayContaining([`sha256-${hash}`]) })
})

test('the same content gives the same bytes, from a warm builder and from a new one', async () => {
  const warm = await build('second')
  const fresh = siteBuilder({ cache: join(lake.folder, 'other-cache'), environment: lake.environment })
  const outDir = join(lake.folder, 'third')
  await fresh.build({ outDir, examVersions: lake.environment['EXAM_VERSIONS'] ?? '' })
  await fresh.stop()
  expect(warm).toEqual(files)
  expect(await builtFiles(outDir)).toEqual(files)
})

test('a file above the limit stays out of the site and is listed for the media store', async () => {
  const small = siteBuilder({
    cache: lake.environment['SITE_CACHE'] ?? '',
    environment: { ...lake.environment, SITE_MEDIA_LIMIT: '60' },
  })
  const outDir = join(lake.folder, 'small')
  await lake.client
    .patch('video-slit-lamp', { set: { stream: '/media/streams/slit-lamp/index.m3u8' } })
    .commit()
  await small.build({ outDir, examVersions: lake.environment['EXAM_VERSIONS'] ?? '' })
  await small.stop()
  await lake.client.patch('video-slit-lamp', { unset: ['stream'] }).commit()
  const built = await builtFiles(outDir)
  const [film = ''] = Array.from(files.keys()).filter((path) => path.endsWith('.mp4'))
  expect(Array.from(built.keys()).filter((path) => path.startsWith('media/'))).toEqual([
    expect.stringMatching(/\.vtt$/),
  ])
  expect(JSON.parse(built.get('large-media.json')?.toString('utf8') ?? '')).toEqual({
    files: [{ name: film.slice('media/'.length), bytes: files.get(film)?.byteLength }],
    streams: [
      { path: '/media/streams/slit-lamp/index.m3u8', video: 'video-slit-lamp', title: 'At the slit lamp' },
    ],
  })
  const html = built.get('cet/active/slit-lamp/index.html')?.toString('utf8') ?? ''
  expect(html).toContain(`/${film}`)
  expect(html).toMatch(/<source src="\/media\/streams\/slit-lamp\/index\.m3u8"[^>]*>\s*<source/)
  // Only the page with a stream may feed its player by script.
  expect(JSON.parse(built.get('csp.json')?.toString('utf8') ?? '').fedMedia).toEqual([
    '/cet/active/slit-lamp/',
  ])
  for (const [path, bytes] of built) {
    if (path.endsWith('.html')) {
      expect(bytes.toString('utf8').includes("media-src 'self' blob:"), path).toBe(
        path === 'cet/active/slit-lamp/index.html',
      )
    }
  }
})

test('what is published appears, drafts do not, and what is gone leaves nothing behind', async () => {
  await lake.client
    .transaction()
    .patch('article-red-eye', {
      set: { title: 'Published title', body: [{ _type: 'pearl', _key: 'p', title: 'Only', text: 'Pearl.' }] },
    })
    .createOrReplace({ _id: 'drafts.video-slit-lamp', _type: 'video', title: 'Draft title' })
    .commit()
  files = await build('fourth')
  expect(page('cet/active/')).toContain('Published title')
  expect(page('cet/active/')).not.toContain('Draft title')
  // The figure went with the body; the poster is the same picture in one other size.
  expect(Array.from(files.keys()).filter((path) => path.endsWith('.webp'))).toHaveLength(1)
})

test('without an opportunity, the pages say so', async () => {
  await lake.client.delete({ query: '*[_type == "interactiveOpportunity"]' })
  files = await build('fifth')
  for (const path of ['cet/interactive/', 'cet/active/', 'my-cet/']) {
    expect(page(path), path).toMatch(/<(?:p|div class="panel") data-none>/)
    expect(page(path), path).not.toMatch(/<ul[^>]*>\s*<\/ul>/)
  }
})

describe('what stops a build', () => {
  test('broken documents, all named in one message', async () => {
    await lake.client
      .transaction()
      .patch('article-red-eye', { set: { minutes: 0 } })
      .patch('exam-slit-lamp', { unset: ['title'] })
      .commit()
    await expect(build('broken')).rejects.toMatchObject({
      code: 'CONTENT_INVALID',
      message: expect.stringMatching(
        /2 published documents[\s\S]*“Published title” \(article-red-eye\)\n\s+minutes: Write whole minutes[\s\S]*\(exam-slit-lamp\)\n\s+title: Write the exam/,
      ),
    })
  })

  test.each<[string, Record<string, string>, string, RegExp]>([
    ['a wrong token', { SANITY_READ_TOKEN: 'not-a-token-of-the-lake' }, 'LAKE_REFUSED', /SANITY_READ_TOKEN/],
    [
      'a lake that is not there',
      { SANITY_API_HOST: 'http://localhost:9' },
      'LAKE_UNREACHABLE',
      /SANITY_API_HOST/,
    ],
    ['another dataset', { SANITY_DATASET: 'nowhere' }, 'LAKE_REFUSED', /SANITY_DATASET/],
    ['no token', { SANITY_READ_TOKEN: '' }, 'ENVIRONMENT_INVALID', /Set these variables/],
    [
      'no exam versions',
      { EXAM_VERSIONS: '/nowhere/versions.json' },
      'EXAM_VERSIONS_UNREADABLE',
      /release step/,
    ],
  ])('%s', async (_name, change, code, remedy) => {
    await expect(fetchSiteContent({ ...lake.environment, ...change })).rejects.toMatchObject({
      code,
      remedy: expect.stringMatching(remedy),
    })
  })
})
