import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Estate, EstateNode } from '../../estate/estate.ts'
import { controlPlaneOf } from './control-plane.ts'

const plane = (name: string, ...roles: readonly string[]) =>
  ({
    name,
    labels: Object.fromEntries(roles.map((role) => [`node-role.kubernetes.io/${role}`, 'true'])),
  }) as unknown as EstateNode

const estateOf = (distribution: string | undefined, ...nodes: readonly EstateNode[]) =>
  ({ cluster: 'harbour', distribution, nodes, source: {} }) as unknown as Estate

const servers = ['n1', 'n2', 'n3'].map((name) => plane(name, 'control-plane'))

const rows: [name: string, estate: Estate, voters: string[], mayLose: number, assumes: string[]][] = [
  ['three servers of K3s', estateOf('k3s', ...servers, plane('n4')), ['n1', 'n2', 'n3'], 1, ['etcd/harbour']],
  ['in whatever order', estateOf('kubeadm', ...servers.toReversed()), ['n1', 'n2', 'n3'], 1, ['etcd/harbour']],
  ['two can lose none', estateOf('k3s', ...servers.slice(1)), ['n2', 'n3'], 0, ['etcd/harbour']],
  [
    'where nodes show the role, a server without it is none',
    estateOf('k3s', plane('n1', 'control-plane', 'etcd'), plane('n2', 'control-plane')),
    ['n1'],
    0,
    [],
  ],
]

for (const [name, estate, voters, mayLose, assumes] of rows)
  test(`control plane: ${name}`, () => {
    const found = controlPlaneOf(estate)
    assert.deepEqual(
      found?.voters.map((node) => node.name),
      voters,
    )
    assert.equal(found?.mayLose, mayLose)
    assert.deepEqual(
      found?.assumes.map(({ id }) => id),
      assumes,
    )
  })

for (const [name, estate] of [
  ['of a distribution that nobody says', estateOf(undefined, ...servers)],
  ['of one that is in no table', estateOf('drydock', ...servers)],
  ['without servers', estateOf('k3s', plane('n1'))],
] as const)
  test(`control plane: nothing is known of nodes ${name}`, () => assert.equal(controlPlaneOf(estate), undefined))
