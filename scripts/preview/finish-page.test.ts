import { expect, test } from 'vitest'
import { finishPage } from './finish-page.ts'
import { escapeHtml, fillSlot } from './html.ts'
import { pagePolicy } from './policy.ts'
import { barePage, notYet } from './told-pages.ts'

const page = `<html><head><title>T</title></head><body><p class="clock" data-slot="clock" hidden></p>
<span class="member" data-slot="member"><a href="/sign-in">Sign in</a></span><main>
<form class="exam" data-exam="exam-a" method="post"><label>Choice</label>
<div class="exam-foot"><button class="button" type="submit">Send my answers</button></div></form></main></body></html>`

test('a slot is filled and shown; a page without it stays as it is', () => {
  expect(fillSlot(page, 'clock', 'Now')).toContain('<p class="clock" data-slot="clock">Now</p>')
  expect(fillSlot(page, 'none', 'Now')).toBe(page)
})

test('a page of the preview says what it is, sends nothing and loads the overlay', () => {
  const shown = finishPage(page, 'Preview of “A & B”.')
  expect(shown).toContain('>Preview of “A &amp; B”.</p>')
  expect(shown).not.toContain('Sign in')
  expect(shown).not.toContain('type="submit"')
  expect(shown.indexOf('Nothing can be sent from here')).toBeLessThan(shown.indexOf('<form'))
  expect(shown).toContain('<script type="module" src="/_preview/overlay.js"></script></body>')
})

test('nothing on a page of the preview asks for the focus: Studio frames it', () => {
  const figure = '<main><button type="button" popovertargetaction="hide" autofocus>Back</button>'
  const shown = finishPage(page.replace('<main>', figure), 'x')
  expect(shown).toContain('<button type="button" popovertargetaction="hide">Back</button>')
})

test('a page without an exam is not told about sending', () => {
  expect(finishPage(page.replace('data-exam', 'data-other'), 'x')).not.toContain('Nothing can be sent')
})

test('what an editor wrote is text on the pages that the preview writes itself', () => {
  const evil = '<img src=x onerror=alert(1)>"\''
  const told = notYet([{ id: evil, title: evil, field: evil, remedy: evil }], 'https://studio.example.org')
  const html = barePage({ title: evil, content: told.content }, '/_astro/a.css')
  expect(html).not.toContain('<img')
  expect(html).toContain(escapeHtml(evil))
})

test('every fault of a draft is listed once under its document, with a way to mend it', () => {
  const fault = { id: 'a', title: 'Dry eye', field: 'title', remedy: 'Write the title.' }
  const { content } = notYet(
    [fault, fault, { ...fault, id: 'b', title: 'Exam' }],
    'https://studio.example.org',
  )
  expect(content.match(/<li>/g)).toHaveLength(2)
  expect(content).toContain('href="https://studio.example.org/intent/edit/mode=presentation;id=a"')
})

test('the policy names inline scripts by hash, and who may frame the page', () => {
  const policy = pagePolicy(
    '<script>let a</script><script src="/x.js"></script>',
    'https://studio.example.org',
  )
  expect(policy.match(/'sha256-/g)).toHaveLength(1)
  expect(policy).toContain('frame-ancestors https://studio.example.org')
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
})
