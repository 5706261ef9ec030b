// What is promised as controls, by domain: each requirement is a kind of promise, and is met by the verdicts on it.

import { promiseKinds } from '../../check/promises.ts'
import type { Verdict } from '../../check/verdict.ts'
import { sortedBy } from '../../estate/order.ts'
import { promiseSubject } from '../../platform/language/promise.ts'
import type { Controls, Requirement } from './architecture.ts'

/** A requirement as the standard has one described, to lie beside the architecture. */
export interface Described {
  readonly path: string
  readonly 'control-id': string
  readonly name: string
  readonly description: string
}

/** The promises of one environment; of `undefined`, those that are about none. */
export function controlsOf(verdicts: readonly Verdict[], environment: string | undefined): Controls {
  const here = verdicts.filter((verdict) => verdict.kind !== 'question' && verdict.environment === environment)
  const byKind = Map.groupBy(here, ({ asks }) => asks)
  const requirements = [...byKind].map(
    ([asks, of]) => [promiseSubject(asks) ?? 'others', requirementOf(asks, of)] as const,
  )
  const byDomain = Map.groupBy(
    sortedBy(requirements, ([domain, one]) => `${domain} ${one['requirement-url']}`),
    ([domain]) => domain,
  )
  return Object.fromEntries(
    [...byDomain].map(([domain, of]) => [
      domain,
      { description: `what is promised of ${domain}`, requirements: of.map(([, requirement]) => requirement) },
    ]),
  )
}

/** Every requirement that some control names. */
export function describedOf(verdicts: readonly Verdict[]): readonly Described[] {
  const kinds = new Set(verdicts.filter(({ kind }) => kind !== 'question').map(({ asks }) => asks))
  return [...kinds].sort().map((asks) => ({
    path: pathOf(asks),
    'control-id': `seaworthy-${asks}`,
    name: asks,
    description: Object.hasOwn(promiseKinds, asks) ? promiseKinds[asks as keyof typeof promiseKinds].asks : asks,
  }))
}

function requirementOf(asks: string, verdicts: readonly Verdict[]): Requirement {
  const rows = sortedBy(verdicts, ({ id }) => id).map(({ id, verdict, says, stated }) => ({
    id,
    verdict,
    says,
    ...(stated && { stated }),
  }))
  return { 'requirement-url': pathOf(asks), config: { 'control-id': `seaworthy-${asks}`, verdicts: rows } }
}

function pathOf(asks: string): string {
  return `requirements/${asks}.json`
}
