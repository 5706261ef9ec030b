// With a cluster goes what watches it from inside: only what stands elsewhere and misses a sign of life can tell.

import type { Assumption } from '../../engine/assumption.ts'
import type { Alert } from '../../platform/model.ts'
import { receiversOf } from '../../platform/receivers.ts'
import { traitsOf } from '../../platform/traits.ts'
import { part } from '../define.ts'
import type { Truth, Words } from '../verdict.ts'
import type { View, World } from '../world.ts'
import { standingIn } from './standing-in.ts'

interface Outside {
  readonly cluster: string
  /** What collects metrics in it. */
  readonly inside: readonly string[]
  /** Signs of life, each with who misses it. */
  readonly signs: readonly { readonly name: string; readonly to: string; readonly expects: string }[]
}

export type OutsideRules = { outside: Outside }

export function outsideParts(alerts: readonly Alert[], { world, view }: { world: World; view: View }) {
  const { cluster } = view.estate
  const inside = collectorsIn(world, cluster).map(({ name }) => name)
  const signs = alerts.flatMap((alert) =>
    (alert.when.always ? receiversOf(alert) : []).flatMap(({ name: to, expects }) =>
      expects === undefined ? [] : [{ name: alert.name, to, expects }],
    ),
  )
  const somebody: Assumption = {
    id: `noticed-outside/${cluster}`,
    says: `somebody outside ${cluster} notices that it is lost${inside.length > 0 ? `: ${inside.join(', ')} stands in it and is lost with it` : ''}`,
    kind: 'outside',
  }
  return [
    part(
      'outside',
      signs.length > 0 || !view.denied.has(somebody.id),
      { cluster, inside, signs },
      {
        assumes: signs.length > 0 ? [] : [somebody],
        cause: `watched-from-inside/${cluster}`,
        hint: `an alert that always fires (when: always()), to a receiver outside that expects it: receiver(…, { expects: '5m' })`,
      },
    ),
  ]
}

export const outsideWords = {
  outside: ({ cluster, inside, signs }: Outside, truth: Truth): Words => {
    const rows = signs.map(({ name, to, expects }) => [name, `${to} expects it every ${expects}`] as const)
    if (signs.length > 0) return { line: `when ${cluster} is lost, a sign of life ends that is missed outside`, rows }
    const lost =
      inside.length > 0
        ? `${inside.join(', ')} and the alerts that it evaluates are lost with ${cluster}`
        : `${cluster} is lost with what watches it`
    return { line: truth ? `${lost}; somebody outside notices it` : `${lost}, and nothing outside misses it` }
  },
}

export function collectorsIn(world: World, cluster: string) {
  return standingIn(world, cluster).flatMap((component) => {
    const { collects } = traitsOf(component)
    return collects ? [{ name: component.name, collects }] : []
  })
}
