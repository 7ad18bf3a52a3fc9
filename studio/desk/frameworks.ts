import { BookIcon } from '@sanity/icons/Book'
import { CalendarIcon } from '@sanity/icons/Calendar'
import { EditIcon } from '@sanity/icons/Edit'
import { TagsIcon } from '@sanity/icons/Tags'
import { ThLargeIcon } from '@sanity/icons/ThLarge'
import { UsersIcon } from '@sanity/icons/Users'
import type { ListBuilder, ListItemBuilder, StructureBuilder } from 'sanity/structure'

const API_VERSION = '2025-02-19'

/** Schemes, the cycles of each, the framework versions of each cycle, and who must cover what by each. */
export function frameworks(S: StructureBuilder): ListItemBuilder {
  return S.listItem()
    .id('frameworks')
    .title('Competency frameworks')
    .icon(ThLargeIcon)
    .child(
      S.list()
        .id('frameworks')
        .title('Competency frameworks')
        .items([
          S.listItem().id('by-scheme').title('By scheme and cycle').icon(BookIcon).child(schemes(S)),
          S.divider(),
          S.documentTypeListItem('scheme').title('All schemes').icon(BookIcon),
          S.documentTypeListItem('cycle').title('All cycles').icon(CalendarIcon),
          S.documentTypeListItem('framework').title('All frameworks').icon(ThLargeIcon),
          S.documentTypeListItem('competency').title('All competencies and domains').icon(TagsIcon),
          S.documentTypeListItem('registrantType').title('Registrant types').icon(UsersIcon),
        ]),
    )
}

function schemes(S: StructureBuilder) {
  return S.documentList()
    .id('schemes')
    .title('Schemes')
    .schemaType('scheme')
    .apiVersion(API_VERSION)
    .filter('_type == "scheme"')
    .canHandleIntent(() => false)
    .child((scheme) => below(S, scheme, 'scheme', 'This scheme', cycles(S, scheme)))
}

function cycles(S: StructureBuilder, scheme: string): ListItemBuilder {
  return S.listItem()
    .id('cycles')
    .title('Cycles')
    .icon(CalendarIcon)
    .child(
      S.documentList()
        .id('cycles')
        .title('Cycles')
        .schemaType('cycle')
        .apiVersion(API_VERSION)
        .filter('_type == "cycle" && scheme._ref == $scheme')
        .params({ scheme })
        .defaultOrdering([{ field: 'startsOn', direction: 'desc' }])
        .initialValueTemplates([S.initialValueTemplateItem('cycle-of-scheme', { scheme })])
        .canHandleIntent(() => false)
        .child((cycle) => below(S, cycle, 'cycle', 'This cycle', versions(S, cycle))),
    )
}

function versions(S: StructureBuilder, cycle: string): ListItemBuilder {
  return S.listItem()
    .id('versions')
    .title('Framework versions')
    .icon(ThLargeIcon)
    .child(
      S.documentList()
        .id('versions')
        .title('Framework versions')
        .schemaType('framework')
        .apiVersion(API_VERSION)
        .filter('_type == "framework" && cycle._ref == $cycle')
        .params({ cycle })
        .defaultOrdering([{ field: 'version', direction: 'desc' }])
        .initialValueTemplates([S.initialValueTemplateItem('framework-of-cycle', { cycle })])
        .canHandleIntent(() => false)
        .child((framework) => below(S, framework, 'framework', 'This version', roles(S, framework))),
    )
}

function roles(S: StructureBuilder, framework: string): ListItemBuilder {
  return S.listItem()
    .id('roles')
    .title('By registrant type')
    .icon(UsersIcon)
    .child(
      S.documentList()
        .id('roles')
        .title('Registrant types')
        .schemaType('registrantType')
        .apiVersion(API_VERSION)
        .filter('_type == "registrantType"')
        .defaultOrdering([{ field: 'order', direction: 'asc' }])
        .initialValueTemplates([])
        .canHandleIntent(() => false)
        .child((registrantType) =>
          S.documentList()
            .id('units')
            .title('Competencies or domains')
            .schemaType('competency')
            .apiVersion(API_VERSION)
            .filter(
              '_type == "competency" && framework._ref == $framework && registrantType._ref == $registrantType',
            )
            .params({ framework, registrantType })
            .defaultOrdering([{ field: 'order', direction: 'asc' }])
            .initialValueTemplates([
              S.initialValueTemplateItem('competency-of-framework', { framework, registrantType }),
            ])
            .canHandleIntent(() => false),
        ),
    )
}

/** A document that has others below it: itself first, then them. */
function below(
  S: StructureBuilder,
  id: string,
  type: string,
  title: string,
  others: ListItemBuilder,
): ListBuilder {
  return S.list()
    .id(id)
    .title(title)
    .items([
      others,
      S.listItem()
        .id('details')
        .title('Details')
        .icon(EditIcon)
        .child(S.document().schemaType(type).documentId(id)),
    ])
}
