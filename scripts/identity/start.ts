import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Provider from 'oidc-provider'
import { UserError } from '../user-error.ts'
import { configuration, type IdentityClient } from './configuration.ts'
import { openKeys } from './keys.ts'
import { sampleMembers } from './members.ts'
import { pickerPage, pickerPolicy } from './picker-page.ts'

export type { IdentityClient } from './configuration.ts'

/** A provider that is running. `issuer` is its address; `close` ends it with every connection. */
export type RunningIdentity = { readonly issuer: string; close(): Promise<void> }

/**
 * Starts the development OpenID provider on loopback.
 *
 * @param options.port TCP port; 0 takes a free one.
 * @param options.folder where the installation's keys are kept.
 * @throws UserError IDENTITY_PORT_TAKEN or IDENTITY_KEYS_BROKEN
 */
export async function startIdentity(options: {
  readonly port: number
  readonly folder: string
  readonly clients: readonly IdentityClient[]
}): Promise<RunningIdentity> {
  const keys = await openKeys(options.folder)
  // The issuer's name holds the port, so the port comes first.
  const answer: { current: (request: IncomingMessage, response: ServerResponse) => void } = {
    current: (_, response) => {
      response.writeHead(503).end()
    },
  }
  const server = createServer((request, response) => answer.current(request, response))
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new UserError(
              'IDENTITY_PORT_TAKEN',
              `Port ${options.port}, which the identity provider needs, is taken by another program.`,
              'Stop that program or choose another port.',
            )
          : error,
      )
    })
    server.listen({ port: options.port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : options.port)
    })
  })
  const issuer = `http://localhost:${port}`
  const provider = new Provider(issuer, configuration(options.clients, keys))
  const forward = provider.callback()
  answer.current = (request, response) => {
    const isInteraction = request.url?.startsWith('/interaction/') ?? false
    const answered = isInteraction ? interaction(provider, request, response) : forward(request, response)
    answered.catch(() => {
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' })
      response.end('This sign-in is over or never began. Go back to the site and start again.')
    })
  }
  return {
    issuer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Shows the members, then takes the choice. */
async function interaction(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') {
    const { uid } = await provider.interactionDetails(request, response)
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': pickerPolicy,
        'cache-control': 'no-store',
      })
      .end(await pickerPage(`/interaction/${uid}`))
    return
  }
  const member = new URLSearchParams(await readBody(request)).get('member')
  await forgetSession(provider, request, response)
  const known = sampleMembers.some((sample) => sample.id === member)
  await provider.interactionFinished(
    request,
    response,
    known && member !== null
      ? { login: { accountId: member, remember: false } }
      : { error: 'access_denied', error_description: 'Nobody was chosen.' },
  )
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) {
    text += String(chunk)
    if (text.length > 2_000) throw new Error('The form is longer than the page makes it.')
  }
  return text
}

/** Whoever was chosen last time has no part in this sign-in; with them, the library would ask to sign them out first. */
async function forgetSession(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const details = await provider.interactionDetails(request, response)
  if (details.session === undefined) return
  await (await provider.Session.find(details.session.cookie))?.destroy()
  details.session = undefined
  await details.save(details.exp - Math.floor(Date.now() / 1000))
}
