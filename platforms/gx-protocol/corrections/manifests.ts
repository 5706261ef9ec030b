// Manifests and sizes that the API server takes.

import { change, components, manifests, type Options } from '../../findings/changing.ts'
import { backend } from './named.ts'

/** The claim template of the shown StatefulSet where it belongs, and what an object needs beside. */
export const completesTheStatefulSet = manifests('shown', 'StatefulSet', 'postgres', (manifest) => {
  const { template, ...spec } = manifest.spec as { template: { spec: { containers: readonly Options[] } } }
  const [{ volumeClaimTemplates, ...container } = {} as Options] = template.spec.containers
  const labels = { app: 'postgres' }
  const mounts = [{ name: 'postgres-data', mountPath: '/var/lib/postgresql/data' }]
  const pod = { ...template.spec, containers: [{ ...container, volumeMounts: mounts }] }
  return {
    ...manifest,
    spec: {
      ...spec,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: pod },
      volumeClaimTemplates,
    },
  }
})

/** Each workload says limits of its own, so that no default limit lies under its request. */
export const limitsOfTheirOwn = components(
  backend.filter((name) => name !== 'postgres'),
  (options) => ({ ...options, limits: { cpu: '1000m', memory: '2Gi' } }),
)

/** A namespace with a compute quota says what containers get that say nothing. */
export const testnetHasDefaults = change('environment', ['testnet'], (options) => ({
  ...options,
  limits: { default: { cpu: '1', memory: '2Gi' }, defaultRequest: { cpu: '250m', memory: '256Mi' } },
}))
