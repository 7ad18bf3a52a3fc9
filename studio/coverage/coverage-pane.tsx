import { type ReactNode, useMemo, useState } from 'react'
import { pairDocuments, publishedIdOf } from '../../core/content/documents.ts'
import { LiveNotice } from '../live/live-notice.tsx'
import { useLiveDocuments } from '../live/use-live-documents.ts'
import { CoverageView } from './coverage-view.tsx'
import { coverageSource } from './source.ts'

/**
 * The coverage of a pack by its items, live. As a pane of the desk: `S.component(CoveragePane).options({ packId })`.
 *
 * @param props.packId - published ID of the pack; without it an editor chooses among the packs
 * @param props.options - where the desk puts what is given to a pane
 */
export function CoveragePane(props: {
  readonly packId?: string
  readonly options?: Readonly<Record<string, unknown>>
}): ReactNode {
  const [chosen, setChosen] = useState<string>()
  const given = props.packId ?? stringOf(props.options?.['packId'])
  return <LiveCoverage pack={given ?? chosen} {...(given === undefined && { onPack: setChosen })} />
}

/** Coverage as a view of the pack's document. */
export function PackCoverageView(props: { readonly documentId: string }): ReactNode {
  return <LiveCoverage pack={publishedIdOf(props.documentId)} />
}

/** Coverage of a pack that is chosen elsewhere, such as in the address. */
export function LiveCoverage(props: {
  readonly pack: string | undefined
  /** Told when another pack is chosen; absent when none may be. */
  readonly onPack?: (id: string) => void
}): ReactNode {
  const live = useLiveDocuments(coverageSource)
  const pairs = useMemo(() => pairDocuments(live.documents.values()), [live.documents])
  return (
    <div className="coverage">
      <LiveNotice live={live} what="Coverage" />
      {(live.status === 'ready' || live.documents.size > 0) && live.status !== 'loading' && (
        <CoverageView pairs={pairs} {...props} />
      )}
    </div>
  )
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
