import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certificateIdFrom, printedCertificateId, readCertificateId } from './certificate-id.ts'

const bytes = fc.uint8Array({ minLength: 28, maxLength: 40 })

describe('the ID of a certificate', () => {
  test('has 28 characters of which none can be mistaken, and every byte of chance counts', () => {
    fc.assert(
      fc.property(bytes, fc.nat(27), fc.integer({ min: 1, max: 31 }), (random, at, change) => {
        const id = certificateIdFrom(random)
        expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{28}$/)
        const other = random.map((byte, index) => (index === at ? (byte + change) % 256 : byte))
        expect(certificateIdFrom(other)).not.toBe(id)
      }),
    )
  })

  test('takes every character equally often', () => {
    const counts = new Map<string, number>()
    for (let byte = 0; byte < 256; byte += 1) {
      const character = certificateIdFrom(new Uint8Array(28).fill(byte)).charAt(0)
      counts.set(character, (counts.get(character) ?? 0) + 1)
    }
    expect(counts.size).toBe(32)
    expect(new Set(counts.values())).toEqual(new Set([8]))
  })

  test('cannot be made of too little chance', () => {
    expect(() => certificateIdFrom(new Uint8Array(27))).toThrow(RangeError)
  })
})

describe('what people type', () => {
  /** Ways to write one character so that it still means the same. */
  const written = (character: string) =>
    fc.constantFrom(
      character,
      character.toLowerCase(),
      ...(character === '0' ? ['O', 'o'] : character === '1' ? ['I', 'i', 'L', 'l'] : []),
    )
  const separator = fc.constantFrom('', '', '', '-', ' ', ' - ', '–', '\u00a0', '\t')

  test('is read as the ID that was printed, however it is grouped and in whatever case', () => {
    fc.assert(
      fc.property(
        bytes
          .map(certificateIdFrom)
          .chain((id) =>
            fc.tuple(
              fc.constant(id),
              fc.tuple(...Array.from(id, (character) => fc.tuple(separator, written(character)))),
            ),
          ),
        ([id, typed]) => {
          expect(readCertificateId(printedCertificateId(id))).toBe(id)
          expect(readCertificateId(` ${typed.flat().join('')} `)).toBe(id)
        },
      ),
    )
  })

  const surroundings = [
    ['https://cet.example.org/verify/', '/'],
    ['http://127.0.0.1:8787/verify/', '/'],
    ['cet.example.org/verify/', ''],
    ['https://cet.example.org/verify/?id=', ''],
    ['https://cet.example.org/my-cet/certificates/', '.pdf'],
    ['<https://cet.example.org/verify/', '/>.'],
    ['“', '”'],
    ['"', '"'],
    ["'", "',"],
    ['(', ').'],
    ['Certificate ID: ', ''],
    ['Certificate ID ', ''],
    ['certificate id', '.'],
    ['certificate ', '.'],
    ['Certificate number ', ''],
    ['Certificate no. ', ''],
    ['ID ', ''],
    ['certificate-', '.pdf'],
    ['certificate-', ' (1).pdf'],
    ['\ufeff', '\u200b'],
  ] as const

  test('is found within what was pasted', () => {
    fc.assert(
      fc.property(
        bytes.map(certificateIdFrom),
        fc.constantFrom(...surroundings),
        fc.boolean(),
        (id, [before, after], printed) => {
          expect(readCertificateId(`${before}${printed ? printedCertificateId(id) : id}${after}`)).toBe(id)
        },
      ),
    )
  })

  test('is one certificate or none, whatever was pasted', () => {
    fc.assert(
      fc.property(bytes.map(certificateIdFrom), bytes.map(certificateIdFrom), (one, other) => {
        fc.pre(one !== other)
        expect(readCertificateId(`${one}, ${other}`)).toBeUndefined()
        expect(readCertificateId(`${one}${other}`)).toBeUndefined()
        expect(readCertificateId(`/verify/${one}/ /verify/${one}/`)).toBe(one)
        expect(readCertificateId(`https://cet.example.org/verify/${one.slice(1)}/`)).toBeUndefined()
      }),
    )
  })

  test.for([
    '',
    '-',
    'https://cet.example.org/verify/',
    '0000',
    '0000-0000-0000-0000-0000-0000-000',
    '0000-0000-0000-0000-0000-0000-00000',
    '0000-0000-0000-0000-0000-0000-000U',
    '0000_0000_0000_0000_0000_0000_0000',
    "0000-0000-0000-0000-0000-0000-000'",
    '٠000-0000-0000-0000-0000-0000-0000',
  ])('“%s” is none', (typed) => {
    expect(readCertificateId(typed)).toBeUndefined()
  })

  test('is printed in groups of four', () => {
    expect(printedCertificateId('ABCDEFGHJKMNPQRSTVWXYZ012345')).toBe('ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345')
  })
})
