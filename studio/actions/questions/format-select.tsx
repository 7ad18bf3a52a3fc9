import { Box, Label, Select, Stack } from '@sanity/ui'
import { useId } from 'react'
import { type QuestionFormat, questionFormats } from '../../../core/questions/index.ts'

/** Chooses a format by its name. */
export function FormatSelect({
  value,
  onChange,
  none,
}: {
  readonly value: QuestionFormat | undefined
  readonly onChange: (format: QuestionFormat) => void
  /** What stands there while no format is chosen. */
  readonly none?: string
}) {
  const id = useId()
  return (
    <Stack gap={3}>
      <Label as="label" htmlFor={id} size={1}>
        Format
      </Label>
      <Box>
        <Select
          fontSize={1}
          id={id}
          value={value ?? ''}
          onChange={({ currentTarget }) => {
            const chosen = questionFormats.find(({ format }) => format === currentTarget.value)
            if (chosen !== undefined) onChange(chosen.format)
          }}
        >
          {value === undefined && <option value="">{none ?? 'Choose a format …'}</option>}
          {questionFormats.map(({ format, title }) => (
            <option key={format} value={format}>
              {title}
            </option>
          ))}
        </Select>
      </Box>
    </Stack>
  )
}
