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

  test('opens again when the work behind it fails', async () => {
    await expect(door.whileShut(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await ask()).toMatch(/^old/)
  })
})
