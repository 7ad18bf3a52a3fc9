import { httpError } from './errors.ts'
import { type Call, sendJson } from './http.ts'
import type { Lake } from './lake.ts'

const GRANTS = {
  editor: ['read', 'create', 'update', 'history', 'editHistory', 'manage'],
  viewer: ['read', 'history'],
}

const EVERY_DOCUMENT = '_id in path("**")'

/** `GET /projects/<id>…`: what Studio asks of a project: members, datasets, and what the caller may do. */
export function answerProject(call: Call, lake: Lake): void {
  const [, projectId, ...rest] = call.segments
  if (projectId !== lake.projectId) throw httpError(404, 'Project not found')
  const answer = projectAnswer(rest, call, lake)
  if (answer === undefined) throw httpError(404, 'Not found')
  sendJson(call.response, 200, answer)
}

function projectAnswer([what, dataset, part]: string[], call: Call, lake: Lake): unknown {
  switch (what) {
    case undefined:
      return {
        id: lake.projectId,
        displayName: lake.projectId,
        organizationId: null,
        studioHost: null,
        metadata: {},
        isBlocked: false,
        isDisabled: false,
        isDisabledByUser: false,
        activityFeedEnabled: false,
        createdAt: '2026-01-01T00:00:00.000Z',
        features: [],
        members: members(call, lake),
      }
    case 'grants':
      return {}
    case 'roles':
      return Object.keys(GRANTS).map((name) => ({ name, title: name, isCustom: false, appliesToUsers: true }))
    case 'user-applications':
      return []
    case 'new-content-release-allowed':
      return { allowed: true }
    case 'datasets':
      return datasetAnswer(dataset, part, call, lake)
    default:
      return undefined
  }
}

function datasetAnswer(dataset: string | undefined, part: string | undefined, call: Call, lake: Lake) {
  if (dataset === undefined) {
    // Datasets for comments and the like hang on another dataset; the lake has none.
    return call.query.has('addonFor')
      ? []
      : [{ name: lake.dataset, aclMode: 'private', datasetProfile: 'content' }]
  }
  if (dataset !== lake.dataset) throw httpError(404, 'Dataset not found')
  if (part === 'acl') {
    if (call.caller.kind === 'anonymous') return []
    return [{ filter: EVERY_DOCUMENT, permissions: GRANTS[call.caller.user.role] }]
  }
  return undefined
}

function members(call: Call, lake: Lake) {
  const { caller } = call
  if (caller.kind === 'anonymous') return []
  return lake.access.users.map(({ userId, role }) => ({
    id: userId,
    role,
    roles: [{ name: role, title: role }],
    isCurrentUser: userId === caller.user.userId,
    isRobot: false,
  }))
}
