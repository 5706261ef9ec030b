import type { FactOf } from '../estate.ts'
import type { Member } from '../lower/members.ts'
import { refOfWorkload } from '../lower/placed.ts'
import { sortedTexts } from '../order.ts'
import { optionSource } from '../source.ts'

/** What the pods of a component ask of the Kubernetes API, where somebody says it. */
export function usesApi(member: Member): FactOf<'usesApi'>[] {
  const { component, environment, workloads } = member
  return workloads.flatMap((placed) => {
    const { api } = placed.workload
    if (!api) return []
    const rules = api.map(({ groups = [''], resources, names = [], verbs }) => ({
      groups: sortedTexts(groups),
      resources: sortedTexts(resources),
      names: sortedTexts(names),
      verbs: sortedTexts(verbs),
    }))
    return {
      trait: 'usesApi',
      of: refOfWorkload(placed),
      rules,
      standing: { is: 'declared' },
      source: optionSource(member, component.options.api === undefined ? 'backups' : 'api'),
      component: component.name,
      environment: environment.name,
    } as const
  })
}
