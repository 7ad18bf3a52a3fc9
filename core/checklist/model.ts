/** Something that a check found, and where it can be mended. */
export type Finding = {
  /** `missing` stands in the way of publishing the pack; `advice` does not. */
  readonly level: 'missing' | 'advice'
  /** Published ID of the document; a document that does not exist is found where it is referred to. */
  readonly documentId: string
  readonly type: string
  /** The document's title, or what stands for it. */
  readonly about: string
  /** Which state was looked at: the draft where there is one. */
  readonly state: 'draft' | 'published'
  /** The field as Studio writes paths (`body[_key=="a1"].alt`); empty for the document as a whole. */
  readonly path: string
  /** What is the matter, as a sentence. */
  readonly what: string
  /** What to do about it, as a sentence. */
  readonly remedy: string
}

/** Where a check belongs in the list. */
export type CheckGroup = 'pack' | 'items' | 'exams' | 'coverage'

/** A check with its result. */
export type Check = {
  /** Permanent name; never renamed or reused. */
  readonly code: string
  readonly group: CheckGroup
  /** What holds when the check is `ok`. */
  readonly title: string
  readonly state: 'ok' | 'missing' | 'advice'
  readonly findings: readonly Finding[]
}

/** All checks of a pack, in the order of display. */
export type Checklist = {
  readonly checks: readonly Check[]
  /** How many findings stand in the way of publishing. The pack is ready when there are none. */
  readonly missing: number
  readonly advice: number
  /** What the pack offers once every draft is published. */
  readonly facts: {
    readonly items: number
    /** Sum of the points of all its exams. */
    readonly points: number
    readonly units: number
    readonly unitsCovered: number
  }
}
