import type { NotYet } from '../../facts/fact.ts'
export const notYet: readonly NotYet[] = []
