import { create } from 'fontkit'
import PDFDocument from 'pdfkit'
import type { Fonts } from './fonts.ts'
import { printable } from './printable.ts'

/** Measures in points (1/72 inch) from the upper left corner of A4. */
export const paper = { width: 595.28, height: 841.89, margin: 56, foot: 36 } as const

/** The site's colours in the light. */
export const colours = {
  ink: '#1c2427',
  soft: '#525e61',
  line: '#d9d6cb',
  accent: '#0d5560',
  dial: '#d98e04',
  amber: '#8a5200',
} as const

/** How a piece of text is set. */
export type Setting = {
  readonly size: number
  readonly weight?: keyof Fonts
  readonly colour?: string
  readonly width: number
}

type Element = PDFKit.PDFStructureElement

/**
 * One document of tagged text: whatever is put on the paper is either text with its place in the structure, a link or a
 * figure with words for it, or decoration that says of itself that it is none.
 */
export class Paper {
  readonly #document: PDFKit.PDFDocument
  readonly #chunks: Uint8Array[] = []
  readonly #has: (codePoint: number) => boolean
  readonly #lacking = new Set<string>()

  /** @param about.made the date that the document bears; the clock is not asked. */
  constructor(
    fonts: Fonts,
    about: { readonly title: string; readonly made: Date; readonly language: string },
  ) {
    const coverage = [create(fonts.regular), create(fonts.semibold)]
    this.#has = (codePoint) => coverage.every((font) => font.hasGlyphForCodePoint(codePoint))
    this.#document = new PDFDocument({
      size: [paper.width, paper.height],
      margins: { top: paper.margin, left: paper.margin, right: paper.margin, bottom: paper.foot },
      pdfVersion: '1.7',
      subset: 'PDF/A-2a',
      tagged: true,
      lang: about.language,
      displayTitle: true,
      // No default font: the standard ones are not embedded.
      font: '',
      info: { Title: about.title, CreationDate: about.made },
    })
    this.#document.registerFont('regular', fonts.regular)
    this.#document.registerFont('semibold', fonts.semibold)
    this.#document.on('data', (chunk: Uint8Array) => this.#chunks.push(chunk))
  }

  /** Unicode numbers of the characters that the fonts lack, of all texts that were printed or measured. */
  get lacking(): readonly string[] {
    return Array.from(this.#lacking)
  }

  /** Begins another page. */
  turn(): void {
    this.#document.addPage()
  }

  /** How high a text will be. */
  heightOf(text: string, setting: Setting): number {
    const { text: printed } = this.#printable(text)
    return this.#set(setting).heightOfString(printed, { width: setting.width, lineGap: 1 })
  }

  /** A part of the document that other parts go into. */
  part(within: Element | undefined, type: string): Element {
    const element = this.#document.struct(type)
    if (within === undefined) this.#document.addStructure(element)
    else within.add(element)
    return element
  }

  /**
   * Prints a text. Where characters are lacking, the text itself goes along for those who have it read to them.
   *
   * @returns where it ends.
   */
  text(within: Element, type: string, text: string, setting: Setting, at: { x: number; y: number }): number {
    const printed = this.#printable(text)
    const element = this.#document.struct(type, printed.lacking.length > 0 ? { actual: text } : {})
    within.add(element)
    element.add(() => {
      this.#set(setting).text(printed.text, at.x, at.y, { width: setting.width, lineGap: 1 })
    })
    element.end()
    return this.#document.y
  }

  /**
   * Prints an address that can be followed, with a pointer or by the keyboard.
   *
   * @param words what is read out for the place that is pressed.
   */
  link(
    within: Element,
    address: string,
    words: string,
    setting: Setting,
    at: { x: number; y: number },
  ): void {
    const element = this.#document.struct('Link')
    within.add(element)
    const pdf = this.#set(setting)
    element.add(() => {
      pdf.text(address, at.x, at.y, { width: setting.width, lineGap: 1, underline: true })
    })
    const wide = Math.min(setting.width, pdf.widthOfString(address))
    // Such a string is written as text, a plain one as a name; the types know of neither that nor the place in the structure.
    const place = { structParent: element, Contents: new String(words) as string }
    pdf.link(at.x, at.y, wide, pdf.y - at.y, address, place)
    element.end()
  }

  /** Draws something that has a meaning, with words for whoever cannot see it. */
  figure(
    within: Element,
    alt: string,
    box: readonly [left: number, top: number, right: number, bottom: number],
    draw: (document: PDFKit.PDFDocument) => void,
  ): void {
    const element = this.#document.struct('Figure', { alt, bbox: box, placement: 'Block' } as { alt: string })
    within.add(element)
    element.add(() => draw(this.#document))
    element.end()
  }

  /** Draws something that only pleases. */
  decoration(draw: (document: PDFKit.PDFDocument) => void): void {
    this.#document.markContent('Artifact', { type: 'Layout' })
    draw(this.#document)
    this.#document.endMarkedContent()
  }

  /** Ends the document and gives its bytes. */
  async bytes(): Promise<Uint8Array> {
    const ended = new Promise<void>((resolve, reject) => {
      this.#document.on('end', () => resolve())
      this.#document.on('error', reject)
    })
    this.#document.end()
    await ended
    return new Uint8Array(await new Blob(this.#chunks).arrayBuffer())
  }

  #printable(text: string) {
    const printed = printable(text, this.#has)
    for (const number of printed.lacking) this.#lacking.add(number)
    return printed
  }

  #set({ size, weight = 'regular', colour = colours.ink }: Setting): PDFKit.PDFDocument {
    return this.#document.font(weight).fontSize(size).fillColor(colour)
  }
}
