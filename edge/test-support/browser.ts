import { origin, type SiteUnderTest } from './site-under-test.ts'

/** A browser as far as signing in needs one: cookies by host and port, redirects one step at a time. */
export class Browser {
  readonly setCookies: string[] = []
  readonly #site: SiteUnderTest
  readonly #jars = new Map<string, Map<string, string>>()

  constructor(site: SiteUnderTest) {
    this.#site = site
  }

  /** The value of one of this site's cookies. */
  cookie(name: string): string | undefined {
    return this.#jars.get(origin)?.get(name)
  }

  /** Puts one of this site's cookies back. */
  keep(name: string, value: string): void {
    this.#jar(origin).set(name, value)
  }

  /** Opens an address: this site's through the Worker, others over the network. */
  get(to: string): Promise<Response> {
    return this.#send(new URL(to, origin), {})
  }

  /** Sends a form of a page of the address's own site. */
  post(to: string, form: Readonly<Record<string, string>> = {}): Promise<Response> {
    const url = new URL(to, origin)
    return this.#send(url, {
      method: 'POST',
      headers: { origin: url.origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    })
  }

  /** Goes through the provider as a member, up to the address of this site that it leads back to. */
  async authorise(url: URL, member: string): Promise<URL> {
    let next = url
    for (let step = 0; step < 10 && next.origin !== origin; step += 1) {
      const answer = await this.get(next.href)
      const choose = answer.status === 200 && next.pathname.startsWith('/interaction/')
      const moved = choose ? await this.post(next.href, { member }) : answer
      await (choose ? moved : answer).body?.cancel()
      next = new URL(moved.headers.get('location') ?? '', next)
    }
    return next
  }

  /** Signs in as a member; returns the page that they end at. */
  async signIn(member: string, to: string): Promise<Response> {
    const started = await this.get(`/sign-in?to=${encodeURIComponent(to)}`)
    const callback = await this.authorise(new URL(started.headers.get('location') ?? ''), member)
    const back = await this.get(callback.href)
    const location = back.headers.get('location')
    return location === null ? back : this.get(location)
  }

  async #send(url: URL, init: RequestInit): Promise<Response> {
    const jar = this.#jar(url.origin)
    const headers = new Headers(init.headers)
    headers.set('accept', 'text/html')
    headers.set('cookie', Array.from(jar, ([name, value]) => `${name}=${value}`).join('; '))
    const sent: RequestInit = { ...init, headers, redirect: 'manual' }
    const answer = url.origin === origin ? await this.#site.fetch(url.href, sent) : await fetch(url, sent)
    for (const line of answer.headers.getSetCookie()) {
      if (url.origin === origin) this.setCookies.push(line)
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }

  #jar(host: string): Map<string, string> {
    const jar = this.#jars.get(host) ?? new Map<string, string>()
    this.#jars.set(host, jar)
    return jar
  }
}
