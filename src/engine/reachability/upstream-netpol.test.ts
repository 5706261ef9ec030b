// The 48 end-to-end cases of Kubernetes for NetworkPolicy, 42 core, 3 over UDP and 3 over SCTP, each by its name.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PodSpec, Protocol, Ref } from '../../kubernetes/types.ts'
import type { PolicyTable, TableStep } from '../policy-tables/sample-case.ts'
import { changeTables } from '../policy-tables/sample-changes.ts'
import { addressTables, egressTables } from '../policy-tables/sample-egress.ts'
import { ingressTables } from '../policy-tables/sample-ingress.ts'
import { portTables } from '../policy-tables/sample-ports.ts'
import { protocolTables, sctpTables, udpTables } from '../policy-tables/sample-protocols.ts'
import { connection } from './connection.ts'
import type { Endpoint } from './endpoint.ts'
import { type Reachability, reachability } from './reachability.ts'
import { namespaceObject, podClass, policyObject, sampleEstate } from './sample-estate.ts'
import { inMatrix } from './sample-matrix.ts'

const core = [...ingressTables, ...portTables, ...egressTables, ...addressTables, ...changeTables, ...protocolTables]
const tables = [...core, ...udpTables, ...sctpTables]

test('upstream: 42 core cases, 3 over UDP, 3 over SCTP, none twice', () => {
  assert.deepEqual([core.length, udpTables.length, sctpTables.length], [42, 3, 3])
  assert.equal(new Set(tables.map(({ line }) => line)).size, 48)
})

for (const table of tables) {
  test(`upstream: ${table.name} (network_policy.go:${table.line})`, () => {
    for (const step of table.steps) {
      const r = reachabilityOf(table, step)
      const asked = pairsOf(table.pods.split(' '))
      assert.ok(asked.length > 0)
      for (const [from, to] of asked) {
        const expected = isOpen(step, from, to)
        const where = `${from} → ${to} at ${step.at}`
        if (table.addresses) byAddress(r, table, step, from, to)
        else {
          assert.deepEqual(answer(r, workload(from), workload(to), step), { open: expected, rests: [] }, where)
          assert.equal(
            inMatrix(r, { from: workload(from), to: workload(to), ...portOf(step.at) }),
            expected,
            `${where} in the matrix`,
          )
        }
      }
    }
  })
}

// Whether a block takes pods is left to the network plugin, and nobody shows which addresses pods have: the address is
// asked as one outside, and of the pod nothing else may be said.
function byAddress(r: Reachability, { addresses = {} }: PolicyTable, step: TableStep, from: string, to: string): void {
  const expected = isOpen(step, from, to)
  const where = `${from} → ${to} at ${step.at}`
  const end = { outside: to, address: addresses[to] }
  assert.deepEqual(answer(r, workload(from), end, step), { open: expected, rests: [] }, where)
  const asPod = answer(r, workload(from), workload(to), step)
  const unknown = { open: undefined, rests: ['pod-addresses/harbour'] }
  assert.deepEqual(asPod, asPod.open === undefined ? unknown : { open: expected, rests: [] }, `${where}, as a pod`)
}

function answer(r: Reachability, from: Endpoint, to: Endpoint, { at }: TableStep) {
  const { open, assumes, unknown } = connection(r, { from, to, ...portOf(at) })
  return { open, rests: [...assumes.map(({ id }) => id), ...unknown] }
}

function portOf(at: TableStep['at']): { readonly port: number; readonly protocol: Protocol } {
  const [protocol, port] = at.split(' ') as [Protocol, string]
  return { port: Number(port), protocol }
}

function workload(name: string): Ref {
  return `Deployment/${name as `${string}/${string}`}`
}

function isOpen({ but }: TableStep, from: string, to: string): boolean {
  return but.reduce((open, text) => {
    const [sign, source = '', target = ''] = text.split(' ')
    return isLike(from, source) && isLike(to, target) ? sign === '+' : open
  }, true)
}

function isLike(name: string, pattern: string): boolean {
  return pattern === '*' || pattern === name || (pattern.endsWith('/*') && name.startsWith(pattern.slice(0, -1)))
}

// Upstream leaves out what a pod does with itself, which is not defined.
function pairsOf(pods: readonly string[]): readonly (readonly [string, string])[] {
  return pods.flatMap((from) => pods.flatMap((to) => (from === to ? [] : [[from, to] as const])))
}

const protocols: readonly Protocol[] = ['TCP', 'UDP', 'SCTP']
const serving: PodSpec = {
  containers: protocols.flatMap((protocol) =>
    [80, 81].map((port) => ({
      name: `serve-${port}-${protocol.toLowerCase()}`,
      ports: [{ name: `serve-${port}-${protocol.toLowerCase()}`, containerPort: port, protocol }],
    })),
  ),
}

function reachabilityOf({ pods }: PolicyTable, { policies, labels = {} }: TableStep): Reachability {
  const objects = [
    ...['x', 'y', 'z'].map((name) => namespaceObject(name, labels[name])),
    ...Object.entries(policies).map(([name, spec]) => policyObject(...partsOf(name), spec)),
  ]
  const classes = pods.split(' ').map((name) => {
    const [namespace, pod] = partsOf(name)
    return podClass(namespace, pod, { labels: { pod, ...labels[name] }, spec: serving })
  })
  return reachability(sampleEstate(objects), classes)
}

function partsOf(name: string): [namespace: string, name: string] {
  const [namespace = '', own = ''] = name.split('/')
  return [namespace, own]
}
