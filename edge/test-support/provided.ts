/** What the tests are given by the processes that run beside the runtime. */
export type Providers = {
  /** Issuer of the real development provider. */
  readonly issuer: string
  /** Base of the hostile issuers: `<base>/<misdeed>` is the issuer that commits it. */
  readonly hostile: string
  readonly clientSecret: string
  readonly siteOrigin: string
}

declare module 'vitest' {
  interface ProvidedContext {
    providers: Providers
  }
}
