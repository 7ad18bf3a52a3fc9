import { expect, test } from 'vitest'
import { datasetClient } from './dataset-client.ts'

const hosted = { SANITY_PROJECT_ID: 'abcd1234' }

test('the client of a hosted dataset shows the token that is given, to read or to write', () => {
  const both = { ...hosted, SANITY_READ_TOKEN: 'viewer', SANITY_WRITE_TOKEN: 'editor' }
  expect(datasetClient({ ...hosted, SANITY_READ_TOKEN: 'viewer' }, 'read').config()).toMatchObject({
    projectId: 'abcd1234',
    dataset: 'production',
    token: 'viewer',
  })
  expect(datasetClient(both, 'read').config().token).toBe('editor')
  expect(datasetClient(both, 'write').config().token).toBe('editor')
})

test('without a token that is good for it, it says which to set', () => {
  expect(() => datasetClient(hosted, 'read')).toThrow(
    expect.objectContaining({
      code: 'DATASET_TOKEN_MISSING',
      remedy: expect.stringContaining('SANITY_READ_TOKEN'),
    }),
  )
  expect(() => datasetClient({ ...hosted, SANITY_READ_TOKEN: 'viewer' }, 'write')).toThrow(
    expect.objectContaining({
      code: 'DATASET_TOKEN_MISSING',
      remedy: 'Set SANITY_WRITE_TOKEN to a token with the role Editor.',
    }),
  )
})
