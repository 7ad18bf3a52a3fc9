import { Badge, Flex, Stack, Text } from '@sanity/ui'
import type { LintFinding } from '../../../core/index.ts'

/** A finding in full: how much it weighs, what is wrong and what to do. The weight is a word, not only a colour. */
export function FindingText({ finding }: { readonly finding: LintFinding }) {
  return (
    <Flex align="flex-start" gap={3}>
      <Badge as="span" fontSize={0} tone={toneOf(finding)} style={{ flexShrink: 0 }}>
        {finding.level === 'error' ? 'Error' : 'Warning'}
      </Badge>
      <Stack as="span" gap={3} style={{ minWidth: 0 }}>
        <Text as="span" size={1}>
          {finding.message}
        </Text>
        <Text as="span" size={1} muted>
          {finding.remedy}
        </Text>
      </Stack>
    </Flex>
  )
}

/** The colour that goes with a finding's weight. */
export function toneOf({ level }: Pick<LintFinding, 'level'>): 'critical' | 'caution' {
  return level === 'error' ? 'critical' : 'caution'
}
