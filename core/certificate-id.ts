import { z } from 'zod'

/** Crockford's base 32: no I, L, O or U, so that nothing in it is read as something else. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Characters of an ID: 28 of 5 bits each are 140 bits, which nobody guesses, in seven groups of four. */
const certificateIdLength = 28

/** The public ID of a certificate as it is stored and as addresses carry it. */
export const certificateIdSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{28}$/)

/**
 * Makes a certificate's public ID.
 *
 * @param bytes at least 28 random bytes; 256 is a multiple of 32, so every character is equally likely.
 * @throws RangeError when there are fewer.
 */
export function certificateIdFrom(bytes: Uint8Array): string {
  if (bytes.length < certificateIdLength) throw new RangeError('A certificate ID takes 28 random bytes.')
  return Array.from(bytes.subarray(0, certificateIdLength), (byte) => alphabet.charAt(byte % 32)).join('')
}

/** An ID as it is printed: groups of four, joined by hyphens. */
export function printedCertificateId(id: string): string {
  return id.replaceAll(/(.{4})(?=.)/g, '$1-')
}

/**
 * Reads an ID as people type it: in either case, grouped by spaces or any dash or not at all, with O for 0 and I or L
 * for 1. It is found in what people paste as well: an address, quotation marks, the label that stands before it, the name of the
 * document’s file.
 *
 * @returns the ID as it is stored; undefined when the text holds none, or more than one, so that each reading asks for
 * one certificate at most.
 */
export function readCertificateId(typed: string): string | undefined {
  const found = new Set(
    typed.split(between).flatMap((piece) => idOf(piece) ?? idOf(piece.replace(label, '')) ?? []),
  )
  const [id] = found
  return found.size === 1 ? id : undefined
}

/** What no ID has within it; letters of every alphabet stay, as a word that holds one is not an ID with something round it. */
const between = /[^\p{L}\p{M}\p{N}\s\p{Pd}\p{Cf}\u2212]+/u
/** What stands before it: on the document, in a sentence about it, in the name of its file. */
const label = /^\s*(?:certificate(?:\s+(?:id|no|number))?|id)/iu

function idOf(piece: string): string | undefined {
  const plain = piece
    .replaceAll(/[\s\p{Pd}\p{Cf}\u2212]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const read = certificateIdSchema.safeParse(plain)
  return read.success ? read.data : undefined
}
