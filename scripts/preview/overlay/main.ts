// Runs in pages of the preview alone: click-to-edit for Studio, and the page following its drafts.
import { enableVisualEditing, type HistoryAdapterNavigate } from '@sanity/visual-editing'
import { morph } from './morph.ts'

let refreshing: Promise<void> | undefined
let again = false

/** Brings the page up to date; changes that come meanwhile are taken up in one more go. */
function refresh(): Promise<void> {
  if (refreshing !== undefined) {
    again = true
    return refreshing
  }
  refreshing = bringUpToDate().finally(() => {
    refreshing = undefined
    if (!again) return undefined
    again = false
    return refresh()
  })
  return refreshing
}

async function bringUpToDate(): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  // Not let in any longer, or the page has another address now: the browser shows what the server says.
  if (answer.status === 401 || answer.redirected) return location.assign(answer.url)
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html')
  document.title = next.title
  morph(document.body, next.body)
}

/**
 * The server tells when something was written. A browser opens six connections to one host, all tabs together, so only a
 * page that is looked at holds one; what it missed meanwhile, or while a connection was broken, it takes up first.
 */
function followWhileVisible(): void {
  let changes: EventSource | undefined
  let missed = false
  const look = () => {
    changes?.close()
    changes = undefined
    if (document.hidden) {
      missed = true
      return
    }
    changes = new EventSource('/_preview/changes')
    changes.addEventListener('open', () => {
      if (missed) void refresh()
      missed = true
    })
    changes.addEventListener('message', () => void refresh())
  }
  document.addEventListener('visibilitychange', look)
  look()
}

async function lookAt(perspective: unknown): Promise<void> {
  const answer = await fetch('/_preview/perspective', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ perspective }),
  })
  // 204: this is what the page shows already.
  if (answer.status === 200) await refresh()
}

/** The frame's own address as Studio writes it into its own. */
const here = () => `${location.pathname}${location.search}${location.hash}`

followWhileVisible()
enableVisualEditing({
  refresh: () => refresh(),
  onPerspectiveChange: (perspective) => void lookAt(perspective),
  history: {
    subscribe(navigate: HistoryAdapterNavigate) {
      const tell = () => navigate({ type: 'replace', title: document.title, url: here() })
      tell()
      addEventListener('hashchange', tell)
      return () => removeEventListener('hashchange', tell)
    },
    update({ type, url }) {
      if (type === 'pop') history.back()
      else if (url !== here()) location[type === 'push' ? 'assign' : 'replace'](url)
    },
  },
  // A mark where a page computes with it would be a defect of the preview: the door lets texts alone be marked.
  onSuspiciousStega: (reports) => console.error('Edit marks where none belong:', reports),
})
