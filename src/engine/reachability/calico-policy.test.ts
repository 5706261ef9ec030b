import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EstateObject } from '../../estate/estate.ts'
import { connection } from './connection.ts'
import type { Endpoint } from './endpoint.ts'
import { reachMatrix } from './matrix.ts'
import { reachability } from './reachability.ts'
import { portsBetween } from './reached.ts'
import { gridNamespaces, gridPods, objectOf, policyObject, sampleEstate } from './sample-estate.ts'

const calico = (spec: object, name = 'c', apiVersion = 'projectcalico.org/v3'): EstateObject =>
  objectOf({ apiVersion, kind: 'NetworkPolicy', metadata: { name, namespace: 'x' }, spec })
const global = (spec: object, name = 'g'): EstateObject =>
  objectOf({ apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkPolicy', metadata: { name }, spec })
const tier = (name: string, spec: object): EstateObject =>
  objectOf({ apiVersion: 'projectcalico.org/v3', kind: 'Tier', metadata: { name }, spec })
const from = (action: string, source: object | undefined, more: object = {}) => ({
  ingress: [{ action, source, ...more }],
})
const inside = 'Deployment/x/b'
const across = 'Deployment/y/a'
const site = { outside: 'site', address: '203.0.113.7' }
const isB = { selector: 'pod == "b"' }

// Policies about namespace x; a connection into Deployment/x/a (or out of it, to `→ …`) at TCP 80; whether it passes.
type Row = [
  name: string,
  spec: object | readonly EstateObject[],
  end: Endpoint | { to: Endpoint },
  open: boolean | undefined,
]
const rows: Row[] = [
  ['a selector takes pods of its own namespace', from('Allow', isB), inside, true],
  ['and of no other', from('Allow', { selector: 'pod == "a"' }), across, false],
  ['a policy without rules lets nothing in', { selector: 'all()' }, inside, false],
  ['and says nothing of what goes out', { selector: 'all()' }, { to: across }, true],
  ['with egress rules only, of egress only', { egress: [{ action: 'Deny' }] }, across, true],
  ['types say more', { types: ['Ingress', 'Egress'], ingress: [{ action: 'Allow' }] }, { to: across }, false],
  ['a selector that takes other pods', { selector: 'pod == "c"' }, inside, true],
  ['a namespace by label', from('Allow', { namespaceSelector: 'ns == "y"' }), across, true],
  [
    'a namespace by name',
    from('Allow', { namespaceSelector: 'projectcalico.org/name == "y"', selector: 'pod == "a"' }),
    across,
    true,
  ],
  ['another namespace', from('Allow', { namespaceSelector: 'ns == "z"' }), across, false],
  ['a rule with neither takes anyone', from('Allow', undefined), across, true],
  ['deny before allow', { ingress: [{ action: 'Deny', source: isB }, { action: 'Allow' }] }, inside, false],
  ['allow before deny', { ingress: [{ action: 'Allow' }, { action: 'Deny', source: isB }] }, inside, true],
  ['a log decides nothing', { ingress: [{ action: 'Log' }, { action: 'Allow' }] }, inside, true],
  ['notSelector takes all others', from('Allow', { notSelector: 'pod == "b"' }), across, true],
  ['what is outside as well', from('Allow', { notSelector: 'pod == "b"' }), site, true],
  ['but not those', from('Allow', { notSelector: 'pod == "b"' }), inside, false],
  ['a port', from('Allow', undefined, { protocol: 'TCP', destination: { ports: [80, '90:99'] } }), across, true],
  [
    'a range without it',
    from('Allow', undefined, { protocol: 'TCP', destination: { ports: ['81:99'] } }),
    across,
    false,
  ],
  [
    'a port by name',
    from('Allow', undefined, { protocol: 'TCP', destination: { ports: ['serve-80-tcp'] } }),
    across,
    true,
  ],
  ['all ports but one', from('Allow', undefined, { protocol: 'TCP', destination: { notPorts: [81] } }), across, true],
  [
    'all ports but it',
    from('Allow', undefined, { protocol: 'TCP', destination: { notPorts: ['79:80'] } }),
    across,
    false,
  ],
  ['another protocol', from('Allow', undefined, { protocol: 'UDP' }), across, false],
  ['a protocol by number', from('Allow', undefined, { protocol: 6 }), across, true],
  ['every protocol but it', from('Allow', undefined, { notProtocol: 'TCP' }), across, false],
  ['ICMP', from('Allow', undefined, { protocol: 'ICMP' }), across, false],
  [
    'a block of addresses',
    { egress: [{ action: 'Allow', destination: { nets: ['203.0.113.0/24'] } }] },
    { to: site },
    true,
  ],
  [
    'a block less another',
    { egress: [{ action: 'Allow', destination: { nets: ['203.0.0.0/16'], notNets: ['203.0.113.0/24'] } }] },
    { to: site },
    false,
  ],
  [
    'everywhere but a block',
    { egress: [{ action: 'Allow', destination: { notNets: ['198.51.100.0/24'] } }] },
    { to: site },
    true,
  ],
  [
    'a lower order comes first',
    [calico({ order: 10, ...from('Deny', isB) }, 'z'), calico({ order: 20, ...from('Allow', undefined) }, 'a')],
    inside,
    false,
  ],
  [
    'no order comes last',
    [calico(from('Deny', isB), 'a'), calico({ order: 20, ...from('Allow', undefined) }, 'z')],
    inside,
    true,
  ],
  ['of one order, by name', [calico(from('Deny', isB), 'b'), calico(from('Allow', undefined), 'a')], inside, true],
  [
    'before NetworkPolicy',
    [calico({ order: 999, ...from('Deny', isB) }), policyObject('x', 'p', { ingress: [{}] })],
    inside,
    false,
  ],
  [
    'after NetworkPolicy',
    [calico({ order: 1001, ...from('Deny', isB) }), policyObject('x', 'p', { ingress: [{}] })],
    inside,
    true,
  ],
  [
    'NetworkPolicy isolates, and a policy lets in',
    [calico(from('Allow', isB)), policyObject('x', 'p', {})],
    inside,
    true,
  ],
  [
    'a global policy takes every namespace',
    [global({ selector: 'pod == "a"', ...from('Allow', { selector: 'pod == "a"' }) })],
    across,
    true,
  ],
  ['a global policy for some namespaces', [global({ namespaceSelector: 'ns == "y"', ingress: [] })], across, true],
  [
    'a namespace among the labels',
    [global({ selector: 'projectcalico.org/namespace == "x"', ingress: [] })],
    across,
    false,
  ],
  [
    'a tier before',
    [
      tier('first', { order: 10 }),
      global({ tier: 'first', ...from('Deny', { selector: 'pod == "b"' }) }),
      policyObject('x', 'p', { ingress: [{}] }),
    ],
    inside,
    false,
  ],
  [
    'that passes on',
    [
      tier('first', { order: 10 }),
      global({ tier: 'first', ...from('Pass', undefined) }),
      policyObject('x', 'p', { ingress: [{}] }),
    ],
    inside,
    true,
  ],
  [
    'a tier refuses what no rule takes',
    [tier('first', { order: 10 }), global({ tier: 'first', ...from('Pass', isB) })],
    across,
    false,
  ],
  [
    'unless it leaves that to the next',
    [tier('first', { order: 10, defaultAction: 'Pass' }), global({ tier: 'first', ...from('Deny', isB) })],
    across,
    true,
  ],
  ['a tier that nobody shows', [global({ tier: 'first', ...from('Deny', isB) })], inside, undefined],
  ['service accounts', from('Allow', { serviceAccounts: { names: ['a'] } }), inside, undefined],
  ['a field that nobody knows', { ...from('Allow', isB), sideways: 1 }, inside, undefined],
  ['is for its own pods only', { selector: 'pod == "c"', sideways: 1 }, inside, true],
  ['a selector that nobody reads', { selector: 'pod starts with "a"', ingress: [] }, inside, undefined],
  [
    'host endpoints are no pods',
    [global({ preDNAT: true, applyOnForward: true, ...from('Deny', undefined) })],
    inside,
    true,
  ],
  [
    'the API of its own store',
    [calico({ selector: 'all()', types: ['Ingress'] }, 'default.c', 'crd.projectcalico.org/v1')],
    inside,
    false,
  ],
]

for (const [name, written, end, open] of rows)
  test(`calico: ${name}`, () => {
    const objects = Array.isArray(written) ? (written as readonly EstateObject[]) : [calico(written)]
    const r = reachability(sampleEstate([...gridNamespaces, ...objects]), gridPods)
    const own = 'Deployment/x/a'
    const asked = typeof end === 'object' && 'to' in end ? { from: own, to: end.to } : { from: end, to: own }
    const found = connection(r, { ...asked, port: 80 } as Parameters<typeof connection>[1])
    assert.equal(found.open, open, found.unknown.join(', '))
    const matrix = reachMatrix(r)
    const [a, b] = [asked.from, asked.to].map((one) =>
      matrix.classes.findIndex(({ members }) => typeof one === 'string' && members.includes(one)),
    )
    if (open === undefined || a === undefined || b === undefined || a < 0 || b < 0) return
    const answer = portsBetween(matrix, a, b) ?? []
    const isOpen =
      answer === 'all' || answer.some(({ protocol, first, last }) => protocol === 'TCP' && first <= 80 && 80 <= last)
    assert.equal(isOpen, open, 'matrix')
  })
