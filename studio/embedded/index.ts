import type { WorkspaceOptions } from 'sanity'
import { embeddedClientFactory } from './client-factory.ts'
import { stayHome } from './stay-home.ts'
import './typeface.ts'

type EmbeddedOptions = Pick<
  WorkspaceOptions,
  | 'announcements'
  | 'apiHost'
  | 'apps'
  | 'mediaLibrary'
  | 'releases'
  | 'scheduledDrafts'
  | 'scheduledPublishing'
  | 'tasks'
  | 'unstable_clientFactory'
>

/**
 * What an embedded Studio sets differently: whom it asks, and which of Sanity's paid or remote services it leaves out.
 *
 * @param lake - origin and token of the embedded Content Lake
 */
export function embeddedOptions(lake: { host: string; token?: string }): EmbeddedOptions {
  if (typeof window !== 'undefined') {
    window.fetch = stayHome(window.fetch.bind(window), [lake.host])
  }
  return {
    apiHost: lake.host,
    unstable_clientFactory: embeddedClientFactory(lake.token),
    announcements: { enabled: false },
    apps: { canvas: { enabled: false } },
    mediaLibrary: { enabled: false },
    releases: { enabled: false },
    scheduledDrafts: { enabled: false },
    scheduledPublishing: { enabled: false, inputDateTimeFormat: '' },
    tasks: { enabled: false },
  }
}
