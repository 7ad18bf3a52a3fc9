/** What demonstration content says of itself on every page. */
export const notice =
  'Demonstration content: invented authors and reference numbers, not clinical advice, not accredited for CET points.'

/** What it says of itself in the particulars of each item. */
export const itemNote =
  'Demonstration content, written for this software: not clinical advice and not accredited. Authors, date and reference of this first publication are invented.'
