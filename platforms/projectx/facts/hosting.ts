// The hosting strategy: who operates what, on what, with keys where; what keeps data, and what carries events.

import { managed } from 'seaworthy'
import type { World } from '../../../src/check/world.ts'
import { answer, facts, field, holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, components, held, listed, type Options } from '../../findings/changing.ts'
import { modules } from '../amended/consortium.ts'

const ofRole = (role: 'orderers' | 'peers', edit: (members: Options) => Options) =>
  components(['blockchain'], (options) => ({ ...options, [role]: edit(held(options[role])) }))

const operators = (edit: (one: Options, at: number) => Options) => (members: Options) => ({
  ...members,
  operators: listed(members.operators).map(edit),
})

/** Pods of the ledger that one member operates, as they are made in production. */
const podsOf =
  (owner: string) =>
  ({ views }: World) =>
    views
      .filter(({ estate }) => estate.cluster === 'production')
      .flatMap(({ estate }) => estate.objects.filter(({ manifest }) => manifest.kind === 'StatefulSet'))
      .map(({ manifest }) => manifest.metadata.name ?? '')
      .filter((name) => name.includes(owner))
      .sort()

export const hosting: readonly Fact[] = [
  {
    id: 'PX-27',
    title: 'the services are Deployments with Services, which the API server takes',
    kinds: ['render'],
    holds: ['identity', 'product-registry', 'custody-orchestration', 'billing', 'compliance-gateway'].flatMap(
      (name) => [holds(`admitted/production/Deployment/${name}`), kept(`admitted/production/Service/${name}`)],
    ) as [ReturnType<typeof holds>],
    unless: components(['billing'], (options) => ({ ...options, requests: { cpu: 4, memory: '512Mi' } })),
  },
  {
    id: 'PX-29',
    title: 'each service of the API layer has an autoscaler',
    kinds: ['render', 'run'],
    holds: [
      ...['identity', 'product-registry', 'custody-orchestration', 'billing', 'compliance-gateway', 'api-gateway'].map(
        (name) => field(`HorizontalPodAutoscaler/production/${name}`, ['spec', 'maxReplicas'], 6),
      ),
      holds('maxima/production'),
    ] as unknown as [ReturnType<typeof holds>],
    unless: components(['billing'], ({ scales: _, ...options }) => options),
  },
  {
    id: 'PX-31',
    title: 'members of the consortium operate the clusters of the ledger, each its own with its own credentials',
    kinds: ['express'],
    holds: [
      kept('operates/projectx/north-custody', 'cluster production'),
      kept('operates/projectx/south-custody', 'cluster second'),
    ],
    unless: change('cluster', ['second'], ({ operator: _, ...options }) => options),
  },
  {
    id: 'PX-32',
    title: 'a member may keep its peers on hosts of its own: they are no pods',
    kinds: ['express', 'render'],
    holds: [
      answer('pods of west', podsOf('west'), ['blockchain-orderer-west-custody-0']),
      kept('operates/projectx/west-custody', 'blockchain-peer-west-custody-0, blockchain-peer-west-custody-1'),
    ],
    unless: ofRole(
      'peers',
      operators((one) => ({ ...one, on: 'kubernetes' })),
    ),
  },
  {
    id: 'PX-33',
    title: 'the keys of every member lie in a module, and no two members share one',
    kinds: ['secure', 'check'],
    holds: [
      holds(
        'keepsKeys/production/blockchain',
        "north-custody-hsm is north-custody's alone",
        "south-custody-hsm is south-custody's alone",
        "west-custody-hsm is west-custody's alone",
      ),
    ],
    unless: ofRole(
      'peers',
      operators((one) => ({ ...one, hsm: modules[0] })),
    ),
  },
  {
    id: 'PX-34',
    title: 'no orderer shares a machine with a peer',
    kinds: ['check'],
    holds: [kept('rolesApart/production/blockchain', 'orderer and peer share none of')],
    unless: ofRole('peers', ({ place: _, ...members }) => members),
  },
  {
    id: 'PX-35',
    title: 'PostgreSQL keeps what is transacted, and every service calls it',
    kinds: ['express', 'render'],
    holds: [
      field('Cluster/production/postgres', ['spec', 'instances'], 3),
      kept('keeps-content/production/postgres', '50Gi ≤ 100Gi of a member of postgres'),
      ...['identity', 'product-registry', 'custody-orchestration', 'billing', 'compliance-gateway'].map((name) =>
        holds(`reaches/production/${name}/postgres:postgres`),
      ),
    ],
    unless: components(['postgres'], ({ holds: _, ...options }) => options),
  },
  {
    id: 'PX-36',
    title: 'documents lie in object storage of the provider, and are written through one service',
    kinds: ['express', 'render'],
    holds: [
      facts('managed', ({ of, service }) => (`${of}`.includes('/production/documents') ? service : undefined), [
        's3',
        's3',
      ]),
      kept('outlives/production/documents', 'is left of documents'),
      holds('reaches/production/document-archive/documents'),
    ],
    unless: components(['documents'], ({ managedBy: _, ...options }) => options),
  },
  {
    id: 'PX-37',
    title: 'analyses are run in a warehouse, of a service that is chosen by name',
    kinds: ['express', 'render'],
    holds: [
      facts('managed', ({ of, service }) => (`${of}`.includes('/production/warehouse') ? service : undefined), [
        'snowflake',
        'snowflake',
      ]),
      holds('reaches/production/ledger-feed/warehouse'),
      holds('recovers/production/loss-of-a-region/warehouse'),
    ],
    unless: components(['warehouse'], (options) => ({
      ...options,
      managedBy: managed('bigquery', { region: 'eu-central-1' }),
    })),
  },
  {
    id: 'PX-38',
    title: 'a broker carries events of integrations and notifications, each in a topic of its own',
    kinds: ['express', 'render'],
    holds: [
      field('StatefulSet/production/broker', ['spec', 'replicas'], 3),
      kept('keeps-content/production/broker', 'integration-events', 'notifications'),
      holds('reaches/production/compliance-gateway/broker:kafka'),
    ],
    unless: components(['broker'], (options) => ({ ...options, holds: listed(options.holds).slice(1) })),
  },
]
