import type { Components, Skeleton, SkeletonEnvironment } from './skeleton.ts'

/** Into another environment a call goes by name: to the one that runs it, or from a shared one to all that do. */
export function withFlowsBetween(
  environments: readonly SkeletonEnvironment[],
  components: Components,
): { readonly environments: readonly SkeletonEnvironment[]; readonly between: Skeleton['left'] } {
  const homes = new Map(environments.flatMap(({ name, components }) => components.map(({ id }) => [id, name] as const)))
  const named = Map.groupBy(components.values(), ({ name }) => name)
  const between: Skeleton['left'][number][] = []
  const made = environments.map((environment) => {
    const isOwn = ({ to }: { readonly to: string }) => homes.get(to) === environment.name
    const alike = ({ to }: { readonly to: string }) => named.get(components.get(to)?.name ?? '') ?? []
    const outward = environment.flows.filter((flow) => !isOwn(flow))
    const calledBy = (from: string) => new Set(outward.flatMap((flow) => (flow.from === from ? [flow.to] : [])))
    const reachesAll = (flow: SkeletonEnvironment['flows'][number]) =>
      alike(flow).every(({ id }) => calledBy(flow.from).has(id))
    const kept = outward.filter((flow) => alike(flow).length === 1 || reachesAll(flow))
    const lost = outward.filter((flow) => !kept.includes(flow))
    between.push(
      ...lost.map(({ from, to }) => ({
        part: `${from} calls ${to}`,
        because: 'that name runs in several environments, and it calls not all of them',
      })),
    )
    const first = new Map(
      kept.map((flow) => [`${flow.from} ${components.get(flow.to)?.name} ${flow.port ?? ''}`, flow] as const),
    )
    const flows = [...environment.flows.filter(isOwn), ...[...first.values()].filter((flow) => !isOwn(flow))]
    return { ...environment, flows, isShared: kept.some((flow) => alike(flow).length > 1) }
  })
  return { environments: made, between }
}
