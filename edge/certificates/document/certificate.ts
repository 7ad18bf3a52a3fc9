import { type Certificate, printedCertificateId } from '../../../core/index.ts'
import { evidenceStatement, type Statement, statements, verifyPath } from '../statements.ts'
import type { Fonts } from './fonts.ts'
import { colours, Paper, paper, type Setting } from './paper.ts'
import { drawQr } from './qr.ts'

/** What a document is made for, beside the certificate. */
export type Printing = {
  readonly fonts: Fonts
  /** Origin of the site on which the certificate can be checked. */
  readonly site: string
  /** Whether it was issued by a demonstration. */
  readonly demonstration: boolean
}

const width = paper.width - 2 * paper.margin
const labelWidth = 140
const gap = 14
/** Where the way to check begins: it stands at the foot of a page. */
const checkTop = paper.height - paper.foot - 136
/** Sizes that the statements are tried in, the first that fits on one page is taken. */
const sizes = [10.5, 10, 9.5, 9, 8.5, 8, 7.5]

/**
 * A certificate as a document for keeping: PDF/A-2a, one page of A4 unless it says more than fits on one. It holds
 * nothing but the certificate's own facts, so it is the same to the byte whenever it is made on one site.
 */
export async function certificateDocument(certificate: Certificate, printing: Printing): Promise<Uint8Array> {
  const id = printedCertificateId(certificate.id)
  const sheet = new Paper(printing.fonts, {
    title: `Certificate ${id}`,
    made: new Date(certificate.issuedAt),
    language: 'en-GB',
  })
  const document = sheet.part(undefined, 'Document')
  const top = head(sheet, document, certificate, printing)
  const said = statements(certificate).filter(({ label }) => !inTheHead.has(label))
  // All of it is measured before any is printed, so that the notes know of every character that is lacking.
  const heights = sizes.map((size) => said.reduce((sum, each) => sum + rowHeight(sheet, each, size), 0))
  const below = notes(sheet, certificate)
  const room =
    checkTop - top - below.reduce((sum, each) => sum + sheet.heightOf(each, note) + noteGap, noteGap)
  const fits = heights.findIndex((height) => height <= room)
  let y = facts(sheet, document, said, { top, size: sizes.at(fits) ?? 8 })
  y = evidence(sheet, document, below, y)
  if (y > checkTop) sheet.turn()
  check(sheet, document, certificate, printing)
  document.end()
  return sheet.bytes()
}

/** Labels of statements that the head has made already. */
const inTheHead = new Set(['Exam', 'Scheme'])

type Part = ReturnType<Paper['part']>

function head(sheet: Paper, document: Part, certificate: Certificate, printing: Printing): number {
  const { pack, holder, examTitle } = certificate
  sheet.decoration((pdf) => {
    pdf.rect(0, 0, paper.width, 8).fill(colours.dial)
    pdf
      .circle(paper.width - paper.margin - 22, 66, 20)
      .lineWidth(4)
      .stroke(colours.dial)
    pdf.circle(paper.width - paper.margin - 22, 66, 9).fill(colours.accent)
  })
  const x = paper.margin
  let y = 46
  const issuer = pack?.title ?? new URL(printing.site).host
  y = sheet.text(document, 'P', issuer, line(12, colours.accent, width - 60), { x, y })
  y = sheet.text(document, 'H1', 'Certificate', line(30, colours.ink, width - 60), { x, y: y - 2 })
  if (pack !== undefined) {
    y = sheet.text(
      document,
      'P',
      `${pack.scheme.title} (${pack.scheme.abbreviation})`,
      plain(12, colours.soft),
      { x, y },
    )
  }
  if (printing.demonstration) {
    y = sheet.text(
      document,
      'P',
      'Demonstration: issued by a demonstration of the software to an invented person. It is evidence of nothing.',
      line(10.5, colours.amber, width),
      { x, y: y + 6 },
    )
  }
  y = sheet.text(document, 'P', 'This is to certify that', plain(11, colours.soft), { x, y: y + 18 })
  y = sheet.text(document, 'P', holder, line(22, colours.ink, width), { x, y })
  y = sheet.text(document, 'P', 'has passed the exam', plain(11, colours.soft), { x, y: y + 2 })
  return sheet.text(document, 'P', examTitle, line(15, colours.accent, width), { x, y }) + 14
}

/** The statements as a list of labels and what stands behind them; what does not fit goes on on another page. */
function facts(
  sheet: Paper,
  document: Part,
  all: readonly Statement[],
  { top, size }: { top: number; size: number },
): number {
  const list = sheet.part(document, 'L')
  let y = top
  for (const each of all) {
    const [first = ''] = each.lines
    y = turned(sheet, y, rowHeight(sheet, { ...each, lines: [first] }, size))
    rule(sheet, y)
    const item = sheet.part(list, 'LI')
    const start = y + padding(size)
    const labelled = sheet.text(item, 'Lbl', each.label, label(size), { x: paper.margin, y: start })
    const body = sheet.part(item, 'LBody')
    y = start
    for (const text of each.lines) {
      const at = turned(sheet, y, sheet.heightOf(text, value(size)))
      y = sheet.text(body, 'P', text, value(size), { x: paper.margin + labelWidth + gap, y: at })
    }
    // After a turn the label is on the page before.
    y = (y > start ? Math.max(y, labelled) : y) + padding(size)
  }
  rule(sheet, y)
  list.end()
  return y
}

/** Where something of a height goes: here, or at the head of another page. */
function turned(sheet: Paper, y: number, height: number): number {
  if (y + height <= paper.height - paper.margin) return y
  sheet.turn()
  return paper.margin
}

/** What a certificate is good for, and what of it could not be printed. */
function notes(sheet: Paper, certificate: Certificate): readonly string[] {
  const { lacking } = sheet
  if (lacking.length === 0) return [evidenceStatement(certificate)]
  return [
    evidenceStatement(certificate),
    `The typeface of this document lacks ${lacking.length === 1 ? 'a character' : 'characters'} of what it has to say. In ${lacking.length === 1 ? 'its' : 'their'} place stands the Unicode number in brackets: ${lacking.join(', ')}. The page on which the certificate can be checked shows the text itself.`,
  ]
}

function evidence(sheet: Paper, document: Part, below: readonly string[], top: number): number {
  let y = top + noteGap
  for (const text of below) {
    y = turned(sheet, y, sheet.heightOf(text, note))
    y = sheet.text(document, 'P', text, note, { x: paper.margin, y }) + noteGap
  }
  return y
}

/** The way to find out whether the certificate stands. */
function check(sheet: Paper, document: Part, certificate: Certificate, { site }: Printing): void {
  const side = 104
  const quiet = 12
  const address = `${site}${verifyPath(certificate.id)}`
  const left = paper.margin
  const x = left + side + quiet * 2
  const setting = { ...plain(10, colours.ink), width: paper.width - paper.margin - x }
  let y = checkTop + 14
  rule(sheet, checkTop)
  const section = sheet.part(document, 'Sect')
  y = sheet.text(section, 'H2', 'Check this certificate', line(13, colours.accent, setting.width), { x, y })
  y = sheet.text(
    section,
    'P',
    `Scan the code, or open ${site}/verify/ and type the certificate ID. The page shows everything that is written here and whether the certificate still stands.`,
    setting,
    { x, y: y + 2 },
  )
  y = sheet.text(
    section,
    'P',
    printedCertificateId(certificate.id),
    { ...setting, weight: 'semibold', size: 12 },
    { x, y: y + 5 },
  )
  sheet.link(
    sheet.part(section, 'P'),
    address,
    `Check this certificate at ${address}`,
    { ...setting, size: 8.5, colour: colours.accent },
    { x, y: y + 3 },
  )
  const top = checkTop + 16
  sheet.figure(section, `QR code of the address ${address}`, [left, top, left + side, top + side], (pdf) =>
    drawQr(pdf, address, { x: left, y: top, side }),
  )
  section.end()
}

function rowHeight(sheet: Paper, { label: text, lines }: Statement, size: number): number {
  const values = lines.reduce((sum, each) => sum + sheet.heightOf(each, value(size)), 0)
  return Math.max(sheet.heightOf(text, label(size)), values) + 2 * padding(size)
}

function rule(sheet: Paper, y: number): void {
  sheet.decoration((pdf) => {
    pdf
      .moveTo(paper.margin, y)
      .lineTo(paper.width - paper.margin, y)
      .lineWidth(0.75)
      .stroke(colours.line)
  })
}

const padding = (size: number) => size * 0.32
const note: Setting = { size: 9.5, width }
const label = (size: number): Setting => ({ size, colour: colours.soft, width: labelWidth })
const value = (size: number): Setting => ({ size, width: width - labelWidth - gap })
const noteGap = 9
const plain = (size: number, colour: string): Setting => ({ size, colour, width })
const line = (size: number, colour: string, wide: number): Setting => ({
  size,
  colour,
  weight: 'semibold',
  width: wide,
})
