import { Agent, type ClientRequestArgs } from 'node:http'
import { Socket, type TcpNetConnectOpts } from 'node:net'

/**
 * Connects for one request that has a body, and hears the answer however early it comes. A server that has answered need not
 * read the rest of the body: it closes the connection, and whoever is still writing gets an error for it before they have
 * read the answer. The connection is good for no second request then, which is why none is kept.
 */
export class UploadAgent extends Agent {
  constructor() {
    super({ keepAlive: false })
  }

  override createConnection(options: ClientRequestArgs): Socket {
    // What Node's own agent connects with; only its general type leaves out the port.
    return new ListeningSocket().connect(options as TcpNetConnectOpts)
  }
}

/**
 * Goes on reading when nobody takes any more what it writes. Nothing waits in vain for that: a connection that is gone ends for
 * reading, too.
 */
class ListeningSocket extends Socket {
  override _write(...[chunk, encoding, done]: Parameters<Socket['_write']>): void {
    super._write(chunk, encoding, () => done())
  }

  override _writev(...[chunks, done]: Parameters<NonNullable<Socket['_writev']>>): void {
    super._writev?.(chunks, () => done())
  }
}
