import type { DocumentActionComponent, DocumentActionsResolver } from 'sanity'
import type { ExamUseSource } from './exam-use.ts'
import { publishExamWithCare } from './publish-exam.tsx'
import { removeUnreferenced } from './remove-unreferenced.tsx'

/**
 * Makes publishing and removing safe: a changed exam that members have sat says so before it is published, and nothing
 * that something else refers to is unpublished or deleted.
 *
 * @param source - where Studio learns how an exam has been used
 */
export function guardedActions(source: ExamUseSource | undefined): DocumentActionsResolver {
  const publish = oncePerAction((action) => publishExamWithCare(action, source))
  const unpublish = oncePerAction((action) => removeUnreferenced(action, 'unpublish'))
  const remove = oncePerAction((action) => removeUnreferenced(action, 'delete'))
  return (actions, { schemaType }) =>
    actions.map((action) => {
      if (action.action === 'publish' && schemaType === 'exam') return publish(action)
      if (action.action === 'unpublish') return unpublish(action)
      if (action.action === 'delete') return remove(action)
      return action
    })
}

/** Studio tells actions apart by identity and resolves them often, so each is wrapped once. */
function oncePerAction(
  wrap: (action: DocumentActionComponent) => DocumentActionComponent,
): (action: DocumentActionComponent) => DocumentActionComponent {
  const wrapped = new WeakMap<DocumentActionComponent, DocumentActionComponent>()
  return (action) => {
    const known = wrapped.get(action) ?? wrap(action)
    wrapped.set(action, known)
    return known
  }
}
