import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Caller } from './access.ts'
import { isObject, type JsonObject } from './documents.ts'
import type { Lake } from './lake.ts'

interface Member {
  socket: WebSocket
  caller: Caller
  session: string | null
  subscriptions: Set<string>
}

/**
 * `/socket/<dataset>`: who is where, told between open Studios over a WebSocket. The protocol is JSON-RPC as
 * @sanity/bifur-client speaks it: `presence_announce`, `_rollcall` and `_disconnect` reach all other subscribers.
 */
export class Presence {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 })
  readonly #members = new Set<Member>()
  readonly #lake: Lake
  #nextSubscription = 1

  constructor(lake: Lake) {
    this.#lake = lake
  }

  /** Takes over an upgrade that the server has already found to be allowed. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, caller: Caller): void {
    this.#server.handleUpgrade(request, socket, head, (webSocket) => this.#welcome(webSocket, caller))
  }

  close(): void {
    for (const { socket } of this.#members) socket.terminate()
    this.#server.close()
  }

  #welcome(socket: WebSocket, caller: Caller): void {
    const member: Member = { socket, caller, session: null, subscriptions: new Set() }
    this.#members.add(member)
    // Studio counts any message as a sign of life.
    const heartbeat = setInterval(() => socket.send('♥'), 20_000)
    socket.on('message', (data) => this.#receive(member, String(data)))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      clearInterval(heartbeat)
      this.#members.delete(member)
      if (member.session !== null) this.#leave(member, member.session)
    })
  }

  #receive(member: Member, text: string): void {
    let message: unknown
    try {
      message = JSON.parse(text)
    } catch {
      member.socket.send(rpcError(null, -32700, 'Parse error'))
      return
    }
    if (!isObject(message)) return
    const id = message['id'] ?? null
    const params = isObject(message['params']) ? message['params'] : {}
    const result = this.#call(member, String(message['method']), params)
    const answer = result === undefined ? rpcError(id, -32601, 'Method not found') : rpcResult(id, result)
    member.socket.send(answer)
  }

  #call(member: Member, method: string, params: JsonObject): unknown {
    const userId = this.#userOf(member)
    switch (method) {
      case 'authorization':
        try {
          member.caller = this.#lake.access.identify(String(params['authorization']))
          return true
        } catch {
          member.socket.close(4001, 'Unauthorized')
          return false
        }
      case 'presence_subscribe': {
        const subscription = String(this.#nextSubscription++)
        member.subscriptions.add(subscription)
        return subscription
      }
      case 'presence_unsubscribe':
        return member.subscriptions.delete(String(params['subscriptionId']))
      case 'presence_rollcall':
        if (userId !== null)
          this.#tellOthers(member, { type: 'rollCall', i: userId, session: params['session'] })
        return true
      case 'presence_announce': {
        const data = isObject(params['data']) ? params['data'] : {}
        member.session = String(data['sessionId'])
        if (userId !== null) this.#tellOthers(member, { type: 'state', i: userId, m: data })
        return true
      }
      case 'presence_disconnect':
        this.#leave(member, String(params['session']))
        member.session = null
        return true
      default:
        return undefined
    }
  }

  /**
   * Browsers send no `Authorization` with a WebSocket, and a Studio whose token is built in does not know of it. Such
   * a socket has come from an allowed page all the same; it counts as the only editor, where there is only one.
   */
  #userOf({ caller }: Member): string | null {
    if (caller.kind === 'user') return caller.user.userId
    const [editor, ...others] = this.#lake.access.users.filter(({ role }) => role === 'editor')
    return editor && others.length === 0 ? editor.userId : null
  }

  #leave(member: Member, session: string): void {
    const i = this.#userOf(member)
    if (i !== null) this.#tellOthers(member, { type: 'disconnect', i, m: { session } })
  }

  #tellOthers(from: Member, result: JsonObject): void {
    for (const member of this.#members) {
      if (member === from || this.#userOf(member) === null) continue
      for (const subscription of member.subscriptions) {
        const params = { subscription, result }
        member.socket.send(JSON.stringify({ jsonrpc: '2.0', method: 'presence_subscription', params }))
      }
    }
  }
}

function rpcResult(id: unknown, result: unknown): string {
  return JSON.stringify({ jsonrpc: '2.0', id, result })
}

function rpcError(id: unknown, code: number, message: string): string {
  return JSON.stringify({ jsonrpc: '2.0', id, error: { code, message } })
}

/** Refuses an upgrade with a status line and nothing else. */
export function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
