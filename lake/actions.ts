import { identityOf, requireEditor } from './access.ts'
import type { ActionHandler } from './action-fields.ts'
import { DOCUMENT_ACTIONS } from './document-actions.ts'
import { isObject } from './documents.ts'
import { ChangeRefused, changeError, dataError } from './errors.ts'
import { type Call, readJson, sendJson } from './http.ts'
import type { Lake } from './lake.ts'
import { readTransactionId } from './mutate.ts'
import { RELEASE_ACTIONS } from './release-actions.ts'
import type { Store } from './store.ts'
import { VERSION_ACTIONS } from './version-actions.ts'
import type { Work } from './work.ts'

const HANDLERS: Readonly<Record<string, ActionHandler>> = {
  ...DOCUMENT_ACTIONS,
  ...VERSION_ACTIONS,
  ...RELEASE_ACTIONS,
}

/** `POST /data/actions/<dataset>`: one transaction of actions. Only editors may. `GET` says that actions work here. */
export async function answerActions(call: Call, lake: Lake): Promise<void> {
  if (call.method === 'GET') {
    sendJson(call.response, 200, { enabled: true, compatibleStudioVersions: '*' })
    return
  }
  requireEditor(call.caller)
  const body = await readJson(call.request)
  const { actions } = body
  if (!Array.isArray(actions) || actions.length === 0) {
    throw dataError(400, 'validationError', 'The request body needs a list of "actions"')
  }
  let index = 0
  try {
    const { transactionId } = lake.store.transact(
      {
        author: identityOf(call.caller),
        cause: actions.map((action) => (isObject(action) ? String(action['actionType']) : '')).join(','),
        transactionId: readTransactionId(body),
        dryRun: body['dryRun'] === true,
      },
      (work) => {
        for (const [at, action] of actions.entries()) {
          index = at
          runAction(work, action, lake.store)
        }
      },
    )
    sendJson(call.response, 200, { transactionId })
  } catch (error) {
    if (error instanceof ChangeRefused) throw changeError('actionError', error, index)
    throw error
  }
}

function runAction(work: Work, action: unknown, store: Store): void {
  const type = isObject(action) ? action['actionType'] : undefined
  const handler = typeof type === 'string' && Object.hasOwn(HANDLERS, type) ? HANDLERS[type] : undefined
  if (!isObject(action) || !handler) {
    throw new ChangeRefused(400, 'invalidActionError', `Unknown action ${JSON.stringify(type)}`)
  }
  handler(work, action, store)
}
