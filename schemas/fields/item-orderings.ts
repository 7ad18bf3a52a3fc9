import type { SortOrdering } from 'sanity'

/** How a list of items can be sorted. */
export const itemOrderings: SortOrdering[] = [
  { name: 'title', title: 'Title', by: [{ field: 'title', direction: 'asc' }] },
  {
    name: 'firstPublished',
    title: 'First published, newest first',
    by: [{ field: 'republication.firstPublished', direction: 'desc' }],
  },
]
