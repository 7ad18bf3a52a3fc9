import { CogIcon } from '@sanity/icons/Cog'
import { DocumentTextIcon } from '@sanity/icons/DocumentText'
import { DocumentVideoIcon } from '@sanity/icons/DocumentVideo'
import { PackageIcon } from '@sanity/icons/Package'
import { TagsIcon } from '@sanity/icons/Tags'
import { TaskIcon } from '@sanity/icons/Task'
import { ThLargeIcon } from '@sanity/icons/ThLarge'
import { UsersIcon } from '@sanity/icons/Users'
import type { StructureResolver } from 'sanity/structure'
import { SITE_SETTINGS_ID } from '../schemas/index.ts'

/** What an editor finds on the left: the pack and its parts, the frameworks behind it, the site's settings. */
export const structure: StructureResolver = (S) =>
  S.list()
    .id('content')
    .title('Content')
    .items([
      S.listItem()
        .id('survival-pack')
        .title('CET survival pack')
        .icon(PackageIcon)
        .child(
          S.list()
            .id('survival-pack')
            .title('CET survival pack')
            .items([
              S.documentTypeListItem('article').title('Articles').icon(DocumentTextIcon),
              S.documentTypeListItem('video').title('Videos').icon(DocumentVideoIcon),
              S.documentTypeListItem('exam').title('Exams').icon(TaskIcon),
              S.divider(),
              S.documentTypeListItem('pack').title('Packs').icon(PackageIcon),
            ]),
        ),
      S.listItem()
        .id('frameworks')
        .title('Frameworks')
        .icon(ThLargeIcon)
        .child(
          S.list()
            .id('frameworks')
            .title('Frameworks')
            .items([
              S.documentTypeListItem('competency').title('Competencies').icon(TagsIcon),
              S.documentTypeListItem('registrantType').title('Registrant types').icon(UsersIcon),
              S.documentTypeListItem('framework').title('Frameworks').icon(ThLargeIcon),
            ]),
        ),
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
