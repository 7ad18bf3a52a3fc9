import { Select, Stack, Text } from '@sanity/ui'
import { useId } from 'react'
import type { Choice } from './choices.ts'

/** A labelled list to choose one document from. */
export function ChoiceSelect(props: {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly value: string
  readonly onChange: (id: string) => void
}) {
  const id = useId()
  return (
    <Stack gap={2} style={{ minWidth: 0, maxWidth: '100%' }}>
      <Text as="label" htmlFor={id} size={1} muted>
        {props.label}
      </Text>
      <Select
        id={id}
        fontSize={1}
        padding={2}
        value={props.value}
        onChange={({ currentTarget }) => props.onChange(currentTarget.value)}
      >
        {props.choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.title}
          </option>
        ))}
      </Select>
    </Stack>
  )
}
