import { expect, test } from 'vitest'
import { allowsFedMedia, hashesOf, withOwnHashes } from './security-hashes.ts'

test('hashes are read from their own directive', () => {
  const policy =
    "default-src 'none'; script-src 'self' 'sha256-AAA=' 'sha384-b+/='; style-src 'self' 'sha256-CCC='"
  expect(hashesOf(`<meta http-equiv="content-security-policy" content="${policy};">`)).toEqual({
    script: ['sha256-AAA=', 'sha384-b+/='],
    style: ['sha256-CCC='],
  })
})

test('a page may feed its player only when its own policy says so', () => {
  const page = (policy: string) => `<meta http-equiv="content-security-policy" content="${policy}">`
  expect(allowsFedMedia(page("default-src 'none'; media-src 'self' blob:;"))).toBe(true)
  expect(allowsFedMedia(page("default-src 'none'; img-src blob:; media-src 'self'"))).toBe(false)
  expect(allowsFedMedia('<!doctype html>')).toBe(false)
})

test('a page without a policy has none', () => {
  expect(hashesOf('<!doctype html><title>x</title>')).toEqual({ script: [], style: [] })
})

test('a page keeps the hashes of its own inline code alone', () => {
  const policy = (hashes: string) =>
    `<meta http-equiv="content-security-policy" content="script-src 'self'${hashes}; style-src 'self';">`
  const page = (hashes: string) => `${policy(hashes)}<script>alert(1)</script><script src="/a.js"></script>`
  const own = " 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
  expect(withOwnHashes(page(`${own} 'sha256-AAA='`))).toBe(page(own))
  expect(withOwnHashes(policy(" 'sha256-AAA='"))).toBe(policy(''))
  const empty = " 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
  expect(withOwnHashes(page(`${own}${empty}`))).toBe(page(own))
  expect(withOwnHashes(`${policy(empty)}<style></style>`)).toContain(empty)
})
