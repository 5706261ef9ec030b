// Whether a Prometheus or an Alertmanager takes what is written for it: rules, monitors, routes.

import type { Assumption } from '../../engine/assumption.ts'
import { fieldsOf } from '../../engine/pods/untrusted.ts'
import { unseenFor } from '../../engine/unseen.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { type Part, part } from '../define.ts'
import type { Truth } from '../verdict.ts'
import { table, type View } from '../world.ts'
import { collectors, isTaken, monitoringGroup, unseenCollectors } from './collectors.ts'

export interface Taken {
  /** `a Prometheus`. */
  readonly what: string
  readonly by: readonly string[]
  readonly shown: readonly string[]
}

export const alertmanagers = table(({ estate }) =>
  estate.objects.filter(
    ({ manifest }) => manifest.kind === 'Alertmanager' && manifest.apiVersion.startsWith(monitoringGroup),
  ),
)

export function takenPart(object: EstateObject, what: 'rule' | 'alertmanagerConfig', view: View): Part<'taken', Taken> {
  const isRule = what === 'rule'
  const shown = isRule ? collectors(view) : alertmanagers(view)
  const takes = shown.map((by) => ({ by, is: isNamed(object, by) || isTaken(object, by, what, view) }))
  const by = takes.filter(({ is }) => is).map(({ by: one }) => sayTaker(one))
  const others = isRule
    ? [...unseenCollectors(view), ...unseenFor(view.estate, { kind: 'ThanosRuler' })]
    : unseenFor(view.estate, { kind: 'Alertmanager' })
  const maybe = takes.some(({ is }) => is === undefined) || others.length > 0
  const noun = isRule ? 'a Prometheus' : 'an Alertmanager'
  const other: Assumption = {
    id: `${isRule ? 'prometheus' : 'alertmanager'}/${view.estate.cluster}`,
    says: `${noun} runs in ${view.estate.cluster} and takes what nobody shows it to take`,
    kind: 'outside',
  }
  const isOther = shown.length === 0
  const truth: Truth = isOther ? !view.denied.has(other.id) : by.length > 0 || (maybe ? undefined : false)
  const names = shown.map(sayTaker)
  return part(
    'taken',
    truth,
    { what: noun, by, shown: names },
    {
      assumes: isOther ? [other] : [],
      hint: `the labels that ${names.join(', ')} selects`,
      at: { source: object.source, path: ['metadata', 'labels'] },
    },
  )
}

export function takenWords({ what, by, shown }: Taken, truth: Truth): string {
  if (truth) return by.length > 0 ? `${by.join(', ')} takes it` : `${what} that nobody shows takes it`
  return shown.length === 0 ? `nobody shows ${what} that takes it` : `${shown.join(', ')} does not select it`
}

// The configuration of all namespaces is taken by its name.
function isNamed({ ref, manifest }: EstateObject, by: EstateObject): boolean {
  const { name } = fieldsOf(fieldsOf(by.manifest.spec).alertmanagerConfiguration)
  const isOf = manifest.kind === 'AlertmanagerConfig' && name === partsOf(ref).name
  return isOf && partsOf(ref).namespace === partsOf(by.ref).namespace
}

function sayTaker({ ref }: EstateObject): string {
  const { kind, namespace, name } = partsOf(ref)
  return `${kind} ${namespace}/${name}`
}
