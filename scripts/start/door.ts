import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { createProxyServer } from 'httpxy'
import { UploadAgent } from './upload-agent.ts'

/** The site's door: it hands requests on, and can be held shut for a moment without turning anybody away. */
export type Door = {
  /**
   * Does something while no request is under way. Requests that come meanwhile wait, and go on afterwards.
   *
   * @throws whatever `work` throws; the door opens again all the same.
   */
  whileShut<Result>(work: () => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** How long requests under way may take before the door shuts on them, in milliseconds. */
const patience = 5_000

/**
 * Opens the door on loopback. The local runtime restarts to take up a new site and refuses connections for about a
 * second; a member in the middle of an exam is not to see that.
 *
 * @param port where people come in.
 * @param target origin of the runtime.
 */
export async function openDoor(port: number, target: string): Promise<Door> {
  const proxy = createProxyServer({ target })
  const uploads = new UploadAgent()
  proxy.on('proxyRes', ({ headers }) => {
    // Says what becomes of the runtime's connection, not of the one that a browser has with the door.
    delete headers.connection
  })
  let shut: Promise<void> = Promise.resolve()
  let underWay = 0
  let drained: (() => void) | undefined

  const server = createServer(async (request, response) => {
    await shut
    underWay += 1
    response.once('close', () => {
      underWay -= 1
      if (underWay === 0) drained?.()
    })
    await proxy.web(request, response, hasBody(request) ? { agent: uploads } : {}).catch(() => {
      if (!response.headersSent)
        response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' })
      response.end('The site could not be reached for a moment. Load the page again.')
    })
  })
  server.listen({ port, host: '127.0.0.1', exclusive: true })
  await once(server, 'listening')

  return {
    async whileShut(work) {
      let open = () => {}
      shut = new Promise((resolve) => {
        open = resolve
      })
      try {
        if (underWay > 0) {
          let timer: NodeJS.Timeout | undefined
          await new Promise<void>((resolve) => {
            drained = resolve
            timer = setTimeout(resolve, patience)
          })
          clearTimeout(timer)
          drained = undefined
        }
        return await work()
      } finally {
        open()
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined
}
