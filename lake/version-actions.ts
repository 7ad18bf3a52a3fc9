import {
  type ActionHandler,
  copyAs,
  copyIdField,
  idField,
  objectField,
  publishedIdField,
} from './action-fields.ts'

const create: ActionHandler = (work, action) => {
  const publishedId = publishedIdField(action)
  if (action['document'] !== undefined) {
    const { _rev, _updatedAt, ...content } = objectField(action, 'document')
    copyIdField(content, '_id', publishedId)
    work.create(content)
    return
  }
  const versionId = copyIdField(action, 'versionId', publishedId)
  const base = work.require(idField(action, 'baseId'))
  work.expectRevision(base, action['ifBaseRevisionId'])
  work.create(copyAs(base, versionId))
}

const discard: ActionHandler = (work, action) => {
  const versionId = copyIdField(action, 'versionId')
  work.require(versionId)
  work.delete(versionId)
}

const replace: ActionHandler = (work, action) => {
  const { _rev, _updatedAt, ...content } = objectField(action, 'document')
  work.require(copyIdField(content, '_id'))
  work.createOrReplace(content)
}

/** Marks a version, so that publishing its release unpublishes the document. */
const unpublish: ActionHandler = (work, action) => {
  const publishedId = publishedIdField(action)
  const versionId = copyIdField(action, 'versionId', publishedId)
  if (!work.get(versionId)) work.create(copyAs(work.require(publishedId), versionId))
  work.patch(versionId, { set: { '_system.delete': true } })
}

/** Actions on the copies of documents in releases. */
export const VERSION_ACTIONS: Readonly<Record<string, ActionHandler>> = {
  'sanity.action.document.version.create': create,
  'sanity.action.document.version.discard': discard,
  'sanity.action.document.version.replace': replace,
  'sanity.action.document.version.unpublish': unpublish,
}
