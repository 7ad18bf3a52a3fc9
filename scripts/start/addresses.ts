import Table from 'cli-table3'

/** One line of the closing table. */
export type Address = { readonly what: string; readonly url: string; readonly note: string }

/** A sample member as the table shows them. */
export type SampleMember = { readonly name: string; readonly who: string; readonly sees: string }

/** The two tables that `npm start` closes with: where everything is, and who can sign in. */
export function addressTables(addresses: readonly Address[], members: readonly SampleMember[]): string {
  const style = { head: [], border: [] }
  const where = new Table({ head: ['What', 'Address', ''], style })
  for (const { what, url, note } of addresses) where.push([what, url, note])
  const who = new Table({ head: ['Sample member', 'Who', 'Sees'], style })
  for (const { name, who: role, sees } of members) who.push([name, role, sees])
  return `${where}\n\nSign in on the site as one of these (no password, nobody of them exists):\n${who}`
}
