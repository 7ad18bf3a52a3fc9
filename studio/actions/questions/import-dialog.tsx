import { Box, Button, Card, Dialog, Flex, Heading, Radio, Spinner, Stack, Text } from '@sanity/ui'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useClient } from 'sanity'
import { lintedExamOf } from '../../../core/index.ts'
import {
  type QuestionFormat,
  questionFormatOf,
  type StoredQuestion,
  storedQuestion,
} from '../../../core/questions/index.ts'
import { findingsOf } from './findings.ts'
import { FormatSelect } from './format-select.tsx'
import { newKey } from './new-key.ts'
import { ProblemList } from './problem-list.tsx'
import { QuestionPreview } from './question-preview.tsx'
import { MOST_QUESTIONS } from './read-source.ts'
import { type Source, SourcePicker } from './source-picker.tsx'
import { uploadImages } from './upload-images.ts'
import { useContents } from './use-contents.ts'

/** What becomes of the questions that the exam has already. */
export type Placement = 'append' | 'replace'

type Working = { readonly state: 'ready' } | { readonly state: 'busy'; readonly what: string } | Failed
type Failed = { readonly state: 'failed'; readonly message: string }

/**
 * Takes questions from a file into an exam's draft. Nothing changes before the last button is pressed, and then in one
 * step.
 */
export function ImportDialog({
  exam,
  onImport,
  onClose,
}: {
  /** The exam as it stands, with its draft. */
  readonly exam: unknown
  /** Puts the questions into the draft, all at once. */
  readonly onImport: (questions: readonly StoredQuestion[], placement: Placement) => void
  readonly onClose: () => void
}) {
  const id = useId()
  const client = useClient({ apiVersion: '2025-02-19' })
  const [source, setSource] = useState<Source>({ kind: 'text', text: '' })
  const [chosenFormat, setChosenFormat] = useState<QuestionFormat>()
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set())
  const [placement, setPlacement] = useState<Placement>('append')
  const [working, setWorking] = useState<Working>({ state: 'ready' })
  const ended = useRef(new AbortController())
  useEffect(() => {
    const controller = new AbortController()
    ended.current = controller
    return () => controller.abort()
  }, [])

  const content = source.kind === 'text' ? source.text : source.bytes
  const guess = useMemo(
    () =>
      content.length === 0
        ? undefined
        : questionFormatOf(source.kind === 'file' ? source.name : '', content.slice(0, 16_384)),
    [source, content],
  )
  const format = chosenFormat ?? guess
  const reading = useContents(content, format)
  const contents = reading.state === 'read' ? reading.contents : undefined
  const present = useMemo(() => lintedExamOf(exam), [exam])
  const findings = useMemo(
    () =>
      findingsOf(
        placement === 'append' ? present : { questions: [] },
        (contents?.questions ?? []).map(({ question }) => question),
      ),
    [present, placement, contents],
  )
  const chosen = (contents?.questions ?? []).filter((_, index) => !leftOut.has(index))
  const busy = working.state === 'busy'

  function takeSource(next: Source): void {
    setSource(next)
    setLeftOut(new Set())
    setWorking({ state: 'ready' })
    // A file brings its own format; while somebody types, what they chose stays.
    if (next.kind !== 'text' || source.kind !== 'text') setChosenFormat(undefined)
  }

  function choose(index: number, isChosen: boolean): void {
    const next = new Set(leftOut)
    if (isChosen) next.delete(index)
    else next.add(index)
    setLeftOut(next)
  }

  async function run(): Promise<void> {
    const { signal } = ended.current
    const questions = chosen.map(({ question }) => question)
    try {
      setWorking({ state: 'busy', what: 'Importing …' })
      const assets = await uploadImages(
        client,
        questions,
        (done, outOf) => setWorking({ state: 'busy', what: `Uploading image ${done + 1} of ${outOf} …` }),
        signal,
      )
      if (signal.aborted) return
      onImport(
        questions.map((question, index) =>
          storedQuestion(question, { question: newKey(), choice: newKey }, assets[index]),
        ),
        placement,
      )
      onClose()
    } catch (error) {
      if (signal.aborted) return
      setWorking({ state: 'failed', message: error instanceof Error ? error.message : String(error) })
    }
  }

  return (
    <Dialog
      footer={
        <Flex align="center" gap={3} justify="flex-end" padding={3} wrap="wrap">
          <Text muted role="status" size={1}>
            {busy ? working.what : ''}
          </Text>
          <Button fontSize={1} mode="bleed" onClick={onClose} padding={3} text="Cancel" />
          <Button
            disabled={chosen.length === 0 || busy}
            fontSize={1}
            onClick={run}
            padding={3}
            text={chosen.length === 1 ? 'Import 1 question' : `Import ${chosen.length} questions`}
          />
        </Flex>
      }
      header="Import questions"
      id={`import-${id}`}
      onClose={onClose}
      width={2}
    >
      <Stack gap={4} padding={4}>
        <SourcePicker onChange={takeSource} source={source} />
        <FormatSelect
          none={content.length === 0 ? 'Recognised when there are questions' : 'Not recognised: choose …'}
          onChange={(next) => {
            setChosenFormat(next)
            setLeftOut(new Set())
          }}
          value={format}
        />
        <Flex align="center" gap={2}>
          {reading.state === 'reading' && <Spinner muted />}
          <Text muted role="status" size={1}>
            {statusOf(reading.state, content.length === 0, format, contents)}
          </Text>
        </Flex>
        {contents?.more === true && (
          <Card padding={3} radius={2} tone="caution">
            <Text size={1}>
              The file holds more than {MOST_QUESTIONS} questions; the rest was not read. Split it if you need
              a question from there.
            </Text>
          </Card>
        )}
        {working.state === 'failed' && (
          <Card padding={3} radius={2} role="alert" tone="critical">
            <Stack gap={2}>
              <Text size={1}>{working.message}</Text>
              <Text muted size={1}>
                The exam was not changed. Try again, or leave that question out.
              </Text>
            </Stack>
          </Card>
        )}
        <ProblemList problems={contents?.problems ?? []} />
        {contents !== undefined && contents.questions.length > 0 && (
          <>
            <Stack as="section" aria-labelledby={`${id}-found`} gap={3}>
              <Flex align="center" gap={2} justify="space-between" wrap="wrap">
                <Heading as="h3" id={`${id}-found`} size={0}>
                  Questions to import
                </Heading>
                <Flex gap={2}>
                  <Button
                    fontSize={1}
                    mode="bleed"
                    onClick={() => setLeftOut(new Set())}
                    padding={2}
                    text="Choose all"
                  />
                  <Button
                    fontSize={1}
                    mode="bleed"
                    onClick={() => setLeftOut(new Set(contents.questions.keys()))}
                    padding={2}
                    text="Choose none"
                  />
                </Flex>
              </Flex>
              {contents.questions.map((found, index) => (
                <QuestionPreview
                  chosen={!leftOut.has(index)}
                  findings={findings[index] ?? []}
                  found={found}
                  // biome-ignore lint/suspicious/noArrayIndexKey: two questions may be equal; their places name them
                  key={index}
                  onChoose={(isChosen) => choose(index, isChosen)}
                />
              ))}
            </Stack>
            {present.questions.length > 0 && (
              <Box as="fieldset" margin={0} padding={0} style={{ border: 0 }}>
                <Heading as="legend" size={0}>
                  The exam has {countedQuestions(present.questions.length)}
                </Heading>
                <Stack gap={3} marginTop={3}>
                  {PLACEMENTS.map(({ value, title }) => (
                    <Flex align="center" as="label" gap={2} key={value}>
                      <Radio
                        checked={placement === value}
                        name={`${id}-placement`}
                        onChange={() => setPlacement(value)}
                        value={value}
                      />
                      <Text size={1}>{title}</Text>
                    </Flex>
                  ))}
                </Stack>
              </Box>
            )}
          </>
        )}
      </Stack>
    </Dialog>
  )
}

const PLACEMENTS: readonly { readonly value: Placement; readonly title: string }[] = [
  { value: 'append', title: 'Keep them, and add these after the last one' },
  { value: 'replace', title: 'Replace all of them' },
]

function statusOf(
  state: 'idle' | 'reading' | 'read',
  empty: boolean,
  format: QuestionFormat | undefined,
  contents: { readonly questions: readonly unknown[]; readonly problems: readonly unknown[] } | undefined,
): string {
  if (empty) return 'Paste questions or choose a file. Nothing changes before you import.'
  if (format === undefined) return 'The format was not recognised. Choose it above.'
  if (state !== 'read' || contents === undefined) return 'Reading …'
  const problems = contents.problems.length
  const found = contents.questions.length === 0 ? 'No questions' : countedQuestions(contents.questions.length)
  return `${found} found${problems === 0 ? '.' : `, ${problems} problem${problems === 1 ? '' : 's'}.`}`
}

function countedQuestions(count: number): string {
  return count === 1 ? '1 question' : `${count} questions`
}
