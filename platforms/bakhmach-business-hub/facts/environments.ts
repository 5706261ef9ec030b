// Deployment environments: one machine, a half of production, and two regions that serve at once.

import { broken, holds, kept, nodes } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, components, listed } from '../../findings/changing.ts'
import { live, scaling, with_ } from './told.ts'

const ended = (name: string, lives: string) => change('environment', [name], (options) => ({ ...options, lives }))

export const environments: readonly Fact[] = [
  {
    id: 'BK-01',
    title: 'development has one node',
    kinds: ['express', 'run'],
    holds: [nodes('development', ({ name }) => name, { 'workstation-1': 'workstation-1' })],
    unless: change('pool', ['workstation'], (options) => ({ ...options, nodes: 2 })),
  },
  {
    id: 'BK-04',
    title: 'development ends seven days after it was made',
    kinds: ['run', 'deliver'],
    holds: [kept('lives/development', 'ends 7d after it was made')],
    unless: ended('development', '8d'),
  },
  {
    id: 'BK-08',
    title: 'staging requests half of what production does',
    kinds: ['check'],
    holds: [kept('allots/staging/production', 'memory: 12.75Gi of 25.5Gi in production is 50 %')],
    unless: change('environment', ['staging'], (options) => ({ ...options, replicas: 3 })),
  },
  {
    id: 'BK-09',
    title: 'staging ends thirty days after it was made',
    kinds: ['run', 'deliver'],
    holds: [kept('lives/staging', 'ends 30d after it was made')],
    unless: ended('staging', '60d'),
  },
  {
    id: 'BK-12',
    title: 'production has fifteen nodes, in three zones',
    kinds: ['render', 'check'],
    holds: [
      nodes('production', ({ labels }) => labels['topology.kubernetes.io/zone'], fifteen()),
      kept('spans/production', 'zones'),
    ],
    unless: change('pool', ['compute'], (options) => ({ ...options, nodes: { from: 8, to: 30 } })),
  },
  {
    id: 'BK-13',
    title: 'a service of production has two pods at least, and three are promised',
    kinds: ['check'],
    on: 'as-written',
    holds: [broken('replicas/production/api-gateway', 'api-gateway has 2 to 10, not at least 3')],
    unless: scaling('production', (scales) => ({ ...scales, from: 3 })),
  },
  {
    id: 'BK-15',
    title: 'nothing ends production',
    kinds: ['check'],
    holds: [kept('lives/production', 'nothing ends production')],
    unless: ended('production', '1y'),
  },
  {
    id: 'BK-19',
    title: '99.95% of the time are left by what takes production away: 21m36s in 30 days',
    kinds: ['check', 'observe'],
    holds: [holds('availability/production/budget', '21m36s in 30 days', 'within the promised 99.95%')],
    unless: change('drill', ['failover'], (options) => ({ ...options, takes: '15m' })),
  },
  {
    id: 'BK-20',
    title: 'two regions serve at once, and what is written in one is there in the other',
    kinds: ['check', 'drill'],
    holds: [
      holds('serves-both/secondary/production', 'hands writes on to the first place'),
      holds('outlives/production/postgresql', 'answers reads, and hands writes on'),
    ],
    unless: components(['postgresql'], (options) => ({
      ...options,
      replicatesTo: listed(options.replicatesTo).map(({ takes: _, ...replica }) => replica),
    })),
  },
  {
    id: 'BK-14',
    title: 'production requests what the matrix gives each service',
    kinds: ['render'],
    holds: [
      live(
        'Deployment/production/debt-agent-ai',
        ['spec', 'template', 'spec', 'containers', '0', 'resources', 'requests'],
        { cpu: '2000m', memory: '2048Mi' },
      ),
    ],
    unless: with_('debt-agent-ai', { requests: { cpu: '1000m', memory: '2048Mi' } }),
  },
]

function fifteen(): { readonly [node: string]: string } {
  const zones = ['a', 'b', 'c'].map((zone) => `eu-central-1${zone}`)
  const named = (pool: string, count: number) =>
    Array.from({ length: count }, (_, at) => [`${pool}-${at + 1}`, zones[at % 3] ?? ''] as const)
  return Object.fromEntries([...named('compute', 9), ...named('memory', 6)])
}
