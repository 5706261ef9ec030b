// Who calls has to wait longer than whom it calls does in turn: else it gives up while the work it asked for goes on. And
// tries multiply: each call on the way is tried again by itself.

import type { FactOf } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import { sayTime } from '../span-words.ts'
import type { View } from '../world.ts'
import { mostSeconds, trySeconds } from './spent.ts'

type Routed = FactOf<'routed'>

interface Nested {
  readonly caller: string
  readonly between: string
  readonly callee: string
  readonly waitsSeconds: number
  readonly takesSeconds: number
}

type Rules = {
  given: Nested
  nested: { pairs: number; tightest: Nested }
  amplified: { path: readonly string[]; requests: number; attempts: readonly number[] }
}

export const nests = defineQuestion<Rules>({
  id: 'nests',
  asks: 'Does each caller wait as long as what it calls may take?',
  perCluster: true,

  *judge({ views }) {
    for (const view of views) {
      const routed = view.estate.facts.filter((fact) => fact.trait === 'routed')
      const byPlace = Map.groupBy(routed, ({ environment }) => environment)
      for (const [environment, facts] of [...byPlace].sort(([a], [b]) => byCodePoint(a, b))) {
        const parts = partsFor(facts, environment)
        if (parts.length > 0) yield findingOf(environment, parts, view)
      }
    }
  },

  says: {
    given: ({ caller, between, callee, waitsSeconds, takesSeconds }) =>
      `${caller} waits ${sayTime(waitsSeconds)} for ${between}, which waits up to ${sayTime(takesSeconds)} for ${callee}: what comes later reaches nobody`,
    nested: ({ pairs, tightest }) =>
      `${pairs} calls that lead to others wait as long as those may take; the tightest is ${tightest.caller}, which waits ${sayTime(tightest.waitsSeconds)} for ${tightest.between} and that ${sayTime(tightest.takesSeconds)} for ${tightest.callee}`,
    amplified: ({ path, requests, attempts }) =>
      `one request becomes up to ${requests} at ${path.at(-1)}: ${attempts.join(' × ')} tries on the way ${path.join(' → ')}`,
  },
})

function findingOf(environment: string, parts: Finding<Rules>['parts'], view: View): Finding<Rules> {
  return {
    id: [environment, 'timeouts'],
    environment,
    cluster: view.estate.cluster,
    says: `each caller in ${environment} waits as long as what it calls may take`,
    parts,
  }
}

function partsFor(facts: readonly Routed[], environment: string): Finding<Rules>['parts'] {
  const byCaller = Map.groupBy(facts, ({ from }) => from)
  const pairs = facts.flatMap((outer) => pairsOf(outer, byCaller))
  const short = pairs.filter(({ nested }) => nested.waitsSeconds < nested.takesSeconds)
  const [tightest] = pairs.toSorted((a, b) => spare(a.nested) - spare(b.nested))
  return [
    ...short.map(({ nested, stated }) =>
      part('given', false, nested, {
        cause: `gives-up-first/${environment}/${nested.between}/${nested.callee}`,
        hint: `${sayTime(nested.takesSeconds)} at least for ${nested.caller} → ${nested.between}, or less for ${nested.between} → ${nested.callee}`,
        stated,
      }),
    ),
    ...(short.length === 0 && tightest
      ? [part('nested', true, { pairs: pairs.length, tightest: tightest.nested }, { stated: tightest.stated })]
      : []),
    ...amplifiedParts(facts, byCaller),
  ]
}

function spare({ waitsSeconds, takesSeconds }: Nested): number {
  return waitsSeconds - takesSeconds
}

function pairsOf(outer: Routed, byCaller: ReadonlyMap<Ref, readonly Routed[]>) {
  const { to } = outer
  const waitsSeconds = trySeconds(outer.policy)
  if (to.is !== 'workload' || waitsSeconds === undefined) return []
  return (byCaller.get(to.workload) ?? []).flatMap((inner) => {
    const takesSeconds = mostSeconds(inner.policy)
    if (takesSeconds === undefined || to.workload === outer.from) return []
    const nested: Nested = {
      caller: outer.component,
      between: partsOf(to.workload).name,
      callee: calleeOf(inner),
      waitsSeconds,
      takesSeconds,
    }
    return [
      {
        nested,
        stated: [outer.cites.timeoutSeconds ?? outer.cites.retries, inner.cites.timeoutSeconds ?? inner.cites.retries],
      },
    ]
  })
}

function calleeOf({ to }: Routed): string {
  return to.is === 'workload' ? partsOf(to.workload).name : to.name
}

interface Chain {
  readonly path: readonly string[]
  readonly attempts: readonly number[]
  readonly requests: number
}

/** The way on which most requests come of one, where two calls in a row are tried again. */
function amplifiedParts(
  facts: readonly Routed[],
  byCaller: ReadonlyMap<Ref, readonly Routed[]>,
): Finding<Rules>['parts'] {
  const known = new Map<Ref, Chain>()
  const open = new Set<Ref>()
  // Each caller once; a call back to somebody on the way counts no further.
  const from = (caller: Ref): Chain => {
    const before = known.get(caller)
    if (before) return before
    open.add(caller)
    const chains = (byCaller.get(caller) ?? []).map((call) => {
      const attempts = call.policy.retries?.attempts ?? 1
      const on =
        call.to.is === 'workload' && !open.has(call.to.workload) ? from(call.to.workload) : alone(calleeOf(call))
      return {
        path: [partsOf(caller).name, ...on.path],
        attempts: [attempts, ...on.attempts],
        requests: attempts * on.requests,
      }
    })
    open.delete(caller)
    const most = mostOf(chains) ?? alone(partsOf(caller).name)
    known.set(caller, most)
    return most
  }
  const most = mostOf([...new Set(facts.map((fact) => fact.from))].sort(byCodePoint).map(from))
  const tried = most?.attempts.filter((attempts) => attempts > 1) ?? []
  return most && tried.length > 1 ? [part('amplified', true, most)] : []
}

function alone(name: string): Chain {
  return { path: [name], attempts: [], requests: 1 }
}

function mostOf(chains: readonly Chain[]): Chain | undefined {
  const sorted = chains.toSorted((a, b) => b.requests - a.requests || byCodePoint(a.path.join(' '), b.path.join(' ')))
  return sorted[0]
}
