import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineProject } from 'vitest/config'
import { placeCertificateFonts } from '../site/integrations/certificate-fonts.ts'

const room = import.meta.dirname

/** The small site with the fonts that a build puts beside its pages. */
async function smallSite(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'edge-site-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  cpSync(join(room, 'test-support/site'), folder, { recursive: true })
  await placeCertificateFonts(folder)
  return folder
}

/** The Worker's tests run in its own runtime, on D1 with the real migrations and the file server over a small site. */
export default defineProject({
  plugins: [
    cloudflareTest(async () => ({
      main: join(room, 'worker.ts'),
      miniflare: {
        compatibilityDate: '2026-11-01',
        cf: false,
        d1Databases: ['DB'],
        r2Buckets: ['MEDIA'],
        assets: {
          directory: await smallSite(),
          binding: 'ASSETS',
          routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: true },
          assetConfig: { html_handling: 'auto-trailing-slash', not_found_handling: 'none' },
        },
        bindings: { MIGRATIONS: await readD1Migrations(join(room, 'migrations')) },
      },
    })),
  ],
  test: {
    name: 'edge',
    include: [join(room, '**/*.test.ts')],
    globalSetup: [join(room, 'test-support/global-setup.ts')],
    setupFiles: [join(room, 'test-support/apply-migrations.ts')],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
