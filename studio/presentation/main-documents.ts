import type { DocumentResolver } from 'sanity/presentation'

/** Which document is opened beside a page, the most particular address first. */
export const mainDocuments: DocumentResolver[] = [
  {
    route: '/cet/active/:slug/exam/',
    filter: '_type == "exam" && _id in *[_type in ["article", "video"] && slug.current == $slug].exam._ref',
  },
  { route: '/cet/active/:slug/', filter: '_type in ["article", "video"] && slug.current == $slug' },
  {
    route: ['/cet/', '/cet/active/'],
    filter: '_type == "pack" && _id == *[_id == "siteSettings"][0].activePack._ref',
  },
  {
    route: '/cet/competencies/',
    filter: '_type == "framework" && _id == *[_id == "siteSettings"][0].activePack->framework._ref',
  },
  { route: ['/', '/join/', '/privacy/', '/my-cet/'], filter: '_id == "siteSettings"' },
]
