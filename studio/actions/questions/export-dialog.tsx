import { DownloadIcon } from '@sanity/icons/Download'
import { Button, Card, Dialog, Flex, Stack, Text } from '@sanity/ui'
import { useId, useState } from 'react'
import { useClient } from 'sanity'
import {
  assetOf,
  type QuestionFormat,
  type QuestionProblem,
  questionFormats,
} from '../../../core/questions/index.ts'
import { FormatSelect } from './format-select.tsx'
import { ProblemList } from './problem-list.tsx'
import { questionsIn } from './questions-in.ts'
import { writeFile } from './write-file.ts'

type Progress =
  | { readonly state: 'ready' }
  | { readonly state: 'busy' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'saved'; readonly name: string; readonly problems: readonly QuestionProblem[] }

/** Saves an exam's questions, as they stand in its draft, to a file. */
export function ExportDialog({ exam, onClose }: { readonly exam: unknown; readonly onClose: () => void }) {
  const id = useId()
  const client = useClient({ apiVersion: '2025-02-19' })
  const [format, setFormat] = useState<QuestionFormat>('moodle-xml')
  const [progress, setProgress] = useState<Progress>({ state: 'ready' })
  const questions = questionsIn(exam)
  const images = questions.filter((stored) => assetOf(stored) !== undefined).length
  const info = questionFormats.find((each) => each.format === format)

  async function run(): Promise<void> {
    setProgress({ state: 'busy' })
    try {
      const { name, blob, problems } = await writeFile(client, exam, format)
      save(blob, name)
      setProgress({ state: 'saved', name, problems })
    } catch (error) {
      setProgress({ state: 'failed', message: error instanceof Error ? error.message : String(error) })
    }
  }

  return (
    <Dialog
      footer={
        <Flex align="center" gap={3} justify="flex-end" padding={3} wrap="wrap">
          <Button fontSize={1} mode="bleed" onClick={onClose} padding={3} text="Close" />
          <Button
            disabled={questions.length === 0 || progress.state === 'busy'}
            fontSize={1}
            icon={DownloadIcon}
            onClick={run}
            padding={3}
            text={questions.length === 1 ? 'Save 1 question' : `Save ${questions.length} questions`}
          />
        </Flex>
      }
      header="Export questions"
      id={`export-${id}`}
      onClose={onClose}
      width={1}
    >
      <Stack gap={4} padding={4}>
        <FormatSelect
          onChange={(next) => {
            setFormat(next)
            setProgress({ state: 'ready' })
          }}
          value={format}
        />
        <Card padding={3} radius={2} tone="caution">
          <Text size={1}>
            The file holds the key and the rationales. Keep it where members cannot read it.
          </Text>
        </Card>
        {images > 0 && info?.carriesImages === false && (
          <Card padding={3} radius={2} tone="caution">
            <Text size={1}>
              {info.title} has no place for images:{' '}
              {images === 1 ? 'one figure stays' : `${images} figures stay`} behind. Moodle XML, QTI and JSON
              take them along.
            </Text>
          </Card>
        )}
        <Text muted role="status" size={1}>
          {statusOf(progress, questions.length)}
        </Text>
        {progress.state === 'failed' && (
          <Card padding={3} radius={2} role="alert" tone="critical">
            <Stack gap={2}>
              <Text size={1}>{progress.message}</Text>
              <Text muted size={1}>
                Nothing was saved. Try again, or choose a format without images.
              </Text>
            </Stack>
          </Card>
        )}
        {progress.state === 'saved' && <ProblemList placed={false} problems={progress.problems} />}
      </Stack>
    </Dialog>
  )
}

function statusOf(progress: Progress, count: number): string {
  if (count === 0) return 'The exam has no questions yet.'
  if (progress.state === 'busy') return 'Preparing the file …'
  return progress.state === 'saved' ? `Saved as ${progress.name}.` : ''
}

/** Hands a file to the browser's downloads. */
function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken the file over by the time this task ends.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
