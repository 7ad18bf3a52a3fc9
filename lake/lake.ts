import type { Access } from './access.ts'
import type { QueryContext } from './query.ts'
import type { OpenStreams } from './sse.ts'
import type { Store } from './store.ts'

/** What every endpoint may use. */
export class Lake {
  readonly projectId: string
  readonly dataset: string
  readonly folder: string
  readonly origins: ReadonlySet<string>
  readonly access: Access
  readonly store: Store
  readonly streams: OpenStreams
  /** Where a browser on this machine finds the lake: `http://localhost:<port>`; set once it listens. */
  url = ''

  constructor(parts: Omit<Lake, 'url' | 'queryContext'>) {
    this.projectId = parts.projectId
    this.dataset = parts.dataset
    this.folder = parts.folder
    this.origins = parts.origins
    this.access = parts.access
    this.store = parts.store
    this.streams = parts.streams
  }

  queryContext(identity: string): QueryContext {
    return { identity, timestamp: this.store.now(), projectId: this.projectId, dataset: this.dataset }
  }
}
