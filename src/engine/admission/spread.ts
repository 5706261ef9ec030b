// Topology spread constraints.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go:8851.
import { labelKeys } from './affinity.ts'
import type { Judge } from './judge.ts'
import { at, fieldOf, isSet, items, named, number, type Place, text } from './place.ts'
import { allowSet, atLeast, labelSelector, requireText } from './rules.ts'

export function spreadConstraints(judge: Judge, list: Place): void {
  const seen = new Map<string, Place>()
  for (const constraint of items(list)) {
    const [skew, key, action, domains] = ['maxSkew', 'topologyKey', 'whenUnsatisfiable', 'minDomains'].map((field) =>
      at(constraint, field),
    ) as [Place, Place, Place, Place]
    if ((number(skew) ?? 0) < 1) judge.refuse(skew, { is: 'invalid', value: `${number(skew) ?? 0}`, why: 'is below 1' })
    requireText(judge, key)
    const allowed = ['DoNotSchedule', 'ScheduleAnyway']
    if (!allowed.includes(text(action))) judge.refuse(action, { is: 'notOneOf', value: text(action), allowed })
    const pair = `${text(key)}, ${text(action)}`
    const first = seen.get(pair)
    if (first !== undefined) {
      judge.refuse(named(first, `${fieldOf(first)}.{topologyKey, whenUnsatisfiable}`), { is: 'duplicate', value: pair })
    }
    seen.set(pair, constraint)
    atLeast(judge, domains, 1)
    if (isSet(domains) && text(action) !== 'DoNotSchedule') {
      judge.refuse(domains, {
        is: 'invalid',
        value: `${number(domains)}`,
        why: 'goes only with whenUnsatisfiable: DoNotSchedule',
      })
    }
    allowSet(judge, at(constraint, 'nodeAffinityPolicy'), ['Ignore', 'Honor'])
    allowSet(judge, at(constraint, 'nodeTaintsPolicy'), ['Ignore', 'Honor'])
    labelKeys(judge, constraint, judge.minor >= 34 ? 1 : 0)
    labelSelector(judge, at(constraint, 'labelSelector'))
  }
}
