import { secondsOf } from '../../platform/units.ts'
import type { FactOf } from '../estate.ts'
import { given } from '../given.ts'
import type { Member } from '../lower/members.ts'
import { refOfWorkload } from '../lower/placed.ts'
import { optionSource } from '../source.ts'
import { calleesOf } from './callees.ts'

/** Work that pods share out among themselves, with the store by which they do; always declared. */
export function shares(member: Member, all: readonly Member[]): FactOf<'shares'>[] {
  const { component, traits, environment, workloads } = member
  const said = traits.shares
  if (!said) return []
  const stores = calleesOf(said.in, environment, all).flatMap((callee) => callee.workloads)
  const [store] = stores.filter(({ workload }) => workload.controller !== 'CronJob')
  if (!store) return []
  return workloads
    .filter(({ workload }) => workload.name === said.of)
    .map((placed) =>
      given<FactOf<'shares'>>({
        trait: 'shares',
        of: refOfWorkload(placed),
        by: said.by,
        in: refOfWorkload(store),
        takesOverSeconds: secondsOf(said.takesOver),
        standing: { is: 'declared' },
        source: optionSource(member, 'shares', said.stated),
        component: component.name,
        environment: environment.name,
      }),
    )
}
