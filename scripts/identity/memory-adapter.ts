import type { Adapter, AdapterPayload } from 'oidc-provider'

type Entry = { payload: AdapterPayload; expiresAt: number }

/**
 * Keeps codes, tokens and interactions of one running provider in memory: they live for minutes, and a member who is in
 * the middle of signing in when it restarts simply starts again.
 */
export function memoryAdapters(): (model: string) => Adapter {
  const models = new Map<string, Map<string, Entry>>()
  return (model) => {
    const entries = models.get(model) ?? new Map<string, Entry>()
    models.set(model, entries)
    const find = async (id: string) => {
      const entry = entries.get(id)
      if (entry !== undefined && entry.expiresAt > Date.now()) return entry.payload
      entries.delete(id)
      return undefined
    }
    const findBy = async (field: 'uid' | 'userCode', value: string) =>
      Array.from(entries.values()).find(({ payload }) => payload[field] === value)?.payload
    return {
      find,
      async upsert(id, payload, expiresIn) {
        entries.set(id, { payload, expiresAt: Date.now() + (expiresIn ?? 3600) * 1000 })
      },
      findByUid: (uid) => findBy('uid', uid),
      findByUserCode: (userCode) => findBy('userCode', userCode),
      async consume(id) {
        const payload = await find(id)
        if (payload !== undefined) payload['consumed'] = Math.floor(Date.now() / 1000)
      },
      async destroy(id) {
        entries.delete(id)
      },
      async revokeByGrantId(grantId) {
        for (const [id, { payload }] of entries) if (payload.grantId === grantId) entries.delete(id)
      },
    }
  }
}
