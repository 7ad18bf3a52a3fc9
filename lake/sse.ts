import type { ServerResponse } from 'node:http'

const HEARTBEAT_MS = 20_000

/** A stream of server-sent events. Comments keep it alive; it ends when the client goes or the lake closes. */
export class EventStream {
  readonly #response: ServerResponse
  readonly #timer: NodeJS.Timeout

  constructor(response: ServerResponse, onClose: () => void) {
    this.#response = response
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    response.write(':\n\n')
    this.#timer = setInterval(() => response.write(':\n\n'), HEARTBEAT_MS)
    response.on('close', () => {
      clearInterval(this.#timer)
      onClose()
    })
  }

  send(event: string, data: unknown, id?: string): void {
    const head = id === undefined ? '' : `id: ${id}\n`
    this.#response.write(`event: ${event}\n${head}data: ${JSON.stringify(data)}\n\n`)
  }

  end(): void {
    clearInterval(this.#timer)
    this.#response.end()
  }
}

/** All open streams, so that closing the lake can end them. */
export class OpenStreams {
  readonly #streams = new Set<EventStream>()

  add(stream: EventStream): void {
    this.#streams.add(stream)
  }

  remove(stream: EventStream): void {
    this.#streams.delete(stream)
  }

  close(): void {
    for (const stream of this.#streams) stream.end()
  }
}
