import type { Call } from './http.ts'
import type { Lake } from './lake.ts'
import { EventStream } from './sse.ts'

/**
 * `GET /data/live/events/<dataset>`: tells that content has changed. The lake gives no query its own tags, so every
 * change asks the listener to start over (`restart`). A caller without a token hears of no change.
 */
export function answerLive(call: Call, lake: Lake): void {
  let unsubscribe = () => {}
  const stream = new EventStream(call.response, () => {
    unsubscribe()
    lake.streams.remove(stream)
  })
  lake.streams.add(stream)
  stream.send('welcome', {}, String(lake.store.lastSeq()))
  if (call.caller.kind === 'anonymous') return
  unsubscribe = lake.store.subscribe(({ seq }) => stream.send('restart', {}, String(seq)))
}
