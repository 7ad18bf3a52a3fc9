/** Why a copy is shown in place of a page: there is no network, it has not answered yet, or it does not reach the site. */
export type Trouble = 'offline' | 'slow' | 'unreachable'

/** How long the network may take to begin an answer before a copy is shown, in milliseconds. */
const patience = 6000

/** What is wrong with the network that is to bring an answer; undefined when the answer has come in time. */
export function troubleOf(answer: Promise<Response>): Promise<Trouble | undefined> {
  const late = new Promise<Trouble>((resolve) => {
    setTimeout(resolve, patience, 'slow')
  })
  const come = answer.then(
    (response) => (isOfGateway(response) ? 'unreachable' : undefined),
    () => 'offline' as const,
  )
  return Promise.race([come, late])
}

/** Whether something on the way answers, because it cannot reach the site: the site’s own pages say which session they are of. */
export function isOfGateway({ status, headers }: Response): boolean {
  return status >= 502 && status <= 504 && !headers.has('offline-session')
}
