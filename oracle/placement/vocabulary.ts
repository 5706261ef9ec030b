// The few names that everything invented draws from: few, so that things meet.
import type { Random } from '../random.ts'

export const hostname = 'kubernetes.io/hostname'
export const zone = 'topology.kubernetes.io/zone'
export const region = 'topology.kubernetes.io/region'

export const zones = ['a', 'b', 'c']
export const apps = ['web', 'db', 'cache']
export const namespaces = ['default', 'blue', 'green']
export const images = ['registry.example.com/web:1', 'registry.example.com/db', 'cache@sha256:0', 'library/tool:2']
export const drivers = ['disk.csi.example.com', 'file.csi.example.com']
export const gpu = 'example.com/gpu'

/** What the API server knows beside the pods: classes of priority and of runtime. */
export const priorityClasses = [
  { name: 'low', value: 10 },
  { name: 'below', value: -5 },
  { name: 'middle', value: 100 },
  { name: 'high', value: 1000 },
  { name: 'patient', value: 1000, preemptionPolicy: 'Never' },
]

export const runtimeClasses = [
  { name: 'heavy', overhead: { podFixed: { cpu: '250m', memory: '128Mi' } } },
  {
    name: 'on-ssd',
    scheduling: { nodeSelector: { disk: 'ssd' }, tolerations: [{ key: 'dedicated', operator: 'Exists' }] },
  },
]

export function topology(random: Random): string {
  return random.weighted([
    [5, zone],
    [5, hostname],
    [1, region],
    [1, 'rack'],
  ])
}

/** A selector over pods: usually one that selects some, now and then all or none. */
export function podSelector(random: Random, own: string) {
  return random.weighted<object>([
    [6, { matchLabels: { app: own } }],
    [4, { matchLabels: { app: random.pick(apps) } }],
    [2, { matchExpressions: [{ key: 'app', operator: random.pick(['In', 'NotIn']), values: [random.pick(apps)] }] }],
    [1, { matchExpressions: [{ key: 'rev', operator: random.pick(['Exists', 'DoesNotExist']) }] }],
    [1, { matchLabels: { app: own, rev: random.pick(['1', '2']) } }],
    [1, {}],
  ])
}
