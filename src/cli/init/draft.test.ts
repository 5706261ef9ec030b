// What a first promises file says of small folders, and that it can be read: as it is, and with every comment taken away.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withBeside } from '../../check/beside/beside.ts'
import { promiseKinds } from '../../check/promises.ts'
import type { Estate } from '../../estate/estate.ts'
import { importManifests } from '../../estate/import.ts'
import { withClusterNames } from '../../estate/name-environments.ts'
import { readManifests } from '../../kubernetes/read.ts'
import { draftOf } from './draft.ts'
import { draftText } from './draft-text.ts'

const asOf = '2026-11-21'
const told = (text: string, cluster = 'cluster') =>
  importManifests(readManifests(text, 'shop.yaml').manifests, { cluster, kubernetes: '1.34' }).estate
const draft = (...estates: readonly Estate[]) =>
  draftText(draftOf(estates, { asOf, fileFrom: (file) => file, judges: promiseKinds }), {
    title: 'k8s',
    version: '1.2.3',
  })

const object = (kind: string, name: string, spec: string, apiVersion = 'apps/v1', namespace = 'shop') =>
  `---\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name}, namespace: ${namespace} }\nspec: ${spec}\n`
const pods = (name: string, container = '', more = '') =>
  `selector: { matchLabels: { app: ${name} } }, template: { metadata: { labels: { app: ${name} } }, spec: { containers: [{ name: main, image: '${name}:1', ports: [{ name: sql, containerPort: 5432 }]${container} }]${more} } }`
const service = (name: string, more = '') =>
  object('Service', name, `{ selector: { app: ${name} }, ports: [{ port: 5432 }]${more} }`, 'v1')
const claims =
  'volumeClaimTemplates: [{ metadata: { name: data }, spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } } }]'
const store = object('StatefulSet', 'db', `{ serviceName: db, ${claims}, ${pods('db')} }`) + service('db')
const calls = ', env: [{ name: DB_URL, value: "postgres://db:5432" }]'
const web = object('Deployment', 'web', `{ ${pods('web', calls)} }`)
const job = (name: string, more: string, command = 'pg_dump -h db', volumes = '') =>
  object(
    'CronJob',
    name,
    `{ schedule: '0 */6 * * *', jobTemplate: { spec: { ${more}template: { spec: { restartPolicy: Never, containers: [{ name: main, image: sql, command: [sh, -c, '${command}']${calls} }]${volumes} } } } } }`,
    'batch/v1',
  )
const copies =
  '---\napiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: copies, namespace: shop }\nspec: { resources: { requests: { storage: 1Gi } } }\n'
const mounted = ', volumes: [{ name: to, persistentVolumeClaim: { claimName: copies } }]'
const policy = (name: string, spec: string, namespace = 'shop') =>
  object('NetworkPolicy', name, spec, 'networking.k8s.io/v1', namespace)

const pool = (name: string) =>
  `---\napiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nmetadata: { name: ${name}, namespace: shop, labels: { strimzi.io/cluster: events } }\nspec: { replicas: 3, roles: [${name === 'a' ? 'broker' : 'controller'}], storage: { type: persistent-claim, size: 1Gi } }\n`

type Row = [name: string, manifests: string, says: readonly string[], silent: readonly string[]]

const rows: Row[] = [
  [
    'a store',
    store,
    [
      '# does not hold now: no pod of db is replaced: on a silent node',
      '; what would be needed: a step that fences the dead node',
      '\n# - survives: node\n#   keeps:\n#   - StatefulSet/shop/db\n#   within: 15m\n#   losing: nothing\n#   # by: free-a-dead-node  # nobody says who',
      'shop.yaml:2 (it keeps volumes)',
    ],
    ['\n- survives', '\n- recovers', '\n- reachedOnlyBy', '\n#   guessed'],
  ],
  [
    'no volumes, no store',
    object('StatefulSet', 'db', `{ serviceName: db, ${pods('db')} }`),
    [],
    ['survives', 'recovers', 'reachedOnlyBy'],
  ],
  [
    'a backup into a claim',
    store + copies + job('db-dump', 'activeDeadlineSeconds: 1800, ', 'pg_dump -h db', mounted),
    [
      '\n- of: StatefulSet/shop/db\n  guessed: its name and the command of CronJob shop/db-dump\n  backsUp:\n    name: db-dump\n    by: CronJob/shop/db-dump\n    takes: 30m  # its activeDeadlineSeconds\n    to:\n      claim: PersistentVolumeClaim/shop/copies\n',
      '\n- recovers: StatefulSet/shop/db\n  from: corruption\n  losing: 7h\n  guessed: how often it is copied\n',
    ],
    ['# - recovers'],
  ],
  [
    'a backup into a bucket',
    store + job('copy', '', 'pg_dump -h db | aws s3 cp - s3://far/away'),
    ['\n    to:\n      outside: s3://far/away\n', '\n- recovers'],
    ['\n    takes'],
  ],
  [
    'a backup to nobody knows where',
    store + job('copy', ''),
    [
      '# nobody shows where the copies of CronJob shop/copy lie: say it\n',
      '\n# - of: StatefulSet/shop/db\n',
      '\n# - recovers',
    ],
    ['\n- recovers', '\n- of'],
  ],
  [
    'a job that reads and copies nothing',
    store + job('report', '', 'psql -h db -c report'),
    ['\n# - recovers'],
    ['backsUp'],
  ],
  [
    'who calls it, where a policy decides',
    store + web + policy('db', '{ podSelector: { matchLabels: { app: db } }, ingress: [] }'),
    ['\n- reachedOnlyBy: StatefulSet/shop/db\n  port: sql\n  by:\n  - Deployment/shop/web  # shop.yaml:'],
    ['# - reachedOnlyBy'],
  ],
  [
    'who calls it, where no policy decides',
    store + web,
    ['# no policy decides who reaches StatefulSet shop/db yet', '\n# - reachedOnlyBy'],
    ['\n- reachedOnlyBy'],
  ],
  [
    'what lets traffic in',
    web + service('web', ', type: LoadBalancer') + object('Deployment', 'inner', `{ ${pods('inner')} }`),
    ['\n- survives: node\n  keeps:\n  - Deployment/shop/web  # Service shop/web, shop.yaml:'],
    ['inner'],
  ],
  [
    'how long a pod takes',
    object(
      'StatefulSet',
      'db',
      `{ serviceName: db, ${claims}, ${pods('db', ', startupProbe: { exec: { command: [ok] }, failureThreshold: 30, periodSeconds: 2 }')} }`,
    ),
    ['\n- of: StatefulSet/shop/db\n  guessed: the bound of its startupProbe\n  starts: 60s\n'],
    ['# - of:'],
  ],
  [
    'how long a pod takes, and nobody says it',
    store,
    ['\n# - of:\n#   - StatefulSet/shop/db\n#   starts: 30s\n'],
    ['\n- of'],
  ],
  [
    'members that follow each other somehow',
    object('StatefulSet', 'db', `{ replicas: 3, serviceName: db, ${claims}, ${pods('db')} }`),
    [
      '# 3 members of StatefulSet shop/db: say how they follow each other\n# - of: StatefulSet/shop/db\n#   replicates:\n',
    ],
    [],
  ],
  [
    'a namespace that keeps another one out',
    `${web}${object('Deployment', 'audit', `{ ${pods('audit')} }`, 'apps/v1', 'bank')}${policy('deny', '{ podSelector: {}, policyTypes: [Ingress] }', 'bank')}`,
    ['\n- separates: shop\n  to: bank\n'],
    ['separates: bank'],
  ],
  [
    'a resource of an operator, and what it streams',
    object('Cluster', 'ledger', '{ instances: 3, storage: { size: 1Gi } }', 'postgresql.cnpg.io/v1'),
    ['\n- survives: node\n  keeps:\n  - Cluster/shop/ledger\n'],
    ['StatefulSet/shop/ledger', 'say how they follow'],
  ],
  [
    'nodes of a Kafka, each pool by its own resource',
    object('Kafka', 'events', '{ kafka: {} }', 'kafka.strimzi.io/v1') +
      ['a', 'b'].map((name) => pool(name)).join('') +
      policy('deny', '{ podSelector: {}, ingress: [] }'),
    ['\n- survives: node\n  keeps:\n  - KafkaNodePool/shop/a\n', '\n- reachedOnlyBy: KafkaNodePool/shop/b\n'],
    ['StatefulSet/shop'],
  ],
  [
    'members that gather the same',
    object(
      'Prometheus',
      'main',
      '{ replicas: 2, storage: { volumeClaimTemplate: { spec: { resources: { requests: { storage: 1Gi } } } } } }',
      'monitoring.coreos.com/v1',
    ),
    ['\n- survives: node\n  keeps:\n  - Prometheus/shop/main\n'],
    ['recovers', 'say how they follow'],
  ],
  [
    'a policy that lets many more in',
    store +
      web +
      object('Deployment', 'other', `{ ${pods('other')} }`) +
      policy('db', '{ podSelector: { matchLabels: { app: db } }, ingress: [{}] }') +
      Array.from({ length: 12 }, (_, i) => object('Deployment', `more-${i}`, `{ ${pods(`more-${i}`)} }`)).join(''),
    ['# does not hold now: 13 workloads reach db at TCP 5432 too', '\n# - reachedOnlyBy: StatefulSet/shop/db\n'],
    ['\n- reachedOnlyBy'],
  ],
  [
    'nothing',
    object('ConfigMap', 'plain', '{}', 'v1'),
    ['# Nothing was seen that keeps volumes', '\npromises: []\n'],
    ['facts:'],
  ],
  [
    'names that would end a comment',
    web +
      object(
        'Service',
        '"a\\n- fits: shop"',
        `{ selector: { app: web }, ports: [{ port: 80 }], type: NodePort }`,
        'v1',
      ),
    [],
    ['\n- fits'],
  ],
]

for (const [name, manifests, says, silent] of rows) {
  test(`init: ${name}`, () => {
    const estate = told(manifests)
    const text = draft(estate)
    for (const line of says) assert.ok(text.includes(line), `${line} is not in\n${text}`)
    for (const line of silent) assert.ok(!text.includes(line), `${line} is in\n${text}`)
    assert.deepEqual(problemsOf(text, [estate]), [], text)
    assert.deepEqual(problemsOf(uncommented(text), [estate]), [], uncommented(text))
  })
}

/** With what is commented out taken for true; what is said beside it stays a comment. */
function uncommented(text: string): string {
  return text.replace(/^# (- | {2}|procedures:)/gm, '$1').replace(/^( +)# by:/gm, '$1by:')
}

function problemsOf(text: string, estates: readonly Estate[]) {
  const { manifests, problems } = readManifests(text, 'promises.yaml')
  return [...problems, ...withBeside(estates, manifests).problems]
}

test('init: of several clusters each entry says which one is meant', () => {
  const estates = ['east', 'west'].map((cluster) =>
    withClusterNames(told(store + web + service('web', ', type: NodePort'), cluster)),
  )
  const text = draft(...estates)
  assert.match(text, /- survives: node\n {2}keeps:\n {2}- Deployment\/shop\/web .*\n {2}in: west\/shop\n/)
  assert.deepEqual(problemsOf(text, estates), [])
  assert.deepEqual(problemsOf(uncommented(text), estates), [])
})

test('init: the same bytes whatever the order of the files', () => {
  const parts = (store + web + copies + job('db-dump', '', 'pg_dump', mounted)).split('---\n').filter(Boolean)
  // Lines differ where a document stands elsewhere; nothing else does.
  const text = (some: readonly string[]) => draft(told(some.join('---\n'))).replace(/shop\.yaml:\d+/g, 'shop.yaml')
  assert.equal(text(parts.toReversed()), text(parts))
})
