import { defineQuery } from 'groq'

/**
 * Every exam of the active pack with its key: the only query of the project that selects `correct` and `rationale`.
 * Its result goes to the Worker's database and nowhere else.
 */
export const releaseExamsQuery = defineQuery(`*[_id == "siteSettings"][0].activePack->{
  _id,
  title,
  opensOn,
  closesOn,
  timeZone,
  "framework": framework._ref,
  "items": items[]->{
    _id,
    _type,
    title,
    "slug": slug.current,
    "reference": republication.originalReference,
    "competencies": learningObjectives[].competencies[]->{
      "id": _id,
      title,
      "registrantType": registrantType->code,
      "framework": framework._ref
    },
    "exam": exam->{
      _id,
      title,
      passMark,
      maxAttempts,
      points,
      pointType,
      feedback,
      "questions": questions[]{
        "key": _key,
        stem,
        kind,
        "choices": choices[]{"key": _key, text, "correct": correct == true, rationale}
      }
    }
  }
}`)
