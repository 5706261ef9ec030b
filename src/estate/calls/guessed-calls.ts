// Calls that settings tell of: a workload is told the name of a Service among the objects, at a port that this has.
// Anything less is no call: a name alone may be a label, and a port alone may be the program's own.

import { partsOf } from '../../kubernetes/types.ts'
import type { EstateObject, FactOf } from '../estate.ts'
import { sortedBy } from '../order.ts'
import type { Address } from './addresses.ts'
import {
  isMade,
  type NamedService,
  portBehind,
  type ServiceNames,
  serviceCalled,
  serviceNames,
} from './service-names.ts'
import { configMapsIn, type Setting, settingsOf, templatePath } from './settings.ts'
import { toldAddresses } from './told-addresses.ts'
import type { WrittenEndpoint } from './written-endpoints.ts'

type Calls = FactOf<'calls'>

/** One fact per caller, callee and port, by the first field that tells of it; sorted. */
export function guessedCalls(objects: readonly EstateObject[]): readonly Calls[] {
  const names = serviceNames(objects)
  if (names.size === 0) return []
  const configMaps = configMapsIn(objects)
  const callers = objects.filter(({ ref, manifest }) => templatePath(partsOf(ref).kind) && !isMade(manifest))
  return callers.flatMap((caller) => {
    const byTarget = new Map<string, Calls>()
    for (const call of callsOf(caller, settingsOf(caller, configMaps), names)) {
      const key = keyOf(call)
      if (!byTarget.has(key)) byTarget.set(key, call)
    }
    return sortedBy(byTarget, ([key]) => key).map(([, call]) => call)
  })
}

function keyOf({ to }: Calls): string {
  return to.is === 'workload' ? `${to.workload} ${to.protocol} ${to.port}` : `~${to.name}`
}

function callsOf(caller: EstateObject, settings: readonly Setting[], names: ServiceNames): readonly Calls[] {
  const { namespace } = partsOf(caller.ref)
  return toldAddresses(settings).flatMap(({ setting, address }) => {
    const service = serviceCalled(address.host, namespace, names)
    const targets = service ? targetsOf(service, address, names) : []
    return targets.flatMap((to) =>
      to.is === 'workload' && to.workload === caller.ref ? [] : [callOf(caller, to, setting)],
    )
  })
}

type Target = Extract<Calls['to'], { is: 'workload' | 'outside' }>

function targetsOf(service: NamedService, address: Address, names: ServiceNames): readonly Target[] {
  const { alias, elsewhere } = service
  if (alias !== undefined) {
    // A name of the cluster stands for the Service that is called so; others are outside.
    const [, namespace = ''] = alias.split('.')
    const inside = /\.svc(\.|$)/.test(alias) ? serviceCalled(alias, namespace, names) : undefined
    if (inside) return inside.alias === undefined ? targetsOf(inside, address, names) : []
    return [outsideTarget(service, alias, address.port)]
  }
  return elsewhere ? writtenTargets(service, elsewhere, address) : selectedTargets(service, address)
}

function outsideTarget({ ref }: NamedService, name: string, port: number | undefined, more: object = {}): Target {
  return { is: 'outside', name, service: ref, ...(port !== undefined && { port }), ...more }
}

function writtenTargets(
  service: NamedService,
  elsewhere: readonly WrittenEndpoint[],
  { port }: Address,
): readonly Target[] {
  const meant =
    port === undefined
      ? service.ports.length === 1 && service.ports[0]
      : service.ports.find((each) => each.port === port)
  if (!meant) return []
  return elsewhere.flatMap(({ address, pod, ports }): readonly Target[] => {
    // Which of the estate's pods a running cluster names so is not known here.
    if (pod) return []
    const at = ports.find(({ name, protocol }) => name === (meant.name ?? '') && protocol === meant.protocol)?.port
    const { name } = partsOf(service.ref)
    const called = elsewhere.length === 1 ? name : `${name}:${address}`
    return at === undefined || meant.protocol !== 'TCP' ? [] : [outsideTarget(service, called, at, { address })]
  })
}

// A name without a port can only mean the one port that its Service has.
function selectedTargets(service: NamedService, { port }: Address): readonly Target[] {
  const overTcp = service.ports.filter(({ protocol }) => protocol === 'TCP')
  if (port === undefined && overTcp.length !== 1) return []
  const meant = port === undefined ? overTcp[0] : overTcp.find((each) => each.port === port)
  if (!meant) return []
  return service.behind.flatMap((backing) => {
    // A headless name is the pods' own address: nothing translates the port.
    const at = service.isHeadless ? meant.port : portBehind(meant, backing)
    if (at === undefined) return []
    const { workload } = backing
    return [
      { is: 'workload', workload, service: service.ref, port: at, protocol: 'TCP', ...portNameOf(meant) } as const,
    ]
  })
}

function portNameOf({ name }: NamedService['ports'][number]): { portName?: string } {
  return name === undefined ? {} : { portName: name }
}

function callOf(caller: EstateObject, to: Target, { says, path }: Setting): Calls {
  const { kind, namespace, name } = partsOf(caller.ref)
  const { source } = caller
  return {
    trait: 'calls',
    from: caller.ref,
    to,
    standing: { is: 'guessed', from: `${says} of ${kind} ${namespace}/${name}` },
    source: { ...source, lineOf: (rest) => source.lineOf?.([...path, ...rest]) },
    component: name,
    environment: namespace,
  }
}
