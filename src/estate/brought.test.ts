import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ClusterOptions, cluster } from '../platform/language/cluster.ts'
import { type NodeOptions, node } from '../platform/language/node.ts'
import { broughtObjects, enforcement } from './brought.ts'
import { classesOf, defaultClass } from './classes.ts'
import { node as estateNode } from './lower/node.ts'

const clusterOf = (options: Partial<ClusterOptions>) => cluster('east', { kubernetes: '1.33', nodes: [], ...options })

const enforcing: [name: string, options: Partial<ClusterOptions>, holds: boolean | undefined][] = [
  ['what is said counts', { distribution: 'k3s', cni: { enforcesPolicy: false } }, false],
  ['else what the distribution brings', { distribution: 'k3s' }, true],
  ['kubeadm brings no network', { distribution: 'kubeadm' }, undefined],
  ['a distribution that is not known', { distribution: 'harbour-os' }, undefined],
  ['nothing said', {}, undefined],
]

for (const [name, options, holds] of enforcing) {
  test(`enforces policy: ${name}`, () => assert.equal(enforcement(clusterOf(options)).holds, holds))
}

const servers: [
  name: string,
  distribution: string | undefined,
  options: Partial<NodeOptions>,
  labels: string,
  taints: string,
][] = [
  ['of k3s', 'k3s', { roles: ['control-plane'] }, 'control-plane=true', ''],
  ['of kubeadm', 'kubeadm', { roles: ['control-plane'] }, 'control-plane=', 'NoSchedule'],
  ['of kubeadm, freed of its taint', 'kubeadm', { roles: ['control-plane'], taints: [] }, 'control-plane=', ''],
  ['of nobody', undefined, { roles: ['control-plane'] }, 'control-plane=', ''],
  ['that is none', 'k3s', { roles: ['worker'] }, 'worker=', ''],
  [
    'whose label is declared',
    'k3s',
    { roles: ['gpu'], labels: { 'node-role.kubernetes.io/gpu': 'yes' } },
    'gpu=yes',
    '',
  ],
]

for (const [name, distribution, options, labels, taints] of servers) {
  test(`a server ${name}`, () => {
    const made = node('n1', { cpu: 1, memory: '1Gi', ...options })
    const found = estateNode(made, clusterOf({ distribution, nodes: [made] }), () => undefined)
    const roles = Object.entries(found.labels).filter(([label]) => label.startsWith('node-role.'))
    assert.equal(roles.map(([label, value]) => `${label.split('/')[1]}=${value}`).join(), labels)
    assert.equal(found.taints.map(({ effect }) => effect).join(), taints)
  })
}

test('every API server has its own namespaces, and CoreDNS comes with the distribution', () => {
  const refs = (options: Partial<ClusterOptions>) => broughtObjects(clusterOf(options)).map(({ ref }) => ref)
  assert.ok(refs({}).includes('Namespace//kube-system'))
  assert.ok(!refs({}).includes('Deployment/kube-system/coredns'))
  assert.ok(refs({ distribution: 'k3s' }).includes('Deployment/kube-system/coredns'))
})

test('a declared class stands over the one that is brought, and stays the default', () => {
  const classes = (storage: ClusterOptions['storage']) => clusterOf({ distribution: 'k3s', storage })
  const renamed = classes({ 'local-path': { bound: 'cluster' } })
  assert.deepEqual([classesOf(renamed)['local-path']?.bound, defaultClass(renamed)], ['cluster', 'local-path'])
  assert.equal(defaultClass(classes({ fast: { bound: 'zone', default: true } })), undefined)
  assert.equal(defaultClass(clusterOf({})), undefined)
})
