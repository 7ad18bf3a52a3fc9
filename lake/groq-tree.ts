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
  | { type: 'Object'; attributes: GroqAttribute[] }
  | { type: 'Projection'; base: GroqNode; expr: GroqNode }
  | { type: 'Map'; base: GroqNode; expr: GroqNode }
  | { type: 'ArrayCoerce'; base: GroqNode }
  | { type: 'AccessElement'; base: GroqNode; index: number }
  | { type: 'Slice'; base: GroqNode; left: number; right: number; isInclusive: boolean }
  | { type: 'Deref'; base: GroqNode }
  | { type: 'PipeFuncCall'; base: GroqNode; name: string; args: GroqNode[] }

/** One element of an array literal; `...` spreads it. */
export interface GroqElement {
  type: 'ArrayElement'
  value: GroqNode
  isSplat: boolean
}

/** One attribute of an object literal or a projection. */
export type GroqAttribute =
  | { type: 'ObjectAttributeValue'; name: string; value: GroqNode }
  | { type: 'ObjectConditionalSplat'; condition: GroqNode; value: GroqNode }
  | { type: 'ObjectSplat'; value: GroqNode }
