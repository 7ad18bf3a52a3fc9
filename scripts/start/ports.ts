import { createServer } from 'node:net'
import { UserError } from '../user-error.ts'

/**
 * Makes sure that a service can have its port, before anything is started.
 *
 * @param what the service, as the person knows it.
 * @param option the option that chooses another port.
 * @throws UserError START_PORT_TAKEN
 */
export async function requireFreePort(what: string, port: number, option: string): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    const code = await tryListening(port, host)
    if (code === 'EADDRINUSE' || code === 'EACCES') {
      throw new UserError(
        'START_PORT_TAKEN',
        `Port ${port}, which ${what} needs, ${code === 'EACCES' ? 'is not allowed to you' : 'is taken by another program'}.`,
        `Stop that program, or choose another port: npm start -- ${option} ${port + 1}`,
      )
    }
  }
}

/** The error code of an attempt to listen, or undefined when it went well. */
function tryListening(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)))
  })
}
