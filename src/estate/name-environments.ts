// Namespaces of several clusters have the same names: their environments are told apart by the cluster.

import type { Estate } from './estate.ts'

/** Environments as `prod/shop`: what stands in ids is then of one cluster only. */
export function withClusterNames(estate: Estate): Estate {
  const named = <T extends { readonly environment?: string }>(one: T): T =>
    one.environment === undefined ? one : { ...one, environment: `${estate.cluster}/${one.environment}` }
  return {
    ...estate,
    environments: estate.environments.map((one) => ({ ...one, name: `${estate.cluster}/${one.name}` })),
    objects: estate.objects.map(named),
    shown: estate.shown.map(named),
    facts: estate.facts.map(named),
  }
}
