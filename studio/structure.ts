import { CogIcon } from '@sanity/icons/Cog'
import { DocumentsIcon } from '@sanity/icons/Documents'
import { DocumentTextIcon } from '@sanity/icons/DocumentText'
import { DocumentVideoIcon } from '@sanity/icons/DocumentVideo'
import { PackageIcon } from '@sanity/icons/Package'
import { RefreshIcon } from '@sanity/icons/Refresh'
import { TaskIcon } from '@sanity/icons/Task'
import { WarningOutlineIcon } from '@sanity/icons/WarningOutline'
import type { StructureBuilder, StructureResolver } from 'sanity/structure'
import { SITE_SETTINGS_ID } from '../schemas/index.ts'
import { AttentionPane } from './attention/attention-pane.tsx'
import { frameworks } from './desk/frameworks.ts'
import { opportunities } from './desk/opportunities.ts'
import { packs } from './desk/packs.ts'

/**
 * What an editor finds on the left: what needs attention, packs with what belongs to each, everything by type, the
 * frameworks behind it, interactive opportunities, the site's settings.
 *
 * @param now - the time that editors and members go by, in milliseconds of the Unix epoch
 */
export function structureAt(now: () => number): StructureResolver {
  return (S) =>
    S.list()
      .id('content')
      .title('Content')
      .items([
        S.listItem()
          .id('attention')
          .title('Needs attention')
          .icon(WarningOutlineIcon)
          .child(
            S.component().id('attention').title('Needs attention').component(AttentionPane).options({ now }),
          ),
        packs(S),
        allContent(S),
        S.divider(),
        frameworks(S),
        opportunities(S, now),
        S.divider(),
        S.listItem()
          .id('settings')
          .title('Settings')
          .icon(CogIcon)
          .child(
            S.document()
              .id('settings')
              .schemaType('siteSettings')
              .documentId(SITE_SETTINGS_ID)
              .title('Site settings'),
          ),
      ])
}

/** Every document by type, with search and sorting; links from anywhere in Studio lead here. */
function allContent(S: StructureBuilder) {
  return (
    S.listItem()
      // The name that it has had from the beginning: addresses that editors have kept go on working.
      .id('survival-pack')
      .title('All content')
      .icon(DocumentsIcon)
      .child(
        S.list()
          .id('survival-pack')
          .title('All content')
          .items([
            S.documentTypeListItem('article').title('Articles').icon(DocumentTextIcon),
            S.documentTypeListItem('video').title('Videos').icon(DocumentVideoIcon),
            S.documentTypeListItem('exam').title('Exams').icon(TaskIcon),
            S.documentTypeListItem('pack').title('Packs').icon(PackageIcon),
            S.divider(),
            S.documentTypeListItem('regradeRequest').title('Regrade requests').icon(RefreshIcon),
          ]),
      )
  )
}
