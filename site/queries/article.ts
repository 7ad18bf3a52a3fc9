import { figureFields } from './fragments.ts'

/** What only an article has. */
export const articleFields = `
  "body": body[]{
    _key,
    _type,
    _type == "block" => {
      style,
      listItem,
      level,
      "markDefs": markDefs[]{_key, _type, href},
      "children": children[]{_key, _type, text, marks, work}
    },
    _type == "figure" => {${figureFields}},
    _type == "pearl" => {title, text},
    _type == "dataTable" => {caption, "rows": rows[]{_key, cells}}
  }
`
