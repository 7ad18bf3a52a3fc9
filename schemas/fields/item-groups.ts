import { BookIcon } from '@sanity/icons/Book'
import { BulbOutlineIcon } from '@sanity/icons/BulbOutline'
import { DocumentTextIcon } from '@sanity/icons/DocumentText'
import type { FieldGroupDefinition } from 'sanity'

/** The tabs of an item's form. */
export const itemGroups: FieldGroupDefinition[] = [
  { name: 'content', title: 'Content', icon: DocumentTextIcon, default: true },
  { name: 'learning', title: 'Learning and exam', icon: BulbOutlineIcon },
  { name: 'sources', title: 'Sources', icon: BookIcon },
]
