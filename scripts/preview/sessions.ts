import { randomBytes } from 'node:crypto'

/** What a session looks at: a perspective as clients send it, such as `drafts`, `published` or a stack of releases. */
export type PreviewPerspective = 'drafts' | 'published' | string[]

/** Somebody whom Studio let in. */
export type PreviewSession = { perspective: PreviewPerspective }

const cookieName = 'survival-pack-preview'

/** How long a session lasts, in seconds; opening the preview in Studio begins a new one. */
const lifetime = 12 * 3600

/** Sessions of a running preview. They live in memory: after a restart Studio lets its editors in again. */
export class PreviewSessions {
  readonly #sessions = new Map<string, PreviewSession & { until: number }>()
  readonly #attributes: string
  readonly #now: () => number

  /**
   * @param secure whether the preview is reached by https. Studio then is another site, and its frame gets the cookie only
   *   with `SameSite=None`; on this machine both are `localhost`.
   * @param now milliseconds of the Unix epoch.
   */
  constructor(secure: boolean, now: () => number = Date.now) {
    this.#attributes = `Path=/; HttpOnly; ${secure ? 'Secure; SameSite=None; Partitioned' : 'SameSite=Lax'}`
    this.#now = now
  }

  /** Begins a session. @returns the value of the `Set-Cookie` header. */
  begin(perspective: PreviewPerspective): string {
    const now = this.#now()
    for (const [id, { until }] of this.#sessions) if (until <= now) this.#sessions.delete(id)
    const id = randomBytes(32).toString('base64url')
    this.#sessions.set(id, { perspective, until: now + lifetime * 1000 })
    return `${cookieName}=${id}; Max-Age=${lifetime}; ${this.#attributes}`
  }

  /** Whose request this is, by its `Cookie` header. */
  of(cookies: string | undefined): PreviewSession | undefined {
    const session = this.#sessions.get(idIn(cookies))
    return session !== undefined && session.until > this.#now() ? session : undefined
  }

  /** Ends a session. @returns the value of the `Set-Cookie` header. */
  end(cookies: string | undefined): string {
    this.#sessions.delete(idIn(cookies))
    return `${cookieName}=; Max-Age=0; ${this.#attributes}`
  }
}

function idIn(cookies = ''): string {
  const [, id = ''] = new RegExp(`(?:^|;\\s*)${cookieName}=([^;]*)`).exec(cookies) ?? []
  return id
}

/**
 * Reads a perspective as Studio sends it, a name or names separated by commas.
 *
 * @returns `drafts` for anything that is none, so that a preview never shows another dataset's raw view.
 */
export function perspectiveOf(given: unknown): PreviewPerspective {
  const names = (Array.isArray(given) ? given : String(given ?? '').split(',')).filter(
    (name): name is string =>
      typeof name === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(name) && name !== 'raw',
  )
  const [first] = names
  if (first === undefined || first === 'previewDrafts') return 'drafts'
  if (names.length === 1 && (first === 'drafts' || first === 'published')) return first
  return names
}
