import { env } from 'cloudflare:workers'

/** The real database, of which the n-th call fails, before or after it was carried out. */
export function failing(call: number, when: 'before' | 'after', message: string): D1Database {
  let calls = 0
  const attempted = async <T>(work: () => Promise<T>): Promise<T> => {
    calls += 1
    const due = calls === call
    if (due && when === 'before') throw new Error(message)
    const result = await work()
    if (due) throw new Error(message)
    return result
  }
  const statements = new WeakMap<object, D1PreparedStatement>()
  const wrap = (real: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = new Proxy(real, {
      get: (target, name) => {
        if (name === 'bind') return (...values: unknown[]) => wrap(target.bind(...values))
        if (name === 'first') return (column: string) => attempted(() => target.first(column))
        if (name === 'run') return () => attempted(() => target.run())
        if (name === 'all') return () => attempted(() => target.all())
        return Reflect.get(target, name, target)
      },
    })
    statements.set(wrapped, real)
    return wrapped
  }
  return new Proxy(env.DB, {
    get: (target, name) => {
      if (name === 'prepare') return (sql: string) => wrap(target.prepare(sql))
      if (name === 'batch')
        return (batch: D1PreparedStatement[]) =>
          attempted(() => target.batch(batch.map((each) => statements.get(each) ?? each)))
      return Reflect.get(target, name, target)
    },
  })
}
