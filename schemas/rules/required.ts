/** What this needs of one of Sanity's rules. */
interface Narrowable<Rule> {
  required(): Rule
  error(message: string): Rule
}

/**
 * One sentence, said once, whether a value is missing or out of range. A single chained rule would say it again for each
 * link of the chain that a missing value breaks.
 *
 * @param rule - the rule that Studio hands in
 * @param narrow - adds what must hold for a value that is there
 * @param message - what the editor should do
 */
export function requiredAnd<Rule extends Narrowable<Rule>>(
  rule: Rule,
  narrow: (rule: Rule) => Rule,
  message: string,
): Rule[] {
  return [rule.required().error(message), narrow(rule).error(message)]
}
