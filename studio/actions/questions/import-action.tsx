import { UploadIcon } from '@sanity/icons/Upload'
import { lazy, useState } from 'react'
import { type DocumentActionComponent, useDocumentOperation } from 'sanity'
import type { StoredQuestion } from '../../../core/questions/index.ts'
import { currentExam } from './current-exam.ts'
import type { Placement } from './import-dialog.tsx'
import { InDialog } from './in-dialog.tsx'

// The readers of six formats are loaded when somebody needs them.
const ImportDialog = lazy(async () => ({ default: (await import('./import-dialog.tsx')).ImportDialog }))

/** Takes questions from a file into the exam's draft. */
export const importQuestions: DocumentActionComponent = (props) => {
  const [open, setOpen] = useState(false)
  const { patch } = useDocumentOperation(props.id, props.type, props.scopeId)
  const close = () => setOpen(false)

  function place(questions: readonly StoredQuestion[], placement: Placement): void {
    const patches =
      placement === 'replace'
        ? [{ set: { questions } }]
        : [{ setIfMissing: { questions: [] } }, { insert: { after: 'questions[-1]', items: [...questions] } }]
    patch.execute(patches, { _type: props.type })
  }

  return {
    label: 'Import questions…',
    icon: UploadIcon,
    disabled: patch.disabled !== false || !props.ready,
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'custom',
      component: (
        <InDialog>
          <ImportDialog exam={currentExam(props)} onClose={close} onImport={place} />
        </InDialog>
      ),
    },
  }
}
