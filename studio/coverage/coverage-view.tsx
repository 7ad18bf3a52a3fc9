import { DownloadIcon } from '@sanity/icons/Download'
import { SearchIcon } from '@sanity/icons/Search'
import { Button, Flex, Heading, Text, TextInput } from '@sanity/ui'
import {
  type MouseEvent,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { IntentLink, useRouter } from 'sanity/router'
import { type DocumentPair, latest } from '../../core/content/documents.ts'
import { refOf, textOf } from '../../core/content/values.ts'
import { coverageCsv } from '../../core/coverage/csv.ts'
import { type CoverageMatrix, coverageMatrix } from '../../core/coverage/matrix.ts'
import { readCoverage } from '../../core/coverage/read.ts'
import { counted } from '../../schemas/preview.ts'
import { ChoiceSelect } from '../packs/choice-select.tsx'
import { frameworkChoices, packChoices, validChoice } from '../packs/choices.ts'
import './coverage.css'
import { CoverageGrid } from './coverage-grid.tsx'
import { download, fileNamePart } from './download.ts'
import { Legend } from './legend.tsx'
import { rememberLinks } from './links.ts'
import { Notice } from './notices.tsx'
import { type CoverageFilter, selectCoverage } from './select.ts'

/**
 * Coverage of one pack against one framework: controls, sums and the grid.
 *
 * @param props.pack - the pack that was chosen, if any
 * @param props.onPack - absent when no other pack may be chosen
 */
export function CoverageView(props: {
  readonly pairs: ReadonlyMap<string, DocumentPair>
  readonly pack: string | undefined
  readonly onPack?: (id: string) => void
}): ReactNode {
  const { pairs, onPack } = props
  const packs = useMemo(() => packChoices(pairs), [pairs])
  const frameworks = useMemo(() => frameworkChoices(pairs), [pairs])
  const [otherFramework, setOtherFramework] = useState<string>()
  const pack = onPack === undefined ? props.pack : validChoice(props.pack, packs)
  const packDocument = latest(pairs.get(pack ?? ''))
  const ownFramework = refOf(packDocument?.['framework'])
  const framework = frameworks.some(({ id }) => id === otherFramework) ? otherFramework : ownFramework
  const before = useRef<CoverageMatrix>(undefined)
  const matrix = useMemo(
    () => coverageMatrix(readCoverage(pairs, { pack: pack ?? '', framework }), before.current),
    [pairs, pack, framework],
  )
  useEffect(() => {
    before.current = matrix
  }, [matrix])

  if (pack === undefined || packDocument === undefined) {
    return (
      <Notice title={packs.length === 0 ? 'There is no pack yet' : 'This pack does not exist'}>
        {packs.length === 0 ? (
          <>
            Coverage shows which competencies a pack’s articles and videos cover.{' '}
            <IntentLink intent="create" params={{ type: 'pack' }}>
              Create a pack
            </IntentLink>{' '}
            first.
          </>
        ) : (
          'It may have been deleted. Choose another one.'
        )}
      </Notice>
    )
  }
  const title = textOf(packDocument['title']) || 'Untitled pack'
  return (
    <>
      <Flex gap={4} align="flex-end" wrap="wrap">
        <Flex direction="column" gap={3} flex={1} style={{ minWidth: 220 }}>
          <Heading as="h1" size={2}>
            Coverage
          </Heading>
          <Text size={1} muted>
            {summary(matrix)}
          </Text>
        </Flex>
        {onPack !== undefined && packs.length > 1 && (
          <ChoiceSelect label="Pack" choices={packs} value={pack} onChange={onPack} />
        )}
        {frameworks.length > 1 && (
          <ChoiceSelect
            label="Framework"
            choices={frameworks}
            value={framework ?? ''}
            onChange={setOtherFramework}
          />
        )}
        <Button
          icon={DownloadIcon}
          text="Export CSV"
          mode="ghost"
          fontSize={1}
          padding={3}
          disabled={matrix.units === 0}
          onClick={() =>
            download(
              `coverage-${fileNamePart(title)}-${new Date().toISOString().slice(0, 10)}.csv`,
              coverageCsv(matrix),
              'text/csv',
            )
          }
        />
      </Flex>
      <Body matrix={matrix} pack={pack} hasFramework={framework !== undefined} />
    </>
  )
}

function summary({ units, gaps, singles, items }: CoverageMatrix): string {
  return [
    counted(units, 'unit'),
    gaps === 0 ? 'no gaps' : counted(gaps, 'gap'),
    `${singles} covered by one item only`,
    counted(items.length, 'item'),
  ].join(' · ')
}

function Body({
  matrix,
  pack,
  hasFramework,
}: {
  readonly matrix: CoverageMatrix
  readonly pack: string
  readonly hasFramework: boolean
}): ReactNode {
  const [filter, setFilter] = useState<CoverageFilter>('all')
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search)
  const selection = useMemo(
    () => selectCoverage(matrix, { filter, search: wanted }),
    [matrix, filter, wanted],
  )
  const { resolveIntentLink, navigateUrl } = useRouter()
  const linkTo = useMemo(
    () => rememberLinks((document) => resolveIntentLink('edit', { ...document })),
    [resolveIntentLink],
  )
  const open = useCallback(
    (event: MouseEvent<HTMLAnchorElement>) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      navigateUrl({ path: event.currentTarget.getAttribute('href') ?? '' })
    },
    [navigateUrl],
  )

  if (!hasFramework) {
    return (
      <Notice title="This pack names no framework">
        Coverage is measured against a framework’s competencies.{' '}
        <IntentLink intent="edit" params={{ id: pack, type: 'pack', path: 'framework' }}>
          Choose one in the pack
        </IntentLink>
        , or choose one above to look at.
      </Notice>
    )
  }
  if (matrix.units === 0) {
    return (
      <Notice title="This framework has no competencies yet">
        Add competencies to it, each with its registrant type, or choose another framework.
      </Notice>
    )
  }
  return (
    <>
      {matrix.items.length === 0 && (
        <Notice title="This pack lists no items yet, so every unit is a gap">
          <IntentLink intent="edit" params={{ id: pack, type: 'pack', path: 'items' }}>
            Add articles and videos to the pack
          </IntentLink>
          .
        </Notice>
      )}
      <Flex gap={3} wrap="wrap" align="center">
        <fieldset className="coverage-filter">
          <legend className="coverage-hidden">Units to show</legend>
          {filters(matrix).map(({ value, text }) => (
            <Button
              key={value}
              mode={filter === value ? 'default' : 'bleed'}
              aria-pressed={filter === value}
              fontSize={1}
              padding={2}
              text={text}
              onClick={() => setFilter(value)}
            />
          ))}
        </fieldset>
        <div className="coverage-search">
          <TextInput
            aria-label="Find a unit or an item"
            placeholder="Find a unit or an item"
            type="search"
            icon={SearchIcon}
            fontSize={1}
            padding={2}
            value={search}
            clearButton={search !== ''}
            onClear={() => setSearch('')}
            onChange={({ currentTarget }) => setSearch(currentTarget.value)}
          />
        </div>
        <p className="coverage-hidden" role="status">
          {`${selection.units} of ${counted(matrix.units, 'unit')} shown`}
        </p>
      </Flex>
      {selection.units === 0 ? (
        <Notice title={emptyText(filter, wanted)} />
      ) : (
        <CoverageGrid selection={selection} linkTo={linkTo} open={open} />
      )}
      <Legend />
    </>
  )
}

function filters({ units, gaps, singles }: CoverageMatrix): { value: CoverageFilter; text: string }[] {
  return [
    { value: 'all', text: `All ${units}` },
    { value: 'gap', text: `Gaps ${gaps}` },
    { value: 'single', text: `One item only ${singles}` },
  ]
}

function emptyText(filter: CoverageFilter, search: string): string {
  if (search.trim() !== '') return `Nothing is called “${search.trim()}” here.`
  return filter === 'gap' ? 'No gaps: every unit is covered.' : 'No unit depends on one item alone.'
}
