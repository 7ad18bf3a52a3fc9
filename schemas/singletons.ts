/** The one document of type `siteSettings`; its ID is fixed so that every query and the desk find it. */
export const SITE_SETTINGS_ID = 'siteSettings'

/** Types of which exactly one document may exist. They are never created, duplicated or deleted by hand. */
export const SINGLETON_TYPES: ReadonlySet<string> = new Set(['siteSettings'])
