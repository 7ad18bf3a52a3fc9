import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle'
import { DocumentTextIcon } from '@sanity/icons/DocumentText'
import { DocumentVideoIcon } from '@sanity/icons/DocumentVideo'
import { EditIcon } from '@sanity/icons/Edit'
import { PackageIcon } from '@sanity/icons/Package'
import { TaskIcon } from '@sanity/icons/Task'
import { ThLargeIcon } from '@sanity/icons/ThLarge'
import type { ComponentType } from 'react'
import type { ListBuilder, ListItemBuilder, StructureBuilder } from 'sanity/structure'
import { ChecklistView } from '../checklist/checklist-view.tsx'
import { CoveragePane } from '../coverage/coverage-pane.tsx'
import type { PackPart } from './pack-contents.ts'
import { PackPane } from './pack-pane.tsx'

/** Packs by their titles, the newest first; behind each, everything that belongs to it. */
export function packs(S: StructureBuilder): ListItemBuilder {
  return S.listItem()
    .id('packs')
    .title('Packs')
    .icon(PackageIcon)
    .child(
      S.documentList()
        .id('packs')
        .title('Packs')
        .schemaType('pack')
        .apiVersion('2025-02-19')
        .filter('_type == "pack"')
        .defaultOrdering([{ field: 'opensOn', direction: 'desc' }])
        // A pack opens as a list here; links to the pack document itself lead to the list of all content.
        .canHandleIntent(() => false)
        .initialValueTemplates([])
        .child((packId) => packParts(S, packId)),
    )
}

/** What belongs to one pack. */
function packParts(S: StructureBuilder, packId: string): ListBuilder {
  return S.list()
    .id(packId)
    .title('In this pack')
    .items([
      partItem(S, packId, 'article', 'Articles', DocumentTextIcon),
      partItem(S, packId, 'video', 'Videos', DocumentVideoIcon),
      partItem(S, packId, 'exam', 'Exams', TaskIcon),
      S.divider(),
      S.listItem()
        .id('coverage')
        .title('Coverage')
        .icon(ThLargeIcon)
        .child(S.component(CoveragePane).id('coverage').title('Coverage').options({ packId })),
      S.listItem()
        .id('checklist')
        .title('Checklist')
        .icon(CheckmarkCircleIcon)
        .child(S.component(ChecklistView).id('checklist').title('Checklist').options({ packId })),
      S.divider(),
      S.listItem()
        .id('details')
        .title('Details and dates')
        .icon(EditIcon)
        .child(S.document().schemaType('pack').documentId(packId)),
    ])
}

function partItem(
  S: StructureBuilder,
  packId: string,
  part: PackPart,
  title: string,
  icon: ComponentType,
): ListItemBuilder {
  return S.listItem()
    .id(part)
    .title(title)
    .icon(icon)
    .child(
      S.component()
        .id(part)
        .title(title)
        .component(PackPane)
        .options({ packId, part })
        .child((id) => S.document().schemaType(part).documentId(id)),
    )
}
