import { expect, test } from 'vitest'
import { cropped } from './cropped.ts'

const asset = { _id: 'image-a-400x300-png', url: 'http://localhost/a-400x300.png', width: 400, height: 300 }

test('without a crop the image is shown whole', () => {
  const whole = { src: asset.url, width: 400, height: 300 }
  expect(cropped({ asset, crop: null })).toEqual(whole)
  expect(cropped({ asset, crop: { top: 0, bottom: 0, left: 0, right: 0 } })).toEqual(whole)
})

test('a crop is cut in pixels of the original', () => {
  expect(cropped({ asset, crop: { top: 0.1, bottom: 0.2, left: 0.25, right: 0 } })).toEqual({
    src: 'http://localhost/a-400x300.png?rect=100%2C30%2C300%2C210',
    width: 300,
    height: 210,
  })
})

test('a crop that leaves nothing is ignored', () => {
  expect(cropped({ asset, crop: { top: 0.5, bottom: 0.5, left: 0, right: 0 } })).toEqual({
    src: asset.url,
    width: 400,
    height: 300,
  })
})
