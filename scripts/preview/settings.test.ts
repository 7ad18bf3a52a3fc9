import { expect, test } from 'vitest'
import { UserError } from '../user-error.ts'
import { previewSettings } from './settings.ts'

const complete = {
  SANITY_PROJECT_ID: 'survivalpack',
  SANITY_DATASET: 'production',
  SANITY_READ_TOKEN: 'secret-token',
  STUDIO_URL: 'https://studio.example.org/cet/',
  PREVIEW_URL: 'https://preview.example.org/',
}

test('a complete environment is read, with a port to fall back on', () => {
  expect(previewSettings({ ...complete, PREVIEW_PORT: '' })).toEqual({
    ...complete,
    STUDIO_URL: 'https://studio.example.org/cet',
    PREVIEW_URL: 'https://preview.example.org',
    PREVIEW_PORT: 8788,
    PREVIEW_HOST: '127.0.0.1',
  })
})

test.each([
  ['SANITY_PROJECT_ID', ''],
  ['SANITY_DATASET', 'Not Allowed'],
  ['SANITY_READ_TOKEN', ''],
  ['STUDIO_URL', 'studio'],
  ['PREVIEW_URL', 'https://preview.example.org/path'],
  ['PREVIEW_PORT', '70000'],
  ['SANITY_API_HOST', 'ftp://lake'],
])('%s = %j is refused by name, and no value is repeated', (name, value) => {
  const refusal = (() => {
    try {
      return previewSettings({ ...complete, [name]: value })
    } catch (error) {
      return error
    }
  })()
  if (!(refusal instanceof UserError)) throw new Error(`${name} was taken`)
  expect(refusal.code).toBe('PREVIEW_ENVIRONMENT_INVALID')
  expect(refusal.message).toContain(`- ${name}: `)
  expect(String(refusal)).not.toContain('secret-token')
})
