import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { isObject, type JsonObject } from './documents.ts'
import { authorized, DATASET, lakeForTest, ORIGIN, until } from './test-support/lake.ts'

async function studio(url: string, headers: Record<string, string>) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v2022-06-30/socket/${DATASET}`, { headers })
  onTestFinished(() => socket.terminate())
  const heard: JsonObject[] = []
  const answers = new Map<unknown, unknown>()
  socket.on('message', (data) => {
    const message: unknown = JSON.parse(String(data))
    if (!isObject(message)) return
    if (message['method'] === undefined) answers.set(message['id'], message['result'])
    else if (isObject(message['params']) && isObject(message['params']['result']))
      heard.push(message['params']['result'])
  })
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  let next = 0
  const call = async (method: string, params: JsonObject = {}) => {
    const id = next++
    socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }))
    await until(() => answers.has(id), method)
    return answers.get(id)
  }
  await call('presence_subscribe')
  return { socket, heard, call }
}

test('two Studios see where the other is, and when it leaves', async () => {
  const { url } = await lakeForTest()
  const one = await studio(url, authorized())
  // A browser sends no token with a WebSocket; it counts as the only editor.
  const two = await studio(url, { origin: ORIGIN })
  await two.call('presence_rollcall', { session: 's2' })
  await until(() => one.heard.length === 1, 'roll call')
  expect(one.heard[0]).toEqual({ type: 'rollCall', i: 'editor-1', session: 's2' })
  await one.call('presence_announce', { data: { sessionId: 's1', locations: [{ documentId: 'a' }] } })
  await until(() => two.heard.length === 1, 'state')
  expect(two.heard[0]).toMatchObject({
    type: 'state',
    m: { sessionId: 's1', locations: [{ documentId: 'a' }] },
  })
  one.socket.close()
  await until(() => two.heard.length === 2, 'disconnect')
  expect(two.heard[1]).toEqual({ type: 'disconnect', i: 'editor-1', m: { session: 's1' } })
})

test.each([
  ['a page of another origin', { origin: 'https://elsewhere.example' }, '403'],
  ['nobody', {}, '403'],
  ['a wrong token', { authorization: 'Bearer wrong-token-0123456789' }, '401'],
])('%s is refused', async (_name, headers, status) => {
  const { url } = await lakeForTest()
  await expect(studio(url, headers)).rejects.toThrow(status)
})
