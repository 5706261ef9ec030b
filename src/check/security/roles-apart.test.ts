import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ledger } from '../../platform/component/ledger.ts'
import type { LedgerOptions } from '../../platform/component/ledger-options.ts'
import type { PlaceOptions } from '../../platform/component/options.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Node } from '../../platform/model.ts'
import { linesOf, machine, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { rolesApart } from './roles-apart.ts'

const duty = (of: string) => ({ labels: { duty: of } })
const on = (of: string): PlaceOptions => ({ require: [{ label: 'duty', in: [of] }] })
const nodes = [machine('n1', 'east', duty('order')), machine('n2', 'east', duty('peer'))]

function ask(options: LedgerOptions, of: readonly Node[]) {
  const chain = ledger('chain', options)
  const shop: ShopOptions = {
    nodes: of,
    more: () => [chain],
    promises: ({ live }) => [promise.rolesApart(chain, ['peer', 'orderer'], { in: live })],
  }
  return verdictsOf(rolesApart, sampleWorld(shop))[0]
}

const members = (place?: PlaceOptions) => ({ port: 1, count: 1, ...(place && { place }) })
const rows: [name: string, options: LedgerOptions, nodes: readonly Node[], verdict: string, line: string][] = [
  [
    'nodes of their own',
    { orderers: members(on('order')), peers: members(on('peer')) },
    nodes,
    'kept',
    'orderer and peer share none of 2 nodes, by their rules',
  ],
  [
    'one of them anywhere',
    { orderers: members(on('order')), peers: members() },
    nodes,
    'broken',
    'the rules of orderer and peer let both stand on n1',
  ],
  [
    'one in the cluster, one on a machine outside',
    { orderers: { ...members(), on: 'bare-metal' }, peers: members() },
    nodes,
    'kept',
    'orderer and peer stand on different sides: one in the cluster, one on a machine outside',
  ],
  ['no nodes', { orderers: members(), peers: members() }, [], 'unknown', 'nobody says what nodes harbour has'],
  [
    'no members',
    { orderers: members(), peers: {} },
    nodes,
    'unknown',
    'nobody says which members of the role peer chain has',
  ],
]

for (const [name, options, of, verdict, line] of rows)
  test(`rolesApart: ${name}`, () => {
    const found = ask(options, of)
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && linesOf(found), [line])
    assert.equal(found?.says, 'no machine holds members of chain of two of these roles: orderer, peer')
  })
