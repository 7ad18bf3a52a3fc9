import type { LiveSource } from '../live/live-documents.ts'

const types = ['pack', 'article', 'video', 'exam', 'framework', 'cycle', 'competency', 'registrantType']

/** What coverage is measured from: of each document only the fields that count. */
export const coverageSource: LiveSource = {
  types,
  loaded: types,
  projection: `{
    _id, _type, title, slug, abbreviation, order, points,
    framework, registrantType, exam, opensOn, startsOn, cycle,
    items[]{_ref}, audience[]{_ref},
    learningObjectives[]{_key, competencies[]{_ref}}
  }`,
}
