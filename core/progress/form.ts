/** A field of a form that cannot be taken as it is, with what to do about it. */
export type FieldFault = { readonly field: string; readonly message: string }

/** The fields of a form as they were sent. */
export type Fields = { get(name: string): string | null; getAll(name: string): string[] }
