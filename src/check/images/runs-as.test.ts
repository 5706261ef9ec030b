import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, manifestWorld, sampleWorld, verdictsOf } from '../sample.ts'
import { runsAs } from './runs-as.ts'

interface Row {
  readonly image: string
  readonly pod?: string
  readonly own?: string
  readonly more?: string
  readonly verdict: string | undefined
  readonly says?: string
}

const rows: { readonly [name: string]: Row } = {
  'nothing is said of the user': { image: 'postgres:18', verdict: undefined },
  'root by image': {
    image: 'postgres:15-alpine',
    pod: 'runAsNonRoot: true',
    verdict: 'broken',
    says: 'db must not run as root, no runAsUser is said, and postgres:15-alpine starts as root: the kubelet never creates it (it serves as 70 only later)',
  },
  'root by image, and a user is said': {
    image: 'postgres:15-alpine',
    pod: 'runAsNonRoot: true, runAsUser: 70',
    verdict: 'kept',
    says: 'db runs as user 70, which is not root',
  },
  'the container overrides the pod': {
    image: 'postgres:15-alpine',
    pod: 'runAsNonRoot: true, runAsUser: 70',
    own: 'runAsUser: 0',
    verdict: 'broken',
    says: 'db must not run as root (runAsNonRoot) and is told to (runAsUser: 0): the kubelet never creates it',
  },
  'the container may be root though the pod may not': {
    image: 'postgres:15-alpine',
    pod: 'runAsNonRoot: true',
    own: 'runAsNonRoot: false',
    verdict: undefined,
  },
  'an image that nobody knows': {
    image: 'registry.example/shop:1',
    pod: 'runAsNonRoot: true',
    verdict: 'assumed',
    says: 'db must not run as root, and says no user: the image has to name one by number',
  },
  'root that cannot step down': {
    image: 'postgres:18',
    own: 'capabilities: { drop: [ALL] }',
    verdict: 'broken',
    says: 'db starts as root and drops SETGID and SETUID, without which postgres:18 cannot become user 999: it ends at once',
  },
  'root that keeps what it needs': {
    image: 'postgres:18',
    own: 'capabilities: { drop: [ALL], add: [CHOWN, SETUID, CAP_SETGID] }',
    verdict: 'kept',
    says: 'db starts as root and keeps what postgres:18 needs to become user 999',
  },
  'root that drops what it does not need': {
    image: 'postgres:18',
    own: 'capabilities: { drop: [NET_RAW, SYS_ADMIN] }',
    verdict: 'kept',
  },
  'nothing to step down from': {
    image: 'postgres:18',
    own: 'runAsUser: 999, capabilities: { drop: [ALL] }',
    verdict: undefined,
  },
  'an entry point of its own': {
    image: 'postgres:18',
    own: 'capabilities: { drop: [ALL] }',
    more: 'command: [sleep, infinity],',
    verdict: undefined,
  },
  'a root filesystem that it cannot write': {
    image: 'postgres:18',
    own: 'readOnlyRootFilesystem: true',
    more: 'volumeMounts: [{ name: data, mountPath: /var/lib/postgresql }],',
    verdict: 'broken',
    says: 'the root filesystem of db is read-only, and postgres:18 writes to /var/run/postgresql as it starts: it ends at once',
  },
  'volumes where it writes': {
    image: 'postgres:18',
    own: 'readOnlyRootFilesystem: true',
    more: 'volumeMounts: [{ name: data, mountPath: /var/lib/postgresql/data }, { name: run, mountPath: /var/run }],',
    verdict: 'kept',
    says: 'what postgres:18 writes to lies on volumes',
  },
  'Windows has other users': {
    image: 'postgres:18',
    pod: 'runAsNonRoot: true }, os: { name: windows',
    verdict: undefined,
  },
}

for (const [name, { image, pod = '', own = '', more = '', verdict, says }] of Object.entries(rows))
  test(`runs-as: ${name}`, () => {
    const container = `{ name: db, image: '${image}', ${more} securityContext: { ${own} } }`
    const world = manifestWorld(`
apiVersion: v1
kind: Pod
metadata: { name: db, namespace: shop }
spec: { securityContext: { ${pod} }, containers: [${container}] }
`)
    const [found] = verdictsOf(runsAs, world)
    assert.equal(found?.verdict, verdict)
    if (says !== undefined) assert.ok(found && linesOf(found).includes(says), found && linesOf(found).join('\n'))
  })

const store = { image: 'postgres:18', volume: { size: '10Gi' } } as const

test('runs-as: a volume that nothing gives to the user is assumed to be open, and given it is kept', () => {
  const ask = (security: object, denied: readonly string[] = []) =>
    verdictsOf(runsAs, sampleWorld({ ledgerDb: { ...store, security } }, { denied }))[0]
  const bare = ask({ nonRoot: true, user: 999 })
  assert.deepEqual(
    bare?.assumes.map(({ id }) => id),
    ['volume-user/harbour/disk/999'],
  )
  assert.equal(ask({ nonRoot: true, user: 999 }, ['volume-user/harbour/disk/999'])?.verdict, 'broken')
  assert.equal(ask({ nonRoot: true, user: 999, volumeGroup: 999 })?.verdict, 'kept')
})

interface VolumeRow {
  readonly provisioner: string
  readonly security?: string
  readonly before?: string
  readonly mount?: string
  readonly verdict: string | undefined
  readonly says?: string
}

const volumes: { readonly [name: string]: VolumeRow } = {
  'root alone may write to a fresh one': {
    provisioner: 'ebs.csi.aws.com',
    verdict: 'broken',
    says: 'shop writes as user 1000, no fsGroup gives it the volumes of disk, and to a fresh one only root may write',
  },
  'given to a group': {
    provisioner: 'ebs.csi.aws.com',
    security: 'fsGroup: 2000',
    verdict: 'kept',
    says: 'the volumes of shop are given to group 2000, which user 1000 is in there',
  },
  'everybody may write to a fresh one': {
    provisioner: 'rancher.io/local-path',
    verdict: 'kept',
    says: 'shop writes as user 1000, and everybody may write to a fresh volume of disk',
  },
  'what makes them is in no table, nor is the image': { provisioner: 'shop.example/disk', verdict: undefined },
  'root before it changes owners': {
    provisioner: 'ebs.csi.aws.com',
    before:
      '{ name: own, image: busybox, securityContext: { runAsUser: 0 }, volumeMounts: [{ name: data, mountPath: /d }] }',
    verdict: undefined,
  },
  'somebody else before it cannot': {
    provisioner: 'ebs.csi.aws.com',
    before: '{ name: wait, image: busybox }',
    verdict: 'broken',
  },
  'it only reads': { provisioner: 'ebs.csi.aws.com', mount: 'readOnly: true, ', verdict: undefined },
}

for (const [name, { provisioner, security = '', before = '', mount = '', verdict, says }] of Object.entries(volumes))
  test(`runs-as: volumes: ${name}`, () => {
    const [found] = verdictsOf(
      runsAs,
      manifestWorld(`
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: disk }
provisioner: ${provisioner}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec: { storageClassName: disk, accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
---
apiVersion: v1
kind: Pod
metadata: { name: shop, namespace: shop }
spec:
  securityContext: { runAsUser: 1000, ${security} }
  volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }, { name: tmp, emptyDir: {} }]
  initContainers: [${before}]
  containers:
  - name: shop
    image: registry.example/shop:1
    volumeMounts: [{ ${mount}name: data, mountPath: /data }, { name: tmp, mountPath: /tmp }]
`),
    )
    assert.equal(found?.verdict, verdict)
    if (says !== undefined) assert.ok(found && linesOf(found).includes(says), found && linesOf(found).join('\n'))
  })

test('runs-as: an image that names no user breaks it', () => {
  const denied = ['image-user/harbour/registry.example/ledger:1']
  const security = { nonRoot: true }
  const world = sampleWorld({ ledgerDb: { image: 'registry.example/ledger:1', security } }, { denied })
  assert.equal(verdictsOf(runsAs, world)[0]?.verdict, 'broken')
})

test('runs-as: where a webhook changes pods, what fails may fail no more', () => {
  const world = manifestWorld(`
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: { name: users }
webhooks: [{ name: users.example.com, rules: [{ apiGroups: [''], resources: [pods], operations: [CREATE] }] }]
---
apiVersion: v1
kind: Pod
metadata: { name: db, namespace: shop }
spec: { containers: [{ name: db, image: 'postgres:18', securityContext: { runAsNonRoot: true } }] }
`)
  const [found] = verdictsOf(runsAs, world)
  assert.equal(found?.verdict, 'unknown')
  assert.ok(found?.because[0]?.says.rows?.some(([label]) => label === 'perhaps'))
})
