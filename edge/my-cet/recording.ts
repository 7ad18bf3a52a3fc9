import type { PackFacts } from '../../core/index.ts'

/** What has to happen to a point before it counts with the regulator: it is `accepted` there, or `recorded`. */
export function countsOnce({ recording }: PackFacts['scheme']): 'accepted' | 'recorded' {
  return recording === 'provider-uploads' ? 'accepted' : 'recorded'
}
