import { createServer } from 'node:http'
import sirv from 'sirv'

/**
 * Serves a built Studio on loopback. Every path that is no file is the Studio's own route.
 *
 * @param port 0 chooses a free one.
 */
export async function serveStudio(
  folder: string,
  port: number,
): Promise<{ url: string; close(): Promise<void> }> {
  const files = sirv(folder, { single: true, etag: true, dev: false })
  const server = createServer((request, response) => files(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a TCP address.')
  return {
    url: `http://localhost:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
