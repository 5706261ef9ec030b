// The manifests that the document shows as its configuration, without a word that they are parts (sections 5.1 and 7.3):
// judged as they are shown, never merged.

import { shown } from 'seaworthy'
import { database, gateway, identity, outbox, projector } from './components.ts'
import { says } from './says.ts'

const object = (kind: 'StatefulSet' | 'Deployment', name: string, spec: object) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name, namespace: 'backend-mainnet' },
  spec,
})

const onControlPlane = { matchExpressions: [{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists' }] }

const apart = (app: string) => ({
  weight: 100,
  podAffinityTerm: { labelSelector: { matchLabels: { app } }, topologyKey: 'kubernetes.io/hostname' },
})

export const databaseExcerpt = shown(
  object('StatefulSet', 'postgres', {
    replicas: 3,
    serviceName: 'postgres-headless',
    template: {
      spec: {
        affinity: {
          nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [onControlPlane] } },
          podAntiAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [
              { labelSelector: { matchLabels: { app: 'postgres' } }, topologyKey: 'kubernetes.io/hostname' },
            ],
          },
        },
        containers: [
          {
            name: 'postgres',
            image: 'postgres:15-alpine',
            resources: {
              requests: { cpu: '1000m', memory: '2Gi' },
              limits: { cpu: '2000m', memory: '4Gi' },
            },
            volumeClaimTemplates: [
              {
                metadata: { name: 'postgres-data' },
                spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '100Gi' } } },
              },
            ],
          },
        ],
      },
    },
  }),
  { of: database, whole: true, stated: says('5.1', [461, 497]) },
)

export const outboxExcerpt = shown(
  object('Deployment', 'outbox-submitter', {
    replicas: 2,
    template: {
      spec: {
        affinity: {
          nodeAffinity: {
            preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, preference: onControlPlane }],
          },
          podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [apart('outbox-submitter')] },
        },
      },
    },
  }),
  { of: outbox, whole: true, stated: says('5.1', [520, 544]) },
)

export const projectorExcerpt = shown(object('Deployment', 'projector', { replicas: 2 }), {
  of: projector,
  whole: true,
  stated: says('5.1', [551, 557]),
})

export const identityExcerpt = shown(
  object('Deployment', 'svc-identity', {
    replicas: 3,
    template: {
      spec: {
        affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [apart('svc-identity')] } },
      },
    },
  }),
  { of: identity, whole: true, stated: says('5.1', [570, 588]) },
)

export const gatewayExcerpt = shown(object('Deployment', 'api-gateway', { replicas: 3 }), {
  of: gateway,
  whole: true,
  stated: says('5.1', [594, 601]),
})

export const rolloutExcerpt = shown(
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'svc-identity' },
    spec: { strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 1 } } },
  },
  { of: identity, whole: true, stated: says('7.3', [846, 856]) },
)
