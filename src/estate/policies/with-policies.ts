// Policies are made last: of the calls between all environments of a cluster, to pods as their objects have them.

import type { Environment } from '../../platform/model.ts'
import type { EstateObject } from '../estate.ts'
import { lowered } from '../lower/lowered.ts'
import { sortedBy } from '../order.ts'
import { sourceOf } from '../source.ts'
import { type Lines, withLines } from '../where/lines.ts'
import { callPolicies } from './call-policies.ts'
import { namespacePolicies } from './namespace-policies.ts'
import { type Declared, waysOf } from './ways.ts'

/** The objects with the policies that environments declare, sorted by ref; one that is written by hand stays as it is. */
export function withPolicies(
  objects: readonly EstateObject[],
  declared: Declared & { readonly lines: Lines },
): readonly EstateObject[] {
  const asking = declared.environments.filter(({ policies }) => policies)
  if (asking.length === 0) return sortedBy(objects, ({ ref }) => ref)
  const ways = asking.some(({ policies }) => policies?.calls) ? waysOf(declared, objects) : []
  const there = new Set(objects.map(({ ref }) => ref))
  const made = asking
    .flatMap((environment) => policiesOf(environment, ways, objects, declared.lines))
    .filter(({ ref }) => !there.has(ref))
  return sortedBy([...objects, ...made], ({ ref }) => ref)
}

/** The components whose workloads have a policy of their own; absent: all. */
function namedIn({ policies }: Environment): ReadonlySet<string> | undefined {
  const calls = policies?.calls
  return typeof calls === 'object' ? new Set(calls.map(({ name }) => name)) : undefined
}

function policiesOf(
  environment: Environment,
  ways: Parameters<typeof callPolicies>[1],
  objects: readonly EstateObject[],
  lines: Lines,
): readonly EstateObject[] {
  const { name, namespace, policies, stated } = environment
  const source = withLines(sourceOf(environment, policies?.stated, stated), () => lines(environment, ['policies']))
  const byCalls = policies?.calls ? callPolicies(namespace, ways, objects, namedIn(environment)) : []
  return [...namespacePolicies(environment), ...byCalls].map((manifest) =>
    lowered(manifest, { environment: name, source }),
  )
}
