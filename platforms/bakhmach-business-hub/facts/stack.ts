// Cloud deployment stack and service mesh: versions that fit each other, and the choices that are made.

import { managed } from 'seaworthy'
import { answer, broken, facts, holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, components } from '../../findings/changing.ts'
import { containerOf, live, meshed, with_ } from './told.ts'

const image = (service: string) =>
  live(
    `Deployment/production/${service}`,
    ['spec', 'template', 'spec', 'containers', '0', 'image'],
    `ghcr.io/bakhmach/${service}:1.0.0`,
  )

/** What a store of production is said to be. */
const software = (component: string, ...versions: readonly string[]) =>
  facts(
    'runs',
    (fact) =>
      fact.component === component && fact.environment === 'production'
        ? `${fact.software} ${fact.version}`
        : undefined,
    versions,
  )

export const stack: readonly Fact[] = [
  {
    id: 'BK-28',
    title: 'what is rendered exists in the Kubernetes that is asked for, 1.28 or newer',
    kinds: ['check'],
    holds: [kept('served/production/HorizontalPodAutoscaler/autoscaling.v2')],
    unless: change('cluster', ['production', 'secondary', 'staging'], (options) => ({
      ...options,
      kubernetes: '1.22',
    })),
  },
  {
    id: 'BK-29',
    title: 'images come from the registry that is chosen',
    kinds: ['express', 'render'],
    holds: [image('auth-service'), image('slon-finance')],
    unless: with_('slon-finance', { image: 'docker.io/bakhmach/slon-finance:1.0.0' }),
  },
  {
    id: 'BK-30',
    title: 'the oldest Helm that is let in was never supported on the Kubernetes that is asked for',
    kinds: ['check', 'render'],
    on: 'as-written',
    holds: [broken('fits-kubernetes/production/helm', 'Helm 3.12 is supported on Kubernetes 1.24 to 1.27')],
    unless: change('tool', ['Helm'], (options) => ({ ...options, version: '3.14' })),
  },
  {
    id: 'BK-33',
    title: 'of the two brokers one is chosen: Kafka, as a service of the provider',
    kinds: ['express', 'render'],
    holds: [
      facts(
        'managed',
        ({ component, environment, service }) =>
          component === 'message-queue' && environment === 'production' ? service : undefined,
        ['msk'],
      ),
      kept('reaches/production/auth-service/message-queue', 'TCP 9092'),
    ],
    unless: with_('message-queue', { managedBy: managed('confluent-cloud'), port: 9093 }),
  },
  {
    id: 'BK-34',
    title: 'the databases are PostgreSQL 15 and MongoDB 6.0',
    kinds: ['express', 'render'],
    on: 'as-written',
    holds: [software('postgresql', 'PostgreSQL 15'), software('mongodb', 'mongodb 6.0')],
    unless: with_('mongodb', { version: '7.0' }),
  },
  {
    id: 'BK-35',
    title: 'the cache is Redis 7.0, as a cluster',
    kinds: ['express', 'render'],
    on: 'as-written',
    holds: [
      software('redis', 'redis 7.0'),
      answer(
        'what redis is started with',
        (world) => (containerOf('production', 'StatefulSet/production/redis', world).command as string[]).slice(1, 3),
        ['--cluster-enabled', 'yes'],
      ),
    ],
    unless: components(['redis'], ({ mode: _, shards: __, ...options }) => ({ ...options, replication: 'none' })),
  },
  {
    id: 'BK-36',
    title: 'of the two gateways one is chosen: Kong 3.3',
    kinds: ['express', 'render'],
    on: 'as-written',
    holds: [software('api-gateway', 'kong 3.3')],
    unless: with_('api-gateway', { by: 'nginx', software: { name: 'ingress-nginx' } }),
  },
  {
    id: 'BK-63',
    title: 'the mesh was never supported on the Kubernetes that is asked for',
    kinds: ['express', 'check'],
    on: 'as-written',
    holds: [broken('fits-kubernetes/production/istio', 'Istio 1.17 is supported on Kubernetes 1.23 to 1.26')],
    unless: meshed({ version: '1.19' }),
  },
  {
    id: 'BK-142',
    title: 'people sign in by Keycloak 20.0',
    kinds: ['render', 'check'],
    on: 'as-written',
    holds: [
      software('keycloak', 'keycloak 20.0'),
      kept('signs-in/bakhmach-business-hub/access/Guest', 'Guest sign in by keycloak'),
    ],
    unless: with_('keycloak', { software: { name: 'keycloak', version: '26.4' } }),
  },
  {
    id: 'BK-155',
    title: 'what the databases keep is encrypted with AES-256-GCM, each by a layer that has a name',
    kinds: ['check'],
    holds: [
      holds(
        'encrypted/bakhmach-business-hub/atRest',
        'the client of postgresql encrypts what it keeps in production with AES-256-GCM',
        'the client of mongodb encrypts what it keeps in production with AES-256-GCM',
      ),
    ],
    unless: with_('mongodb', { encrypted: { by: 'provider', cipher: 'AES-256' } }),
  },
]
