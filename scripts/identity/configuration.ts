import { type Configuration, interactionPolicy } from 'oidc-provider'
import type { IdentityKeys } from './keys.ts'
import { sampleMembers } from './members.ts'
import { memoryAdapters } from './memory-adapter.ts'
import { notePage, pickerPolicy } from './picker-page.ts'

/** A relying party that may send people here. */
export type IdentityClient = {
  readonly id: string
  readonly secret: string
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris: readonly string[]
}

/** The provider's configuration: authorization code with PKCE only, members and their claims from the samples. */
export function configuration(clients: readonly IdentityClient[], keys: IdentityKeys): Configuration {
  return {
    adapter: memoryAdapters(),
    clients: clients.map((client) => ({
      client_id: client.id,
      client_secret: client.secret,
      redirect_uris: [...client.redirectUris],
      post_logout_redirect_uris: [...client.postLogoutRedirectUris],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      id_token_signed_response_alg: 'RS256',
    })),
    jwks: keys.jwks,
    cookies: { keys: keys.cookies },
    pkce: { required: () => true },
    scopes: ['openid'],
    responseTypes: ['code'],
    claims: {
      openid: ['sub'],
      profile: ['name'],
      cet: ['membership', 'registrant_types', 'goc_number'],
    },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}`, policy: alwaysAsk() },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        async logoutSource(ctx, form) {
          // Nobody is asked: the page that led here has said what it does. The form is the library's own.
          ctx.body = (await notePage('Sign out', 'Do you want to sign out of the sample account?')).replace(
            '</main>',
            `${form}<p><button form="op.logoutForm" name="logout" value="yes">Sign out</button></p></main>`,
          )
          ctx.set('content-security-policy', pickerPolicy)
        },
        async postLogoutSuccessSource(ctx) {
          ctx.body = await notePage('You are signed out', 'You can close this page.')
          ctx.set('content-security-policy', pickerPolicy)
        },
      },
    },
    async findAccount(_, id) {
      const member = sampleMembers.find((sample) => sample.id === id)
      if (member === undefined) return undefined
      return {
        accountId: member.id,
        claims: async () => ({
          sub: member.id,
          name: member.name,
          membership: [...member.membership],
          registrant_types: [...member.registrantTypes],
          goc_number: member.gocNumber,
        }),
      }
    },
    // The only client is the site itself, so there is nothing to consent to.
    async loadExistingGrant(ctx) {
      const { client, session, provider } = ctx.oidc
      if (client === undefined || session?.accountId === undefined) return undefined
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile cet')
      await grant.save()
      return grant
    },
    async renderError(ctx, out) {
      ctx.type = 'html'
      ctx.set('content-security-policy', pickerPolicy)
      ctx.body = await notePage(
        'This sign-in cannot go on',
        `${out.error_description ?? out.error} Go back to the site and start signing in again.`,
      )
    },
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      Grant: 3600,
      IdToken: 300,
      Interaction: 600,
      Session: 3600,
    },
  }
}

/** A developer changes from one sample member to the next, so the provider asks every time, session or not. */
function alwaysAsk(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base()
  policy
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check('always_ask', 'choose a sample member', (ctx) =>
        ctx.oidc.result?.login === undefined
          ? interactionPolicy.Check.REQUEST_PROMPT
          : interactionPolicy.Check.NO_NEED_TO_PROMPT,
      ),
    )
  return policy
}
