// The pods that connections are judged by are those that everything else is judged by.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reachMatrix } from '../reachability/matrix.ts'
import { reachability } from '../reachability/reachability.ts'
import { connectedPods } from './connected-pods.ts'
import { podsOf } from './pods-of.ts'
import { estateOf } from './sample-estate.ts'

const metadata = (name: string, more: object = {}) => ({ name, namespace: 'shop', ...more })
const template = (app: string, more: object = {}) => ({
  metadata: { labels: { tier: 'back', app } },
  spec: { containers: [{ name: 'main', ports: [{ name: 'http', containerPort: 8080 }] }], ...more },
})
const workload = (kind: string, name: string, spec: object = {}, apiVersion = 'apps/v1') => ({
  apiVersion,
  kind,
  metadata: metadata(name),
  spec: { template: template(name), ...spec },
})
const maker = { kind: 'Deployment', apiVersion: 'apps/v1', name: 'web', controller: true }
const sidecar = { name: 'side', restartPolicy: 'Always', ports: [{ name: 'metrics', containerPort: 9090 }] }

const estate = estateOf([
  workload('Deployment', 'web', { replicas: 2 }),
  workload('StatefulSet', 'store', { template: template('store', { initContainers: [sidecar] }) }),
  workload('DaemonSet', 'agent', { template: template('agent', { hostNetwork: true }) }),
  workload('Job', 'migrate', {}, 'batch/v1'),
  workload('CronJob', 'report', { jobTemplate: { spec: { template: template('report') } } }, 'batch/v1'),
  workload('Deployment', 'odd', { template: 'none' }),
  { ...workload('ReplicaSet', 'web-1'), metadata: metadata('web-1', { ownerReferences: [maker] }) },
  { apiVersion: 'v1', kind: 'Pod', ...template('lone'), metadata: metadata('lone', { labels: { app: 'lone' } }) },
  { apiVersion: 'v1', kind: 'Pod', metadata: metadata('over'), spec: {}, status: { phase: 'Succeeded' } },
  {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: metadata('limits'),
    spec: { limits: [{ type: 'Container', default: { cpu: '1' } }] },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: metadata('store'),
    spec: {
      podSelector: { matchLabels: { app: 'store' } },
      ingress: [{ from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ port: 'metrics' }] }],
    },
  },
])

test('connected pods: the same workloads with the same labels, in the same order', () => {
  const shown = (pods: ReturnType<typeof connectedPods>) =>
    pods.map(({ workload, namespace, name, steady, labels, notes = [] }) => [
      ...[workload, namespace, name, steady, labels, notes],
    ])
  const all = podsOf(estate)
  assert.equal(all.length, 8)
  assert.deepEqual(shown(connectedPods(estate)), shown(all))
})

test('connected pods: who reaches whom is the same', () => {
  const reached = reachMatrix(reachability(estate, connectedPods(estate)))
  assert.deepEqual(reached, reachMatrix(reachability(estate, podsOf(estate))))
  assert.ok(reached.ports.some((ports) => ports !== 'all' && ports.some(({ first }) => first === 9090)))
})
