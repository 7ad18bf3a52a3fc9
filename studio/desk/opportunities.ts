import { CalendarIcon } from '@sanity/icons/Calendar'
import { ClockIcon } from '@sanity/icons/Clock'
import { CommentIcon } from '@sanity/icons/Comment'
import type { ListItemBuilder, StructureBuilder } from 'sanity/structure'

/** Interactive opportunities: those to come, the soonest first, then those that were. */
export function opportunities(S: StructureBuilder, now: () => number): ListItemBuilder {
  return S.listItem()
    .id('opportunities')
    .title('Interactive opportunities')
    .icon(CommentIcon)
    .child(() => {
      const instant = new Date(now()).toISOString()
      const list = (id: string, title: string, filter: string, direction: 'asc' | 'desc') =>
        S.documentList()
          .id(id)
          .title(title)
          .schemaType('interactiveOpportunity')
          .apiVersion('2025-02-19')
          .filter(`_type == "interactiveOpportunity" && ${filter}`)
          .params({ now: instant })
          .defaultOrdering([{ field: 'startsAt', direction }])
          .canHandleIntent(() => false)
      return S.list()
        .id('opportunities')
        .title('Interactive opportunities')
        .items([
          S.listItem()
            .id('upcoming')
            .title('Upcoming')
            .icon(CalendarIcon)
            .child(list('upcoming', 'Upcoming', '(startsAt >= $now || !defined(startsAt))', 'asc')),
          S.listItem()
            .id('past')
            .title('Past')
            .icon(ClockIcon)
            .child(list('past', 'Past', 'startsAt < $now', 'desc')),
          S.divider(),
          S.documentTypeListItem('interactiveOpportunity').title('All').icon(CommentIcon),
        ])
    })
}
