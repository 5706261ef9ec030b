// A rule that no Prometheus takes never fires; a receiver that nobody defines is no receiver, and the operator then leaves
// the whole AlertmanagerConfig out (prometheus-operator@v0.85, pkg/alertmanager/validation/v1alpha1).

import type { Assumption } from '../../engine/assumption.ts'
import { fieldsIn, fieldsOf, textOf } from '../../engine/pods/untrusted.ts'
import { unseenFor } from '../../engine/unseen.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { objectSubject } from '../admission/subject.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import type { Truth } from '../verdict.ts'
import { table, type View } from '../world.ts'
import { collectors, isTaken, monitoringGroup, unseenCollectors } from './collectors.ts'

type Path = readonly (string | number)[]

type Rules = {
  taken: { what: string; by: readonly string[]; shown: readonly string[] }
  receiver: { name: string; has: readonly string[] }
}

export const routed = defineQuestion<Rules>({
  id: 'routed',
  asks: 'Is every alert rule evaluated, and does every route lead to a receiver?',

  *judge({ views }) {
    for (const view of views)
      for (const object of view.estate.objects) {
        const { kind, apiVersion } = object.manifest
        if (!apiVersion.startsWith(monitoringGroup)) continue
        if (kind === 'PrometheusRule') yield findingOf(object, [takenPart(object, 'rule', view)], view)
        if (kind === 'AlertmanagerConfig') yield findingOf(object, configParts(object, view), view)
      }
  },

  says: {
    taken: ({ what, by, shown }, truth) => {
      if (truth) return by.length > 0 ? `${by.join(', ')} takes it` : `${what} that nobody shows takes it`
      return shown.length === 0 ? `nobody shows ${what} that takes it` : `${shown.join(', ')} does not select it`
    },
    receiver: ({ name, has }, truth) =>
      truth
        ? `the receiver ${name} is there`
        : `a route names the receiver ${name}, which is not among ${has.join(', ') || 'its receivers: it has none'}; the whole AlertmanagerConfig is left out`,
  },
})

function findingOf(object: EstateObject, parts: Finding<Rules>['parts'], view: View): Finding<Rules> {
  const { kind, name } = partsOf(object.ref)
  return {
    id: objectSubject(object, view),
    environment: object.environment,
    cluster: view.estate.cluster,
    says: kind === 'PrometheusRule' ? `the rules of ${name} are evaluated` : `the routes of ${name} lead to somebody`,
    source: object.source,
    about: [object.ref],
    parts,
  }
}

const alertmanagers = table(({ estate }) =>
  estate.objects.filter(
    ({ manifest }) => manifest.kind === 'Alertmanager' && manifest.apiVersion.startsWith(monitoringGroup),
  ),
)

function takenPart(object: EstateObject, what: 'rule' | 'alertmanagerConfig', view: View) {
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
  return part(
    'taken',
    truth,
    { what: noun, by, shown: shown.map(sayTaker) },
    {
      assumes: isOther ? [other] : [],
      hint: `the labels that ${shown.map(sayTaker).join(', ')} selects`,
      at: { source: object.source, path: ['metadata', 'labels'] },
    },
  )
}

// The configuration of all namespaces is taken by its name.
function isNamed({ ref }: EstateObject, by: EstateObject): boolean {
  const { name } = fieldsOf(fieldsOf(by.manifest.spec).alertmanagerConfiguration)
  return name === partsOf(ref).name && partsOf(ref).namespace === partsOf(by.ref).namespace
}

function sayTaker({ ref }: EstateObject): string {
  const { kind, namespace, name } = partsOf(ref)
  return `${kind} ${namespace}/${name}`
}

function configParts(object: EstateObject, view: View): Finding<Rules>['parts'] {
  const spec = fieldsOf(object.manifest.spec)
  const has = fieldsIn(spec.receivers).flatMap(({ name }) => textOf(name) ?? [])
  const named = receiversIn(spec.route, ['spec', 'route'], 0)
  const parts = named.map(({ name, path }) =>
    part(
      'receiver',
      has.includes(name),
      { name, has: [...has].sort(byCodePoint) },
      { hint: `a receiver called ${name}, or one that is there`, at: { source: object.source, path } },
    ),
  )
  return [takenPart(object, 'alertmanagerConfig', view), ...parts]
}

// Deeper than any route that somebody wrote.
const deepest = 20

function receiversIn(route: unknown, path: Path, depth: number): readonly { name: string; path: Path }[] {
  const { receiver, routes } = fieldsOf(route)
  const own = typeof receiver === 'string' && receiver !== '' ? [{ name: receiver, path: [...path, 'receiver'] }] : []
  if (depth >= deepest) return own
  return [...own, ...fieldsIn(routes).flatMap((each, at) => receiversIn(each, [...path, 'routes', at], depth + 1))]
}
