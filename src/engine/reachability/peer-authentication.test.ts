import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EstateObject } from '../../estate/estate.ts'
import { type Manifest, refOf } from '../../kubernetes/types.ts'
import { keptAway } from './peer-authentication.ts'

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

const rows: [name: string, spec: unknown, objects: readonly EstateObject[], away: string | undefined][] = [
  ['permissive takes both', { mtls: { mode: 'PERMISSIVE' } }, plain, 'nobody'],
  ['nothing said is as all around it', {}, plain, 'nobody'],
  ['strict, and all pods in the mesh', { mtls: { mode: 'STRICT' } }, meshed, 'outside'],
  ['strict, and pods that are not', { mtls: { mode: 'STRICT' } }, plain, undefined],
  [
    'what a distribution brings calls no pod',
    { mtls: { mode: 'STRICT' } },
    [...meshed, pods('kube-system', 'brought')],
    'outside',
  ],
  ['for some pods only', { mtls: { mode: 'STRICT' }, selector: {} }, meshed, undefined],
  ['port by port', { mtls: { mode: 'PERMISSIVE' }, portLevelMtls: {} }, meshed, undefined],
  [
    'a port that is opened for some pods keeps nobody away',
    { selector: { matchLabels: { app: 'front' } }, portLevelMtls: { 8080: { mode: 'PERMISSIVE' } } },
    plain,
    'nobody',
  ],
  [
    'a port that is shut for some pods',
    { selector: { matchLabels: { app: 'front' } }, portLevelMtls: { 8080: { mode: 'STRICT' } } },
    meshed,
    undefined,
  ],
  [
    'some pods shut but for a port',
    {
      selector: { matchLabels: { app: 'front' } },
      mtls: { mode: 'STRICT' },
      portLevelMtls: { 8080: { mode: 'DISABLE' } },
    },
    meshed,
    undefined,
  ],
  ['a word that nobody knows', { mtls: { mode: 'MAYBE' } }, meshed, undefined],
  ['anything at all', 'STRICT', meshed, 'nobody'],
]

for (const [name, spec, objects, away] of rows) {
  test(`peer authentication: ${name}`, () => assert.equal(keptAway(policy(spec), objects), away))
}
