export const rooms: Record<string, { rooms: string[]; packages: string[] }>
export const open: string[]
export const testFile: string
