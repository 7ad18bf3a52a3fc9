/** The least that recording a submission could cost: one request, one D1 batch, nothing else. */
export default {
  async fetch(request: Request, env: { readonly DB: Database }): Promise<Response> {
    const statements: readonly { sql: string; values: readonly unknown[] }[] = await request.json()
    await env.DB.batch(statements.map(({ sql, values }) => env.DB.prepare(sql).bind(...values)))
    return Response.json({ recorded: true })
  },
}

type Statement = { bind(...values: unknown[]): Statement }
type Database = { prepare(sql: string): Statement; batch(statements: Statement[]): Promise<unknown> }
