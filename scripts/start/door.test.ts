import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import getPort from 'get-port'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Door, openDoor } from './door.ts'

describe('the door of the site', () => {
  let port: number
  let behind: number
  let runtime: Server
  let door: Door

  const startRuntime = async (answer: string) => {
    runtime = createServer(async (request, response) => {
      if (request.url === '/slow') await delay(150)
      if (request.url === '/early') {
        // As workerd does: it answers, and closes the connection with what it has not read of the body.
        response.once('finish', () => request.socket.destroy())
        return void response.writeHead(413).end('Too large')
      }
      response.end(`${answer} for ${request.headers.host}`)
    })
    runtime.listen(behind, '127.0.0.1')
    await once(runtime, 'listening')
  }
  const stopRuntime = () => {
    const closed = new Promise((resolve) => runtime.close(resolve))
    runtime.closeAllConnections()
    return closed
  }
  const ask = async (path = '/') => (await fetch(`http://localhost:${port}${path}`)).text()

  beforeEach(async () => {
    port = await getPort()
    behind = await getPort()
    await startRuntime('old')
    door = await openDoor(port, `http://127.0.0.1:${behind}`)
  })
  afterEach(async () => {
    await door.close()
    await stopRuntime()
  })

  test('hands requests on under the name that they came by', async () => {
    expect(await ask()).toBe(`old for localhost:${port}`)
  })

  test('lets those inside finish, holds those who come, and turns nobody away', async () => {
    const inside = ask('/slow')
    await delay(50)
    const restarted = door.whileShut(async () => {
      await stopRuntime()
      await delay(100)
      await startRuntime('new')
    })
    const waiting = Array.from({ length: 20 }, () => ask())
    await restarted
    expect(await inside).toMatch(/^old/)
    for (const answer of await Promise.all(waiting)) expect(answer).toMatch(/^new/)
  })

  test.each([
    ['2 MB', 2_000_000],
    ['more than the connection holds', 16_000_000],
  ])('hands on an answer that comes before a body of %s is read', async (_, bytes) => {
    const body = new Uint8Array(bytes)
    for (let time = 0; time < 10; time += 1) {
      const answer = await fetch(`http://localhost:${port}/early`, { method: 'POST', body })
      expect([answer.status, await answer.text()], `time ${time}`).toEqual([413, 'Too large'])
      expect(await ask()).toMatch(/^old/)
    }
  })

  test('opens again when the work behind it fails', async () => {
    await expect(door.whileShut(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await ask()).toMatch(/^old/)
  })
})
