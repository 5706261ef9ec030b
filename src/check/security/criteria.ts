// What somebody audits against. An audit finds to what extent criteria are met, which are said before: laws, standards, rules of
// one's own (ISO 19011:2018, 3.1 and 3.7). Where none is named, whoever audits has nothing to hold the platform against.

import type { Platform } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type AnyFinding, type AnyPart, part } from '../define.ts'

export type CriteriaParts = {
  criteria: { readonly auditors: readonly string[]; readonly standards: readonly string[] }
}

type Found = AnyFinding & { readonly parts: readonly AnyPart<CriteriaParts>[] }

/** Asked where somebody is there to audit, and nothing else. */
export function criteriaOf({ name, access, standards, controls }: Platform): readonly Found[] {
  const auditors = access.filter(({ may }) => may.includes('audit'))
  if (auditors.length === 0) return []
  const named = controls.flatMap(({ of }) => of.map((one) => (typeof one === 'string' ? one : one.name)))
  const all = [...new Set([...standards.map((one) => one.name), ...named])].sort(byCodePoint)
  const because = { auditors: auditors.map((one) => one.name).sort(byCodePoint), standards: all }
  const stated = auditors.map((one) => one.stated)
  const isSaid = all.length > 0
  const more = isSaid ? {} : { waitsFor: 'standards', hint: 'standards: [standard(…)] of the platform' }
  return [
    {
      id: [name, 'criteria'],
      says: 'it is said what is audited against',
      source: { ...(stated[0] && { stated: stated[0] }) },
      parts: [part('criteria', isSaid || undefined, because, { ...more, stated })],
    },
  ]
}

export const criteriaWords = {
  criteria: ({ auditors, standards }: CriteriaParts['criteria']) => {
    const who = `${auditors.join(' and ')} may audit`
    return standards.length > 0
      ? `${who} against ${standards.join(', ')}`
      : `${who}, and nobody says against which law, standard or rules of one's own`
  },
}
