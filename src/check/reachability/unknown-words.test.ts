import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unknownText } from './unknown-words.ts'

const rows: [unknown: string[], text: string][] = [
  [['unread-policy/prod/EgressFirewall/shop/out'], 'nobody here reads all of EgressFirewall shop/out'],
  [['unread-policy/prod/AdminNetworkPolicy//guard'], 'nobody here reads all of AdminNetworkPolicy guard'],
  [['namespace-labels/prod/edge'], 'nobody shows the labels of namespace edge'],
  [
    ['pod-addresses/prod, namespace-labels/prod/edge'],
    'nobody shows which addresses the pods of prod get; nobody shows the labels of namespace edge',
  ],
  [
    ['same-priority/prod/AdminNetworkPolicy//a,AdminNetworkPolicy//b'],
    'a and b have one priority and disagree: either may be taken',
  ],
  [
    ['domain-names/prod/a.example,b.example'],
    'which addresses a.example, b.example stands for is known in the running cluster only',
  ],
  [['remote/shop', 'unread/x.yaml'], 'nobody shows remote/shop, unread/x.yaml'],
  [['far-end/AdminNetworkPolicy//guard'], 'nobody shows whether AdminNetworkPolicy guard means it'],
  [
    ['enforces-ClusterNetworkPolicy/prod'],
    'nobody shows whether the network plugin of prod enforces ClusterNetworkPolicy',
  ],
  [['node-addresses/prod'], 'nobody shows which addresses the nodes of prod have'],
  [
    ['ip-block-on-pods/prod, pod-addresses/prod'],
    'whether address blocks take pods is up to the network plugin of prod; nobody shows which addresses the pods of prod get',
  ],
  [
    ['port-name/prod/web'],
    'several ports of a pod are called web, and which of them is meant is up to the network plugin',
  ],
  [['constructor/x'], 'nobody shows constructor/x'],
]

for (const [unknown, text] of rows)
  test(`unknown words: ${unknown.join(' ')}`, () => assert.equal(unknownText(unknown), text))
