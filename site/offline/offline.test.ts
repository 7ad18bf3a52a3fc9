import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { asCopy, importedBy, neededBy, offlinePage, titleOf, withNote, withUnsent } from './copy.ts'
import { troubleOf } from './network.ts'
import { isOpen, readSession, readTerm, termOf } from './session.ts'

const key = '0123456789abcdef0123456789abcdef'

describe('what a page says of its session', () => {
  test('is read exactly or not at all', () => {
    expect(readSession(`${key}; seconds=7140; keep`)).toEqual({ key, seconds: 7140, keep: true })
    expect(readSession(`${key}; seconds=0`)).toEqual({ key, seconds: 0, keep: false })
    expect(readSession('none')).toBe('none')
    for (const other of [
      null,
      '',
      'None',
      key,
      `${key}; seconds=x`,
      `${key}; seconds=1; keep; keep`,
      'ab; seconds=1',
    ])
      expect(readSession(other), String(other)).toBeUndefined()
  })
})

describe('the term of copies', () => {
  test('is the span that the server gave, whatever this device’s clock shows', () => {
    const seed = Date.now()
    console.log(`term: seed ${seed}`)
    const time = fc.integer({ min: 0, max: 4e12 })
    fc.assert(
      fc.property(time, fc.nat(100_000), fc.integer({ min: 0, max: 2e8 }), (now, seconds, later) => {
        const term = termOf({ key, seconds, keep: true }, now)
        expect(isOpen(term, now + later)).toBe(later < seconds * 1000)
      }),
      { seed },
    )
  })
  test('ends when the clock is put back, and bears being put right', () => {
    const term = termOf({ key, seconds: 7200, keep: true }, 1_000_000_000)
    expect(isOpen(term, 1_000_000_000 - 30_000)).toBe(true)
    expect(isOpen(term, 1_000_000_000 - 90_000)).toBe(false)
  })
  test('is not read from anything else', () => {
    expect(readTerm(JSON.parse(JSON.stringify({ until: 2, seen: 1 })))).toEqual({ until: 2, seen: 1 })
    for (const other of [undefined, null, 1, 'x', {}, { until: '2', seen: 1 }])
      expect(readTerm(other)).toBeUndefined()
  })
})

describe('the network', () => {
  afterEach(() => {
    vi.useRealTimers()
  })
  const answer = (status: number, headers: HeadersInit = {}) =>
    troubleOf(Promise.resolve(new Response('', { status, headers })))

  test('is in trouble when it fails, and when what answers cannot reach the site', async () => {
    expect(await troubleOf(Promise.reject(new TypeError('Failed to fetch')))).toBe('offline')
    for (const status of [502, 503, 504]) {
      expect(await answer(status)).toBe('unreachable')
      // The site’s own words are shown as they are.
      expect(await answer(status, { 'offline-session': 'none' })).toBeUndefined()
    }
    for (const status of [200, 404, 500, 505]) expect(await answer(status)).toBeUndefined()
  })

  test('is slow when it has not begun to answer after six seconds', async () => {
    vi.useFakeTimers()
    const answerAfter = (milliseconds: number) =>
      troubleOf(new Promise((resolve) => setTimeout(resolve, milliseconds, new Response(''))))
    const [quick, slow] = [answerAfter(5900), answerAfter(6100)]
    await vi.advanceTimersByTimeAsync(7000)
    expect([await quick, await slow]).toEqual([undefined, 'slow'])
  })
})

describe('a copy', () => {
  const html = `<head><title>Red eye &amp; lies – Pack</title><link rel="stylesheet" href="/_astro/site.a1.css">
<script type="module" src="/keep-offline.js"></script></head><body><main id="main" tabindex="-1">
<img src="/_astro/eye.a9.webp" srcset="/_astro/eye.c3.webp 480w, /_astro/eye.b2.webp 1200w, /_astro/eye.a9.webp 1600w" sizes="94vw" alt="An eye">
<video poster="/_astro/poster.d4.webp"><source src="/media/film.mp4" type="video/mp4"><track src="/media/film.vtt"></video>
<astro-island component-url="/_astro/Exam.e5.js" renderer-url="/_astro/client.f6.js"></astro-island>
<a href="/cet/active/">Back</a><img src="https://elsewhere.example/x.png"><img src="//elsewhere.example/y.png"></main></body>`

  test('has one address for each picture, and names all that it needs but recordings', () => {
    const copy = asCopy(html)
    expect(copy).toContain('<img src="/_astro/eye.b2.webp" alt="An eye">')
    expect(neededBy(copy)).toEqual([
      '/_astro/site.a1.css',
      '/keep-offline.js',
      '/_astro/eye.b2.webp',
      '/_astro/poster.d4.webp',
      '/_astro/Exam.e5.js',
      '/_astro/client.f6.js',
    ])
    expect(importedBy('import{a}from"./one.g7.js";import"./two.js";const x=()=>import("./late.js")')).toEqual(
      ['/_astro/one.g7.js', '/_astro/two.js'],
    )
    expect(titleOf(html)).toBe('Red eye &amp; lies')
  })

  test('says why it is shown and when it was kept', () => {
    const keptAt = new Date(2021, 9, 4, 13, 5)
    for (const [trouble, words] of [
      ['offline', 'You are offline'],
      ['slow', 'The network is slow'],
      ['unreachable', 'The site cannot be reached'],
    ] as const) {
      const noted = withNote(html, keptAt, keptAt, trouble)
      expect(noted).toContain(
        `<main id="main" tabindex="-1"><p role="status"><span class="tag">${words}</span>`,
      )
      expect(noted).toContain('the copy on this device, kept on 4 October 2021 at 13:05')
    }
  })

  test('goes on counting from the time of the server at which it is read', () => {
    const form = '<main><form data-exam="e" data-now="1633354500000" data-zone="Europe/London">'
    const later = withNote(form, new Date(5_000), new Date(65_000), 'offline')
    expect(later).toContain(' data-now="1633354560000" ')
    // The device's clock was put back meanwhile.
    expect(withNote(form, new Date(65_000), new Date(5_000), 'offline')).toContain('"1633354500000"')
  })

  test('says that a recording is not in it, and what can be read instead', () => {
    const noted = (content: string) => withNote(`<main>${content}</main>`, new Date(), new Date(), 'offline')
    const video = '<video controls></video>'
    expect(noted('<p>An article about video calls</p>')).not.toContain('recording')
    expect(noted(video)).toContain('by its clock. The recording needs a network.</span>')
    expect(noted(`${video}<p data-passage="0">Welcome.</p>`)).toContain(
      'by its clock. The recording needs a network; the transcript is below.</span>',
    )
  })

  test('of nothing is left to somebody who signs out, and the way to do so again is', () => {
    const page = `<p data-why="not-kept" hidden>A</p><p data-why="signed-out" hidden>B</p>
<form data-why="signed-out" hidden></form><p data-why="not-kept" hidden><a href="">Try again</a></p>`
    expect(
      offlinePage(page, 'signed-out', []),
    ).toBe(`<p data-why="not-kept" hidden>A</p><p data-why="signed-out">B</p>
<form data-why="signed-out"></form><p data-why="not-kept" hidden><a href="">Try again</a></p>`)
  })

  test('is listed on the page for times without a network, with the reason', () => {
    const page =
      '<p data-why="not-kept" hidden>A</p><p data-why="signed-out" hidden>B</p><section data-kept hidden><ul data-kept-list></ul></section>'
    expect(offlinePage(page, 'signed-out', [])).toBe(
      '<p data-why="not-kept" hidden>A</p><p data-why="signed-out">B</p><section data-kept hidden><ul data-kept-list></ul></section>',
    )
    expect(offlinePage(page, 'not-kept', [{ path: '/cet/active/x/', title: 'X &amp; Y' }])).toBe(
      '<p data-why="not-kept">A</p><p data-why="signed-out" hidden>B</p><section data-kept><ul data-kept-list><li><a href="/cet/active/x/">X &amp; Y</a></li></ul></section>',
    )
  })

  test('of a form that could not be sent is the form itself, and nothing else leads away in its tab', () => {
    const page =
      '<head></head><a href="#main">Skip</a><a href="/">Home</a><form method="post" data-why="not-sent" data-unsent=""><button>Send</button></form><form action="/other"></form>'
    const entered = new URLSearchParams([
      ['unit', 'a'],
      ['unit', 'b'],
      ['text', 'Say "<i>’" &amp;\r\n$& 👁'],
    ])
    expect(withUnsent(page, { path: '/my-cet/goals/', body: entered.toString() })).toBe(
      `<head><base target="_blank"></head><a target="_self" href="#main">Skip</a><a href="/">Home</a><form method="post" data-why="not-sent" action="/my-cet/goals/" target="_self"><input type="hidden" name="unit" value="a"><input type="hidden" name="unit" value="b"><input type="hidden" name="text" value="Say &quot;&lt;i>’&quot; &amp;amp;\r\n$&amp; 👁"><button>Send</button></form><form action="/other"></form>`,
    )
  })
})
