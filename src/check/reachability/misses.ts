// Settings that name a Service which is not there, or a port that it has not: what they tell of ends in an error.

import type { Assumption } from '../../engine/assumption.ts'
import { namesMachine } from '../../estate/calls/addresses.ts'
import { saysHost } from '../../estate/calls/told-addresses.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { fieldsAt, fieldsIn, textsOf } from '../../estate/import/fields.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { type AnyPart, part } from '../define.ts'
import { findTarget } from '../references/find-target.ts'
import { type Selectable, selectedPods } from '../references/selected-pods.ts'
import { portsOf } from '../references/service-ports.ts'
import { slipOf } from '../references/slip.ts'
import { targetsOf } from '../references/targets.ts'
import { type ToldHost, toldHosts } from '../references/told-hosts.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'
import { isNoService } from './no-service.ts'

export type MissRules = {
  lacksPort: { readonly service: string; readonly port: number; readonly ports: readonly string[] }
  unlisted: { readonly service: string; readonly port: number }
  noService: { readonly service: string; readonly unread: readonly string[] }
}

export interface Miss {
  readonly caller: EstateObject
  /** `redis:6380`, `catalogue`. */
  readonly callee: string
  /** `env REDIS_URL of Deployment shop/checkout`. */
  readonly says: string
  readonly part: AnyPart<MissRules>
}

/** One for each caller and name, by the first setting that tells it; of what files show only. */
export function missesOf(view: View): readonly Miss[] {
  const found = new Map<string, Miss>()
  for (const told of toldHosts(view)) {
    const miss = told.caller.origin === 'read' && !listens.test(told.setting.name.toUpperCase()) && missOf(told, view)
    const key = miss ? `${told.caller.ref} ${miss.callee}` : ''
    if (miss && !found.has(key)) found.set(key, miss)
  }
  return [...found.values()]
}

// Where the program itself listens, and names that look like addresses.
const listens = /LISTEN|BIND|IMAGE|TOPIC/

function missOf(told: ToldHost, view: View): Miss | undefined {
  const { caller, setting, namespace, name } = told
  const service = targetsOf(view).find({ kind: 'Service', group: '', namespace, name })
  const { kind, namespace: own, name: who } = partsOf(caller.ref)
  const called = namespace === own ? name : `${name}.${namespace}`
  const found = service ? portMiss(told, service, view) : nameMiss(told, view)
  if (!found) return undefined
  const callee = found.rule !== 'noService' ? `${called}:${found.because.port}` : called
  return { caller, callee, says: `${setting.says} of ${kind} ${own}/${who}`, part: found }
}

/** Whether a text is an address beyond doubt: a URL, or the value of a variable that says so. */
function isAddress({ setting, address }: ToldHost): boolean {
  return saysHost(setting.name) || (address.scheme !== undefined && namesMachine(address.scheme))
}

function portMiss(told: ToldHost, service: EstateObject, view: View): AnyPart<MissRules> | undefined {
  const { address, caller, namespace, name } = told
  const { port, isUsualPort } = address
  const ports = portsOf(service.manifest) ?? []
  if (port === undefined || isUsualPort || ports.length === 0 || ports.some((each) => each.port === port))
    return undefined
  if (service.origin !== 'read' || !isAddress(told)) return undefined
  const selector = textsOf(fieldsAt(service.manifest, 'spec', 'selector'))
  const behind = selectedPods(selector, namespace, view)
  if (behind.some(({ workload }) => workload === caller.ref)) return undefined
  if (fieldsAt(service.manifest, 'spec').clusterIP === 'None') return headlessMiss(told, port, behind, view)
  const has = ports.map((each) => (each.name ? `${each.port} (${each.name})` : `${each.port}`))
  return part(
    'lacksPort',
    false,
    { service: sayService(told), port, ports: has },
    { at: placeOf(told, view), cause: `absent/${view.estate.cluster}/Service/${namespace}/${name}/${port}` },
  )
}

// A headless name is the pods' own address: they may listen where no container lists a port.
function headlessMiss(
  told: ToldHost,
  port: number,
  behind: readonly Selectable[],
  view: View,
): AnyPart<MissRules> | undefined {
  const { namespace, name } = told
  const containers = behind.flatMap(({ workload }) => view.byWorkload.get(workload)?.spec.containers ?? [])
  const lists = containers.some(({ ports }) => fieldsIn(ports).some(({ containerPort }) => containerPort === port))
  if (behind.length === 0 || lists) return undefined
  const listens: Assumption = {
    id: `listens/${view.estate.cluster}/${namespace}/${name}/${port}`,
    says: `pods of Service ${namespace}/${name} answer at port ${port}, which none of their containers lists`,
    kind: 'outside',
  }
  const data = { service: sayService(told), port }
  return part('unlisted', !view.denied.has(listens.id), data, { at: placeOf(told, view), assumes: [listens] })
}

function nameMiss(told: ToldHost, view: View): AnyPart<MissRules> | undefined {
  const { namespace, name } = told
  if (isNoService(told, view)) return undefined
  const found = findTarget({ kind: 'Service', group: '', namespace, name, path: [] }, view)
  if (found.is === 'there') return undefined
  const near =
    found.is === 'absent' ? slipOf(name, targetsOf(view).shown({ kind: 'Service', group: '', namespace })) : undefined
  const at = placeOf(told, view)
  const service = sayService(told)
  const unread = found.is === 'unread' ? found.who : []
  if (near !== undefined) {
    const cause = `absent/${view.estate.cluster}/Service/${namespace}/${name}`
    return part('noService', false, { service, unread }, { at, cause, hint: `did you mean ${near}?` })
  }
  const others = found.is === 'made' ? found.assumption : elsewhere(told, view)
  return part('noService', !view.denied.has(others.id), { service, unread }, { at, assumes: [others] })
}

function elsewhere({ namespace, name }: ToldHost, { estate }: View): Assumption {
  return {
    id: `service/${estate.cluster}/${namespace}/${name}`,
    says: `Service ${namespace}/${name} is there, though no file shows it`,
    kind: 'outside',
  }
}

function sayService({ caller, namespace, name }: ToldHost): string {
  return partsOf(caller.ref).namespace === namespace ? name : `${namespace}/${name}`
}

/** The line of the setting, in the ConfigMap where that says it. */
function placeOf({ caller, setting }: ToldHost, view: View): AnyPart<MissRules>['at'] {
  const { configMap, path } = setting
  const { namespace } = partsOf(caller.ref)
  const object = configMap && targetsOf(view).find({ kind: 'ConfigMap', group: '', namespace, name: configMap.name })
  return object ? { source: object.source, path: ['data', configMap.key] } : { source: caller.source, path }
}

export const missWords = {
  lacksPort: ({ service, port, ports }: MissRules['lacksPort']) =>
    `Service ${service} has no port ${port} (it has ${ports.join(', ')})`,
  unlisted: ({ service, port }: MissRules['unlisted'], truth: boolean | undefined) =>
    truth === false
      ? `nothing answers at port ${port} of the pods that ${service} names`
      : `${service} names pods, of which no container lists port ${port}: they are taken to answer there`,
  noService: ({ service, unread }: MissRules['noService'], truth: boolean | undefined): Words => ({
    line:
      truth === false
        ? `Service ${service} does not exist: the name leads nowhere`
        : `Service ${service} is in no file, and is taken to be there`,
    rows: unread.map((one) => ['perhaps', one]),
  }),
}
