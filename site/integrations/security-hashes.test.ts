import { expect, test } from 'vitest'
import { hashesOf } from './security-hashes.ts'

test('hashes are read from their own directive', () => {
  const policy =
    "default-src 'none'; script-src 'self' 'sha256-AAA=' 'sha384-b+/='; style-src 'self' 'sha256-CCC='"
  expect(hashesOf(`<meta http-equiv="content-security-policy" content="${policy};">`)).toEqual({
    script: ['sha256-AAA=', 'sha384-b+/='],
    style: ['sha256-CCC='],
  })
})

test('a page without a policy has none', () => {
  expect(hashesOf('<!doctype html><title>x</title>')).toEqual({ script: [], style: [] })
})
