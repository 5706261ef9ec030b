// Service deployment matrix and scaling strategy: what is requested, how it grows, and what adds nodes.

import type { World } from '../../../src/check/world.ts'
import { requestRow } from '../../../src/engine/capacity/pool-room.ts'
import { addQuantity, sayQuantity, zeroQuantity } from '../../../src/kubernetes/quantity.ts'
import { answer, broken, type Claim, holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { listed } from '../../findings/changing.ts'
import { adds, autoscaler, live, scaling, with_ } from './told.ts'

const rendered: Fact['kinds'] = ['render']

const requested = (service: string, amounts: object): Claim =>
  live(
    `Deployment/production/${service}`,
    ['spec', 'template', 'spec', 'containers', '0', 'resources', 'requests'],
    amounts,
  )

// Of all pods that are always there, as the matrix has them.
function requestedCpu({ views }: World): string {
  const pods = views.flatMap((view) => view.pods.filter(({ environment }) => environment === 'production'))
  return sayQuantity('cpu', pods.map((pod) => requestRow(pod, 'cpu').sum).reduce(addQuantity, zeroQuantity))
}

const rows = [
  { service: 'auth-service', pods: 3, cpu: '500m', memory: '512Mi' },
  { service: 'api-gateway', pods: 2, cpu: '1000m', memory: '1Gi' },
  { service: 'bakhmach-core', pods: 2, cpu: '750m', memory: '768Mi' },
  { service: 'slon-finance', pods: 3, cpu: '1000m', memory: '1.5Gi' },
  { service: 'audityzer-audit', pods: 2, cpu: '600m', memory: '512Mi' },
  { service: 'debt-agent-ai', pods: 2, cpu: '2000m', memory: '2Gi' },
  { service: 'trade-connector', pods: 2, cpu: '750m', memory: '768Mi' },
  { service: 'infusion-processor', pods: 3, cpu: '500m', memory: '512Mi' },
].flatMap(({ service, pods, ...amounts }, at): readonly Fact[] => [
  {
    id: `BK-${42 + at}`,
    title: `${service} begins with ${pods} pods, as the matrix has it`,
    kinds: rendered,
    on: 'as-written',
    holds: [pods === 2 ? bounds(service) : live(`Deployment/production/${service}`, ['spec', 'replicas'], pods)],
    unless: pods === 2 ? scaling('production', (scales) => ({ ...scales, from: 4 })) : with_(service, { replicas: 4 }),
  },
  {
    id: `BK-${50 + at}`,
    title: `each pod of ${service} requests ${amounts.cpu} and ${amounts.memory}`,
    kinds: rendered,
    on: 'as-written',
    holds: [requested(service, amounts)],
    unless: with_(service, { requests: { ...amounts, cpu: '100m' } }),
  },
])

function bounds(service: string): Claim {
  return live(`HorizontalPodAutoscaler/production/${service}`, ['spec', 'minReplicas'], 2)
}

const hpa = (path: readonly string[], value: unknown) =>
  live('HorizontalPodAutoscaler/production/auth-service', ['spec', ...path], value)

const target = (at: number, percent: number) =>
  hpa(['metrics', `${at}`, 'resource', 'target', 'averageUtilization'], percent)

const measuring = (at: number, edit: object) =>
  scaling('production', (scales) => ({
    ...scales,
    on: listed(scales.on).map((one, index) => (index === at ? { ...one, ...edit } : one)),
  }))

export const scalingFacts: readonly Fact[] = [
  ...rows,
  {
    id: 'BK-58',
    title: 'as many pods as the matrix has come to 16.2 cores of requests; whether more may be taken is not said there',
    kinds: ['express', 'check'],
    on: 'as-written',
    holds: [answer('what is requested', requestedCpu, '16.2 cores')],
    unless: with_('auth-service', { requests: { cpu: '600m', memory: '512Mi' } }),
  },
  {
    id: 'BK-17',
    title: 'production scales at 60% of the CPU that is requested',
    kinds: rendered,
    holds: [target(0, 60)],
    unless: measuring(0, { cpu: '70%' }),
  },
  {
    id: 'BK-18',
    title: 'production scales at 70% of the memory that is requested',
    kinds: rendered,
    holds: [target(1, 70)],
    unless: measuring(1, { memory: '80%' }),
  },
  {
    id: 'BK-104',
    title: 'the strategy says 70% of the CPU, and production has 60%',
    kinds: ['render', 'check'],
    on: 'as-written',
    holds: [broken('autoscales/production/strategy/auth-service', 'holds cpu at 60%, and 70% is said')],
    unless: measuring(0, { cpu: '70%' }),
  },
  {
    id: 'BK-105',
    title: 'the strategy says 80% of the memory, and production has 70%',
    kinds: ['render', 'check'],
    on: 'as-written',
    holds: [broken('autoscales/production/strategy/auth-service', 'holds memory at 70%, and 80% is said')],
    unless: measuring(1, { memory: '80%' }),
  },
  {
    id: 'BK-106',
    title: 'the strategy lets a service fall to two pods, and production promises three',
    kinds: ['render', 'check'],
    on: 'as-written',
    holds: [bounds('auth-service'), broken('replicas/production/auth-service', 'not at least 3')],
    unless: scaling('production', (scales) => ({ ...scales, from: 3 })),
  },
  {
    id: 'BK-107',
    title: 'ten pods of each service at once find room on the nodes that there may be',
    kinds: ['render', 'check'],
    holds: [hpa(['maxReplicas'], 10), kept('maxima/production', 'all 93 pods have a place on 50 nodes')],
    unless: scaling('production', (scales) => ({ ...scales, to: 12 })),
  },
  {
    id: 'BK-108',
    title: 'a metric has to want more pods for thirty seconds',
    kinds: ['render', 'run'],
    holds: [hpa(['behavior', 'scaleUp', 'stabilizationWindowSeconds'], 30)],
    unless: scaling('production', (scales) => ({ ...scales, up: { window: '60s' } })),
  },
  {
    id: 'BK-109',
    title: 'a metric has to want fewer pods for five minutes',
    kinds: ['render', 'run'],
    holds: [hpa(['behavior', 'scaleDown', 'stabilizationWindowSeconds'], 300)],
    unless: scaling('production', (scales) => ({ ...scales, down: { window: '60s' } })),
  },
  {
    id: 'BK-110',
    title: 'an autoscaler has no setting for a time between two changes',
    kinds: ['express', 'check'],
    on: 'as-written',
    holds: [broken('autoscaling/production/auth-service', '2m between two changes are said')],
    unless: scaling('production', ({ cooldown: _, ...scales }) => scales),
  },
  {
    id: 'BK-111',
    title: 'a recommender looks at the use of a day',
    kinds: rendered,
    holds: [holds('autoscaling/production/auth-service', 'usage is looked at over 1d')],
    unless: with_('auth-service', { resizes: { mode: 'Off', history: '8d' } }),
  },
  {
    id: 'BK-112',
    title: 'what changes requests by itself, and what divides by them, answer each other',
    kinds: ['render', 'check'],
    on: 'as-written',
    holds: [
      live('VerticalPodAutoscaler/production/auth-service', ['spec', 'updatePolicy', 'updateMode'], 'Auto'),
      broken('scales/production/auth-service', 'each answers the other'),
    ],
    unless: with_('auth-service', { resizes: { mode: 'Off' } }),
  },
  {
    id: 'BK-114',
    title: 'nodes that are used less than 70% are taken once their pods fit elsewhere',
    kinds: ['express', 'check'],
    holds: [adds('utilization', 0.7)],
    unless: autoscaler({ utilization: '50%' }),
  },
  {
    id: 'BK-115',
    title: 'no more than fifty nodes',
    kinds: ['render', 'check'],
    holds: [adds('most', 50), kept('maxima/production', 'on 50 nodes')],
    unless: autoscaler({ most: 40 }),
  },
  {
    id: 'BK-116',
    title: 'a node is there a minute or two after a pod waits for it',
    kinds: ['check', 'observe'],
    holds: [adds('addsSeconds', { from: 60, to: 120 })],
    unless: autoscaler({ adds: '5m' }),
  },
  {
    id: 'BK-117',
    title: 'a node goes when nobody has needed it for ten minutes',
    kinds: rendered,
    holds: [adds('removesSeconds', 600)],
    unless: autoscaler({ removes: '30m' }),
  },
]
