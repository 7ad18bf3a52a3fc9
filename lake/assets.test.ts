import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { authorized, clientOf, DATASET, lakeForTest, PROJECT, temporaryFolder } from './test-support/lake.ts'

function picture(width = 60, height = 40, alpha = 1): Promise<Buffer> {
  const background = { r: 200, g: 30, b: 30, alpha }
  return sharp({ create: { width, height, channels: 4, background } })
    .png()
    .toBuffer()
}

describe('images', () => {
  test('get an ID of content and size, metadata, and an address that shows them', async () => {
    const lake = await lakeForTest()
    const bytes = await picture()
    const sha1 = createHash('sha1').update(bytes).digest('hex')
    const asset = await clientOf(lake).assets.upload('image', bytes, { filename: 'eye.png', title: 'An eye' })
    expect(asset).toMatchObject({
      _id: `image-${sha1}-60x40-png`,
      _type: 'sanity.imageAsset',
      assetId: `${sha1}-60x40`,
      extension: 'png',
      mimeType: 'image/png',
      originalFilename: 'eye.png',
      title: 'An eye',
      size: bytes.length,
      url: `${lake.url}/images/${PROJECT}/${DATASET}/${sha1}-60x40.png`,
      metadata: {
        isOpaque: true,
        dimensions: { width: 60, height: 40, aspectRatio: 1.5 },
        lqip: expect.stringMatching(/^data:image\/jpeg;base64,/),
      },
    })
    // The file is public by its name, as on hosted Sanity.
    const shown = await fetch(asset.url)
    expect(shown.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await shown.arrayBuffer()).equals(bytes)).toBe(true)
  })

  test('the same bytes again are the same asset', async () => {
    const client = clientOf(await lakeForTest())
    const bytes = await picture()
    const first = await client.assets.upload('image', bytes)
    const second = await client.assets.upload('image', bytes, { filename: 'other.png' })
    expect(second._rev).toBe(first._rev)
    expect(await client.fetch('count(*[_type == "sanity.imageAsset"])')).toBe(1)
  })

  test.each([
    ['w=30', 30, 20, 'png'],
    ['w=30&h=30&fit=crop', 30, 30, 'png'],
    ['w=30&h=30&fit=max', 30, 20, 'png'],
    ['w=600&fit=max', 60, 40, 'png'],
    ['rect=10,10,20,20', 20, 20, 'png'],
    ['rect=0,0,40,40&w=20&fm=jpg&q=50', 20, 20, 'jpeg'],
    ['fm=webp', 60, 40, 'webp'],
    ['auto=format&h=20', 30, 20, 'webp'],
  ])('%s gives %i × %i as %s', async (query, width, height, format) => {
    const asset = await clientOf(await lakeForTest()).assets.upload('image', await picture())
    const answer = await fetch(`${asset.url}?${query}`, { headers: { accept: 'image/webp,*/*' } })
    expect(answer.status).toBe(200)
    const metadata = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
    expect(metadata).toMatchObject({ width, height, format })
    expect(answer.headers.get('content-type')).toBe(`image/${format}`)
  })

  test.each(['w=0', 'w=many', 'rect=50,0,60,40', 'rect=1'])('%s is refused', async (query) => {
    const asset = await clientOf(await lakeForTest()).assets.upload('image', await picture())
    expect((await fetch(`${asset.url}?${query}`)).status).toBe(400)
  })

  test('what is no image is refused, and leaves no file', async () => {
    const folder = temporaryFolder()
    const client = clientOf(await lakeForTest({ folder }))
    const upload = client.assets.upload('image', Buffer.from('not an image'))
    await expect(upload).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining('not an image'),
    })
    await expect(client.assets.upload('image', Buffer.alloc(0))).rejects.toMatchObject({ statusCode: 400 })
    const { readdirSync } = await import('node:fs')
    expect(readdirSync(`${folder}/assets`)).toEqual([])
  })

  test('one that a document shows cannot be deleted', async () => {
    const client = clientOf(await lakeForTest())
    const { _id } = await client.assets.upload('image', await picture())
    const image = { _type: 'image', asset: { _type: 'reference', _ref: _id } }
    await client.create({ _type: 'article', image })
    await expect(client.delete(_id)).rejects.toMatchObject({ statusCode: 409 })
  })
})

describe('files', () => {
  const bytes = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 256))

  async function uploaded() {
    const lake = await lakeForTest()
    const asset = await clientOf(lake).assets.upload('file', bytes, {
      filename: 'talk.mp4',
      contentType: 'video/mp4',
    })
    return { lake, asset }
  }

  test('keep their extension and type', async () => {
    const { lake, asset } = await uploaded()
    const sha1 = createHash('sha1').update(bytes).digest('hex')
    expect(asset).toMatchObject({ _id: `file-${sha1}-mp4`, mimeType: 'video/mp4', size: 1000 })
    const captions = await clientOf(lake).assets.upload('file', Buffer.from('WEBVTT'), {
      filename: 'talk.vtt',
    })
    expect((await fetch(captions.url)).headers.get('content-type')).toBe('text/vtt; charset=utf-8')
  })

  test.each([
    ['bytes=0-99', 206, 'bytes 0-99/1000', 100],
    ['bytes=900-', 206, 'bytes 900-999/1000', 100],
    ['bytes=-10', 206, 'bytes 990-999/1000', 10],
    ['bytes=0-5000', 206, 'bytes 0-999/1000', 1000],
    ['bytes=1000-', 416, 'bytes */1000', 0],
    ['bytes=5-1', 416, 'bytes */1000', 0],
    ['lines=1-2', 200, null, 1000],
  ])('the range %j is answered with %i', async (range, status, contentRange, length) => {
    const { asset } = await uploaded()
    const answer = await fetch(asset.url, { headers: { range } })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([status, contentRange])
    expect((await answer.arrayBuffer()).byteLength).toBe(length)
  })

  test('a page or a picture with script in it cannot act as the lake', async () => {
    const lake = await lakeForTest()
    const script = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>',
    )
    for (const kind of ['image', 'file'] as const) {
      const { url } = await clientOf(lake).assets.upload(kind, script, { filename: 'x.svg' })
      const { headers } = await fetch(url)
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  test.each([
    ['images/..%2f..%2flake.sqlite'],
    ['files/samplepack/sampledata/..%2flake.sqlite'],
    ['files/samplepack/sampledata/lake.sqlite'],
    ['files/otherproject/sampledata/0000000000000000000000000000000000000000.mp4'],
  ])('%s is not found', async (path) => {
    const { lake } = await uploaded()
    expect((await fetch(`${lake.url}/${path}`, { headers: authorized() })).status).toBe(404)
  })
})

test('an asset has the address of the lake that is running, whichever port it was uploaded on', async () => {
  const folder = temporaryFolder()
  const first = await lakeForTest({ folder })
  const asset = await clientOf(first).assets.upload('image', await picture())
  await first.close()
  const second = await lakeForTest({ folder })
  const url = await clientOf(second).fetch('*[_id == $id][0].url', { id: asset._id })
  expect(url).toBe(asset.url.replace(first.url, second.url))
  expect((await fetch(url)).status).toBe(200)
})
