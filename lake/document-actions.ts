import {
  type ActionHandler,
  applyPatches,
  copyAs,
  copyIdField,
  objectField,
  publishedForm,
  publishedIdField,
} from './action-fields.ts'
import { draftIdOf, isObject, type JsonObject, publishedIdOf } from './documents.ts'
import { ChangeRefused } from './errors.ts'
import { copiesOf } from './log.ts'
import type { Work } from './work.ts'

/** Makes the draft if there is none yet: out of the published document. */
function ensureCopy(work: Work, copyId: string, publishedId: string): void {
  if (work.get(copyId)) return
  const published = work.get(publishedId)
  if (!published) work.require(copyId)
  else work.create(copyAs(published, copyId))
}

const create: ActionHandler = (work, action) => {
  const publishedId = publishedIdField(action)
  const attributes = objectField(action, 'attributes')
  const wished = attributes['_id']
  const id = wished === undefined ? draftIdOf(publishedId) : copyIdField(attributes, '_id', publishedId)
  if (action['ifExists'] === 'ignore' && work.get(id)) return
  work.create({ ...attributes, _id: id })
}

const edit: ActionHandler = (work, action) => {
  const publishedId = publishedIdField(action)
  const draftId = copyIdField(action, 'draftId', publishedId)
  ensureCopy(work, draftId, publishedId)
  applyPatches(work, draftId, action['patch'])
}

const publish: ActionHandler = (work, action) => {
  const publishedId = publishedIdField(action)
  const draftId = copyIdField(action, 'draftId', publishedId)
  const draft = work.require(draftId)
  const published = work.get(publishedId)
  work.expectRevision(draft, action['ifDraftRevisionId'])
  work.expectRevision(published, action['ifPublishedRevisionId'])
  work.createOrReplace(publishedForm(draft, publishedId, published))
  work.delete(draftId)
}

const unpublish: ActionHandler = (work, action) => {
  const publishedId = publishedIdField(action)
  const draftId = copyIdField(action, 'draftId', publishedId)
  const published = work.require(publishedId)
  if (!work.get(draftId)) work.create(copyAs(published, draftId))
  work.delete(publishedId)
}

const discard: ActionHandler = (work, action) => {
  const field = action['draftId'] === undefined ? 'versionId' : 'draftId'
  const id = copyIdField(action, field)
  work.require(id)
  work.delete(id)
}

const remove: ActionHandler = (work, action, store) => {
  const publishedId = publishedIdField(action)
  const include: unknown = action['includeDrafts'] ?? action['includeVersions'] ?? []
  const listed = Array.isArray(include) ? include : []
  const copies = copiesOf(store, publishedId).filter((id) => id !== publishedId && work.get(id))
  const left = copies.filter((id) => !listed.includes(id))
  if (left.length > 0) {
    const description = `Document "${publishedId}" has copies that are not to be deleted: ${left.join(', ')}`
    throw new ChangeRefused(409, 'documentHasExistingVersionsError', description, {
      id: publishedId,
      versions: left,
    })
  }
  if (!work.get(publishedId) && copies.length === 0) work.require(publishedId)
  for (const id of [publishedId, ...copies]) work.delete(id)
}

const replaceDraft: ActionHandler = (work, action) => {
  const publishedId = publishedIdField(action)
  const attributes: JsonObject = objectField(action, 'attributes')
  const id = copyIdField(attributes, '_id', publishedId)
  if (!work.get(id) && !work.get(publishedIdOf(id))) work.require(id)
  const { _rev, _updatedAt, ...content } = attributes
  if (isObject(content)) work.createOrReplace(content)
}

/** Actions on drafts and published documents. */
export const DOCUMENT_ACTIONS: Readonly<Record<string, ActionHandler>> = {
  'sanity.action.document.create': create,
  'sanity.action.document.edit': edit,
  'sanity.action.document.publish': publish,
  'sanity.action.document.unpublish': unpublish,
  'sanity.action.document.discard': discard,
  'sanity.action.document.delete': remove,
  'sanity.action.document.replaceDraft': replaceDraft,
}
