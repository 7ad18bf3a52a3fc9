import { defineQuery } from 'groq'
import { articleFields } from './article.ts'
import { examFields } from './exam.ts'
import { itemFields } from './fragments.ts'
import { videoFields } from './video.ts'

/**
 * One item by its address, whether a pack lists it or not: an editor sees the page of an article before it joins a pack.
 * Selects what `siteContentQuery` selects of an item.
 */
export const looseItemQuery = defineQuery(`*[_type in ["article", "video"] && slug.current == $slug][0]{
  ${itemFields},
  _type == "article" => {${articleFields}},
  _type == "video" => {${videoFields}},
  "exam": exam->{${examFields}}
}`)
