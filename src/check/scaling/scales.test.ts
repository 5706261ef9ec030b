import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, manifestWorld, verdictsOf } from '../sample.ts'
import { scales } from './scales.ts'

const requests = 'resources: { requests: { cpu: 100m, memory: 64Mi } }'
const workload = (containers: string, more = '') => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: checkout, namespace: shop }
spec:
  selector: { matchLabels: { app: checkout } }
  template:
    metadata: { labels: { app: checkout } }
    spec: { ${more} containers: [${containers}] }
`
const app = workload(`{ name: app, ${requests} }`)
const metric = (resource: string, target = 'type: Utilization, averageUtilization: 70') =>
  `{ type: Resource, resource: { name: ${resource}, target: { ${target} } } }`
const scaler = (name: string, metrics: string, bounds = 'minReplicas: 2, maxReplicas: 6', target = 'checkout') => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: ${name}, namespace: shop }
spec: { ${bounds}, metrics: [${metrics}], scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: ${target} } }
`
const external =
  '{ type: External, external: { metric: { name: lag }, target: { type: AverageValue, averageValue: "5" } } }'
const vertical = (mode: string, controlled = '') => `
apiVersion: autoscaling.k8s.io/v1
kind: VerticalPodAutoscaler
metadata: { name: sizes, namespace: shop }
spec:
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: checkout }
  ${mode && `updatePolicy: { updateMode: "${mode}" }`}
  ${controlled && `resourcePolicy: { containerPolicies: [{ containerName: "*", controlledResources: [${controlled}] }] }`}
`
const quota = (hard: string, more = '') => `
apiVersion: v1
kind: ResourceQuota
metadata: { name: bounds, namespace: shop }
spec: { hard: { ${hard} } ${more} }
`
const other = app.replaceAll('checkout', 'orders').replace('spec:\n', 'spec:\n  replicas: 3\n')
const range = `
apiVersion: v1
kind: LimitRange
metadata: { name: sizes, namespace: shop }
spec: { limits: [{ type: Container, defaultRequest: { cpu: 50m } }] }
`
const cpu = scaler('load', metric('cpu'))
const event = `
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: queue, namespace: shop }
spec: { scaleTargetRef: { name: checkout }, triggers: [{ type: kafka, metadata: { topic: a } }] }
`
const lone = 'HorizontalPodAutoscaler load alone scales it'
const two = '2 autoscalers scale it, and so none does: the controller stops at AmbiguousSelector'
const refusedByKeda =
  "2 autoscalers want to scale it: KEDA's webhook refuses ScaledObject queue; where that webhook is off, none does: the controller stops at AmbiguousSelector"
const fights = (mode: string, of: string) =>
  `HorizontalPodAutoscaler load divides by the requests of ${of} that VerticalPodAutoscaler sizes changes (${mode}): each answers the other`
const lacks = (resource: string, container: string, what: string) =>
  `HorizontalPodAutoscaler load measures ${resource} by what is requested, and container ${container} requests none: it never scales${what}`

const rows: [name: string, manifests: readonly string[], verdict: string | undefined, line?: string][] = [
  ['one that measures what is requested', [app, cpu], 'kept', lone],
  ['nobody scales it', [app], undefined],
  ['two on one target', [app, cpu, scaler('more', external)], 'broken', two],
  ['an autoscaler and one that KEDA makes', [app, cpu, event], 'broken', refusedByKeda],
  [
    'limits without requests are requests',
    [workload('{ name: app, resources: { limits: { cpu: 1 } } }'), cpu],
    'kept',
    lone,
  ],
  ['a request from the namespace', [workload('{ name: app }'), range, cpu], 'kept', lone],
  ['no request', [workload('{ name: app }'), cpu], 'broken', lacks('cpu', 'app', '')],
  [
    'a sidecar without one',
    [workload(`{ name: app, ${requests} }`, 'initContainers: [{ name: proxy, restartPolicy: Always }],'), cpu],
    'broken',
    lacks('cpu', 'proxy', ''),
  ],
  [
    'an init container needs none',
    [workload(`{ name: app, ${requests} }`, 'initContainers: [{ name: wait }],'), cpu],
    'kept',
    lone,
  ],
  [
    'a request for the pod as a whole',
    [workload('{ name: app }', 'resources: { requests: { cpu: 1 } },'), cpu],
    'kept',
    lone,
  ],
  [
    'one metric of two',
    [
      workload('{ name: app, resources: { requests: { cpu: 1 } } }'),
      scaler('load', `${metric('cpu')}, ${metric('memory')}`),
    ],
    'broken',
    lacks('memory', 'app', ' down'),
  ],
  [
    'an amount needs no request',
    [workload('{ name: app }'), scaler('load', metric('cpu', 'type: AverageValue, averageValue: 500m'))],
    'kept',
    lone,
  ],
  [
    'only one container is measured',
    [
      workload(`{ name: app, ${requests} }, { name: proxy }`),
      scaler(
        'load',
        '{ type: ContainerResource, containerResource: { name: cpu, container: app, target: { type: Utilization, averageUtilization: 70 } } }',
      ),
    ],
    'kept',
    lone,
  ],
  [
    'nothing said is 80 % of the cpu',
    [workload('{ name: app }'), scaler('load', '')],
    'broken',
    lacks('cpu', 'app', ''),
  ],
  ['beside one that sets what it measures', [app, cpu, vertical('Auto')], 'broken', fights('Auto', 'cpu')],
  ['that does so where nothing is said', [app, cpu, vertical('')], 'broken', fights('Auto', 'cpu')],
  ['that only advises', [app, cpu, vertical('Off')], 'kept', lone],
  ['that sets new pods only', [app, cpu, vertical('Initial')], 'kept', lone],
  ['that sets something else', [app, cpu, vertical('Recreate', 'memory')], 'kept', lone],
  [
    'that sets what an event autoscaler does not measure',
    [app, scaler('load', external), vertical('Auto')],
    'kept',
    lone,
  ],
  [
    'a request that somebody else sets',
    [workload('{ name: app }'), cpu, vertical('Initial')],
    'unknown',
    'HorizontalPodAutoscaler load measures cpu by what is requested, and nobody shows who requests it for container app',
  ],
  ['the maximum in the quota', [app, other, cpu, quota('requests.cpu: 900m')], 'kept', lone],
  [
    'the maximum above the quota',
    [app, other, cpu, quota('requests.cpu: 800m')],
    'broken',
    'HorizontalPodAutoscaler load asks for up to 6, and the quota bounds holds 5: requests.cpu: 300m of the others + 6 × 100m = 900m of 800m',
  ],
  [
    'a quota of another priority',
    [
      app,
      other,
      cpu,
      quota(
        'pods: 4',
        ', scopeSelector: { matchExpressions: [{ scopeName: PriorityClass, operator: In, values: [low] }] }',
      ),
    ],
    'kept',
    lone,
  ],
  [
    'others at their minimum',
    [app, other, cpu, scaler('rest', external, 'minReplicas: 1, maxReplicas: 3', 'orders'), quota('pods: 7')],
    'kept',
    lone,
  ],
  [
    'switched off',
    [app.replace('spec:\n', 'spec:\n  replicas: 0\n'), workload('{ name: app }').replaceAll('checkout', 'idle'), cpu],
    undefined,
  ],
]

for (const [name, manifests, verdict, line] of rows) {
  test(`scales: ${name}`, () => {
    const found = verdictsOf(scales, manifestWorld(manifests.join('---'))).find(
      ({ id }) => id === 'scales/shop/checkout',
    )
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })
}

const hints: [name: string, manifests: readonly string[], hint: string][] = [
  [
    'two of the same kind',
    [app, cpu, scaler('more', external)],
    'all metrics as spec.metrics of HorizontalPodAutoscaler load, and no HorizontalPodAutoscaler more',
  ],
  [
    'beside KEDA',
    [app, cpu, event],
    'all metrics as spec.triggers of ScaledObject queue, and no HorizontalPodAutoscaler load',
  ],
]
for (const [name, manifests, hint] of hints) {
  test(`scales: what to change: ${name}`, () => {
    const [found] = verdictsOf(scales, manifestWorld(manifests.join('---')))
    const reason = found?.because.find(({ rule }) => rule === 'alone')
    assert.equal(reason?.hint, hint)
    assert.ok(
      reason?.says.rows?.every(([, text]) => /:\d+$/.test(text)),
      'each row says where',
    )
  })
}
