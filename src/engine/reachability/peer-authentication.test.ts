import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EstateObject } from '../../estate/estate.ts'
import { type Manifest, refOf } from '../../kubernetes/types.ts'
import { membersOf } from './bits.ts'
import type { EndpointClass } from './endpoint.ts'
import { certifiedIn, keptAway } from './peer-authentication.ts'

const object = (manifest: Manifest, origin: EstateObject['origin'] = 'read'): EstateObject => ({
  ref: refOf(manifest),
  manifest,
  origin,
  source: {},
})
const namespace = (name: string, labels: { [key: string]: string } = {}) =>
  object({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } })
const pods = (namespace: string, origin?: EstateObject['origin']) =>
  object({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'app', namespace } }, origin)
const policy = (spec: unknown) =>
  object({
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    metadata: { name: 'p', namespace: 'shop' },
    spec,
  })

const meshed = [namespace('shop', { 'istio-injection': 'enabled' }), pods('shop')]
const plain = [...meshed, namespace('old'), pods('old')]

const all = 'who shows no certificate'
const ofFront = { selector: { matchLabels: { app: 'front' } } }

const rows: [name: string, spec: unknown, away: string][] = [
  ['permissive takes both', { mtls: { mode: 'PERMISSIVE' } }, 'nobody'],
  ['nothing said is as all around it', {}, 'nobody'],
  ['strict', { mtls: { mode: 'STRICT' } }, all],
  ['for some pods only', { mtls: { mode: 'STRICT' }, selector: {} }, all],
  ['port by port', { mtls: { mode: 'PERMISSIVE' }, portLevelMtls: {} }, all],
  [
    'a port that is opened for some pods keeps nobody away',
    { ...ofFront, portLevelMtls: { 8080: { mode: 'PERMISSIVE' } } },
    'nobody',
  ],
  ['a port that is shut for some pods', { ...ofFront, portLevelMtls: { 8080: { mode: 'STRICT' } } }, all],
  [
    'some pods shut but for a port',
    { ...ofFront, mtls: { mode: 'STRICT' }, portLevelMtls: { 8080: { mode: 'DISABLE' } } },
    all,
  ],
  ['a word that nobody knows', { mtls: { mode: 'MAYBE' } }, all],
  ['anything at all', 'STRICT', 'nobody'],
]

for (const [name, spec, away] of rows) {
  test(`peer authentication: ${name}`, () => assert.equal(keptAway(policy(spec)), away))
}

const classOf = (namespace: string, more: Partial<EndpointClass> = {}): EndpointClass => ({
  namespace,
  labels: {},
  hostNetwork: false,
  named: [],
  ...more,
})
const toHost = (host: string, mode: string) =>
  object({
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    metadata: { name: 'd', namespace: 'shop' },
    spec: { host, trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, tls: { mode } }] } },
  })
const shop = classOf('shop')
const unproxied = classOf('shop', { labels: { 'sidecar.istio.io/inject': 'false' } })

const certified: [
  name: string,
  objects: readonly EstateObject[],
  classes: readonly EndpointClass[],
  found: readonly number[],
  isWhole: boolean,
][] = [
  ['all pods in the mesh', meshed, [shop], [0], true],
  ['some that are not', plain, [shop, classOf('old')], [0], false],
  ['what a distribution brings calls no pod', [...meshed, pods('kube-system', 'brought')], [shop], [0], true],
  ['pods that ask for no proxy', meshed, [shop, unproxied], [0], false],
  ['pods on their node’s network', meshed, [shop, classOf('shop', { hostNetwork: true })], [0], true],
  ['a Service that is called without', [...meshed, toHost('front', 'DISABLE')], [shop], [], false],
  ['or in a namespace that is there', [...meshed, toHost('front.shop', 'SIMPLE')], [shop], [], false],
  ['TLS of its own for what is outside', [...meshed, toHost('api.example.com', 'SIMPLE')], [shop], [0], true],
  ['the certificates of the mesh', [...meshed, toHost('front', 'ISTIO_MUTUAL')], [shop], [0], true],
]

for (const [name, objects, classes, found, isWhole] of certified) {
  test(`certificates of a mesh: ${name}`, () => {
    const answer = certifiedIn(objects, { classes })
    assert.deepEqual([membersOf(answer.classes), answer.isWhole], [found, isWhole])
  })
}
