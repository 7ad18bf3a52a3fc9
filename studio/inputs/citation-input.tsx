import { Card, Select, Text } from '@sanity/ui'
import { type StringInputProps, set, unset } from 'sanity'
import { useCitedWorks } from './cited-works.ts'

/** Chooses a work of the document's reference list; what is stored is the work's key. */
export function CitationInput({ value, onChange, readOnly, elementProps }: StringInputProps) {
  const works = useCitedWorks()
  if (works.length === 0) {
    return (
      <Card border padding={3} radius={2} tone="caution">
        <Text size={1}>This document has no references yet. Add one in the tab “Sources”.</Text>
      </Card>
    )
  }
  const known = works.some(({ key }) => key === value)
  return (
    <Select
      id={elementProps.id}
      ref={elementProps.ref}
      onFocus={elementProps.onFocus}
      onBlur={elementProps.onBlur}
      aria-describedby={elementProps['aria-describedby']}
      disabled={readOnly === true}
      value={known ? value : ''}
      onChange={({ currentTarget }) =>
        onChange(currentTarget.value === '' ? unset() : set(currentTarget.value))
      }
    >
      <option value="">Choose a reference …</option>
      {works.map(({ key, number, citation }) => (
        <option key={key} value={key}>
          {number}. {citation}
        </option>
      ))}
    </Select>
  )
}
