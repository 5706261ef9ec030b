import type { FactOf } from '../estate.ts'
import type { Member } from '../lower/members.ts'
import { refOfWorkload } from '../lower/placed.ts'
import { sortedTexts } from '../order.ts'
import { optionSource } from '../source.ts'

/** Where a component's metrics are to be had: the workloads that have the port by its name, their own or
 *  that of a container beside them, or all if none has. */
export function metered(member: Member): FactOf<'metered'>[] {
  const { component, traits, environment, workloads } = member
  const { metered: said } = traits
  if (!said) return []

  const steady = workloads.filter(({ workload }) => workload.controller !== 'CronJob')
  const listening = steady.filter(({ workload: { ports, beside = [] } }) =>
    [...ports, ...beside.flatMap((container) => container.ports)].some(({ name }) => name === said.port),
  )
  return (listening.length > 0 ? listening : steady).map((placed) => ({
    trait: 'metered',
    of: refOfWorkload(placed),
    port: said.port,
    path: said.path,
    metrics: sortedTexts(said.metrics),
    standing: { is: 'declared' },
    source: optionSource(member, 'metrics', said.stated),
    component: component.name,
    environment: environment.name,
  }))
}
