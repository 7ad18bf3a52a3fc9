import { join } from 'node:path'
import { createClient, type SanityClient } from '@sanity/client'
import { type RunningLake, startLake } from '../../lake/index.ts'
import { type SiteBuilder, siteBuilder } from '../../site/build.ts'
import { sampleClaimRules, startIdentity } from '../identity/index.ts'
import { type RunningPreview, startPreview } from '../preview/index.ts'
import type { PublisherOptions } from '../release/publisher.ts'
import { buildStudio } from '../studio/build.ts'
import { serveStudio } from '../studio/serve.ts'
import { startWorker } from '../worker/index.ts'
import type { DemonstrationClock } from './clock.ts'
import type { DataFolder } from './data-folder.ts'
import { openDoor } from './door.ts'
import type { Installation } from './installation.ts'
import type { StartSettings } from './settings.ts'

const projectId = 'survivalpack'
const dataset = 'production'
const clientId = 'cet-survival-pack'

/** What every part of one installation is started from. */
export type Surroundings = {
  readonly data: DataFolder
  readonly installation: Installation
  readonly clock: DemonstrationClock | undefined
  readonly urls: Readonly<Record<keyof StartSettings['ports'], string>>
  readonly ports: StartSettings['ports']
}

/** A client of the embedded lake that may write. */
export function lakeClient({ urls, installation }: Surroundings): SanityClient {
  return createClient({
    projectId,
    dataset,
    apiVersion: '2025-02-19',
    apiHost: urls.lake,
    useProjectHostname: false,
    useCdn: false,
    perspective: 'published',
    token: installation.lakeEditorToken,
  })
}

/** The embedded Content Lake, with one editor for Studio and a reader for the site build. */
export function startLakePart({ data, installation, ports, urls }: Surroundings): Promise<RunningLake> {
  const person = (userId: string, name: string) => ({ userId, name, email: `${userId}.sample@example.org` })
  return startLake({
    port: ports.lake,
    folder: data.place('lake'),
    projectId,
    dataset,
    origins: [urls.studio, urls.site],
    tokens: [
      { token: installation.lakeEditorToken, role: 'editor', ...person('edith', 'Edith Sample') },
      { token: installation.lakeViewerToken, role: 'viewer', ...person('site-build', 'Site build') },
    ],
  })
}

/** Studio, built for this installation's lake unless `giveUp` is aborted first. */
export async function startStudioPart(
  around: Surroundings,
  giveUp: AbortSignal,
): Promise<{ close(): Promise<void> }> {
  const environment = {
    SANITY_STUDIO_PROJECT_ID: projectId,
    SANITY_STUDIO_DATASET: dataset,
    SANITY_STUDIO_API_HOST: around.urls.lake,
    SANITY_STUDIO_EMBEDDED_TOKEN: around.installation.lakeEditorToken,
    SANITY_STUDIO_SITE_URL: around.urls.site,
    SANITY_STUDIO_PREVIEW_URL: around.urls.preview,
    SANITY_STUDIO_EXAM_USE_TOKEN: around.installation.examUseToken,
    ...(around.clock !== undefined && { SANITY_STUDIO_DEMO_CLOCK: JSON.stringify(around.clock) }),
  }
  const folder = await buildStudio(around.data.place('studio'), environment, giveUp)
  return serveStudio(folder, around.ports.studio)
}

/** The development OpenID provider, which knows the site as its one client. */
export function startIdentityPart({
  data,
  installation,
  ports,
  urls,
}: Surroundings): Promise<{ close(): Promise<void> }> {
  return startIdentity({
    port: ports.identity,
    folder: data.place('identity'),
    clients: [
      {
        id: clientId,
        secret: installation.clientSecret,
        redirectUris: [`${urls.site}/sign-in/callback`],
        postLogoutRedirectUris: [`${urls.site}/`],
      },
    ],
  })
}

/** The site as people reach it: a door, and the Worker behind it. */
export type SitePart = {
  /** Puts the new site in its place and serves it; requests wait meanwhile. */
  renew(swap: () => void): Promise<void>
  close(): Promise<void>
}

/** The Worker in workerd, over whatever site was built last. */
export async function startSitePart(around: Surroundings): Promise<SitePart> {
  const { data, ports } = around
  const worker = await startWorker({
    port: 0,
    dataFolder: data.place('worker'),
    siteFolder: join(data.path, 'site', 'site'),
    vars: workerSettings(around),
  })
  const door = await openDoor(ports.site, worker.url)
  return {
    renew: (swap) =>
      door.whileShut(() => {
        swap()
        return worker.reloadSite()
      }),
    async close() {
      await door.close()
      await worker.close()
    },
  }
}

function workerSettings({ installation, clock, urls }: Surroundings): Record<string, string> {
  return {
    ENVIRONMENT: 'development',
    SITE_ORIGIN: urls.site,
    OIDC_ISSUER: urls.identity,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: installation.clientSecret,
    OIDC_ALLOW_HTTP: 'true',
    CLAIMS: JSON.stringify(sampleClaimRules),
    RECEIPT_KEY: JSON.stringify(installation.receiptKey),
    RELEASE_TOKEN: installation.releaseToken,
    EXAM_USE_TOKEN: installation.examUseToken,
    STUDIO_ORIGIN: urls.studio,
    ...(clock !== undefined && { DEMO_CLOCK: JSON.stringify(clock) }),
  }
}

/** The process that builds the site, kept warm so that a change is on the site within seconds. */
export function startSiteBuilderPart({ data, installation, urls }: Surroundings): SiteBuilder {
  return siteBuilder({
    cache: data.place('cache'),
    environment: {
      SANITY_PROJECT_ID: projectId,
      SANITY_DATASET: dataset,
      SANITY_API_HOST: urls.lake,
      SANITY_READ_TOKEN: installation.lakeViewerToken,
      SITE_URL: urls.site,
    },
  })
}

/** The preview of drafts, which Studio frames. */
export function startPreviewPart(around: Surroundings): Promise<RunningPreview> {
  const { ports, urls, installation } = around
  return startPreview({
    port: ports.preview,
    url: urls.preview,
    studioUrl: urls.studio,
    client: lakeClient(around).withConfig({ token: installation.lakeViewerToken }),
  })
}

/** How this installation publishes: from its lake, through its Worker, into the folder that its Worker serves. */
export function publisherOf(around: Surroundings, site: SitePart, builder: SiteBuilder): PublisherOptions {
  const { data, installation, urls } = around
  return {
    client: lakeClient(around),
    worker: { url: urls.site, releaseToken: installation.releaseToken },
    secret: installation.releaseSecret,
    folder: data.place('site'),
    originals: join(data.place('cache'), 'originals'),
    build: (outDir, examVersions) => builder.build({ outDir, examVersions }),
    goLive: (swap) => site.renew(swap),
  }
}
