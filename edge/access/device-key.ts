import { sha256 } from '../http/digest.ts'

/**
 * Under what name a browser keeps what it remembers for a member: where they stopped reading, say. Several members may
 * share a device, and neither must find the other's traces; nor should what is kept there name anybody, so this is a
 * digest of its own and no use anywhere else.
 *
 * @param member the member's ID.
 * @returns 16 hexadecimal digits.
 */
export async function deviceKey(member: string): Promise<string> {
  return (await sha256(`device-key:${member}`)).slice(0, 16)
}
