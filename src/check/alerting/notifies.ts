// Alerts that fire and never arrive: the Service that a Prometheus sends them to is not there, has no such port, or the
// policies do not let it through.
// Source: prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.AlertmanagerEndpoints.

import type { Assumption } from '../../engine/assumption.ts'
import { type Fields, fieldsIn, fieldsOf, textOf } from '../../engine/pods/untrusted.ts'
import { connection } from '../../engine/reachability/connection.ts'
import { type Answer, answersOf } from '../../engine/reachability/service.ts'
import { unseenFor } from '../../engine/unseen.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { nearest } from '../../platform/nearest.ts'
import { byCodePoint } from '../../platform/order.ts'
import { aboutObject } from '../admission/subject.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import { connectionParts } from '../reachability/connection-parts.ts'
import { type ConnectionRules, connectionWords } from '../reachability/connection-words.ts'
import { endsOf } from '../reachability/ends.ts'
import { reachable } from '../reachability/reachable.ts'
import { table, type View } from '../world.ts'
import { collectors } from './collectors.ts'
import { alertmanagers } from './taken.ts'

interface Named {
  readonly service: Ref
  readonly near?: string
  readonly unseen: readonly string[]
}

interface Port {
  readonly service: Ref
  readonly port: number | string
  readonly has: readonly string[]
}

type Rules = ConnectionRules & { there: Named; port: Port }

export const notifies = defineQuestion<Rules>({
  id: 'notifies',
  asks: 'Do the alerts of every Prometheus get to its Alertmanager?',

  *judge({ views }) {
    for (const view of views)
      for (const by of collectors(view)) {
        const parts = targetsOf(by).flatMap((target) => targetParts(target, by, view))
        if (parts.length > 0) yield findingOf(by, parts, view)
      }
  },

  says: {
    ...connectionWords,
    there: ({ service, near, unseen }, truth) => {
      const { namespace, name } = partsOf(service)
      if (truth === undefined) return `nobody shows Service ${namespace}/${name}: ${unseen.join('; ')}`
      if (truth) return `alerts go to Service ${namespace}/${name}`
      return `alerts go to Service ${namespace}/${name}, which is not there${near ? `: ${near} is` : ''}`
    },
    port: ({ service, port, has }, truth) =>
      truth
        ? `Service ${partsOf(service).name} has the port ${port}`
        : `Service ${partsOf(service).name} has no port ${port}: it has ${has.join(', ') || 'none'}`,
  },
})

function findingOf(by: EstateObject, parts: Finding<Rules>['parts'], view: View): Finding<Rules> {
  const { kind, name } = partsOf(by.ref)
  return {
    ...aboutObject(by, view),
    says: `alerts of ${kind} ${name} get to an Alertmanager`,
    parts,
  }
}

interface Target {
  readonly service: Ref
  readonly port: number | string
  readonly path: readonly (string | number)[]
}

function targetsOf({ ref, manifest }: EstateObject): readonly Target[] {
  const written = fieldsOf(fieldsOf(manifest.spec).alerting).alertmanagers
  if (!Array.isArray(written)) return []
  return written.flatMap((each: unknown, at): readonly Target[] => {
    const [target] = fieldsIn([each])
    const name = textOf(target?.name)
    const port = target && portOf(target)
    if (name === undefined || port === undefined) return []
    const namespace = textOf(target?.namespace) ?? partsOf(ref).namespace
    return [{ service: `Service/${namespace}/${name}`, port, path: ['spec', 'alerting', 'alertmanagers', at] }]
  })
}

function portOf({ port }: Fields): number | string | undefined {
  return typeof port === 'number' ? port : textOf(port)
}

function targetParts(target: Target, by: EstateObject, view: View): Finding<Rules>['parts'] {
  const service = reachable(view).services.get(target.service)
  if (!service) return [absentPart(target, by, view)]
  const there = part('there', true, { service: target.service, unseen: [] }, { at: { source: service.source } })
  const answers = answersOf(reachable(view), service)
  const port = portPart(target, service, by)
  if (port.truth === false || !answers) return [there, port]
  const meant = answers.filter((answer) => isMeant(answer, target.port))
  return [there, port, ...meant.flatMap((answer) => passParts(answer, by, view))]
}

// Somebody else may deploy it, unless the Alertmanager stands here and has a Service that is called almost so.
function absentPart({ service, path }: Target, by: EstateObject, view: View) {
  const { namespace, name } = partsOf(service)
  const unseen = unseenFor(view.estate, { kind: 'Service', namespace })
  const others = servicesIn(view).get(namespace) ?? []
  const assumption: Assumption = {
    id: `service/${view.estate.cluster}/${namespace}/${name}`,
    says: `Service ${namespace}/${name} is there, though no file shows it`,
    kind: 'outside',
    source: by.source,
  }
  const near = nearest(name, others)
  const isHere = alertmanagers(view).some(({ ref }) => partsOf(ref).namespace === namespace)
  const isElsewhere = unseen.length === 0 && (near === undefined || !isHere)
  const truth = unseen.length > 0 ? undefined : isElsewhere && !view.denied.has(assumption.id)
  return part(
    'there',
    truth,
    { service, near, unseen: unseen.map(({ id }) => id) },
    { assumes: isElsewhere ? [assumption] : [], at: { source: by.source, path: [...path, 'name'] }, hint: near },
  )
}

const servicesIn = table((view): ReadonlyMap<string, readonly string[]> => {
  const refs = [...reachable(view).services.keys()].map(partsOf)
  const byNamespace = Map.groupBy(refs, ({ namespace }) => namespace)
  return new Map(
    [...byNamespace].map(([namespace, some]) => [namespace, some.map(({ name }) => name).sort(byCodePoint)]),
  )
})

function portPart({ service, port, path }: Target, { manifest, source }: EstateObject, by: EstateObject) {
  const ports = fieldsIn(fieldsOf(manifest.spec).ports)
  const isThere = ports.some((each) => (typeof port === 'number' ? each.port === port : each.name === port))
  // A number in quotes is looked for as a name, and as a number where it is one (prometheus/promcfg.go).
  const isNumber =
    typeof port === 'string' && ports.some((each) => `${each.port}` === port || `${each.targetPort}` === port)
  const has = ports.map((each) => (typeof each.name === 'string' ? each.name : `${each.port}`))
  const made = { source: isThere ? source : by.source, path: isThere ? [] : [...path, 'port'] }
  return part('port', isThere || (isNumber ? undefined : false), { service, port, has }, { at: made })
}

function isMeant({ port, portName, protocol }: Answer, wanted: number | string): boolean {
  return protocol === 'TCP' && (port === wanted || portName === wanted)
}

function passParts({ workload, at }: Answer, by: EstateObject, view: View) {
  if (at === undefined) return []
  const senders = view.pods.filter(({ source }) => source.made?.by === by.ref)
  return senders.flatMap((sender) => {
    const question = { from: sender.workload, to: workload, port: at, asMeant: true, denied: view.denied } as const
    return connectionParts(connection(reachable(view), question), endsOf(sender.workload, workload, at), view)
  })
}
