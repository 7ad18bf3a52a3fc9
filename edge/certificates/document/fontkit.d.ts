/** The little of fontkit that is used here; pdfkit, which is built on it, does the rest. */
declare module 'fontkit' {
  export function create(bytes: Uint8Array): { hasGlyphForCodePoint(codePoint: number): boolean }
}
