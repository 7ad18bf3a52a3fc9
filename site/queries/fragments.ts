/** Projections that several documents share. Each lists its fields: what is not named here never leaves the lake. */

/** An image with what is needed to lay it out before it has loaded. */
export const imageFields = `
  crop{top, bottom, left, right},
  "asset": asset->{_id, url, "width": metadata.dimensions.width, "height": metadata.dimensions.height}
`

/** A figure, in an article or beside a question. */
export const figureFields = `
  alt,
  caption,
  credit,
  image{${imageFields}}
`

/** An uploaded file, named by the digest of its bytes. */
export const fileFields = `
  "asset": asset->{_id, url, extension, mimeType, size}
`

/** The part of the register that a registrant belongs to. */
export const registrantTypeFields = '_id, title, code, abbreviation, order'

/** A unit of a framework with the registrant type that it counts for. */
export const competencyFields = `
  _id,
  title,
  "registrantType": registrantType->{${registrantTypeFields}}
`

/** What articles and videos have in common. */
export const itemFields = `
  _id,
  _type,
  title,
  "slug": slug.current,
  standfirst,
  "authors": authors[]{_key, name, role},
  minutes,
  "audience": audience[]->{${registrantTypeFields}},
  "learningObjectives": learningObjectives[]{
    _key,
    text,
    "competencies": competencies[]->{${competencyFields}}
  },
  "references": references[]{_key, citation, url, doi},
  "republication": republication{firstPublished, originalReference, originalTitle, note}
`
