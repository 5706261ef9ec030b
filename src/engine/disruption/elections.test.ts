import assert from 'node:assert/strict'
import { test } from 'node:test'
import { podsOf } from '../pods/pods-of.ts'
import { estateOf } from '../pods/sample-estate.ts'
import { electionsIn } from './elections.ts'

const servers = { name: 'ZOO_SERVERS', value: 'server.1=keeper-0:2888:3888 server.2=keeper-1:2888:3888' }
const initial = '--initial-cluster=a=http://a:2380,b=http://b:2380'

const settings = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'keeper', namespace: 'shop' },
  data: { ETCD_INITIAL_CLUSTER: 'keeper-0=http://keeper-0:2380,keeper-1=http://keeper-1:2380' },
}

const rows: [name: string, container: object, of: { kind?: string; replicas?: number }, elects: boolean][] = [
  ['an ensemble', { image: 'zookeeper:3.9', env: [servers] }, {}, true],
  ['the same without a list of servers', { image: 'zookeeper:3.9' }, {}, false],
  ['a list without the image', { image: 'shop/checkout:1', env: [servers] }, {}, false],
  ['an image that only sounds so', { image: 'shop/zookeeper-exporter:1', env: [servers] }, {}, false],
  ['etcd by its arguments', { image: 'quay.io/coreos/etcd:v3.6', command: ['etcd', initial] }, {}, true],
  ['etcd alone', { image: 'quay.io/coreos/etcd:v3.6', command: ['etcd', '--name=a'] }, {}, false],
  [
    'controllers of a log',
    { image: 'apache/kafka:4.1', env: [{ name: 'KAFKA_CONTROLLER_QUORUM_VOTERS', value: '0@a:9093,1@b:9093' }] },
    {},
    true,
  ],
  ['servers of a catalogue', { image: 'hashicorp/consul:1.21', args: ['agent', '-bootstrap-expect=3'] }, {}, true],
  ['its agents', { image: 'hashicorp/consul:1.21', args: ['agent'] }, {}, false],
  [
    'settings of a whole ConfigMap',
    { image: 'quay.io/coreos/etcd:v3.6', envFrom: [{ configMapRef: { name: 'keeper' } }] },
    {},
    true,
  ],
  [
    'a ConfigMap that nobody shows',
    { image: 'quay.io/coreos/etcd:v3.6', envFrom: [{ configMapRef: { name: 'other' } }] },
    {},
    false,
  ],
  [
    'two of five, the others elsewhere',
    { image: 'hashicorp/consul:1.21', args: ['-bootstrap-expect=5'] },
    { replicas: 2 },
    false,
  ],
  [
    'more listed than there are pods',
    { image: 'quay.io/coreos/etcd:v3.6', command: ['etcd', `${initial},c=http://c:2380`] },
    { replicas: 2 },
    false,
  ],
  ['one member', { image: 'zookeeper:3.9', env: [servers] }, { replicas: 1 }, false],
  ['a Deployment', { image: 'zookeeper:3.9', env: [servers] }, { kind: 'Deployment' }, false],
  ['what has no shape', { image: 3, env: 'x', args: {} }, {}, false],
]

for (const [name, container, { kind = 'StatefulSet', replicas = 3 }, elects] of rows) {
  test(`elections: ${name}`, () => {
    const template = { metadata: { labels: { app: 'keeper' } }, spec: { containers: [{ name: 'main', ...container }] } }
    const metadata = { name: 'keeper', namespace: 'shop' }
    const estate = estateOf([{ apiVersion: 'apps/v1', kind, metadata, spec: { replicas, template } }, settings])
    const found = electionsIn(estate, podsOf(estate))
    assert.equal(found.length > 0, elects)
  })
}
