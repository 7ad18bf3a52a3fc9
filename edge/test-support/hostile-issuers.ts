import { createHmac, createPublicKey } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'

type Signing = (claims: JWTPayload) => Promise<string>

/**
 * Issuers that each do one thing wrong, and `honest`, which does none: it proves that the others are refused for their
 * misdeed and not for something else. Issuer `<base>/<misdeed>` hands a code to whoever asks.
 */
export async function startHostileIssuers(
  clientSecret: string,
): Promise<{ base: string; close(): Promise<void> }> {
  const own = await generateKeyPair('RS256', { extractable: true })
  const foreign = await generateKeyPair('RS256', { extractable: true })
  const kid = 'issuer-key'
  const publicJwk = { ...(await exportJWK(own.publicKey)), kid, alg: 'RS256', use: 'sig' }
  const publicPem = createPublicKey({ key: publicJwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' })

  const signedBy =
    (key: CryptoKey): Signing =>
    (claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(key)
  const honest = signedBy(own.privateKey)
  const hmac =
    (secret: string | Buffer): Signing =>
    async (claims) => {
      const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
      const input = `${part({ alg: 'HS256', kid })}.${part(claims)}`
      return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`
    }
  const misdeeds: Readonly<Record<string, { claims?: JWTPayload; sign?: Signing; userInfo?: object }>> = {
    honest: {},
    'wrong-nonce': { claims: { nonce: 'another' } },
    'no-nonce': { claims: { nonce: undefined } },
    'wrong-issuer': { claims: { iss: 'http://localhost:1/another' } },
    'wrong-audience': { claims: { aud: 'another-client' } },
    'two-audiences': { claims: { aud: ['pack', 'another-client'] } },
    expired: { claims: { iat: 1_600_000_000, exp: 1_600_000_300 } },
    'foreign-key': { sign: signedBy(foreign.privateKey) },
    unsigned: { sign: async (claims) => new UnsecuredJWT(claims).encode() },
    'signed-with-public-key': { sign: hmac(publicPem) },
    'signed-with-client-secret': { sign: hmac(clientSecret) },
    tampered: {
      sign: async (claims) => {
        const [header, , signature] = (await honest({ ...claims, sub: 'nobody' })).split('.')
        return `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`
      },
    },
    'other-user-info': { userInfo: { sub: 'another-person', membership: ['aop-member'] } },
    'wrong-callback-issuer': {},
    'wrong-state': {},
    'token-error': {},
    'token-down': {},
    'no-id-token': {},
  }

  const nonces = new Map<string, string>()
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', base())
    const [, misdeed = '', ...rest] = url.pathname.split('/')
    const issuer = `${base()}/${misdeed}`
    const deed = misdeeds[misdeed]
    const json = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (deed === undefined) return void json(404, {})
    switch (rest.join('/')) {
      case '.well-known/openid-configuration':
        return void json(200, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          userinfo_endpoint: `${issuer}/me`,
          authorization_response_iss_parameter_supported: true,
          id_token_signing_alg_values_supported: ['RS256'],
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
        })
      case 'authorize': {
        const back = new URL(url.searchParams.get('redirect_uri') ?? base())
        const code = `${misdeed}-${nonces.size}`
        nonces.set(code, url.searchParams.get('nonce') ?? '')
        back.searchParams.set('code', code)
        back.searchParams.set(
          'state',
          misdeed === 'wrong-state' ? 'forged' : (url.searchParams.get('state') ?? ''),
        )
        back.searchParams.set('iss', misdeed === 'wrong-callback-issuer' ? `${base()}/honest` : issuer)
        return void response.writeHead(302, { location: back.href }).end()
      }
      case 'token': {
        if (misdeed === 'token-error') return void json(400, { error: 'invalid_grant' })
        if (misdeed === 'token-down') return void json(502, {})
        const code = new URLSearchParams(await bodyOf(request)).get('code') ?? ''
        const now = Math.floor(Date.now() / 1000)
        const claims: JWTPayload = {
          iss: issuer,
          sub: `person-of-${misdeed}`,
          aud: 'pack',
          iat: now,
          exp: now + 300,
          nonce: nonces.get(code),
          name: 'Hostile Sample',
          membership: ['aop-member'],
          registrant_types: ['optometrist'],
          ...deed.claims,
        }
        const idToken = await (deed.sign ?? honest)(claims)
        return void json(200, {
          access_token: `token-of-${misdeed}`,
          token_type: 'Bearer',
          ...(misdeed === 'no-id-token' ? {} : { id_token: idToken }),
        })
      }
      case 'jwks':
        return void json(200, { keys: [publicJwk] })
      case 'me':
        return void json(200, deed.userInfo ?? { sub: `person-of-${misdeed}` })
      default:
        return void json(404, {})
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  function base(): string {
    const address = server.address()
    return `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`
  }
  return {
    base: base(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk)
  return text
}
