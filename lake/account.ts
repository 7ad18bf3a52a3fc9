import { requireUser } from './access.ts'
import { isObject } from './documents.ts'
import { dataError, httpError } from './errors.ts'
import { type Call, readJsonValue, sendJson } from './http.ts'
import type { Lake } from './lake.ts'

const ROLE_TITLES = { editor: 'Editor', viewer: 'Viewer' }

/** `GET /users/me`: the user behind the token; `{}` for nobody, which Studio reads as "not signed in". */
export function answerMe(call: Call): void {
  if (call.caller.kind === 'anonymous') {
    sendJson(call.response, 200, {})
    return
  }
  const { userId, name, email, role } = call.caller.user
  sendJson(call.response, 200, {
    id: userId,
    name,
    email,
    profileImage: null,
    provider: 'embedded',
    role,
    roles: [{ name: role, title: ROLE_TITLES[role], description: '' }],
  })
}

/** `GET /users/<id>,<id>…`: who they are; an unknown ID gets null in its place. A single ID gets a single answer. */
export function answerUsers(call: Call, lake: Lake): void {
  requireUser(call.caller)
  const ids = (call.segments[1] ?? '').split(',')
  const users = ids.map((id) => {
    const user = lake.access.users.find(({ userId }) => userId === id)
    if (!user) return null
    const { userId, name, email } = user
    return {
      id: userId,
      sanityUserId: userId,
      displayName: name,
      email,
      imageUrl: null,
      provider: 'embedded',
    }
  })
  sendJson(call.response, 200, users.length === 1 ? users[0] : users)
}

/**
 * `GET|PUT /users/me/keyvalue[/<key>,…]`: what Studio remembers for a user. The answer must be a list; an object
 * crashes Studio's structure tool.
 */
export async function answerKeyValue(call: Call, lake: Lake): Promise<void> {
  const { userId } = requireUser(call.caller)
  const { db } = lake.store
  if (call.method === 'PUT') {
    const pairs = await readJsonValue(call.request)
    if (!Array.isArray(pairs))
      throw dataError(400, 'validationError', 'The body must be a list of {key, value}')
    const put = db.prepare(
      `INSERT INTO keyvalue (user_id, key, value) VALUES (?, ?, ?)
       ON CONFLICT (user_id, key) DO UPDATE SET value = excluded.value`,
    )
    const stored = pairs.map((pair) => {
      if (!isObject(pair) || typeof pair['key'] !== 'string') {
        throw dataError(400, 'validationError', 'Each pair needs a "key"')
      }
      const value = pair['value'] ?? null
      put.run(userId, pair['key'], JSON.stringify(value))
      return { key: pair['key'], value }
    })
    sendJson(call.response, 200, stored)
    return
  }
  const keys = (call.segments[3] ?? '').split(',').filter((key) => key !== '')
  const get = db.prepare('SELECT value FROM keyvalue WHERE user_id = ? AND key = ?')
  sendJson(
    call.response,
    200,
    keys.map((key) => {
      const row = get.get(userId, key)
      return { key, value: row ? JSON.parse(String(row['value'])) : null }
    }),
  )
}

/** `GET /auth/id`, `/auth/providers`, `/auth/logout`: there is no sign-in here; a token is the whole of it. */
export function answerAuth(call: Call): void {
  switch (call.segments[1]) {
    case 'id':
      sendJson(call.response, 200, { id: requireUser(call.caller).userId })
      return
    case 'providers':
      sendJson(call.response, 200, { providers: [], thirdPartyLogin: false })
      return
    case 'logout':
      sendJson(call.response, 200, { ok: true })
      return
    default:
      throw httpError(404, 'Not found')
  }
}
