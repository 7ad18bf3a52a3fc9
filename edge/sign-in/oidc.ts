import * as oauth from 'oauth4webapi'
import type { Settings } from '../env.ts'
import { RequestError } from '../http/problem.ts'

/** Metadata of a provider is read again after this time, in milliseconds of real time. */
const metadataLifetime = 10 * 60_000

const providers = new Map<string, { readonly server: oauth.AuthorizationServer; readonly readAt: number }>()

/** What was sent with the member to the provider and must fit what comes back. */
export type Expected = { readonly state: string; readonly nonce: string; readonly codeVerifier: string }

/** A person as the provider vouches for them. `claims` are those of the ID token and of the user-info endpoint. */
export type Vouched = {
  readonly issuer: string
  readonly subject: string
  readonly claims: Readonly<Record<string, unknown>>
}

/** Where the provider sends members back to; it must be registered there letter by letter. */
export function redirectUri(settings: Settings): string {
  return `${settings.SITE_ORIGIN}/sign-in/callback`
}

/**
 * The address that starts a sign-in at the provider.
 *
 * @throws RequestError sign-in/provider-unreachable
 */
export async function authorizationUrl(settings: Settings, expected: Expected): Promise<URL> {
  const server = await provider(settings)
  if (server.authorization_endpoint === undefined) throw unreachable('has no authorization endpoint')
  const url = new URL(server.authorization_endpoint)
  const parameters = {
    client_id: settings.OIDC_CLIENT_ID,
    redirect_uri: redirectUri(settings),
    response_type: 'code',
    scope: settings.CLAIMS.scope,
    state: expected.state,
    nonce: expected.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(expected.codeVerifier),
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url
}

/**
 * Finishes a sign-in: checks the answer, exchanges the code, and checks the ID token's signature, issuer, audience,
 * algorithm, nonce and times (by real time). The signature is checked although the token came straight from the
 * provider: a proxy in between must not be able to make members.
 *
 * @param callback the address that the provider sent the member to.
 * @throws RequestError sign-in/wrong-state, sign-in/refused or sign-in/provider-unreachable.
 */
export async function finishSignIn(settings: Settings, callback: URL, expected: Expected): Promise<Vouched> {
  const server = await provider(settings)
  const client: oauth.Client = {
    client_id: settings.OIDC_CLIENT_ID,
    id_token_signed_response_alg: settings.OIDC_SIGNING_ALG,
  }
  try {
    const answer = oauth.validateAuthResponse(server, client, callback, expected.state)
    const tokens = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.ClientSecretBasic(settings.OIDC_CLIENT_SECRET),
      answer,
      redirectUri(settings),
      expected.codeVerifier,
      requestOptions(settings),
    )
    if (tokens.status >= 500) throw unreachable(`answered with ${tokens.status}`)
    const copy = tokens.clone()
    const result = await oauth.processAuthorizationCodeResponse(server, client, copy, {
      expectedNonce: expected.nonce,
      requireIdToken: true,
    })
    await oauth.validateApplicationLevelSignature(server, copy, requestOptions(settings))
    const idToken = oauth.getValidatedIdTokenClaims(result)
    if (idToken === undefined) throw refused('The sign-in service sent no ID token.')
    const userInfo = await readUserInfo(settings, server, client, result.access_token, idToken.sub)
    return { issuer: idToken.iss, subject: idToken.sub, claims: { ...userInfo, ...idToken } }
  } catch (error) {
    throw signInError(error)
  }
}

/** Where a member can end their session at the provider as well; undefined when it offers no such thing. */
export async function providerSignOutUrl(settings: Settings): Promise<URL | undefined> {
  const server = await provider(settings).catch(() => undefined)
  if (server?.end_session_endpoint === undefined) return undefined
  const url = new URL(server.end_session_endpoint)
  url.searchParams.set('client_id', settings.OIDC_CLIENT_ID)
  url.searchParams.set('post_logout_redirect_uri', `${settings.SITE_ORIGIN}/`)
  return url
}

async function readUserInfo(
  settings: Settings,
  server: oauth.AuthorizationServer,
  client: oauth.Client,
  accessToken: string,
  subject: string,
): Promise<Readonly<Record<string, unknown>>> {
  if (server.userinfo_endpoint === undefined) return {}
  const response = await oauth.userInfoRequest(server, client, accessToken, requestOptions(settings))
  return oauth.processUserInfoResponse(server, client, subject, response)
}

async function provider(settings: Settings): Promise<oauth.AuthorizationServer> {
  const known = providers.get(settings.OIDC_ISSUER)
  if (known !== undefined && Date.now() - known.readAt < metadataLifetime) return known.server
  const issuer = new URL(settings.OIDC_ISSUER)
  try {
    const response = await oauth.discoveryRequest(issuer, { algorithm: 'oidc', ...requestOptions(settings) })
    const server = await oauth.processDiscoveryResponse(issuer, response)
    providers.set(settings.OIDC_ISSUER, { server, readAt: Date.now() })
    return server
  } catch (error) {
    throw unreachable(error instanceof Error ? error.name : 'gave no answer')
  }
}

/** Plain HTTP is for a provider on this machine only; no request may hang. */
function requestOptions(settings: Settings) {
  return {
    signal: () => AbortSignal.timeout(8_000),
    ...(settings.OIDC_ALLOW_HTTP ? { [oauth.allowInsecureRequests]: true } : {}),
  }
}

function signInError(error: unknown): Error {
  if (error instanceof RequestError) return error
  if (error instanceof oauth.AuthorizationResponseError) {
    return refused(
      error.error === 'access_denied'
        ? 'The sign-in was cancelled.'
        : 'The sign-in service did not accept the request.',
    )
  }
  if (error instanceof oauth.ResponseBodyError || error instanceof oauth.WWWAuthenticateChallengeError) {
    return refused(
      'The sign-in service did not accept the code: it may have been used before, or be too old.',
    )
  }
  if (error instanceof oauth.OperationProcessingError || error instanceof oauth.UnsupportedOperationError) {
    return refused('What came back from the sign-in service could not be trusted.')
  }
  return unreachable(error instanceof Error ? error.name : 'gave no answer')
}

function refused(detail: string): RequestError {
  return new RequestError('sign-in/refused', detail)
}

function unreachable(how: string): RequestError {
  return new RequestError('sign-in/provider-unreachable', `The sign-in service could not be used (${how}).`, {
    headers: { 'retry-after': '30' },
  })
}
