import { expect, test } from 'vitest'
import { pageAddress } from './page-address.ts'

const site = 'http://localhost:8787'

test.each([
  [{ _type: 'article', slug: { current: 'red-eye' } }, `${site}/cet/active/red-eye/`],
  [{ _type: 'video', slug: { current: 'slit-lamp' } }, `${site}/cet/active/slit-lamp/`],
  [{ _type: 'article' }, undefined],
  [{ _type: 'article', slug: { current: '' } }, undefined],
  [{ _type: 'pack', slug: { current: 'survival' } }, `${site}/cet/active/`],
  [{ _type: 'siteSettings' }, `${site}/`],
  [{ _type: 'exam' }, undefined],
])('%j is found at %s', (document, address) => {
  expect(pageAddress(site, document)).toBe(address)
  expect(pageAddress(undefined, document)).toBeUndefined()
})
