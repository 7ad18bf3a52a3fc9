import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle'
import { EditIcon } from '@sanity/icons/Edit'
import { ThLargeIcon } from '@sanity/icons/ThLarge'
import type { DefaultDocumentNodeResolver } from 'sanity/structure'
import { ChecklistView } from './checklist/checklist-view.tsx'
import { PackCoverageView } from './coverage/coverage-pane.tsx'

/** Views beside the form: a pack has its checklist and its coverage. */
export const documentViews: DefaultDocumentNodeResolver = (S, { schemaType }) =>
  schemaType === 'pack'
    ? S.document().views([
        S.view.form().icon(EditIcon),
        S.view.component(ChecklistView).id('checklist').title('Checklist').icon(CheckmarkCircleIcon),
        S.view.component(PackCoverageView).id('coverage').title('Coverage').icon(ThLargeIcon),
      ])
    : S.document()
