import { type ActionHandler, applyPatches, publishedForm } from './action-fields.ts'
import { isObject, type JsonObject, publishedIdOf, type StoredDocument, variantOf } from './documents.ts'
import { ChangeRefused } from './errors.ts'
import { documentAt, seqOf } from './log.ts'
import type { Store } from './store.ts'
import type { Work } from './work.ts'

function releaseName(action: JsonObject): string {
  const name = action['releaseId']
  if (typeof name === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(name)) return name
  throw new ChangeRefused(
    400,
    'invalidActionError',
    '"releaseId" must be 1 to 64 letters, digits, "_" or "-"',
  )
}

const RELEASES = '_.releases.'

/** The release that an action names, which must be in one of the given states. */
function release(work: Work, action: JsonObject, ...states: string[]): StoredDocument {
  const document = work.require(RELEASES + releaseName(action))
  const state = String(document['state'])
  if (states.includes(state)) return document
  const description = `The release is ${state}; this needs it to be ${states.join(' or ')}`
  throw new ChangeRefused(409, 'releaseStateError', description, { id: document._id, state })
}

function versionsIn(work: Work, store: Store, name: string): StoredDocument[] {
  return store.dataset.all().flatMap(({ _id }) => {
    const variant = variantOf(_id)
    const document = variant.kind === 'version' && variant.release === name ? work.get(_id) : null
    return document ?? []
  })
}

function finalStates(versions: readonly StoredDocument[]) {
  return versions.map(({ _id }) => ({ _key: _id.replaceAll(/[^A-Za-z0-9]/g, '').slice(-24), id: _id }))
}

const create: ActionHandler = (work, action) => {
  const name = releaseName(action)
  const metadata = isObject(action['metadata']) ? action['metadata'] : {}
  work.create({
    _id: RELEASES + name,
    _type: 'system.release',
    name,
    state: 'active',
    metadata: { releaseType: 'undecided', ...metadata },
  })
}

const edit: ActionHandler = (work, action) => {
  applyPatches(work, release(work, action, 'active', 'scheduled')._id, action['patch'])
}

/** Publishes (or, where marked so, unpublishes) every document of a release at once. */
export const publishRelease: ActionHandler = (work, action, store) => {
  const document = release(work, action, 'active', 'scheduled')
  const versions = versionsIn(work, store, releaseName(action))
  for (const version of versions) {
    const publishedId = publishedIdOf(version._id)
    const system = version['_system']
    if (isObject(system) && system['delete'] === true) work.delete(publishedId)
    else work.createOrReplace(publishedForm(version, publishedId, work.get(publishedId)))
    work.delete(version._id)
  }
  const publishedAt = work.options.timestamp
  work.patch(document._id, {
    set: { state: 'published', publishedAt, finalDocumentStates: finalStates(versions) },
    unset: ['publishAt'],
  })
}

const archive: ActionHandler = (work, action, store) => {
  const document = release(work, action, 'active')
  const versions = versionsIn(work, store, releaseName(action))
  for (const { _id } of versions) work.delete(_id)
  work.patch(document._id, { set: { state: 'archived', finalDocumentStates: finalStates(versions) } })
}

/** Brings an archived release back, with its documents as they were when it was archived. */
const unarchive: ActionHandler = (work, action, store) => {
  const document = release(work, action, 'archived')
  const archived = seqOf(store, document._rev)
  const states = Array.isArray(document['finalDocumentStates']) ? document['finalDocumentStates'] : []
  for (const state of states) {
    const id = isObject(state) ? state['id'] : undefined
    const version = typeof id === 'string' && archived ? documentAt(store, id, archived - 1) : null
    if (version) work.create(version)
  }
  work.patch(document._id, { set: { state: 'active' }, unset: ['finalDocumentStates'] })
}

const schedule: ActionHandler = (work, action) => {
  const document = release(work, action, 'active')
  const { publishAt } = action
  if (typeof publishAt !== 'string' || Number.isNaN(Date.parse(publishAt))) {
    throw new ChangeRefused(400, 'invalidActionError', '"publishAt" must be a date and time')
  }
  work.patch(document._id, { set: { state: 'scheduled', publishAt } })
}

const unschedule: ActionHandler = (work, action) => {
  work.patch(release(work, action, 'scheduled')._id, { set: { state: 'active' }, unset: ['publishAt'] })
}

const remove: ActionHandler = (work, action) => {
  work.delete(release(work, action, 'archived', 'published')._id)
}

/** Actions on releases. */
export const RELEASE_ACTIONS: Readonly<Record<string, ActionHandler>> = {
  'sanity.action.release.create': create,
  'sanity.action.release.edit': edit,
  'sanity.action.release.publish': publishRelease,
  'sanity.action.release.archive': archive,
  'sanity.action.release.unarchive': unarchive,
  'sanity.action.release.schedule': schedule,
  'sanity.action.release.unschedule': unschedule,
  'sanity.action.release.delete': remove,
}
