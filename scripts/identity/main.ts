import { Command } from 'commander'
import { reportAndExit } from '../user-error.ts'
import { startIdentity } from './start.ts'

const command: Command = new Command('identity')
  .description(
    'Runs the development OpenID provider on this machine. It asks for no password: never expose it.',
  )
  .option('--port <port>', 'TCP port', process.env['IDENTITY_PORT'] ?? '3456')
  .option('--folder <folder>', 'where its keys are kept', process.env['IDENTITY_FOLDER'] ?? '.data/identity')
  .option('--site <origin>', 'origin of the site', process.env['SITE_URL'] ?? 'http://localhost:8787')
  .option('--client-id <id>', 'client ID of the site', process.env['OIDC_CLIENT_ID'] ?? 'cet-survival-pack')
  .parse()
const { port, folder, site, clientId } =
  command.opts<Record<'port' | 'folder' | 'site' | 'clientId', string>>()

try {
  const secret = process.env['OIDC_CLIENT_SECRET']
  if (secret === undefined) command.error('OIDC_CLIENT_SECRET: set it to the secret that the site was given.')
  const { origin } = new URL(site)
  const running = await startIdentity({
    port: Number(port),
    folder,
    clients: [
      {
        id: clientId,
        secret,
        redirectUris: [`${origin}/sign-in/callback`],
        postLogoutRedirectUris: [`${origin}/`],
      },
    ],
  })
  console.log(JSON.stringify({ listening: running.issuer }))
  const stop = () => void running.close().then(() => process.exit(0))
  process.once('SIGINT', stop).once('SIGTERM', stop)
} catch (error) {
  reportAndExit(error)
}
