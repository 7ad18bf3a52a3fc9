import { DownloadIcon } from '@sanity/icons/Download'
import { lazy, useState } from 'react'
import type { DocumentActionComponent } from 'sanity'
import { currentExam } from './current-exam.ts'
import { InDialog } from './in-dialog.tsx'

// The writers of six formats are loaded when somebody needs them.
const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.tsx')).ExportDialog }))

/** Saves the exam's questions to a file. */
export const exportQuestions: DocumentActionComponent = (props) => {
  const [open, setOpen] = useState(false)
  return {
    label: 'Export questions…',
    icon: DownloadIcon,
    disabled: !props.ready,
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'custom',
      component: (
        <InDialog>
          <ExportDialog exam={currentExam(props)} onClose={() => setOpen(false)} />
        </InDialog>
      ),
    },
  }
}
