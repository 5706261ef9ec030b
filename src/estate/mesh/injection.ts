import type { Labels } from '../../kubernetes/types.ts'
import type { Mesh } from '../../platform/model.ts'

interface Marks {
  readonly labels: Labels
  readonly annotations: Labels
}

const none: Marks = { labels: {}, annotations: {} }

/**
 * What a namespace bears so that a mesh puts its proxy into each pod there, and what it refuses then
 * (istio.io/latest/docs/setup/additional-setup/sidecar-injection, linkerd.io/2/features/proxy-injection,
 * linkerd.io/2/features/server-policy).
 */
export function injectionOf(mesh: Mesh | undefined): Marks {
  if (mesh?.by === 'istio') return { ...none, labels: { 'istio-injection': 'enabled' } }
  if (mesh?.by !== 'linkerd') return none
  const inject = { 'linkerd.io/inject': 'enabled' }
  const isStrict = mesh.mtls === 'strict'
  return { ...none, annotations: isStrict ? { ...inject, ...authenticated } : inject }
}

const authenticated: Labels = { 'config.linkerd.io/default-inbound-policy': 'all-authenticated' }
