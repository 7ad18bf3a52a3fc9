import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { bytesOfBase64 } from '../image.ts'
import { readAll, writeAll } from '../test-support/convert.ts'
import { pixel } from '../test-support/questions.ts'

const item3 = `<?xml version="1.0"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="Pupils" adaptive="false" time-dependent="false">
<qti-response-declaration identifier="R" cardinality="single" base-type="identifier">
<qti-correct-response><qti-value>b</qti-value></qti-correct-response>
<qti-mapping default-value="0"><qti-map-entry map-key="b" mapped-value="2"/><qti-map-entry map-key="a" mapped-value="1"/></qti-mapping>
</qti-response-declaration>
<qti-outcome-declaration identifier="F" cardinality="single" base-type="identifier"/>
<qti-item-body><p>Look.</p><p><img src="../images/p%20q.png" alt="An eye"/></p><div><qti-choice-interaction response-identifier="R" shuffle="true" max-choices="1">
<qti-prompt>Which pupil is large?</qti-prompt>
<qti-simple-choice identifier="a">Right<qti-feedback-inline outcome-identifier="F" identifier="a" show-hide="show">No, left.</qti-feedback-inline></qti-simple-choice>
<qti-simple-choice identifier="b">Left</qti-simple-choice>
</qti-choice-interaction></div></qti-item-body>
<qti-modal-feedback outcome-identifier="F" identifier="b" show-hide="show"><qti-content-body>Yes.</qti-content-body></qti-modal-feedback>
</qti-assessment-item>`
const manifest = (href: string) =>
  `<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"><resources><resource identifier="r" type="imsqti_item_xmlv3p0" href="${href}"><metadata><lom><general><keyword><string>pupil</string></keyword></general></lom></metadata></resource></resources></manifest>`
const item2 = (
  extra = '',
  interaction = 'choiceInteraction',
) => `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i" title="T"${extra}>
<responseDeclaration identifier="R" cardinality="multiple" baseType="identifier"><correctResponse><value>a</value><value>c</value></correctResponse></responseDeclaration>
<itemBody><${interaction} responseIdentifier="R" shuffle="false" maxChoices="0"><prompt>Which?</prompt><simpleChoice identifier="a">One</simpleChoice><simpleChoice identifier="b">Two</simpleChoice><simpleChoice identifier="c">Three</simpleChoice></${interaction}></itemBody></assessmentItem>`

describe('QTI', () => {
  test('3.0 in a package, with its image and tags', async () => {
    const zip = zipSync({
      'images/p q.png': bytesOfBase64(pixel),
      'items/i.xml': strToU8(item3),
      'imsmanifest.xml': strToU8(manifest('items/i.xml')),
    })
    const { questions, problems } = await readAll('qti', zip)
    expect(problems).toEqual([])
    expect(questions).toEqual([
      {
        type: 'single',
        title: 'Pupils',
        stem: 'Look.\n\nWhich pupil is large?',
        choices: [
          { text: 'Right', correct: false, fraction: 50, feedback: 'No, left.' },
          { text: 'Left', correct: true, feedback: 'Yes.' },
        ],
        tags: ['pupil'],
        image: { name: 'p q.png', mediaType: 'image/png', data: pixel, alt: 'An eye' },
      },
    ])
  })

  test('2.1, by itself', async () => {
    const { questions } = await readAll('qti', item2())
    expect(questions).toMatchObject([{ type: 'multiple', stem: 'Which?', fixedOrder: true }])
    expect(questions[0]?.choices.map(({ correct }) => correct)).toEqual([true, false, true])
  })

  test.each([
    ['another interaction', item2('', 'orderInteraction'), 'qti/interaction-not-held'],
    ['an adaptive item', item2(' adaptive="true"'), 'qti/adaptive'],
    [
      'a template',
      item2().replace('<itemBody>', '<templateDeclaration identifier="X"/><itemBody>'),
      'qti/template',
    ],
    ['no key', item2().replace(/<correctResponse>.*<\/correctResponse>/, ''), 'qti/no-key'],
    ['a key that is no choice', item2().replace('<value>c', '<value>x'), 'qti/broken-reference'],
    ['another document', '<html/>', 'qti/not-an-item'],
  ])('%s is listed', async (_, text, code) => {
    const { questions, problems } = await readAll('qti', text)
    expect(questions).toEqual([])
    expect(problems.map((problem) => problem.code)).toEqual([code])
  })

  test('a package that leads out of itself, and one that is damaged', async () => {
    const outside = zipSync({
      '../../evil.xml': strToU8(item3),
      'imsmanifest.xml': strToU8(manifest('../evil.xml')),
    })
    const codes = (await readAll('qti', outside)).problems.map(({ code }) => code)
    expect(codes).toEqual(['qti/path-refused', 'qti/path-refused', 'qti/not-an-item'])
    const cut = zipSync({ 'imsmanifest.xml': strToU8(manifest('i.xml')) }).slice(0, 100)
    expect((await readAll('qti', cut)).problems.map(({ code }) => code)).toEqual(['zip/unreadable'])
  })

  test('a bomb is not unpacked', async () => {
    const bomb = zipSync({
      'imsmanifest.xml': strToU8(manifest('i.xml')),
      'i.xml': new Uint8Array(70_000_000),
    })
    expect((await readAll('qti', bomb)).problems.map(({ code }) => code)).toContain('zip/too-large')
    // One that lies about its size: the central directory promises 10 bytes.
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength)
    for (let at = 0; at < bomb.length - 46; at += 1) {
      if (
        view.getUint32(at, true) === 0x02014b50 &&
        bomb[at + 46] === 'i'.charCodeAt(0) &&
        bomb[at + 47] === '.'.charCodeAt(0)
      ) {
        view.setUint32(at + 24, 10, true)
      }
    }
    expect((await readAll('qti', bomb)).problems.map(({ code }) => code)).toContain('zip/unreadable')
  })

  test('what is written is a content package of QTI 3.0', async () => {
    const question = {
      type: 'single',
      stem: 'Q?',
      choices: [
        { text: 'a', correct: true },
        { text: 'b', correct: false },
      ],
    } as const
    const { bytes } = await writeAll('qti', [
      question,
      { ...question, image: { name: 'p.png', mediaType: 'image/png', data: pixel } },
    ])
    const { unzipSync, strFromU8 } = await import('fflate')
    const files = unzipSync(bytes)
    expect(Object.keys(files).sort()).toEqual([
      'imsmanifest.xml',
      'items/images/question_2/p.png',
      'items/question_1.xml',
      'items/question_2.xml',
    ])
    const text = strFromU8(files['imsmanifest.xml'] ?? new Uint8Array())
    expect(text).toContain('<schema>QTI Package</schema><schemaversion>3.0.1</schemaversion>')
    for (const [, href = ''] of text.matchAll(/href="([^"]+)"/g)) expect(Object.keys(files)).toContain(href)
    // The same questions give the same bytes, so that a package can be compared.
    expect((await writeAll('qti', [question])).bytes).toEqual((await writeAll('qti', [question])).bytes)
  })
})
