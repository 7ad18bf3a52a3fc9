import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle'
import { ChevronDownIcon } from '@sanity/icons/ChevronDown'
import { InfoOutlineIcon } from '@sanity/icons/InfoOutline'
import { WarningFilledIcon } from '@sanity/icons/WarningFilled'
import { Badge, Card, Flex, Heading, Stack, Text } from '@sanity/ui'
import type { ReactNode } from 'react'
import { IntentLink } from 'sanity/router'
import type { Check, Checklist, Finding } from '../../core/checklist/model.ts'
import './checklist.css'
import { checkStateText, factsText, GROUPS, overallText } from './texts.ts'

const icons = { ok: CheckmarkCircleIcon, missing: WarningFilledIcon, advice: InfoOutlineIcon }

/** The checklist of a pack: the state of the whole, then each check with links to what is missing. */
export function ChecklistReport({
  checklist,
  title,
}: {
  readonly checklist: Checklist
  readonly title: string
}) {
  const ready = checklist.missing === 0
  const Icon = ready ? CheckmarkCircleIcon : WarningFilledIcon
  return (
    <Stack gap={5}>
      <Card tone={ready ? 'positive' : 'critical'} padding={4} radius={2} border>
        <Flex gap={3} align="flex-start">
          <Text size={2}>
            <Icon aria-hidden />
          </Text>
          <Stack gap={3}>
            <Heading as="h1" size={1}>
              Checklist of {title}
            </Heading>
            <Text size={2} weight="semibold" role="status">
              {overallText(checklist)}
            </Text>
            <Text size={1}>{factsText(checklist)}</Text>
          </Stack>
        </Flex>
      </Card>
      {GROUPS.map(({ name, title: group }) => (
        <Stack as="section" gap={3} key={name} aria-label={group}>
          <Heading as="h2" size={1}>
            {group}
          </Heading>
          <ul className="checklist-checks">
            {checklist.checks
              .filter((check) => check.group === name)
              .map((check) => (
                <CheckEntry key={check.code} check={check} />
              ))}
          </ul>
        </Stack>
      ))}
    </Stack>
  )
}

function CheckEntry({ check }: { readonly check: Check }): ReactNode {
  const Icon = icons[check.state]
  const line = (
    <>
      <span className="checklist-icon" data-state={check.state}>
        <Icon aria-hidden />
      </span>
      <span className="checklist-title">{check.title}</span>
      <span className="checklist-state" data-state={check.state}>
        {checkStateText(check)}
      </span>
    </>
  )
  if (check.state === 'ok') {
    return (
      <li className="checklist-check">
        <div className="checklist-line">{line}</div>
      </li>
    )
  }
  return (
    <li className="checklist-check">
      <details open={check.state === 'missing'}>
        <summary className="checklist-line">
          {line}
          <ChevronDownIcon className="checklist-chevron" aria-hidden />
        </summary>
        <ul className="checklist-findings">
          {check.findings.map((finding) => (
            <FindingEntry key={`${finding.documentId} ${finding.path} ${finding.what}`} finding={finding} />
          ))}
        </ul>
      </details>
    </li>
  )
}

function FindingEntry({ finding }: { readonly finding: Finding }): ReactNode {
  const { documentId, type, path, about, what, remedy, state, level } = finding
  return (
    <li className="checklist-finding">
      <Flex gap={2} align="center" wrap="wrap">
        <IntentLink
          className="checklist-link"
          intent="edit"
          params={{ id: documentId, type, ...(path !== '' && { path }) }}
        >
          {about}
        </IntentLink>
        <Badge fontSize={0}>{type}</Badge>
        {state === 'draft' && (
          <Badge fontSize={0} tone="caution">
            draft
          </Badge>
        )}
        {level === 'advice' && <Badge fontSize={0}>recommendation</Badge>}
      </Flex>
      <p>
        {what} {remedy}
      </p>
    </li>
  )
}
