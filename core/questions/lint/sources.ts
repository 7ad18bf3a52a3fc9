/** Where a rule comes from, so that an editor who doubts it can read on. */
export type LintSource = { readonly work: string; readonly part?: string }

/** A guideline of the taxonomy that is taught most widely. */
export function haladyna(part: string): LintSource {
  return {
    work: 'Haladyna TM, Downing SM, Rodriguez MC. A review of multiple-choice item-writing guidelines for classroom assessment. Applied Measurement in Education 2002; 15(3): 309–334',
    part,
  }
}

/** The guide that medical examiners write by. */
export function nbme(part: string): LintSource {
  return {
    work: 'Paniagua MA, Swygert KA (eds). Constructing written test questions for the basic and clinical sciences. National Board of Medical Examiners, 2016',
    part,
  }
}

/** What this exam does with questions: how it grades them and shows them. */
export function house(part: string): LintSource {
  return { work: 'The rules of this exam', part }
}
