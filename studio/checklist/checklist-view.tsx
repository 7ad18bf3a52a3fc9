import { Card, Container } from '@sanity/ui'
import { type ReactNode, useMemo, useState } from 'react'
import { packChecklist } from '../../core/checklist/checklist.ts'
import { latest, pairDocuments, publishedIdOf } from '../../core/content/documents.ts'
import { textOf } from '../../core/content/values.ts'
import { Notice } from '../coverage/notices.tsx'
import { LiveNotice } from '../live/live-notice.tsx'
import { useLiveDocuments } from '../live/use-live-documents.ts'
import { ChoiceSelect } from '../packs/choice-select.tsx'
import { packChoices, validChoice } from '../packs/choices.ts'
import { ChecklistReport } from './checklist-report.tsx'
import { checklistSource } from './source.ts'

/**
 * The checklist of a pack, live. As a view of the pack's document, or as a pane of the desk
 * (`S.component(ChecklistView).options({ packId })`).
 *
 * @param props.documentId - the pack, where Studio names it
 * @param props.packId - the pack; without both an editor chooses among the packs
 * @param props.options - where the desk puts what is given to a pane
 */
export function ChecklistView(props: {
  readonly documentId?: string
  readonly packId?: string
  readonly options?: Readonly<Record<string, unknown>>
}): ReactNode {
  const [chosen, setChosen] = useState('')
  const option = props.options?.['packId']
  const given = props.packId ?? props.documentId ?? (typeof option === 'string' ? option : undefined)
  const source = useMemo(() => checklistSource(publishedIdOf(given ?? chosen)), [given, chosen])
  const live = useLiveDocuments(source)
  const pairs = useMemo(() => pairDocuments(live.documents.values()), [live.documents])
  const packs = useMemo(() => packChoices(pairs), [pairs])
  const pack = given === undefined ? validChoice(chosen, packs) : publishedIdOf(given)
  // Items are loaded as far as the chosen pack names them, so a default must be chosen too.
  if (given === undefined && pack !== undefined && pack !== chosen) setChosen(pack)
  const checklist = useMemo(
    () => (pack === undefined ? undefined : packChecklist(pairs, pack)),
    [pairs, pack],
  )
  const shown = live.status !== 'loading' && (live.status === 'ready' || live.documents.size > 0)
  return (
    <Card height="fill" overflow="auto" className="checklist">
      <Container width={2} padding={4}>
        <div className="checklist-page">
          <LiveNotice live={live} what="The checklist" />
          {given === undefined && packs.length > 1 && pack !== undefined && (
            <ChoiceSelect label="Pack" choices={packs} value={pack} onChange={setChosen} />
          )}
          {shown && checklist !== undefined && (
            <ChecklistReport
              checklist={checklist}
              title={textOf(latest(pairs.get(pack ?? ''))?.['title']) || 'an untitled pack'}
            />
          )}
          {shown && checklist === undefined && (
            <Notice title="There is nothing to check yet">
              The checklist appears as soon as something is written into the pack.
            </Notice>
          )}
        </div>
      </Container>
    </Card>
  )
}
