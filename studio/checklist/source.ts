import { packContentIds } from '../../core/checklist/content.ts'
import { pairDocuments } from '../../core/content/documents.ts'
import type { LiveSource } from '../live/live-documents.ts'

/** What every pack's checklist needs; items and exams are loaded as far as the pack names them. */
const common = ['pack', 'framework', 'cycle', 'competency', 'registrantType']

/**
 * What the checklist of one pack is made from. Of running text only figures and citations are loaded.
 *
 * @param packId - published ID
 */
export function checklistSource(packId: string): LiveSource {
  return {
    types: [...common, 'article', 'video', 'exam'],
    loaded: common,
    projection: `{
      ...,
      "body": body[]{_type, _key, image, alt, "children": children[_type == "citation"]{_type, work}},
      "transcript": transcript[]{_key}
    }`,
    wanted: (documents) => packContentIds(pairDocuments(documents.values()), packId),
  }
}
