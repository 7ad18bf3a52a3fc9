import { registrantTypeFields } from './fragments.ts'

/** What a pack is measured against: scheme, cycle, requirements and units. */
export const frameworkFields = `
  _id,
  _type,
  title,
  version,
  note,
  "cycle": cycle->{
    _id,
    _type,
    title,
    startsOn,
    endsOn,
    acceptBy,
    note,
    "scheme": scheme->{
      _id,
      _type,
      title,
      abbreviation,
      regulator,
      recording,
      unitSingular,
      unitPlural,
      carryOver,
      note
    }
  },
  "requirements": requirements[]{
    _key,
    "registrantType": registrantType->{${registrantTypeFields}},
    points,
    interactivePoints,
    specialistPoints,
    specialistName,
    providerLedPoints,
    yearlyPoints,
    yearsWaived,
    everyUnit,
    pointsPerUnit,
    peerReviews,
    documents,
    partWay,
    confidence,
    source
  },
  "competencies": *[_type == "competency" && framework._ref == ^._id] | order(registrantType->order asc, order asc){
    _id,
    _type,
    title,
    note,
    "registrantType": registrantType->{${registrantTypeFields}}
  }
`
