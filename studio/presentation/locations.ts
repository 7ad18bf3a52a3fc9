import type { DocumentLocationResolver } from 'sanity/presentation'

const item = '_type in ["article", "video"] && defined(slug.current)'

/** An item's page and its exam's, as members reach them. */
const page = '{"title": coalesce(title, "Untitled"), "href": "/cet/active/" + slug.current + "/"}'
const exam =
  '{"title": "Exam: " + coalesce(title, "Untitled"), "href": "/cet/active/" + slug.current + "/exam/"}'
const listing = '{"title": coalesce(title, "Untitled"), "href": "/cet/active/"}'

/**
 * Where a document is used, by its type: queries that answer in the very shape that Studio wants. `$id` is the document's
 * published ID; they are read with drafts.
 */
export const locationQueries: Readonly<Record<string, string>> = {
  article: itemQuery('article'),
  video: itemQuery('video'),
  exam: `{
    "locations": *[${item} && exam._ref == $id]${exam},
    ...select(count(*[${item} && exam._ref == $id]) == 0 => {
      "message": "No article or video with an address has this exam yet. Choose it there: its page is that item’s.",
      "tone": "caution"
    })
  }`,
  pack: `{
    "locations": *[_id == $id && _id == *[_id == "siteSettings"][0].activePack._ref]${listing},
    ...select($id != *[_id == "siteSettings"][0].activePack._ref => {
      "message": "The site shows another pack. Choose this one in the site’s settings to see it.",
      "tone": "caution"
    })
  }`,
  siteSettings: `{
    "locations": [{"title": "Front page", "href": "/"}, {"title": "How to join", "href": "/join/"}],
    "message": "Title, notice and footer are on every page.",
    "tone": "positive"
  }`,
  competency: `{
    "locations": *[${item} && $id in learningObjectives[].competencies[]._ref]${page}
  }`,
  registrantType: `{
    "locations": *[${item} && $id in audience[]._ref]${page}
  }`,
  framework: `{
    "locations": *[_type == "pack" && framework._ref == $id && _id == *[_id == "siteSettings"][0].activePack._ref]{
      "title": "Competencies", "href": "/cet/competencies/"
    }
  }`,
  interactiveOpportunity: `{
    "locations": [{"title": "Interactive points", "href": "/cet/interactive/"}]
  }`,
}

function itemQuery(type: string): string {
  const self = `_id == $id && _type == "${type}"`
  const listed = 'count(*[_type == "pack" && $id in items[]._ref])'
  return `{
    "locations": [
      ...*[${self} && defined(slug.current)]${page},
      ...*[${self} && defined(slug.current) && defined(exam)]${exam},
      ...*[_type == "pack" && $id in items[]._ref && _id == *[_id == "siteSettings"][0].activePack._ref]${listing}
    ],
    ...select(
      count(*[${self} && defined(slug.current)]) == 0 => {
        "message": "It has no page yet: press Generate beside its address (slug).",
        "tone": "caution"
      },
      ${listed} == 0 => {
        "message": "No pack lists it: you can see its page here, members cannot.",
        "tone": "caution"
      }
    )
  }`
}

/** Types whose changes can change where something is used. */
const using = '*[_type in ["article", "video", "exam", "pack", "siteSettings"]]'

/** Answers where a document is used, and again when that changes. */
export const locations: DocumentLocationResolver = ({ id, type }, { documentStore }) => {
  const query = locationQueries[type]
  if (query === undefined) return null
  return documentStore.listenQuery(
    { fetch: query, listen: using },
    { id: id.replace(/^drafts\./, '') },
    { perspective: 'drafts', tag: 'preview-locations' },
  )
}
