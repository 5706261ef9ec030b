import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { connection } from './connection.ts'
import { reachMatrix } from './matrix.ts'
import { reachability } from './reachability.ts'
import { gridNamespaces, gridPods, objectOf, sampleEstate } from './sample-estate.ts'
import { strangerSide } from './stranger.ts'

// Manifests may hold anything in any field: no policy, whatever it says, ends the run, and none that is not understood
// leaves its pods open.

const kinds = [
  ['networking.k8s.io/v1', 'NetworkPolicy'],
  ['policy.networking.k8s.io/v1alpha1', 'AdminNetworkPolicy'],
  ['policy.networking.k8s.io/v1alpha1', 'BaselineAdminNetworkPolicy'],
  ['policy.networking.k8s.io/v1alpha2', 'ClusterNetworkPolicy'],
  ['cilium.io/v2', 'CiliumNetworkPolicy'],
  ['cilium.io/v2', 'CiliumClusterwideNetworkPolicy'],
  ['projectcalico.org/v3', 'NetworkPolicy'],
  ['projectcalico.org/v3', 'GlobalNetworkPolicy'],
] as const

const words = fc.constantFrom(
  ...[
    'spec',
    'ingress',
    'egress',
    'ingressDeny',
    'egressDeny',
    'podSelector',
    'endpointSelector',
    'selector',
    'subject',
  ],
  ...[
    'from',
    'to',
    'fromEndpoints',
    'toEndpoints',
    'toEntities',
    'toCIDRSet',
    'toPorts',
    'ports',
    'protocols',
    'rules',
  ],
  ...[
    'source',
    'destination',
    'nets',
    'notSelector',
    'namespaceSelector',
    'action',
    'tier',
    'order',
    'priority',
    'types',
  ],
  ...['namespaces', 'pods', 'networks', 'matchLabels', 'matchExpressions', 'key', 'operator', 'values', 'port', 'cidr'],
  ...['__proto__', 'constructor', 'toString', 'enableDefaultDeny', 'specs'],
)
const { anything } = fc.letrec<{ anything: unknown }>((tie) => ({
  anything: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom(
      null,
      true,
      0,
      80,
      -1,
      1e300,
      '',
      '80',
      'TCP',
      'Deny',
      'Allow',
      'all',
      '0.0.0.0/0',
      'In',
      '__proto__',
    ),
    fc.constantFrom('all()', 'has(a)', '!(', '(((', 'a == "b"', 'Admin', 'Ingress', 'k8s:a', 'reserved:host'),
    fc.array(tie('anything'), { maxLength: 3 }),
    fc.dictionary(words, tie('anything'), { maxKeys: 5 }),
  ),
}))
const spec = fc.dictionary(words, anything, { maxKeys: 6 })

for (const [apiVersion, kind] of kinds)
  test(`hostile: ${kind} of ${apiVersion.split('/')[0]} with anything in any field`, () => {
    fc.assert(
      fc.property(spec, anything, (one, specs) => {
        const metadata = { name: 'p', namespace: 'x' }
        const object = objectOf({ apiVersion, kind, metadata, spec: one, specs } as Parameters<typeof objectOf>[0])
        const r = reachability(sampleEstate([...gridNamespaces, object]), gridPods)
        reachMatrix(r)
        const asked = { from: 'Deployment/y/a', to: 'Deployment/x/a', port: 80 } as const
        const { open, unknown } = connection(r, asked)
        assert.equal(open === undefined, unknown.length > 0)
        connection(r, { from: asked.to, to: { outside: 'site' }, wanted: 'closed' })
        const target = { port: 53, protocol: 'UDP', named: [] } as const
        strangerSide(r, asked.to, 'egress', { namespaces: ['kube-system'] }, target)
      }),
      { numRuns: 300 },
    )
  })

// Policies that shut Deployment/y/a out of Deployment/x/a, one of each kind.
const x = { matchLabels: { ns: 'x' } }
const y = { matchLabels: { ns: 'y' } }
const shutting: readonly (readonly [apiVersion: string, kind: string, spec: object])[] = [
  [
    'networking.k8s.io/v1',
    'NetworkPolicy',
    { podSelector: {}, ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 80 }] }] },
  ],
  [
    'policy.networking.k8s.io/v1alpha1',
    'AdminNetworkPolicy',
    {
      priority: 1,
      subject: { namespaces: x },
      ingress: [
        {
          action: 'Deny',
          from: [{ pods: { namespaceSelector: y, podSelector: {} } }],
          ports: [{ portNumber: { protocol: 'TCP', port: 80 } }],
        },
      ],
    },
  ],
  [
    'policy.networking.k8s.io/v1alpha2',
    'ClusterNetworkPolicy',
    {
      tier: 'Baseline',
      priority: 1,
      subject: { namespaces: x },
      ingress: [
        { action: 'Deny', from: [{ namespaces: y }], protocols: [{ tcp: { destinationPort: { number: 80 } } }] },
      ],
    },
  ],
  [
    'cilium.io/v2',
    'CiliumNetworkPolicy',
    {
      endpointSelector: {},
      enableDefaultDeny: { ingress: true },
      ingress: [{ fromEndpoints: [{}], toPorts: [{ ports: [{ port: '80', protocol: 'TCP' }] }] }],
      ingressDeny: [{ fromCIDRSet: [{ cidr: '10.0.0.0/8' }] }],
    },
  ],
  [
    'projectcalico.org/v3',
    'NetworkPolicy',
    {
      selector: 'all()',
      types: ['Ingress'],
      ingress: [{ action: 'Allow', protocol: 'TCP', source: { selector: 'pod == "a"' }, destination: { ports: [80] } }],
    },
  ],
]

type Path = readonly (string | number)[]

function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, each]) => placesIn(each, [...path, key]))]
}

function changed(value: unknown, [step, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (step === undefined) return change(value)
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as { [step: string]: unknown }
  copy[step] = changed(copy[step], rest, change)
  return copy
}

for (const [apiVersion, kind, whole] of shutting) {
  const asked = { from: 'Deployment/y/a', to: 'Deployment/x/a', port: 80 } as const
  const judged = (changedSpec: unknown) => {
    const object = objectOf({ apiVersion, kind, metadata: { name: 'p', namespace: 'x' }, spec: changedSpec } as never)
    return connection(reachability(sampleEstate([...gridNamespaces, object]), gridPods), asked)
  }
  const group = apiVersion.split('/')[0]

  test(`hostile: ${kind} of ${group} with one field that nobody knows lets nobody in`, () => {
    assert.equal(judged(whole).open, false)
    for (const path of placesIn(whole)) {
      const added = changed(whole, path, (old) =>
        typeof old === 'object' && !Array.isArray(old) ? { ...old, sideways: 1 } : old,
      )
      // NetworkPolicy is admitted by a schema: what that does not know is not kept.
      if (!path.includes('matchLabels')) assert.notEqual(judged(added).open, true, path.join('.'))
    }
  })

  test(`hostile: ${kind} of ${group} with anything in one of its fields`, () => {
    const place = fc.constantFrom(...placesIn(whole))
    fc.assert(
      fc.property(place, anything, (path, value) => {
        const { open, unknown } = judged(changed(whole, path, () => value))
        assert.equal(open === undefined, unknown.length > 0)
      }),
      { numRuns: 300 },
    )
  })
}
