// What looks like a fault and is none, and the fault that looks nearly the same: each trap through the front door, as manifests
// in namespaces of their own of one estate. `@` is the namespace of a row.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const command = join(fileURLToPath(new URL('..', import.meta.url)), 'bin/seaworthy.mjs')
const scratch = mkdtempSync(join(tmpdir(), 'seaworthy-traps-'))
after(() => rmSync(scratch, { recursive: true, force: true }))

interface Judged {
  readonly exit: number | null
  readonly verdicts: readonly {
    readonly id: string
    readonly verdict: string
    readonly because: readonly {
      readonly truth: boolean | null
      readonly says: string
      readonly rows: readonly (readonly string[])[]
    }[]
  }[]
  readonly unread: readonly { readonly file: string; readonly line?: number; readonly says: string }[]
}

function judged(name: string, files: { readonly [file: string]: string }): Judged {
  const folder = join(scratch, name)
  mkdirSync(folder)
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
  const asked = ['check', folder, '--kubernetes', '1.34', '--at', '2026-11-21', '--format', 'json']
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, ...asked], {
    env: { HOME: scratch },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  assert.ok(stdout.startsWith('{'), stderr)
  return { exit: status, ...JSON.parse(stdout) }
}

// Three nodes of one pool, two of each other.
const node = (name: string, pool: string, cpu: number, spec = '{}') => `apiVersion: v1
kind: Node
metadata: {name: ${name}, labels: {pool: ${pool}, kubernetes.io/hostname: ${name}, topology.kubernetes.io/zone: z-${name}}}
spec: ${spec}
status: {allocatable: {cpu: "${cpu}", memory: 16Gi, pods: "110"}}
`
const nodes = [
  ...['a1', 'a2', 'a3'].map((name) => node(name, 'plain', 16)),
  ...['b1', 'b2'].map((name) => node(name, 'small', 2)),
  ...['c1', 'c2'].map((name) => node(name, 'kept', 8, '{taints: [{key: for, value: data, effect: NoSchedule}]}')),
].join('---\n')

const object = (apiVersion: string, kind: string, name: string, spec: string, at = '@') => `apiVersion: ${apiVersion}
kind: ${kind}
metadata: {name: ${name}, namespace: ${at}}
spec: ${spec}
`

interface Wanted {
  readonly name?: string
  readonly at?: string
  readonly labels?: string
  readonly spec?: string
}
function workload(pod: string, { name = 'orders', at, labels = `app: ${name}`, spec = 'replicas: 2' }: Wanted = {}) {
  const template = `template: {metadata: {labels: {${labels}}}, spec: {${pod}}}`
  return object('apps/v1', 'Deployment', name, `{${spec}, selector: {matchLabels: {${labels}}}, ${template}}`, at)
}
const one = { spec: 'replicas: 1' }
const runs = (more = '') => `containers: [{name: main, image: shop/main${more}}]`
const listens = (port: number) => runs(`, ports: [{name: http, containerPort: ${port}}]`)
const asks = (resources: string) => runs(`, resources: {${resources}}`)
const on = (pool: string) => `nodeSelector: {pool: ${pool}}, `
const apart =
  'affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: orders}}}]}}, '

const service = (more = '') =>
  object(
    'v1',
    'Service',
    'orders',
    `{${more}selector: {app: orders}, ports: [{name: http, port: 80, targetPort: http}]}`,
  )
const open = 'type: LoadBalancer, externalTrafficPolicy: Local, '
const orders = [workload(listens(8080)), service()]
const caller = (at = '@') =>
  workload(runs(', env: [{name: ORDERS_URL, value: "http://orders.@"}]'), { name: 'web', at })
const call = (at = '@') => `reaches/${at}/web/orders${at === '@' ? '' : '.@'}:http`
const policy = (rules: string) =>
  object('networking.k8s.io/v1', 'NetworkPolicy', 'orders', `{podSelector: {matchLabels: {app: orders}}, ${rules}}`)
const budget = (at = '@', labels = 'app: orders') =>
  object('policy/v1', 'PodDisruptionBudget', 'orders', `{minAvailable: 1, selector: {matchLabels: {${labels}}}}`, at)
const namespace = (name: string, labels: string) =>
  `apiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}, labels: {${labels}}}\n`

const target = 'apiVersion: apps/v1, kind: Deployment, name: orders'
const cpuScaler = object(
  'autoscaling/v2',
  'HorizontalPodAutoscaler',
  'orders',
  `{scaleTargetRef: {${target}}, minReplicas: 2, maxReplicas: 4, metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]}`,
)
const cronScaler = object(
  'keda.sh/v1alpha1',
  'ScaledObject',
  'orders',
  '{scaleTargetRef: {name: orders}, triggers: [{type: cron, metadata: {timezone: UTC, start: 0 6 * * *, end: 0 20 * * *, desiredReplicas: "4"}}]}',
)
const sizer = (mode: string) =>
  object(
    'autoscaling.k8s.io/v1',
    'VerticalPodAutoscaler',
    'orders',
    `{targetRef: {${target}}, updatePolicy: {updateMode: "${mode}"}}`,
  )
const little = workload(asks('requests: {cpu: 100m, memory: 64Mi}'))

const database = (spec: string) =>
  object('postgresql.cnpg.io/v1', 'Cluster', 'orders', `{storage: {size: 1Gi}, ${spec}}`)
const volumeOn = (host: string) => `apiVersion: v1
kind: PersistentVolume
metadata: {name: @}
spec:
  capacity: {storage: 1Gi}
  accessModes: [ReadWriteOnce]
  storageClassName: local
  claimRef: {namespace: @, name: data}
  local: {path: /data}
  nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [${host}]}]}]}}
`
const keeps = [
  object(
    'v1',
    'PersistentVolumeClaim',
    'data',
    '{accessModes: [ReadWriteOnce], storageClassName: local, volumeName: @, resources: {requests: {storage: 1Gi}}}',
  ),
  workload(
    `${runs(', volumeMounts: [{name: data, mountPath: /data}]')}, volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]`,
    { spec: 'replicas: 1, strategy: {type: Recreate}' },
  ),
]
const classes = `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: local}
provisioner: kubernetes.io/no-provisioner
volumeBindingMode: WaitForFirstConsumer
`
const ingress = (apiVersion: string, path: string) =>
  object(apiVersion, 'Ingress', 'orders', `{rules: [{http: {paths: [{path: /, ${path}}]}}]}`)
const member = (text: string) => `- ${text.trim().replaceAll('\n', '\n  ')}\n`
const refused = { [call()]: /no rule lets web in/ }
const refusedB = { [call('@-b')]: /no rule lets web in/ }
const stuck = { 'drains/@/orders': /1 − 1 = 0/ }

interface Row {
  readonly trap: string
  readonly manifests: readonly string[]
  /** The verdicts that are broken, all of them, and what one of their reasons says. */
  readonly broken?: { readonly [id: string]: RegExp }
  /** What other verdicts come to. */
  readonly gives?: { readonly [id: string]: 'kept' | 'assumed' }
}

// Trap and counter-trap: where the first breaks nothing, the second does, and the other way round.
const rows: readonly Row[] = [
  {
    trap: 'limits without requests',
    manifests: [workload(on('small') + asks('limits: {cpu: 3, memory: 1Gi}'))],
    broken: { 'placed/@/orders': /room for 2 cores, and the pod asks for 3 cores/ },
  },
  {
    trap: 'limits beside requests',
    manifests: [workload(on('small') + asks('requests: {cpu: 100m}, limits: {cpu: 3}'))],
    gives: { 'placed/@/orders': 'kept' },
  },

  {
    trap: 'absent replicas are one',
    manifests: [workload(runs(), { spec: 'paused: false' }), budget()],
    broken: stuck,
  },
  {
    trap: 'absent replicas are the least of an autoscaler',
    manifests: [little.replace('replicas: 2, ', ''), cpuScaler, budget()],
    gives: { 'drains/@/orders': 'kept' },
  },

  {
    trap: 'from an empty list',
    manifests: [...orders, caller(), policy('ingress: [{from: []}]')],
    gives: { [call()]: 'kept' },
  },
  { trap: 'no rule', manifests: [...orders, caller(), policy('ingress: []')], broken: refused },

  {
    trap: 'a rule of nothing',
    manifests: [...orders, caller('@-b'), policy('ingress: [{}]')],
    gives: { [call('@-b')]: 'kept' },
  },
  {
    trap: 'a rule of every pod here',
    manifests: [...orders, caller('@-b'), policy('ingress: [{from: [{podSelector: {}}]}]')],
    broken: refusedB,
  },

  {
    trap: 'two entries',
    manifests: [
      namespace('@-b', 'team: edge'),
      ...orders,
      caller('@-b'),
      policy(
        'ingress: [{from: [{namespaceSelector: {matchLabels: {team: edge}}}, {podSelector: {matchLabels: {app: admin}}}]}]',
      ),
    ],
    gives: { [call('@-b')]: 'kept' },
  },
  {
    trap: 'two keys in one entry',
    manifests: [
      namespace('@-b', 'team: edge'),
      ...orders,
      caller('@-b'),
      policy(
        'ingress: [{from: [{namespaceSelector: {matchLabels: {team: edge}}, podSelector: {matchLabels: {app: admin}}}]}]',
      ),
    ],
    broken: refusedB,
  },

  {
    trap: 'every namespace is not outside',
    manifests: [workload(listens(8080)), service(open), policy('ingress: [{from: [{namespaceSelector: {}}]}]')],
    gives: { 'enters/@/Service/orders': 'assumed' },
  },
  {
    trap: 'every address is outside',
    manifests: [workload(listens(8080)), service(open), policy('ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}]')],
    gives: { 'enters/@/Service/orders': 'assumed' },
  },

  {
    trap: 'a budget elsewhere',
    manifests: [workload(runs(), one), budget('@-b')],
    gives: { 'placed/@/orders': 'kept' },
  },
  { trap: 'a budget here', manifests: [workload(runs(), one), budget()], broken: stuck },

  {
    trap: 'a budget for what an operator makes',
    manifests: [database('instances: 3, enablePDB: false'), budget('@', 'cnpg.io/cluster: orders')],
    gives: { 'drains/@/orders': 'assumed' },
  },
  { trap: 'a budget that an operator makes', manifests: [database('instances: 1')], broken: stuck },

  {
    trap: 'three apart on three nodes',
    manifests: [workload(apart + on('plain') + runs(), { spec: 'replicas: 3' })],
    broken: { 'finishes/@/orders': /no pod may go first/, 'survives-node/@/orders': /keep apart/ },
  },
  {
    trap: 'two apart on three nodes',
    manifests: [workload(apart + on('plain') + runs())],
    gives: { 'finishes/@/orders': 'kept', 'survives-node/@/orders': 'kept' },
  },

  {
    trap: 'a volume of a node that is gone',
    manifests: [volumeOn('a9'), ...keeps],
    broken: { 'placed/@/orders': /stays on a9 .*which is not among the 7 nodes/ },
  },
  {
    trap: 'a volume of a node that is there',
    manifests: [volumeOn('a1'), ...keeps],
    gives: { 'placed/@/orders': 'kept' },
  },

  { trap: 'every node is tainted', manifests: [workload(on('kept') + runs())], broken: { 'placed/@/orders': /taint/ } },
  {
    trap: 'every taint is tolerated',
    manifests: [workload(`tolerations: [{key: for, operator: Exists}], ${on('kept')}${runs()}`)],
    gives: { 'placed/@/orders': 'kept' },
  },

  {
    trap: 'two that set the replicas',
    manifests: [little, cpuScaler, cronScaler],
    broken: { 'scales/@/orders': /2 autoscalers/ },
  },
  {
    trap: 'one that sets the size too',
    manifests: [little, cpuScaler, sizer('Auto')],
    broken: { 'scales/@/orders': /cpu/ },
  },
  { trap: 'one that only advises', manifests: [little, cpuScaler, sizer('Off')], gives: { 'scales/@/orders': 'kept' } },

  {
    trap: 'a named port, by its name',
    manifests: [
      workload(listens(8080), { labels: 'app: orders, is: old' }),
      workload(listens(9090), { name: 'next', labels: 'app: orders, is: next' }),
      service(),
      caller(),
      policy('ingress: [{ports: [{port: http}]}]'),
    ],
    gives: { [call()]: 'kept' },
  },
  {
    trap: 'a named port, by one number',
    manifests: [
      workload(listens(8080), { labels: 'app: orders, is: old' }),
      workload(listens(9090), { name: 'next', labels: 'app: orders, is: next' }),
      service(),
      caller(),
      policy('ingress: [{ports: [{port: 8080}]}]'),
    ],
    broken: { 'reaches/@/web/next:http': /9090/ },
  },

  {
    trap: 'pods in the network of the node',
    manifests: [workload(`hostNetwork: true, ${listens(8080)}`), service(), caller(), policy('ingress: []')],
    gives: { [call()]: 'assumed' },
  },

  {
    trap: 'an old version',
    manifests: [...orders, ingress('extensions/v1beta1', 'backend: {serviceName: orders, servicePort: 80}')],
    broken: {
      'admitted/@/Ingress/orders': /extensions\/v1beta1/,
      'served/cluster/Ingress/extensions.v1beta1': /1\.22/,
    },
  },
  {
    trap: 'the version of today',
    manifests: [
      ...orders,
      ingress('networking.k8s.io/v1', 'pathType: Prefix, backend: {service: {name: orders, port: {number: 80}}}'),
    ],
    gives: { 'admitted/@/Ingress/orders': 'kept' },
  },

  {
    trap: 'members of a list',
    manifests: [`apiVersion: v1\nkind: List\nitems:\n${member(workload(runs(), one))}${member(budget())}`],
    broken: stuck,
  },
]

const placeOf = ({ trap }: Row) => trap.replace(/[^a-z]+/g, '-')
const inPlace = (row: Row, text: string) => text.replaceAll('@', placeOf(row))

suite('traps in one estate', () => {
  const files = rows.map((row) => [
    `${placeOf(row)}.yaml`,
    row.manifests.map((text) => inPlace(row, text)).join('---\n'),
  ])
  const { exit, verdicts, unread } = judged('estate', {
    'nodes.yaml': `${nodes}---\n${classes}`,
    ...Object.fromEntries(files),
  })

  for (const row of rows) {
    test(row.trap, () => {
      for (const [id, says] of Object.entries(row.broken ?? {})) {
        const found = verdicts.find((verdict) => verdict.id === inPlace(row, id))
        assert.equal(found?.verdict, 'broken', inPlace(row, id))
        const why = found.because.filter(({ truth }) => truth === false)
        assert.match(
          why.map((reason) => [reason.says, ...reason.rows.map((cells) => cells.join('  '))].join('\n')).join('\n'),
          says,
        )
      }
      for (const [id, verdict] of Object.entries(row.gives ?? {}))
        assert.equal(verdicts.find((found) => found.id === inPlace(row, id))?.verdict, verdict, inPlace(row, id))
    })
  }

  test('nothing else is broken, and everything was read', () => {
    const expected = rows.flatMap((row) => Object.keys(row.broken ?? {}).map((id) => inPlace(row, id)))
    const broken = verdicts.filter(({ verdict }) => verdict === 'broken').map(({ id }) => id)
    assert.deepEqual(
      broken.filter((id) => !expected.includes(id)),
      [],
    )
    assert.deepEqual([exit, unread], [1, []])
  })
})

const broken = [workload(runs(), one), budget()].join('---\n').replaceAll('@', 'shop')
const good = workload(runs(), { name: 'web' }).replaceAll('@', 'shop')
const reading: readonly {
  readonly trap: string
  readonly file: string
  readonly exit: number
  readonly says?: RegExp
  readonly line?: number
  readonly stands?: string
}[] = [
  { trap: 'a file that is no YAML', file: 'kind: [', exit: 2, says: /no YAML/ },
  {
    trap: 'a template',
    file: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Values.name }}\n',
    exit: 2,
    says: /template/,
    line: 4,
  },
  {
    trap: 'a key twice',
    file: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  name: b\n',
    exit: 2,
    says: /name/,
    line: 5,
  },
  { trap: 'an object twice, in the same words', file: good, exit: 1 },
  {
    trap: 'an object twice, in other words',
    file: good.replace('replicas: 2', 'replicas: 3'),
    exit: 2,
    says: /stands already at/,
  },
  {
    trap: 'an object without namespace',
    file: workload(runs(), { name: 'job' }).replace(', namespace: @', ''),
    exit: 1,
    stands: 'admitted/default/Deployment/job',
  },
]

for (const { trap, file, exit, says, line, stands } of reading) {
  test(`beside good files: ${trap}`, () => {
    const found = judged(trap.replace(/[^a-z]+/g, '-'), { 'a.yaml': broken, 'b.yaml': good, 'c.yaml': file })
    assert.equal(found.exit, exit)
    assert.deepEqual(
      found.verdicts.filter(({ verdict }) => verdict === 'broken').map(({ id }) => id),
      ['drains/shop/orders'],
    )
    assert.equal(found.unread.length, says === undefined ? 0 : 1)
    if (says !== undefined) assert.match(found.unread[0]?.says ?? '', says)
    if (line !== undefined) assert.equal(found.unread[0]?.line, line)
    for (const id of ['admitted/shop/Deployment/web', ...(stands === undefined ? [] : [stands])])
      assert.ok(
        found.verdicts.some((verdict) => verdict.id === id),
        id,
      )
  })
}
