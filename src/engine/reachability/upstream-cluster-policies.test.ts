// The conformance tables of ClusterNetworkPolicy, each step by its name; the same tables in the words of v1alpha1.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Manifest, PodSpec, Protocol, Ref } from '../../kubernetes/types.ts'
import { adminBothTables } from '../policy-tables/sample-admin-both.ts'
import { adminEgressTables } from '../policy-tables/sample-admin-egress.ts'
import { adminIngressTables } from '../policy-tables/sample-admin-ingress.ts'
import { baselineBothTables } from '../policy-tables/sample-baseline-both.ts'
import { baselineEgressTables } from '../policy-tables/sample-baseline-egress.ts'
import { baselineIngressTables } from '../policy-tables/sample-baseline-ingress.ts'
import { betweenTiersTables } from '../policy-tables/sample-between-tiers.ts'
import {
  adminManifest,
  type ClusterPolicy,
  type ClusterTable,
  clusterManifest,
} from '../policy-tables/sample-cluster-case.ts'
import { farEndsTables } from '../policy-tables/sample-far-ends.ts'
import { portNamesTables } from '../policy-tables/sample-port-names.ts'
import { blockOf } from './address.ts'
import { connection } from './connection.ts'
import type { Endpoint } from './endpoint.ts'
import { type Reachability, reachability } from './reachability.ts'
import { namespaceObject, objectOf, podClass, policyObject, sampleEstate } from './sample-estate.ts'
import { inMatrix } from './sample-matrix.ts'

const tables: readonly ClusterTable[] = [
  ...adminIngressTables,
  ...adminEgressTables,
  ...adminBothTables,
  ...baselineIngressTables,
  ...baselineEgressTables,
  ...baselineBothTables,
  ...betweenTiersTables,
  ...portNamesTables,
  ...farEndsTables,
]

test('upstream: 24 conformance tests of cluster policies in 92 steps, none twice', () => {
  assert.equal(new Set(tables.map(({ name }) => name)).size, 24)
  assert.equal(tables.flatMap(({ steps }) => steps).length, 92)
})

for (const [version, manifestOf] of [
  ['v1alpha2', clusterManifest],
  ['v1alpha1', adminManifest],
] as const)
  for (const table of tables) {
    let policies = table.policies
    let networkPolicies = table.networkPolicies ?? {}
    for (const { name, line, changes = [], probes } of table.steps) {
      policies = changes.reduce(changed, policies)
      if (changes.includes('delete network policies')) networkPolicies = {}
      const manifests = policies.map(manifestOf)
      const beside = networkPolicies
      test(`upstream ${version}: ${table.name}: ${name} (${table.file}:${line})`, () => {
        const r = reachabilityOf(manifests, beside)
        assert.equal(r.ranked.length, manifests.length, 'every policy is read')
        for (const probe of probes) judge(r, probe)
      })
    }
  }

function judge(r: Reachability, probe: string): void {
  const [from = '', to = '', protocol, port, expected] = probe.split(' ')
  const asked = { from: endOf(from), to: endOf(to), port: Number(port), protocol: protocol as Protocol, asMeant: true }
  const { open, assumes, unknown } = connection(r, asked)
  // Which nodes a selector takes is known in the running cluster only.
  if (to === nodes && open === undefined) assert.match(unknown.join(), /^node-labels\/harbour/, probe)
  else assert.deepEqual([open, assumes, unknown], [expected === 'open', [], []], probe)
  if (typeof asked.from !== 'string' || typeof asked.to !== 'string' || open === undefined) return
  assert.equal(inMatrix(r, { ...asked, from: asked.from, to: asked.to }), open, `${probe} in the matrix`)
}

const nodes = 'forbidden-forrest'

function endOf(name: string): Endpoint {
  if (blockOf(name)) return { outside: name, address: name }
  return `StatefulSet/${name}/pods` as Ref
}

/** One change of a step. */
function changed(policies: readonly ClusterPolicy[], change: string): readonly ClusterPolicy[] {
  const [verb = '', ...words] = change.replace(':', ' :').split(' ')
  if (verb === 'delete') return policies
  if (verb === 'priority')
    return policies.map((each) => (each.name === words[0] ? { ...each, priority: Number(words[1]) } : each))
  const [first, ...others] = policies
  const direction = words[0] as 'ingress' | 'egress'
  const at = Number(words[1])
  const rules = [...(first?.[direction] ?? [])]
  const rule = change.slice(change.indexOf(': ') + 2)
  if (verb === 'put') rules.splice(at, 0, rule)
  else if (verb === 'set') rules[at] = rule
  else {
    const other = Number(words[2])
    ;[rules[at], rules[other]] = [rules[other] ?? '', rules[at] ?? '']
  }
  return first ? [{ ...first, [direction]: rules }, ...others] : []
}

const houses = ['gryffindor', 'slytherin', 'hufflepuff', 'ravenclaw', nodes]
const serving: PodSpec = {
  containers: [
    {
      name: 'server',
      ports: [
        { name: 'web', containerPort: 80 },
        { name: 'dns', containerPort: 53, protocol: 'UDP' },
      ],
    },
  ],
}

function reachabilityOf(manifests: readonly Manifest[], beside: ClusterTable['networkPolicies'] = {}): Reachability {
  const written = Object.entries(beside).map(([name, spec]) =>
    policyObject(...(name.split('/') as [string, string]), spec),
  )
  const namespaces = houses.map((house) => namespaceObject(house, { 'conformance-house': house }))
  const pods = houses.map((house) =>
    podClass(house, 'pods', {
      workload: `StatefulSet/${house}/pods`,
      labels: { 'conformance-house': house },
      count: 2,
      spec: { ...serving, ...(house === nodes && { hostNetwork: true }) },
    }),
  )
  return reachability(sampleEstate([...namespaces, ...manifests.map(objectOf), ...written]), pods)
}
