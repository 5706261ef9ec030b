// When something that failed is mended: it holds, or at least everything holds that spoke against it.

import { holds, type Verdict } from '../verdict.ts'

/** Whether a verdict answers the rules that once spoke against it; where none is known, it must hold as a whole. */
export function isMended({ verdict, because }: Verdict, rules: readonly string[] = []): boolean {
  if (holds(verdict)) return true
  if (verdict === 'broken' || rules.length === 0) return false
  const asked = because.filter(({ rule }) => rules.includes(rule))
  return asked.every(({ truth }) => truth === true) && rules.every((rule) => asked.some((one) => one.rule === rule))
}
