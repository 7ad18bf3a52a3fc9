/**
 * The nodes of a GROQ tree that the lake looks at or makes. groq-js 2.0.0 publishes its types without the file that
 * holds these, so that its `ExprNode` is `any`; here they are again, as far as they are needed.
 */
export type GroqNode =
  | { type: 'Value'; value: unknown }
  | { type: 'This' }
  | { type: 'Everything' }
  | { type: 'Parameter'; name: string }
  | { type: 'AccessAttribute'; name: string; base?: GroqNode }
  | { type: 'Array'; elements: GroqElement[] }
  | { type: 'Group'; base: GroqNode }
  | { type: 'Not'; base: GroqNode }
  | { type: 'And'; left: GroqNode; right: GroqNode }
  | { type: 'OpCall'; op: string; left: GroqNode; right: GroqNode }
  | { type: 'FuncCall'; namespace: string; name: string; args: GroqNode[] }
  | { type: 'Filter'; base: GroqNode; expr: GroqNode }

/** One element of an array literal; `...` spreads it. */
export interface GroqElement {
  type: 'ArrayElement'
  value: GroqNode
  isSplat: boolean
}
