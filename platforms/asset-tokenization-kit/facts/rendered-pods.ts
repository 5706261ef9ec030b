// Pod configuration: what the rendered objects of production say, row by row.

import { field, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { components, held } from '../../findings/changing.ts'
import { shown } from './shown.ts'

const pod = ['spec', 'template', 'spec', 'containers', 0] as const

const bigger = (name: string) =>
  components([name], (options) => ({ ...options, requests: { cpu: '300m', memory: '300Mi' } }))

const sized = (
  number: number,
  title: string,
  ref: string,
  { requests, limits }: { readonly requests: object; readonly limits: object },
  path: readonly (string | number)[] = [...pod, 'resources'],
): Fact =>
  shown(number, title, {
    kinds: ['render'],
    holds: [field(ref, path, { requests, limits })],
    unless: bigger(ref.split('/')[2] ?? ''),
  })

const bounds = (number: number, title: string, name: string, from: number, to: number): Fact =>
  shown(number, title, {
    kinds: ['render'],
    holds: [
      field(`HorizontalPodAutoscaler/production/${name}`, ['spec', 'minReplicas'], from),
      field(`HorizontalPodAutoscaler/production/${name}`, ['spec', 'maxReplicas'], to),
    ],
    unless: components([name], (options) => ({
      ...options,
      scales: { ...held(options.scales), from: from + 1, to: to + 1 },
    })),
  })

const probed = (number: number, title: string, name: string): Fact =>
  shown(number, title, {
    kinds: ['render', 'run'],
    holds: [
      field(`Deployment/production/${name}`, [...pod, 'readinessProbe', 'httpGet'], { path: '/ready', port: 'http' }),
      field(`Deployment/production/${name}`, [...pod, 'livenessProbe', 'httpGet'], { path: '/health', port: 'http' }),
    ],
    unless: components([name], ({ readiness, ...options }) => options),
  })

const rolled = (number: number, title: string, name: string): Fact =>
  shown(number, title, {
    kinds: ['render'],
    holds: [
      field(`Deployment/production/${name}`, ['spec', 'strategy', 'rollingUpdate'], {
        maxUnavailable: 0,
        maxSurge: '25%',
      }),
    ],
    unless: components([name], (options) => ({ ...options, update: { maxUnavailable: 1 } })),
  })

const fileOf = (number: number, title: string, name: string): Fact =>
  shown(number, title, {
    kinds: ['render'],
    holds: [
      field(`Deployment/production/${name}`, ['kind'], 'Deployment'),
      field(`Service/production/${name}`, ['spec', 'selector'], { app: name }),
    ],
    unless: components([name], (options) => ({ ...options, names: [] })),
  })

const scaledBy = (number: number, title: string, at: number, metric: object): Fact =>
  shown(number, title, {
    kinds: ['render', 'run'],
    holds: [field('HorizontalPodAutoscaler/production/api-backend', ['spec', 'metrics', at], metric)],
    unless: components(['api-backend'], (options) => ({
      ...options,
      scales: { ...held(options.scales), on: [{ cpu: '60%' }] },
    })),
  })

const utilized = (name: string, averageUtilization: number) => ({
  type: 'Resource',
  resource: { name, target: { type: 'Utilization', averageUtilization } },
})

export const renderedPods: readonly Fact[] = [
  fileOf(57, 'pages run as a Deployment behind a Service', 'web-frontend'),
  fileOf(58, 'the API runs as a Deployment behind a Service', 'api-backend'),
  fileOf(59, 'the indexer runs as a Deployment behind a Service', 'subgraph'),
  probed(73, 'pages are asked over HTTP whether they are ready, and alive', 'web-frontend'),
  rolled(74, 'pages are replaced with none away before another is there', 'web-frontend'),
  probed(76, 'the API is asked over HTTP whether it is ready, and alive', 'api-backend'),
  rolled(77, 'the API is replaced with none away before another is there', 'api-backend'),
  shown(78, 'the database has a primary and two that follow', {
    kinds: ['render', 'run'],
    holds: [field('Cluster/production/database', ['spec', 'instances'], 3)],
    unless: components(['database'], (options) => ({ ...options, followers: 1 })),
  }),
  shown(81, 'the cache has three masters, and one that follows each', {
    kinds: ['render', 'check'],
    holds: [field('StatefulSet/production/cache', ['spec', 'replicas'], 6), kept('assembled/production/cache')],
    unless: components(['cache'], (options) => ({ ...options, members: 3 })),
  }),
  bounds(84, 'of the indexer there are up to three', 'subgraph', 2, 3),
  probed(85, 'the indexer is asked over HTTP whether it is ready, and alive', 'subgraph'),
  rolled(86, 'the indexer is replaced with none away before another is there', 'subgraph'),
  sized(87, 'what pages ask for, and may take', 'Deployment/production/web-frontend', {
    requests: { cpu: '100m', memory: '128Mi' },
    limits: { cpu: '500m', memory: '512Mi' },
  }),
  sized(88, 'what the API asks for, and may take', 'Deployment/production/api-backend', {
    requests: { cpu: '200m', memory: '256Mi' },
    limits: { cpu: '1000m', memory: '1Gi' },
  }),
  sized(
    89,
    'what the database asks for, and may take',
    'Cluster/production/database',
    { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '2000m', memory: '4Gi' } },
    ['spec', 'resources'],
  ),
  sized(90, 'what the cache asks for, and may take', 'StatefulSet/production/cache', {
    requests: { cpu: '100m', memory: '256Mi' },
    limits: { cpu: '500m', memory: '1Gi' },
  }),
  sized(91, 'what the indexer asks for, and may take', 'Deployment/production/subgraph', {
    requests: { cpu: '200m', memory: '512Mi' },
    limits: { cpu: '1000m', memory: '2Gi' },
  }),
  scaledBy(153, 'pods are added above 70% of the CPU that they ask for', 0, utilized('cpu', 70)),
  ...[
    { number: 155, title: 'and above 1000 requests a minute', says: 'holds request-rate at 16667m' },
    {
      number: 156,
      title: 'and above 150 ms, before the promised 200 are reached',
      says: 'holds response-time-p95 at 150',
    },
  ].map(({ number, title, says }) =>
    shown(number, title, {
      kinds: ['render', 'run'],
      holds: [kept('autoscales/production/api-backend/api-backend', says)],
      unless: components(['api-backend'], (options) => ({
        ...options,
        scales: { ...held(options.scales), on: [{ cpu: '70%' }] },
      })),
    }),
  ),
  scaledBy(154, 'and above 80% of the memory', 1, utilized('memory', 80)),
]
