// Policies that open what is called, and alerts that watch what is promised.

import { above, absent, alert, receiver, written } from 'seaworthy'
import type { Metric } from '../../../src/platform/model.ts'
import { type Correction, change, held, listed, manifests, renamed } from '../../findings/changing.ts'

/** The label that the API server gives every namespace. */
export const selectsMetadataName = manifests('written', 'NetworkPolicy', undefined, (manifest) => ({
  ...manifest,
  spec: renamed(manifest.spec, 'name', 'kubernetes.io/metadata.name'),
}))

function opens(policy: string, ...ports: readonly number[]): Correction {
  return manifests('written', 'NetworkPolicy', policy, (manifest) => {
    const spec = held(manifest.spec)
    const egress = listed(spec.egress).map((rule) => ({
      ...rule,
      ports: [...listed(rule.ports), ...ports.map((port) => ({ protocol: 'TCP', port }))],
    }))
    return { ...manifest, spec: { ...spec, egress } }
  })
}

export const opensServicePorts = opens('allow-backend-internal', 3003, 8080)
export const opensDnsOverTcp = opens('allow-dns-egress', 53)

/** One rule more in the namespace that is scraped. */
export const letsTheCollectorIn = change('environment', ['mainnet'], (options) => ({
  ...options,
  includes: [
    ...listed(options.includes),
    written({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'allow-scraping', namespace: 'backend-mainnet' },
      spec: {
        podSelector: {},
        policyTypes: ['Ingress'],
        ingress: [
          {
            from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }],
            ports: [{ protocol: 'TCP', port: 9090 }],
          },
        ],
      },
    }),
  ],
}))

/** For each promised metric a warning at its bound, and one that fires when there is nothing to compare. */
export const watchesWhatIsPromised: Correction = change('platform', ['gx-protocol'], (options) => {
  const promised = listed(options.promises).filter(({ kind }) => kind === 'stays')
  const to = receiver('slack', { by: 'Slack' })
  const added = promised.flatMap(({ metric, below }) => {
    const watched = metric as Metric
    return [
      alert(`${watched.name}-at-the-promise`, {
        when: above(watched, `${below}`),
        for: '1m',
        severity: 'warning',
        to,
      }),
      alert(`${watched.name}-absent`, { when: absent(watched), severity: 'critical', to }),
    ]
  })
  return { ...options, alerts: [...listed(options.alerts), ...added] }
})
