// Whoever collects metrics calls everything on its cluster that exposes some.

import type { FactOf } from '../estate.ts'
import type { Member } from '../lower/members.ts'
import { refOfWorkload } from '../lower/placed.ts'
import { optionSource } from '../source.ts'

/** Of one that an operator runs: it finds all that is metered by itself. One that is run by hand is told what to call. */
export function scrapeCalls(member: Member, members: readonly Member[]): readonly FactOf<'calls'>[] {
  const { component, environment, traits, workloads } = member
  if (!traits.collects?.operatedBy) return []
  const targets = members.filter((other) => other !== member).flatMap(targetsIn)
  return workloads.flatMap((placed) =>
    targets.map((to) => ({
      trait: 'calls' as const,
      from: refOfWorkload(placed),
      to,
      standing: { is: 'declared' as const },
      source: optionSource(member, 'operatedBy'),
      component: component.name,
      environment: environment.name,
    })),
  )
}

function targetsIn({ traits: { metered }, workloads }: Member) {
  const steady = workloads.filter(({ workload }) => workload.controller !== 'CronJob')
  return steady.flatMap((placed) => {
    const { ports, beside = [] } = placed.workload
    const all = [...ports, ...beside.flatMap((each) => each.ports)]
    return all
      .filter(({ name }) => name === metered?.port)
      .map(({ name, port }) => ({
        is: 'workload' as const,
        workload: refOfWorkload(placed),
        port,
        protocol: 'TCP' as const,
        portName: name,
      }))
  })
}
