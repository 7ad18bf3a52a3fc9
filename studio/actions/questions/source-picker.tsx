import { UploadIcon } from '@sanity/icons/Upload'
import { Button, Card, Flex, Label, Stack, Text, TextArea } from '@sanity/ui'
import { type DragEvent, useId, useRef, useState } from 'react'

/** Questions as somebody brought them: pasted, or in a file. */
export type Source =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }

/** Larger files are no exams; they would only make the browser stall. */
const MOST_BYTES = 50 * 1024 * 1024

/** Takes questions by pasting, by choosing a file or by dropping one. */
export function SourcePicker({
  source,
  onChange,
}: {
  readonly source: Source
  readonly onChange: (source: Source) => void
}) {
  const id = useId()
  const chooser = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [fault, setFault] = useState<string>()

  async function take(file: File | undefined): Promise<void> {
    if (file === undefined) return
    if (file.size > MOST_BYTES) {
      setFault(`“${file.name}” is larger than 50 MB. Split it, and import one part after the other.`)
      return
    }
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      setFault(undefined)
      onChange({ kind: 'file', name: file.name, bytes })
    } catch {
      setFault(`“${file.name}” could not be read. Was it moved, or a folder? Choose it again.`)
    }
  }

  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }

  return (
    <Card
      border
      padding={3}
      radius={2}
      tone={over ? 'primary' : 'default'}
      onDragOver={(event: DragEvent) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Stack gap={4}>
        <Flex align="center" gap={3} wrap="wrap">
          <input
            accept=".gift,.txt,.xml,.zip,.csv,.tsv,.json"
            aria-label="File with questions"
            data-testid="question-file"
            hidden
            onChange={({ currentTarget }) => {
              void take(currentTarget.files?.[0])
              currentTarget.value = ''
            }}
            ref={chooser}
            type="file"
          />
          <Button
            fontSize={1}
            icon={UploadIcon}
            mode="ghost"
            onClick={() => chooser.current?.click()}
            padding={3}
            text="Choose a file"
          />
          <Text muted size={1}>
            {source.kind === 'file' ? source.name : 'or drop it here, or paste its text below.'}
          </Text>
          {source.kind === 'file' && (
            <Button
              fontSize={1}
              mode="bleed"
              onClick={() => onChange({ kind: 'text', text: '' })}
              padding={3}
              text="Paste text instead"
            />
          )}
        </Flex>
        {source.kind === 'text' && (
          <Stack gap={3}>
            <Label as="label" htmlFor={id} size={1}>
              Questions
            </Label>
            <TextArea
              fontSize={1}
              id={id}
              onChange={({ currentTarget }) => onChange({ kind: 'text', text: currentTarget.value })}
              rows={6}
              spellCheck={false}
              value={source.text}
            />
          </Stack>
        )}
        {fault !== undefined && (
          <Card padding={3} radius={2} role="alert" tone="critical">
            <Text size={1}>{fault}</Text>
          </Card>
        )}
      </Stack>
    </Card>
  )
}
