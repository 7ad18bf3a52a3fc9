import { defineQuery } from 'groq'
import { articleFields } from './article.ts'
import { examFields } from './exam.ts'
import { itemFields } from './fragments.ts'
import { frameworkFields } from './framework.ts'
import { opportunityFields } from './opportunity.ts'
import { videoFields } from './video.ts'

/**
 * Everything that the site shows, in one consistent reading. Keys and rationales of exams are not selected, here or
 * in any fragment.
 */
export const siteContentQuery = defineQuery(`*[_id == "siteSettings"][0]{
  _id,
  _type,
  title,
  description,
  notice,
  joinUrl,
  subscribeUrl,
  howToJoin,
  contactEmail,
  "activePack": activePack->{
    _id,
    _type,
    title,
    "slug": slug.current,
    summary,
    introduction,
    opensOn,
    closesOn,
    timeZone,
    acceptanceAdvice,
    "framework": framework->{${frameworkFields}},
    "items": items[]->{
      ${itemFields},
      _type == "article" => {${articleFields}},
      _type == "video" => {${videoFields}},
      "exam": exam->{${examFields}}
    }
  },
  "opportunities": *[_type == "interactiveOpportunity"] | order(startsAt asc, _id asc){${opportunityFields}}
}`)
