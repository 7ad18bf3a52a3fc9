import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { clientOf, EDITOR, lakeForTest, ORIGIN, PROJECT, VIEWER } from './test-support/lake.ts'

async function filled() {
  const lake = await lakeForTest()
  await clientOf(lake).create({ _id: 'x', _type: 'exam', key: 'sentinel' })
  await clientOf(lake).create({ _id: 'drafts.x', _type: 'exam', key: 'sentinel' })
  return lake
}

describe('without a token', () => {
  test('no document can be read', async () => {
    const lake = await filled()
    const anonymous = clientOf(lake, { token: '' })
    for (const perspective of ['raw', 'published', 'drafts'] as const) {
      expect(await anonymous.fetch('*', {}, { perspective })).toEqual([])
      expect(await anonymous.fetch('count(*)', {}, { perspective })).toBe(0)
    }
    expect(await anonymous.getDocument('x')).toBeUndefined()
    for (const path of ['events/documents/x', 'transactions/x', 'documents/x']) {
      const answer = await fetch(`${lake.url}/v1/data/history/sampledata/${path}`)
      expect(answer.status).toBe(401)
      expect(await answer.text()).not.toContain('sentinel')
    }
  })

  test('nothing can be written', async () => {
    const anonymous = clientOf(await filled(), { token: '' })
    await expect(anonymous.create({ _type: 'exam' })).rejects.toMatchObject({ statusCode: 401 })
    await expect(anonymous.delete('x')).rejects.toMatchObject({ statusCode: 401 })
    await expect(anonymous.assets.upload('file', Buffer.from('x'))).rejects.toMatchObject({ statusCode: 401 })
    const publish = {
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.x',
      publishedId: 'x',
    } as const
    await expect(anonymous.action(publish)).rejects.toMatchObject({ statusCode: 401 })
  })

  test('nobody is signed in', async () => {
    expect(await clientOf(await filled(), { token: '' }).users.getById('me')).toEqual({})
  })
})

test('a viewer reads everything and writes nothing', async () => {
  const viewer = clientOf(await filled(), { token: VIEWER.token })
  expect(await viewer.fetch('count(*)')).toBe(2)
  await expect(viewer.create({ _type: 'exam' })).rejects.toMatchObject({ statusCode: 403 })
  await expect(viewer.assets.upload('file', Buffer.from('x'))).rejects.toMatchObject({ statusCode: 403 })
  expect(await viewer.users.getById('me')).toMatchObject({ id: VIEWER.userId, role: 'viewer' })
  expect(await viewer.request({ url: `/projects/${PROJECT}/datasets/sampledata/acl` })).toMatchObject([
    { permissions: ['read', 'history'] },
  ])
})

test('a token that names nobody is refused, not taken for none', async () => {
  const lake = await filled()
  for (const token of ['wrong-token-0123456789', EDITOR.token.slice(0, -1), `${EDITOR.token}x`]) {
    await expect(clientOf(lake, { token }).fetch('*')).rejects.toMatchObject({ statusCode: 401 })
  }
})

describe('from a browser', () => {
  test('pages of the configured origins may use the lake with credentials; others are told nothing', async () => {
    const { url } = await filled()
    const ask = (origin: string, method: string) =>
      fetch(`${url}/v1/users/me`, {
        method,
        headers: { origin, 'access-control-request-headers': 'authorization' },
      })
    for (const method of ['GET', 'OPTIONS']) {
      const own = await ask(ORIGIN, method)
      expect(own.headers.get('access-control-allow-origin')).toBe(ORIGIN)
      expect(own.headers.get('access-control-allow-credentials')).toBe('true')
      const foreign = await ask('https://elsewhere.example', method)
      expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
    }
    expect((await ask(ORIGIN, 'OPTIONS')).headers.get('access-control-allow-headers')).toBe('authorization')
  })

  test.each([
    ['localhost', 200],
    ['127.0.0.1', 200],
    ['[::1]', 200],
    [`${PROJECT}.localhost`, 200],
    ['s12.localhost', 200],
    [`${PROJECT}.s3.localhost`, 200],
    ['evil.example', 421],
    ['localhost.evil.example', 421],
    ['otherproject.localhost', 421],
  ])('the host name %j is answered with %i', async (host, status) => {
    const { port } = await filled()
    const answered = await new Promise((resolve, reject) => {
      const headers = { host: `${host}:${port}` }
      request({ host: '127.0.0.1', port, path: '/v1/ping', headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })
    expect(answered).toBe(status)
  })

  test('it listens on loopback alone', async () => {
    const { port } = await filled()
    for (const host of ['127.0.0.1', '[::1]']) {
      expect((await fetch(`http://${host}:${port}/v1/ping`)).status).toBe(200)
    }
    await expect(fetch(`http://127.0.0.2:${port}/v1/ping`)).rejects.toThrow()
  })
})
