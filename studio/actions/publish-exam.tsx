import { useToast } from '@sanity/ui/toast'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import {
  type DocumentActionComponent,
  type DocumentActionDescription,
  type DocumentActionProps,
  useClient,
  useDocumentStore,
} from 'sanity'
import { examChanges } from '../../core/index.ts'
import { ExamChangesContent, ExamChangesFooter } from './exam-changes-dialog.tsx'
import { askExamUse, type ExamUseSource, type KnownUse } from './exam-use.ts'
import { readExam } from './read-exam.ts'
import { requestRegrade } from './request-regrade.ts'
import { useReturnOfFocus } from './use-return-of-focus.ts'

/**
 * Lets the publishing of an exam say what it means for members, when something changes that can be graded and members
 * may have sat the exam: nothing is published before the editor has read that.
 *
 * @param publish - Studio's own action, which still decides whether publishing is possible at all
 * @param source - where to learn how an exam has been used; without one every published exam counts as used
 */
export function publishExamWithCare(
  publish: DocumentActionComponent,
  source: ExamUseSource | undefined,
): DocumentActionComponent {
  const careful = (props: DocumentActionProps) => useCarefulPublishing(publish(props), props, source)
  return Object.assign(careful, { action: 'publish', displayName: 'PublishExamWithCare' } as const)
}

function useCarefulPublishing(
  described: DocumentActionDescription | null,
  props: DocumentActionProps,
  source: ExamUseSource | undefined,
): DocumentActionDescription | null {
  const { id, type, draft, published } = props
  const [asking, setAsking] = useState(false)
  const [known, setKnown] = useState<KnownUse>()
  const regrade = useRef(false)
  const publishNow = usePublishNow(described)
  const client = useClient({ apiVersion: '2025-02-19' })
  const { pair } = useDocumentStore()
  const toast = useToast()
  const changes = useMemo(
    () => (draft && published ? examChanges(readExam(published), readExam(draft)) : undefined),
    [draft, published],
  )
  const rememberFocus = useReturnOfFocus(known !== undefined)
  const mustAsk = changes?.newVersion === true

  const close = useCallback(() => setKnown(undefined), [])
  const handle = useCallback(() => {
    if (!mustAsk) return publishNow()
    rememberFocus()
    setAsking(true)
    regrade.current = false
    void askExamUse(source, id, globalThis.fetch.bind(globalThis)).then((answer) => {
      setAsking(false)
      if (answer.kind === 'known' && answer.use.attempts === 0) publishNow()
      else setKnown(answer)
    })
  }, [id, mustAsk, publishNow, rememberFocus, source])
  const confirm = useCallback(() => {
    close()
    if (regrade.current && changes?.regradable === true && draft) {
      requestRegrade({
        client,
        published: pair.operationEvents(id, type),
        exam: id,
        draftRevision: draft._rev,
        changes: changes.changes,
        onMade: () =>
          toast.push({
            status: 'success',
            title: 'The regrade is requested',
            description: 'It waits in “Needs attention” until officers have carried it out.',
          }),
        onFailed: () =>
          toast.push({
            status: 'error',
            closable: true,
            duration: 60_000,
            title: 'The exam is published, but the regrade could not be requested',
            description: 'Create the request under “All content”, “Regrade requests”.',
          }),
      })
    }
    publishNow()
  }, [changes, client, close, draft, id, pair, publishNow, toast, type])

  if (described === null) return null
  return {
    ...described,
    onHandle: handle,
    ...(asking && { disabled: true, title: 'Asking the site how the exam has been used …' }),
    dialog:
      known !== undefined && changes !== undefined
        ? {
            type: 'dialog',
            header: 'Publish a new version of this exam?',
            width: 'medium',
            onClose: close,
            content: (
              <ExamChangesContent
                changes={changes}
                known={known}
                onRegrade={(wanted) => {
                  regrade.current = wanted
                }}
              />
            ),
            footer: (
              <ExamChangesFooter
                disabled={described.disabled === true}
                onCancel={close}
                onPublish={confirm}
              />
            ),
          }
        : (described.dialog ?? null),
  }
}

/** Publishes as Studio would now, however long the editor has read: not when the draft has become invalid meanwhile. */
function usePublishNow(described: DocumentActionDescription | null): () => void {
  const latest = useRef(described)
  useEffect(() => {
    latest.current = described
  }, [described])
  return useCallback(() => {
    if (latest.current?.disabled !== true) latest.current?.onHandle?.()
  }, [])
}
