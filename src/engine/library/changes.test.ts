// A change as it is answered by itself, against both matrices: that of the objects as they are, and as they would be.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Labels, Manifest, Ref } from '../../kubernetes/types.ts'
import { portsBetween } from '../reachability/reached.ts'
import type { ChangedPairs } from './changed-pairs.ts'
import type { ClusterObjects } from './estate-of.ts'
import { pairMatrix } from './pair-matrix.ts'
import { reach } from './reach.ts'
import { relabelled } from './relabelled.ts'
import { replaced } from './replaced.ts'

function workload(name: string, labels: Labels): Manifest {
  const template = { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'main:1' }] } }
  const metadata = { name, namespace: 'shop' }
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { selector: { matchLabels: labels }, template } }
}

function policy(name: string, spec: object): Manifest {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace: 'shop' }, spec }
}

const from = (app: string) => ({ from: [{ podSelector: { matchLabels: { app } } }], ports: [{ port: 8080 }] })
const onlyWeb = policy('orders', { podSelector: { matchLabels: { app: 'orders' } }, ingress: [from('web')] })
const web = workload('web', { app: 'web' })
const others = [workload('orders', { app: 'orders' }), workload('mail', { app: 'mail' })]
const of = (...manifests: readonly Manifest[]): ClusterObjects => ({ manifests, enforcesPolicy: true })
const shop = of(web, ...others, onlyWeb)
const ref = (name: string): Ref => `Deployment/shop/${name}`

/** `web orders` of all pairs that are open at TCP 8080. */
function openPairs(cluster: ClusterObjects): readonly string[] {
  const matrix = reach(cluster).matrix()
  const classOf = new Map(matrix.classes.flatMap(({ members }, at) => members.map((member) => [member, at] as const)))
  const names = ['mail', 'orders', 'web']
  const numberOf = (name: string) => classOf.get(ref(name)) ?? -1
  return names.flatMap((own) =>
    names.flatMap((far) => {
      const ports = portsBetween(matrix, numberOf(own), numberOf(far))
      const isOpen = ports === 'all' || ports?.some((range) => at8080(range))
      return own !== far && isOpen ? [`${own} ${far}`] : []
    }),
  )
}

const at8080 = ({ protocol, first, last }: ChangedPairs['ports'][number]) =>
  protocol === 'TCP' && first <= 8080 && 8080 <= last

function pairsIn(rows: readonly ChangedPairs[] | undefined, kind: 'opened' | 'closed'): readonly string[] {
  assert.ok(rows)
  const name = (full: Ref) => full.slice('Deployment/shop/'.length)
  const pairs = rows.flatMap(({ workloads, direction, ports, [kind]: far }) =>
    ports.some(at8080)
      ? workloads.flatMap((own) =>
          far.flatMap((other) => {
            const ends = direction === 'egress' ? [own, other] : [other, own]
            return own === other ? [] : [ends.map(name).join(' ')]
          }),
        )
      : [],
  )
  return pairs.sort()
}

const rows: readonly [name: string, ClusterObjects, readonly ChangedPairs[] | undefined, opened: readonly string[]][] =
  [
    [
      'a caller with other labels is let in no more',
      of(workload('web', { app: 'site' }), ...others, onlyWeb),
      relabelled(shop, { workload: ref('web'), labels: { app: 'site' } }),
      [],
    ],
    [
      'a caller with the labels that a rule names is let in',
      of(web, others[0] as Manifest, workload('mail', { app: 'web' }), onlyWeb),
      relabelled(shop, { workload: ref('mail'), labels: { app: 'web' } }),
      ['mail orders'],
    ],
    [
      'a rule that names another caller',
      of(web, ...others, { ...onlyWeb, spec: { ...(onlyWeb.spec as object), ingress: [from('mail')] } }),
      replaced(shop, { ...onlyWeb, spec: { ...(onlyWeb.spec as object), ingress: [from('mail')] } }),
      ['mail orders'],
    ],
    [
      'a policy that was not there',
      of(web, ...others, onlyWeb, policy('mail', { podSelector: { matchLabels: { app: 'mail' } } })),
      replaced(shop, policy('mail', { podSelector: { matchLabels: { app: 'mail' } } })),
      [],
    ],
    ['nothing is changed', shop, replaced(shop, onlyWeb), []],
  ]

for (const [name, behind, changed, opened] of rows)
  test(`changes: ${name}`, () => {
    const [was, is] = [openPairs(shop), openPairs(behind)]
    assert.deepEqual(pairsIn(changed, 'opened'), is.filter((pair) => !was.includes(pair)).sort())
    assert.deepEqual(pairsIn(changed, 'closed'), was.filter((pair) => !is.includes(pair)).sort())
    assert.deepEqual(pairsIn(changed, 'opened'), opened)
  })

test('changes: where more decides than NetworkPolicy nothing is said', () => {
  const unenforced = { ...shop, enforcesPolicy: false }
  assert.equal(relabelled(unenforced, { workload: ref('web'), labels: {} }), undefined)
  assert.equal(replaced(unenforced, onlyWeb), undefined)
})

test('changes: what cannot be asked is told', () => {
  assert.throws(() => relabelled(shop, { workload: ref('wbe'), labels: {} }), /RangeError: .* is no workload/)
  assert.throws(() => replaced(shop, web), /RangeError: this is no NetworkPolicy/)
  assert.throws(() => replaced(shop, policy('a', { podSelector: 3 })), /RangeError: .* another type than the API's/)
})

test('pair matrix: each bit is a pair, and what is declared is held against it', () => {
  const { workloads, ports, rowOf, rowWords, reached, blocked, undeclared } = pairMatrix(shop, [
    { from: ref('web'), to: ref('orders'), port: 8080 },
    { from: ref('mail'), to: ref('orders'), port: 8080 },
  ])
  const port = ports.findIndex((ranges) => ranges.some(at8080))
  const isOpen = (own: number, far: number) => {
    const word = ((rowOf[own] as number) * ports.length + port) * rowWords + (far >>> 5)
    return ((reached[word] as number) & (1 << (far & 31))) !== 0
  }
  const name = (at: number) => workloads[at]?.slice('Deployment/shop/'.length)
  const numbers = [...workloads.keys()]
  const open = numbers.flatMap((own) =>
    numbers.flatMap((far) => (own !== far && isOpen(own, far) ? [`${name(own)} ${name(far)}`] : [])),
  )
  assert.deepEqual(open.sort(), openPairs(shop))
  const told = blocked.map(({ from: own, to, ports: at }) => [own, to, at.some(at8080)])
  assert.deepEqual(told, [[ref('mail'), ref('orders'), true]])
  // web may call mail and itself besides, and orders, which it is meant to.
  const web8080 = workloads.indexOf(ref('web')) * ports.length + port
  assert.equal(undeclared[web8080], 2)
})

test('pair matrix: a workload that is not there cannot be declared', () => {
  const asked = () => pairMatrix(shop, [{ from: ref('web'), to: ref('wbe') }])
  assert.throws(asked, /RangeError: .* is no workload/)
})
