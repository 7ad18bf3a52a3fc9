import { createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { requireFreePort } from './ports.ts'

const servers: ReturnType<typeof createServer>[] = []
afterEach(() =>
  Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve)))),
)

test('a port that another program holds is one sentence with the option that chooses another', async () => {
  const server = createServer()
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  await expect(requireFreePort('Sanity Studio', port, '--studio-port')).rejects.toThrow(
    `Port ${port}, which Sanity Studio needs, is taken by another program.`,
  )
  await new Promise((resolve) => server.close(resolve))
  servers.length = 0
  await expect(requireFreePort('Sanity Studio', port, '--studio-port')).resolves.toBeUndefined()
})
