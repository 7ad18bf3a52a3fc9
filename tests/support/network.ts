import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What becomes of a request on its way. */
export type Fate = 'passes' | 'hangs' | 'bad gateway'

/** A network between a browser and its sites that a test can make bad. */
export type Network = {
  /** The `proxy` of a browser context that uses this network. */
  readonly proxy: { readonly server: string; readonly bypass: string }
  /** Says what becomes of each request from now on. */
  fate: (url: URL) => Fate
  /** Paths of the requests that hang. */
  hanging(): string[]
  /** Lets everything that hangs go on its way. */
  letGo(): void
  close(): Promise<void>
}

/** Starts a network, which is a proxy: requests hang between two real programs. All of them pass at first. */
export async function startNetwork(): Promise<Network> {
  let held: { readonly path: string; readonly go: () => void }[] = []
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '')
    const fate = network.fate(url)
    if (fate === 'passes') pass(url, incoming, outgoing)
    else if (fate === 'hangs') held.push({ path: url.pathname, go: () => pass(url, incoming, outgoing) })
    else outgoing.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const network: Network = {
    // Loopback addresses go through it as well.
    proxy: { server: `http://127.0.0.1:${port}`, bypass: '<-loopback>' },
    fate: () => 'passes',
    hanging: () => held.map(({ path }) => path),
    letGo() {
      const all = held
      held = []
      for (const { go } of all) go()
    },
    async close() {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
  return network
}

function pass(url: URL, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers } = incoming
  const onward = request(url, { method: method ?? 'GET', headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 500, answer.rawHeaders)
    answer.pipe(outgoing)
  })
  onward.on('error', () => outgoing.destroy())
  incoming.pipe(onward)
}
