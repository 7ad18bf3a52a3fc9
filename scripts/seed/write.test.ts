import { describe, expect, test } from 'vitest'
import { assetPaths, resolveAssets } from './assets.ts'
import { firstDifference } from './compare.ts'
import { assetKind, localAsset } from './local-asset.ts'
import { referencesOf, waves } from './waves.ts'

const to = (id: string) => ({ _type: 'reference', _ref: id })

describe('waves', () => {
  test('put what is referred to before what refers', () => {
    const documents = [
      { _id: 'settings', _type: 't', pack: to('pack') },
      { _id: 'pack', _type: 't', items: [to('a'), to('b'), to('a')] },
      { _id: 'a', _type: 't', image: { asset: to('image-not-in-the-set') } },
      { _id: 'b', _type: 't' },
    ]
    expect(referencesOf(documents[1])).toEqual(['a', 'b'])
    expect(waves(documents).map((wave) => wave.map(({ _id }) => _id))).toEqual([
      ['a', 'b'],
      ['pack'],
      ['settings'],
    ])
  })

  test('refuse a circle by name', () => {
    const circle = [
      { _id: 'a', _type: 't', other: to('b') },
      { _id: 'b', _type: 't', other: to('a') },
    ]
    expect(() => waves(circle)).toThrow('in a circle: a, b')
  })
})

describe('the first difference', () => {
  const stored = { _rev: '1', _createdAt: 'x', _updatedAt: 'y', b: { c: 1 }, a: [{ k: 'x' }, { k: 'y' }] }

  test.each([
    [
      'the order of fields and what the lake adds do not count',
      { a: [{ k: 'x' }, { k: 'y' }], b: { c: 1 } },
      undefined,
    ],
    ['a changed value', { a: [{ k: 'x' }, { k: 'z' }], b: { c: 1 } }, 'a[1].k'],
    ['a shorter list', { a: [{ k: 'x' }], b: { c: 1 } }, 'a'],
    ['a field that is not stored', { a: [{ k: 'x' }, { k: 'y' }], b: { c: 1, d: 2 } }, 'b.d'],
    ['a field that was not wanted', { a: [{ k: 'x' }, { k: 'y' }] }, 'b'],
    ['another kind of value', { a: [{ k: 'x' }, { k: 'y' }], b: [] }, 'b'],
  ])('%s', (_, wanted, path) => {
    expect(firstDifference(wanted, stored)).toBe(path)
  })
})

describe('assets', () => {
  const document = {
    _id: 'a',
    _type: 't',
    list: [{ asset: localAsset('x.png') }],
    one: localAsset('v/y.mp4'),
  }

  test('are found wherever they are marked, and replaced by references', () => {
    expect(assetPaths([document, document])).toEqual(['v/y.mp4', 'x.png'])
    const ids = new Map([
      ['x.png', 'image-x'],
      ['v/y.mp4', 'file-y'],
    ])
    expect(resolveAssets(document, ids)).toEqual({
      _id: 'a',
      _type: 't',
      list: [{ asset: to('image-x') }],
      one: to('file-y'),
    })
    expect(() => resolveAssets(document, new Map())).toThrow('x.png was not uploaded')
  })

  test('are of a known kind', () => {
    expect(assetKind('a.vtt')).toEqual({ kind: 'file', contentType: 'text/vtt' })
    expect(() => assetKind('a.tiff')).toThrow('a.tiff')
  })
})
