#!/usr/bin/env node
// Writes an estate of 2,000 objects: `node generate.mjs FOLDER`. The same bytes every time.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const NAMESPACES = 40
const DEPLOYMENTS = 10
const ZONES = ['eu-west-1a', 'eu-west-1b', 'eu-west-1c']
const NODES = 60
const AREAS = ['billing', 'catalog', 'claims', 'fleet', 'ledger', 'media', 'orders', 'search', 'stock', 'travel']
const PARTS = ['api', 'cache-warmer', 'export', 'front', 'importer', 'indexer', 'mailer', 'planner', 'pricing', 'sync']
const WORDS =
  'amber basin cedar delta ember fjord grove harbor inlet jetty kelp lagoon marsh north ocean pier quay reef shoal tide'

const folder = process.argv[2]
if (!folder) {
  console.error('usage: node generate.mjs FOLDER')
  process.exit(2)
}

// mulberry32: small, seeded, the same everywhere
let state = 20261121
function random() {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
const pick = (list) => list[Math.floor(random() * list.length)]
const between = (low, high) => low + Math.floor(random() * (high - low + 1))

const namespaceOf = (n) => `${AREAS[n % AREAS.length]}-${['eu', 'us', 'apac', 'shared'][Math.floor(n / AREAS.length)]}`
const words = WORDS.split(' ')
let objects = 0
let bytes = 0
const written = new Map()

function write(path, documents) {
  const text = `${documents.map((d) => d.trim()).join('\n---\n')}\n`
  const full = join(folder, path)
  mkdirSync(join(full, '..'), { recursive: true })
  writeFileSync(full, text)
  written.set(path, text)
  if (path.startsWith('manifests/')) {
    objects += documents.length
    bytes += text.length
  }
}

function deployment(namespace, part, n, twist) {
  const calls = n + 1 < DEPLOYMENTS ? `http://${PARTS[n + 1]}:8080` : `http://${PARTS[0]}:8080`
  const env = Array.from({ length: between(14, 22) }, (_, i) => {
    const name = `${pick(words)}_${pick(words)}_${i}`.toUpperCase()
    return `            - name: ${name}\n              value: "${pick(words)}-${between(1, 9999)}"`
  })
  return `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${part}
  namespace: ${namespace}
  labels:
    app.kubernetes.io/name: ${part}
    app.kubernetes.io/part-of: ${namespace}
spec:${twist.replicas === null ? '' : `\n  replicas: ${twist.replicas ?? between(2, 3)}`}
  revisionHistoryLimit: 3
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: ${twist.surge ?? 1}
      maxUnavailable: ${twist.unavailable ?? 0}
  selector:
    matchLabels:
      app.kubernetes.io/name: ${part}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${part}
        app.kubernetes.io/part-of: ${namespace}
        tier: app
    spec:
      serviceAccountName: ${n < 4 ? 'readers' : n < 7 ? 'writers' : 'jobs'}
      securityContext:
        runAsNonRoot: true
        runAsUser: ${between(1000, 9000)}
        seccompProfile:
          type: RuntimeDefault
${
  twist.placement ??
  `      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              app.kubernetes.io/name: ${part}
`
}      containers:
        - name: ${part}
          image: registry.example.com/${namespace}/${part}:${between(1, 9)}.${between(0, 40)}.${between(0, 9)}
          ports:
            - name: http
              containerPort: 8080
          envFrom:
            - configMapRef:
                name: ${part}
          env:
            - name: NEXT_URL
              value: ${calls}
            - name: REDIS_URL
              value: redis://store:6379
            - name: MODE
              valueFrom:
                configMapKeyRef:
                  name: ${part}
                  key: ${twist.key ?? 'MODE'}
${env.join('\n')}
          readinessProbe:
            httpGet:
              path: /ready
              port: http
          livenessProbe:
            httpGet:
              path: /live
              port: http
            initialDelaySeconds: ${between(5, 40)}
          securityContext:
            allowPrivilegeEscalation: false
            capabilities:
              drop: [ALL]
          resources:
            requests:
              cpu: ${pick(['100m', '150m', '200m', '250m'])}
              memory: ${twist.memory ?? pick(['128Mi', '192Mi', '256Mi'])}
            limits:
              memory: 512Mi
          volumeMounts:
            - name: tmp
              mountPath: /tmp
      volumes:
        - name: tmp
          emptyDir: {}
`
}

const service = (namespace, part) => `
apiVersion: v1
kind: Service
metadata:
  name: ${part}
  namespace: ${namespace}
  labels:
    app.kubernetes.io/name: ${part}
    app.kubernetes.io/part-of: ${namespace}
spec:
  selector:
    app.kubernetes.io/name: ${part}
  ports:
    - name: http
      port: 8080
      targetPort: http
`

function configMap(namespace, part) {
  const lines = Array.from({ length: between(90, 140) }, (_, i) => {
    const key = `${pick(words)}.${pick(words)}.${pick(words)}.${i}`
    return `    ${key}=${pick(words)}-${between(1, 99999)}`
  })
  return `
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${part}
  namespace: ${namespace}
data:
  MODE: ${pick(words)}
  LOG_LEVEL: info
  settings.properties: |
${lines.join('\n')}
`
}

const account = (namespace, name) => `
apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: ${namespace}
automountServiceAccountToken: false
`

const autoscaler = (namespace, part) => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: ${part}
  namespace: ${namespace}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: ${part}
  minReplicas: 2
  maxReplicas: ${between(4, 6)}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: ${between(60, 80)}
`

const budget = (namespace, part, allow) => `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: ${part}
  namespace: ${namespace}
spec:
  ${allow}
  selector:
    matchLabels:
      app.kubernetes.io/name: ${part}
`

const policy = (namespace, name, spec) => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
${spec}
`

function policies(namespace) {
  const pods = (labels) => `podSelector:\n    matchLabels:\n      ${labels}`
  return [
    policy(namespace, 'default-deny', '  podSelector: {}\n  policyTypes: [Ingress, Egress]'),
    policy(
      namespace,
      'allow-dns',
      `  podSelector: {}
  policyTypes: [Egress]
  egress:
    - to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: kube-system
      ports:
        - {protocol: UDP, port: 53}
        - {protocol: TCP, port: 53}`,
    ),
    policy(
      namespace,
      'app-from-app',
      `  ${pods('tier: app')}
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector:
            matchLabels:
              tier: app
      ports:
        - {protocol: TCP, port: http}`,
    ),
    policy(
      namespace,
      'app-to-app',
      `  ${pods('tier: app')}
  policyTypes: [Egress]
  egress:
    - to:
        - podSelector:
            matchLabels:
              tier: app
      ports:
        - {protocol: TCP, port: 8080}`,
    ),
    policy(
      namespace,
      'app-to-store',
      `  ${pods('tier: app')}
  policyTypes: [Egress]
  egress:
    - to:
        - podSelector:
            matchLabels:
              app.kubernetes.io/name: store
      ports:
        - {protocol: TCP, port: 6379}`,
    ),
    policy(
      namespace,
      'store',
      `  ${pods('app.kubernetes.io/name: store')}
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector:
            matchLabels:
              tier: app
      ports:
        - {protocol: TCP, port: redis}`,
    ),
    policy(
      namespace,
      'front-from-ingress',
      `  ${pods('app.kubernetes.io/name: front')}
  policyTypes: [Ingress]
  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: ingress-nginx
      ports:
        - {protocol: TCP, port: 8080}`,
    ),
  ]
}

const store = (namespace) => [
  `
apiVersion: v1
kind: Service
metadata:
  name: store
  namespace: ${namespace}
spec:
  clusterIP: None
  selector:
    app.kubernetes.io/name: store
  ports:
    - name: redis
      port: 6379
      targetPort: redis
`,
  `
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: store
  namespace: ${namespace}
spec:
  serviceName: store
  replicas: 1
  selector:
    matchLabels:
      app.kubernetes.io/name: store
  template:
    metadata:
      labels:
        app.kubernetes.io/name: store
        app.kubernetes.io/part-of: ${namespace}
        tier: data
    spec:
      containers:
        - name: redis
          image: redis:7.4-alpine
          args: [redis-server, --appendonly, "yes"]
          ports:
            - name: redis
              containerPort: 6379
          resources:
            requests:
              cpu: 100m
              memory: 256Mi
            limits:
              memory: 256Mi
          volumeMounts:
            - name: data
              mountPath: /data
  volumeClaimTemplates:
    - metadata:
        name: data
      spec:
        accessModes: [ReadWriteOnce]
        resources:
          requests:
            storage: ${between(5, 50)}Gi
`,
]

const namespaceAndQuota = (namespace) => [
  `
apiVersion: v1
kind: Namespace
metadata:
  name: ${namespace}
  labels:
    example.com/area: ${namespace.split('-')[0]}
    pod-security.kubernetes.io/enforce: baseline
`,
  `
apiVersion: v1
kind: ResourceQuota
metadata:
  name: compute
  namespace: ${namespace}
spec:
  hard:
    requests.cpu: "24"
    requests.memory: 48Gi
    pods: "120"
`,
]

const ioPool = `      nodeSelector:
        pool: io
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: kubernetes.io/hostname
              labelSelector:
                matchLabels:
                  app.kubernetes.io/name: importer
`

// What is laid: namespace/part → how it differs from the others.
const TWISTS = {
  'claims-eu/pricing': { memory: '768Mi' },
  'media-us/indexer': { placement: '      nodeSelector:\n        pool: gpu\n' },
  'orders-us/importer': { replicas: 3, surge: 0, unavailable: 1, placement: ioPool },
  'stock-apac/api': { replicas: 3 },
  'travel-shared/mailer': { key: 'MAIL_MODE' },
}
const AUTOSCALED = ['front', 'cache-warmer', 'planner']
const BUDGETED = ['front', 'api', 'sync']

for (let n = 0; n < NAMESPACES; n++) {
  const namespace = namespaceOf(n)
  const at = `manifests/${namespace}`
  write(`${at}/namespace.yaml`, namespaceAndQuota(namespace))
  write(`${at}/policies.yaml`, policies(namespace))
  write(
    `${at}/accounts.yaml`,
    ['readers', 'writers', 'jobs'].map((name) => account(namespace, name)),
  )
  write(`${at}/store.yaml`, store(namespace))
  PARTS.forEach((part, i) => {
    const twist = { ...TWISTS[`${namespace}/${part}`] }
    if (AUTOSCALED.includes(part)) twist.replicas = null
    const documents = [deployment(namespace, part, i, twist), service(namespace, part), configMap(namespace, part)]
    if (AUTOSCALED.includes(part)) documents.push(autoscaler(namespace, part))
    if (BUDGETED.includes(part))
      documents.push(
        budget(namespace, part, namespace === 'stock-apac' && part === 'api' ? 'minAvailable: 3' : 'maxUnavailable: 1'),
      )
    write(`${at}/${part}.yaml`, documents)
  })
}

const nodes = Array.from({ length: NODES }, (_, i) => {
  const zone = ZONES[i % ZONES.length]
  const name = `worker-${String(i + 1).padStart(2, '0')}`
  const pool = i < 3 ? 'io' : 'general'
  return `- apiVersion: v1
  kind: Node
  metadata:
    name: ${name}
    labels:
      kubernetes.io/arch: amd64
      kubernetes.io/hostname: ${name}
      kubernetes.io/os: linux
      pool: ${pool}
      topology.kubernetes.io/region: eu-west-1
      topology.kubernetes.io/zone: ${zone}
  spec:
    podCIDR: 10.244.${i}.0/24
  status:
    allocatable:
      cpu: 15890m
      ephemeral-storage: "95491281146"
      memory: 61440Mi
      pods: "110"
    capacity:
      cpu: "16"
      ephemeral-storage: 103623352Ki
      memory: 65806016Ki
      pods: "110"
    conditions:
    - status: "True"
      type: Ready
    nodeInfo:
      architecture: amd64
      kubeletVersion: v1.34.2
      operatingSystem: linux`
})
write('nodes.yaml', [`apiVersion: v1\nkind: List\nitems:\n${nodes.join('\n')}`])

function lineOf(path, text, nth = 1) {
  let seen = 0
  const found = written
    .get(path)
    .split('\n')
    .findIndex((line) => line.includes(text) && ++seen === nth)
  if (found < 0) throw new Error(`${path} lacks ${text}`)
  return `${path}:${found + 1}`
}

const faults = [
  {
    id: 'claims-pricing-refused',
    what: 'Deployment pricing of claims-eu is refused by the API server: it requests more memory than its limit.',
    kind: 'refused',
    objects: ['Deployment/claims-eu/pricing'],
    decidedAt: lineOf('manifests/claims-eu/pricing.yaml', 'memory: 768Mi'),
    derivation: 'requests.memory 768Mi is above limits.memory 512Mi; the object does not pass validation.',
    confirm: ['kubectl apply --dry-run=server -f manifests/claims-eu/pricing.yaml'],
  },
  {
    id: 'media-indexer-nowhere',
    what: 'No pod of indexer in media-us can be placed: no node has the label pool=gpu.',
    kind: 'placement',
    objects: ['Deployment/media-us/indexer'],
    decidedAt: lineOf('manifests/media-us/indexer.yaml', 'pool: gpu'),
    derivation: 'nodeSelector pool=gpu; of the 60 nodes 3 carry pool=io and 57 pool=general, so 0 are eligible.',
    confirm: ['kubectl get nodes -l pool=gpu', 'kubectl -n media-us describe pod -l app.kubernetes.io/name=indexer'],
  },
  {
    id: 'orders-importer-node-loss',
    what: 'The loss of worker-01, worker-02 or worker-03 leaves a pod of importer in orders-us without a place.',
    kind: 'node-loss',
    objects: ['Deployment/orders-us/importer'],
    decidedAt: lineOf('manifests/orders-us/importer.yaml', 'requiredDuringScheduling'),
    derivation:
      '3 replicas, nodeSelector pool=io (worker-01, worker-02, worker-03, one a zone) and required anti-affinity on the hostname: one pod a node. Without one of them 2 nodes remain for 3 pods. A rollout finishes, because maxSurge is 0 and maxUnavailable 1.',
    confirm: [
      'kubectl get nodes -l pool=io',
      'kubectl -n orders-us get pods -l app.kubernetes.io/name=importer -o wide',
    ],
  },
  {
    id: 'stock-api-never-drained',
    what: 'A node that holds a pod of api in stock-apac can never be drained.',
    kind: 'drain',
    objects: ['PodDisruptionBudget/stock-apac/api', 'Deployment/stock-apac/api'],
    decidedAt: lineOf('manifests/stock-apac/api.yaml', 'minAvailable: 3'),
    derivation: '3 replicas and minAvailable 3: allowed disruptions = 3 - 3 = 0, always. Nothing scales api.',
    confirm: ['kubectl -n stock-apac get pdb api'],
  },
  {
    id: 'travel-mailer-key',
    what: 'No pod of mailer in travel-shared can start: it reads a key that its ConfigMap lacks.',
    kind: 'reference',
    objects: ['Deployment/travel-shared/mailer', 'ConfigMap/travel-shared/mailer'],
    decidedAt: lineOf('manifests/travel-shared/mailer.yaml', 'key: MAIL_MODE'),
    derivation:
      'configMapKeyRef mailer/MAIL_MODE is not optional; the ConfigMap has MODE, LOG_LEVEL and settings.properties.',
    confirm: ["kubectl -n travel-shared get configmap mailer -o jsonpath='{.data}'"],
  },
]
const quoted = (text) => JSON.stringify(text)
const list = (items) => items.map((item) => `\n      - ${quoted(item)}`).join('')
const printed = faults.map(
  (f) =>
    `  - id: ${f.id}\n    what: ${quoted(f.what)}\n    kind: ${f.kind}\n    cluster: large\n    objects:${list(f.objects)}\n    decidedAt: ${f.decidedAt}\n    derivation: ${quoted(f.derivation)}\n    confirm:${list(f.confirm)}`,
)
writeFileSync(join(folder, 'faults.yaml'), `faults:\n${printed.join('\n')}\n`)

console.log(`${objects} objects, ${(bytes / 1e6).toFixed(2)} MB, ${NODES} nodes, ${faults.length} faults in ${folder}`)
