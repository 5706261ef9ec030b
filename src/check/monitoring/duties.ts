// What a stack is said to do in what it watches, against what it consists of.

import type { Component } from '../../platform/component.ts'
import type { Monitoring } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, part } from '../define.ts'

export type DutyRule = {
  does: { name: string; duties: readonly (readonly [duty: string, by: string])[]; undone: readonly string[] }
}

export const dutyWords = {
  does: ({ name, duties, undone }: DutyRule['does'], truth: boolean | undefined) => ({
    line: truth
      ? `what ${name} does, something of it does`
      : `nothing that ${name} consists of does ${undone.join(', ')}`,
    rows: duties,
  }),
}

export function doesParts({ name, does, by, stated }: Monitoring): AnyPart<DutyRule>[] {
  if (!does || by.length === 0) return []
  const duties = does.map(
    (duty) =>
      [
        duty,
        by
          .filter((one) => isDoing(one, duty))
          .map((one) => one.name)
          .join(', '),
      ] as const,
  )
  const undone = duties.filter(([, who]) => who === '').map(([duty]) => duty)
  return [
    part(
      'does',
      undone.length === 0,
      { name, duties: duties.filter(([, who]) => who !== ''), undone },
      { cause: `undone/${name}`, hint: 'what does it among what it consists of', stated: [stated] },
    ),
  ]
}

// Whoever scrapes sees whether each answers (`up`, prometheus.io/docs/concepts/jobs_instances).
function isDoing(component: Component, duty: NonNullable<Monitoring['does']>[number]): boolean {
  const { collects, gathers, notifies } = traitsOf(component)
  if (duty === 'alerts') return notifies !== undefined
  return duty === 'logs' || duty === 'traces' ? gathers?.records === duty : collects !== undefined
}
