import { longestCadenceSeconds } from './cadence.ts'
import type { Backup } from './component.ts'
import { secondsOf } from './units.ts'

/** How old a copy becomes, where copies are kept by age and not by number. */
export function keptSeconds({ keep }: Pick<Backup, 'keep'>): number | undefined {
  return typeof keep === 'number' ? undefined : secondsOf(keep)
}

/** How many copies are kept at a time; of those that are kept by age, how many are taken in that time. */
export function copiesKept({ keep, every }: Pick<Backup, 'keep' | 'every'>): number | undefined {
  if (keep === undefined || typeof keep === 'number') return keep
  const [age, apart] = [secondsOf(keep), every === undefined ? undefined : longestCadenceSeconds(every)]
  return age === undefined || apart === undefined || apart === 0 ? undefined : Math.ceil(age / apart)
}
