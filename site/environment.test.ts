import { expect, test } from 'vitest'
import { siteEnvironment } from './environment.ts'

const whole = {
  SANITY_PROJECT_ID: 'survivalpack',
  SANITY_DATASET: 'production',
  SANITY_READ_TOKEN: 'a-secret',
  EXAM_VERSIONS: '/tmp/versions.json',
}

test('a hosted lake needs no address of its own', () => {
  expect(siteEnvironment({ ...whole, SANITY_API_HOST: '' })).toEqual(whole)
})

test('every variable at fault is named, and no value is repeated', () => {
  const environment = {
    SANITY_API_HOST: 'localhost-secret',
    SANITY_DATASET: 'No Such',
    SANITY_READ_TOKEN: '',
  }
  expect(() => siteEnvironment(environment)).toThrow(
    expect.objectContaining({
      code: 'ENVIRONMENT_INVALID',
      message: expect.stringMatching(
        /SANITY_PROJECT_ID[\s\S]*SANITY_DATASET[\s\S]*SANITY_API_HOST[\s\S]*SANITY_READ_TOKEN[\s\S]*EXAM_VERSIONS/,
      ),
    }),
  )
  expect(() => siteEnvironment(environment)).not.toThrow(/localhost-secret|No Such/)
})
