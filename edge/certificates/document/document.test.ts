import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Certificate, printedCertificateId } from '../../../core/index.ts'
import { type ReadPdf, readPdf, readQr, reference } from '../../test-support/pdf.ts'
import { openSite } from '../../test-support/site-under-test.ts'
import { statements } from '../statements.ts'
import { certificateDocument } from './certificate.ts'
import { readFonts } from './fonts.ts'

afterEach(() => {
  vi.useRealTimers()
})

const site = 'https://cet.example.org'
const fonts = await readFonts(openSite().edge)

const sample: Certificate = {
  id: '7Q3KABCDEFGHJKMNPQRSTVWXYZ01',
  holder: 'Olive Sample',
  gocNumber: '01-00000-SAMPLE',
  registrantTypes: ['optometrist', 'therapeutic-prescriber'],
  examTitle: 'Tear film: the exam',
  itemTitle: 'Tear film in five findings',
  reference: 'C-13861 O/D',
  points: 1,
  pointType: 'non-interactive',
  competencies: [
    { id: 'one', title: 'Ocular examination', registrantType: 'optometrist' },
    { id: 'two', title: 'Ocular disease', registrantType: 'optometrist' },
    { id: 'three', title: 'Frames for children', registrantType: 'dispensing-optician' },
  ],
  passedAt: Date.parse('2021-10-04T12:00:00Z'),
  issuedAt: Date.parse('2021-10-04T12:00:00Z'),
  pack: {
    title: 'CET survival pack',
    scheme: {
      title: 'Continuing Education and Training',
      abbreviation: 'CET',
      regulator: 'Sample regulator',
      unitPlural: 'competencies',
    },
    cycle: 'Sample cycle',
    registrantTypes: { optometrist: 'Optometrist' },
  },
}

const make = (changes: Partial<Certificate> = {}, demonstration = false) =>
  certificateDocument({ ...sample, ...changes }, { fonts, site, demonstration })

/** All of a document's text with single spaces. */
const textOf = ({ texts }: ReadPdf) => texts.join(' ').replaceAll(/\s+/g, ' ')

describe('the document of a certificate', () => {
  test('says everything, in the order of reading', async () => {
    const text = textOf(await readPdf(await make()))
    let at = 0
    for (const said of [
      'CET survival pack',
      'Certificate',
      'Continuing Education and Training (CET)',
      'Olive Sample',
      'Tear film: the exam',
      ...statements(sample)
        .filter(({ label }) => label !== 'Exam' && label !== 'Scheme')
        .flatMap(({ label, lines }) => [label, ...lines]),
      'evidence of having passed',
      'the record of the Sample regulator',
      `${site}/verify/`,
      printedCertificateId(sample.id),
      `${site}/verify/${sample.id}/`,
    ]) {
      const found = text.indexOf(said, at)
      expect(found, `“${said}” in: ${text}`).toBeGreaterThanOrEqual(0)
      at = found
    }
    expect(text).not.toMatch(/Frames for children|Demonstration|\uFFFD/)
  })

  test('is PDF/A-2a: it says so, and has what that asks for', async () => {
    const pdf = await readPdf(await make())
    const catalog = pdf.object(Number(/\/Root (\d+) 0 R/.exec(pdf.raw)?.[1]))
    const xmp = new TextDecoder().decode(pdf.stream(reference(catalog, 'Metadata')))
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(xmp).toContain(`>Certificate ${printedCertificateId(sample.id)}<`)
    expect(xmp).toContain('<xmp:CreateDate>2021-10-04T12:00:00Z</xmp:CreateDate>')
    expect(pdf.raw).toContain('(D:20211004120000Z)')
    const intent = pdf.object(Number(/\/OutputIntents \[(\d+) 0 R\]/.exec(catalog)?.[1]))
    expect(intent).toContain('/S /GTS_PDFA1')
    const profile = pdf.stream(reference(intent, 'DestOutputProfile'))
    expect(new TextDecoder('latin1').decode(profile.subarray(12, 24))).toBe('mntrRGB XYZ ')
    expect(catalog).toContain('/Lang (en-GB)')
    expect(pdf.object(reference(catalog, 'MarkInfo'))).toContain('/Marked true')
    expect(pdf.object(reference(catalog, 'ViewerPreferences'))).toContain('/DisplayDocTitle true')
    expect(pdf.raw).not.toMatch(
      /\/(?:Encrypt|JavaScript|JS|Launch|GoToR|SubmitForm|EmbeddedFiles?|Filespec|AcroForm|SMask)\b/,
    )
  })

  test('embeds every font that it uses, and of each only what it uses', async () => {
    const pdf = await readPdf(await make())
    const types = Array.from(pdf.raw.matchAll(/\/Subtype \/(Type0|Type1|TrueType|CIDFontType\d|Type3)\b/g))
    expect(types.map(([, type]) => type).toSorted()).toEqual([
      'CIDFontType2',
      'CIDFontType2',
      'Type0',
      'Type0',
    ])
    const names = Array.from(pdf.raw.matchAll(/\/FontName \/(\S+)/g), ([, name]) => name)
    expect(names).toEqual([
      expect.stringMatching(/^[A-Z]{6}\+SourceSans3-SemiBold$/),
      expect.stringMatching(/^[A-Z]{6}\+SourceSans3-Regular$/),
    ])
    const files = Array.from(pdf.raw.matchAll(/\/FontFile2 (\d+) 0 R/g), ([, number]) => Number(number))
    expect(files).toHaveLength(2)
    for (const file of files) {
      expect(pdf.stream(file).length).toBeGreaterThan(1000)
      expect(pdf.stream(file).length).toBeLessThan(60_000)
    }
  })

  test('has the structure of its text, and all that is drawn belongs to it or is decoration', async () => {
    const pdf = await readPdf(await make())
    const elements = Array.from(pdf.raw.matchAll(/\/S \/(\w+)\b/g), ([, type]) => type)
    const count = (type: string) => elements.filter((each) => each === type).length
    expect([count('Document'), count('H1'), count('H2'), count('Sect'), count('Figure')]).toEqual([
      1, 1, 1, 1, 1,
    ])
    const rows = statements(sample).length - 2
    expect([count('L'), count('LI'), count('Lbl'), count('LBody')]).toEqual([1, rows, rows, rows])
    expect(pdf.raw).toContain(`/Alt (QR code of the address ${site}/verify/${sample.id}/)`)
    for (const page of pdf.pages) {
      let depth = 0
      for (const line of page.split('\n')) {
        if (/ B(?:DC|MC)$/.test(line)) depth += 1
        if (line === 'EMC') depth -= 1
        if (/ TJ$| Tj$|^f\*?$|^S$|^B\*?$/.test(line)) expect(depth, line).toBe(1)
      }
      expect(depth).toBe(0)
    }
  })

  test('leads to the check from its address, which is a link in the structure too', async () => {
    const pdf = await readPdf(await make())
    const address = `${site}/verify/${sample.id}/`
    const [annotation, ...others] = Array.from(pdf.raw.matchAll(/\/Annots \[(.*?)\]/g), ([, all]) => all)
    expect(others).toEqual([])
    const number = Number(/^(\d+) 0 R$/.exec(annotation ?? '')?.[1])
    const link = pdf.object(number)
    expect(link).toContain('/Subtype /Link')
    expect(link).toContain(`/Contents (Check this certificate at ${address})`)
    // Printed, and not hidden.
    expect(link).toMatch(/\/F 4\b/)
    expect(pdf.object(reference(link, 'A'))).toMatch(/\/S \/URI\b/)
    expect(pdf.object(reference(link, 'A'))).toContain(`/URI (${address})`)
    const [left = 0, bottom = 0, right = 0, top = 0] = (/\/Rect \[([^\]]*)\]/.exec(link)?.[1] ?? '')
      .split(' ')
      .map(Number)
    expect(right - left).toBeGreaterThan(150)
    expect(top - bottom).toBeGreaterThan(8)
    const element = new RegExp(
      `(\\d+) 0 obj\\n<<[^]{0,40}/S /Link\\b[^]{0,200}?/Type /OBJR\\s+/Obj ${number} 0 R`,
    ).exec(pdf.raw)?.[1]
    expect(element).toBeDefined()
    const key = /\/StructParent (\d+)/.exec(link)?.[1]
    expect(pdf.raw).toMatch(new RegExp(`[\\s\\[]${key} ${element} 0 R`))
    expect(pdf.raw).toContain('/Tabs /S')
  })

  test('carries the address as a QR code', async () => {
    const pdf = await readPdf(await make())
    expect(readQr(pdf)).toBe(`${site}/verify/${sample.id}/`)
  })

  test('is the same to the byte whenever it is made, and another for another certificate', async () => {
    const once = await make()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2031-01-01T00:00:00Z') })
    expect(await make()).toEqual(once)
    expect(await make({ id: '0'.repeat(28) })).not.toEqual(once)
    expect(once.byteLength).toBeLessThan(60_000)
  })

  test('says so when it was issued by a demonstration', async () => {
    expect(textOf(await readPdf(await make({}, true)))).toContain('It is evidence of nothing.')
  })
})

describe('names', () => {
  test.for([
    'Łukasz Żółć-Gęślą',
    'Şükrü Ğırgın İpek',
    'Ελένη Παπαδοπούλου',
    'Юлия Щербакова-Ёлкина',
    'Nguyễn Thị Ánh',
    'Siân Ó Dálaigh O’Neill',
    'Þórður Ægisson, Čeněk Říha',
    'Ирина Їжакевич',
  ])('%s is printed as it is', async (holder) => {
    const pdf = await readPdf(await make({ holder }))
    expect(textOf(pdf)).toContain(holder)
    expect(textOf(pdf)).not.toContain('typeface')
  })

  test('accents that come apart are put together, and what is invisible goes', async () => {
    const pdf = await readPdf(await make({ holder: 'Rene\u0301e\u200B \u202ESample' }))
    expect(textOf(pdf)).toContain('Renée Sample')
  })

  test.for([
    ['李明 Sample', '[U+674E][U+660E] Sample', 'U+674E, U+660E'],
    ['👩‍⚕️ Sample', '[U+1F469][U+2695] Sample', 'U+1F469, U+2695'],
    ['שרה Sample', '[U+05E9][U+05E8][U+05D4] Sample', 'U+05E9, U+05E8, U+05D4'],
  ] as const)('%s: what the fonts lack is told, never left as a box', async ([holder, printed, told]) => {
    const pdf = await readPdf(await make({ holder }))
    expect(textOf(pdf)).toContain(printed)
    expect(textOf(pdf)).toContain(`Unicode number in brackets: ${told}.`)
    expect(pdf.raw).toContain('/ActualText')
    expect(pdf.pages.join('\n')).not.toMatch(/\[<(?:\w{4})*?0000(?:\w{4})*>/)
    expect(pdf.pages).toHaveLength(1)
  })

  test.for([
    ['nothing', ''],
    ['a space', ' '],
    ['half a character', '\uD800'],
    ['what PDF and XML have a meaning for', '<b>&amp;</b> )(\\'],
    ['one long word', 'x'.repeat(2000)],
    ['very many words', 'Sample '.repeat(400)],
  ] as const)('even %s makes a document', async ([, holder]) => {
    const pdf = await readPdf(await make({ holder, examTitle: holder }))
    expect(textOf(pdf)).toContain('Check this certificate')
    expect(pdf.raw.trimEnd().endsWith('%%EOF')).toBe(true)
  })

  test('more than fits on a page goes on on another', async () => {
    const competencies = Array.from({ length: 60 }, (_, index) => ({
      id: `unit-${index}`,
      title: `Unit ${index} of a long list`,
      registrantType: 'optometrist',
    }))
    const pdf = await readPdf(await make({ competencies }))
    expect(pdf.pages.length).toBeGreaterThan(1)
    for (const { title } of competencies) expect(textOf(pdf)).toContain(title)
  })
})
