import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Access, type Role, type TokenHolder } from './access.ts'
import { moveAssets } from './asset-address.ts'
import { openDatabase } from './database.ts'
import { LakeError } from './errors.ts'
import { sendError } from './http.ts'
import { Lake } from './lake.ts'
import { answerCors, checkHost, hostRule } from './origin.ts'
import { Presence, refuseUpgrade } from './presence.ts'
import { watchSchedule } from './release-schedule.ts'
import { readUrl, route } from './router.ts'
import { OpenStreams } from './sse.ts'
import { randomLakeId, Store } from './store.ts'

export { LakeError, type Role, type TokenHolder }

/** How a lake is started. */
export interface LakeOptions {
  /** TCP port on the loopback addresses; 0 takes a free one. */
  port: number
  /** Folder for the database and the assets; made if it is missing. */
  folder: string
  projectId: string
  dataset: string
  /** Who may use it. Without a token nothing can be read but asset files, by their names. */
  tokens: readonly TokenHolder[]
  /** Origins of the pages that may use it from a browser, such as `http://localhost:3333`. */
  origins: readonly string[]
  /** The time of changes; the system's clock unless given. */
  clock?: () => Date
  /** Makes transaction and document IDs; random ones unless given. They must never repeat. */
  random?: () => string
}

/** A lake that is running. */
export interface RunningLake {
  /** `http://localhost:<port>` */
  url: string
  port: number
  /** Ends all connections and closes the database. */
  close(): Promise<void>
}

/**
 * Starts an embedded Content Lake: Sanity's HTTP API over a SQLite file, for this machine alone.
 * @throws LakeError LAKE_PORT_TAKEN, LAKE_PORT_REFUSED, LAKE_DATA_UNREADABLE, LAKE_DATA_IN_USE, LAKE_OPTION_INVALID
 */
export async function startLake(options: LakeOptions): Promise<RunningLake> {
  checkOptions(options)
  const db = openDatabase(options.folder)
  const store = new Store(db, options.clock ?? (() => new Date()), options.random ?? randomLakeId)
  const streams = new OpenStreams()
  const { projectId, dataset, folder } = options
  const origins = new Set(options.origins)
  const lake = new Lake({
    projectId,
    dataset,
    folder,
    origins,
    access: new Access(options.tokens),
    store,
    streams,
  })
  const presence = new Presence(lake)
  try {
    const { servers, port } = await listenOnLoopback(() => makeServer(lake, presence), options.port)
    lake.url = `http://localhost:${port}`
    moveAssets(store.dataset, lake.url)
    const stopSchedule = watchSchedule(store)
    let closed: Promise<void> | undefined
    const close = () => {
      stopSchedule()
      closed ??= closeAll(servers, lake, presence)
      return closed
    }
    return { url: lake.url, port, close }
  } catch (error) {
    db.close()
    throw error
  }
}

function checkOptions({ projectId, dataset, tokens }: LakeOptions): void {
  const fault = !/^[a-z0-9][a-z0-9-]*$/.test(projectId)
    ? `The project ID "${projectId}" is not made of lower-case letters, digits and "-"`
    : !/^~?[a-z0-9][a-z0-9_-]{0,63}$/.test(dataset)
      ? `The dataset name "${dataset}" is not made of lower-case letters, digits, "_" and "-"`
      : tokens.some(({ token }) => token.length < 16)
        ? 'A token has fewer than 16 characters'
        : undefined
  if (fault) throw new LakeError('LAKE_OPTION_INVALID', `${fault}.`, 'Correct the option and start again.')
}

function makeServer(lake: Lake, presence: Presence): Server {
  const isOwnHost = hostRule(lake.projectId)
  const server = createServer((request, response) => {
    const answer = async () => {
      checkHost(request, isOwnHost)
      if (!answerCors(request, response, lake.origins)) await route(request, response, lake)
    }
    answer().catch((error: unknown) => sendError(response, error))
  })
  // Node closes an idle connection after 5 s. On a busy machine a client may send its next request in that very moment, and
  // an upload cannot be sent twice.
  server.keepAliveTimeout = 65_000
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    try {
      checkHost(request, isOwnHost)
      const { segments } = readUrl(request)
      const { origin } = request.headers
      const [area, dataset] = segments
      if (area !== 'socket' || dataset !== lake.dataset) return refuseUpgrade(socket, '404 Not Found')
      // Browsers do not apply CORS to WebSockets, so the origin is checked here.
      const caller = lake.access.identify(request.headers.authorization)
      const foreign = origin === undefined ? caller.kind === 'anonymous' : !lake.origins.has(origin)
      if (foreign) return refuseUpgrade(socket, '403 Forbidden')
      presence.accept(request, socket, head, caller)
    } catch {
      refuseUpgrade(socket, '401 Unauthorized')
    }
  })
  return server
}

async function listenOnLoopback(make: () => Server, port: number) {
  const first = make()
  await listen(first, port, '127.0.0.1')
  const address = first.address()
  const bound = (address as AddressInfo).port
  const second = make()
  try {
    await listen(second, bound, '::1')
    return { servers: [first, second], port: bound }
  } catch (error) {
    if (error instanceof LakeError && error.code === 'LAKE_PORT_REFUSED')
      return { servers: [first], port: bound }
    first.close()
    throw error
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const where = `${host}:${port}`
      reject(
        error.code === 'EADDRINUSE'
          ? new LakeError(
              'LAKE_PORT_TAKEN',
              `Port ${port} is taken by another program.`,
              'Stop that program, or choose another port (LAKE_PORT).',
              error,
            )
          : new LakeError(
              'LAKE_PORT_REFUSED',
              `The lake may not listen on ${where} (${error.code}).`,
              'Choose another port (LAKE_PORT), above 1023.',
              error,
            ),
      )
    })
    server.listen(port, host, () => resolve())
  })
}

async function closeAll(servers: readonly Server[], lake: Lake, presence: Presence): Promise<void> {
  lake.streams.close()
  presence.close()
  await Promise.all(
    servers.map((server) => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      return closed
    }),
  )
  lake.store.db.close()
}
