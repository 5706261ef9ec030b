// Stores of secrets whose own keys lie in the cluster.

import type { Cadence, Environment, SecretStore } from '../../platform/model.ts'
import type { World } from '../world.ts'

/**
 * How often the controller makes a new key, unless it is told otherwise.
 * Source: https://github.com/bitnami-labs/sealed-secrets#sealing-key-renewal (2026-11-22).
 */
export const USUAL_RENEWAL: Cadence = '30d'

/** Declared, or used in one of these. */
export function sealingIn(places: readonly Environment[], { platform }: World): readonly SecretStore[] {
  const used = places.flatMap(({ secrets }) => secrets.flatMap(({ from }) => from ?? []))
  const named = new Map([...(platform?.secretStores ?? []), ...used].map((store) => [store.name, store]))
  return [...named.values()].filter(({ by }) => by === 'sealed-secrets')
}
