import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mesh } from '../../platform/language/mesh.ts'
import { tool } from '../../platform/language/tool.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { fitsKubernetes } from './fits-kubernetes.ts'

const traffic = (version?: string) => ({ mesh: mesh('traffic', { by: 'istio', ...(version && { version }) }) })
const on = (kubernetes: string) => ({ kubernetes })
const helm =
  (version: string, orNewer = false) =>
  () => ({ tools: [tool('Helm', { version, orNewer })] })

const rows: [says: string, shop: ShopOptions, verdict: string | undefined, line?: string][] = [
  [
    'a mesh that fits',
    { cluster: on('1.26'), live: traffic('1.17') },
    'kept',
    'Istio 1.17 is supported on Kubernetes 1.23 to 1.26, and harbour runs 1.26',
  ],
  [
    'a mesh that is too old',
    { cluster: on('1.28'), live: traffic('1.17') },
    'broken',
    'Istio 1.17 is supported on Kubernetes 1.23 to 1.26, and harbour runs 1.28; the first that fits 1.28 is 1.19',
  ],
  [
    'a mesh that is too new',
    { cluster: on('1.28'), live: traffic('1.29') },
    'broken',
    'Istio 1.29 is supported on Kubernetes 1.31 to 1.35, and harbour runs 1.28; the first that fits 1.28 is 1.19',
  ],
  [
    'a version that nobody knows',
    { live: traffic('9.9') },
    'unknown',
    'nobody here knows which versions of Kubernetes istio 9.9 is supported on',
  ],
  ['a mesh of no version', { live: traffic() }, undefined],
  ['nothing that the table knows', { checkout: { software: { name: 'shop', version: '1' } } }, undefined],
  [
    'Kubernetes of no version',
    { cluster: on(undefined as never), live: traffic('1.17') },
    'unknown',
    'Istio 1.17 is supported on Kubernetes 1.23 to 1.26, and nobody says which one harbour runs',
  ],
  [
    'a tool that fits',
    { cluster: on('1.28'), plans: helm('3.13') },
    'kept',
    'Helm 3.13 is supported on Kubernetes 1.25 to 1.28, and harbour runs 1.28',
  ],
  [
    'the oldest that is let in',
    { cluster: on('1.28'), plans: helm('3.12', true) },
    'broken',
    'Helm 3.12 is supported on Kubernetes 1.24 to 1.27, and harbour runs 1.28: the oldest Helm that may be used does not fit; the first that fits 1.28 is 3.13',
  ],
  [
    'the oldest, on a Kubernetes that may be newer',
    { cluster: { kubernetes: '1.28', orNewer: true }, plans: helm('3.12', true) },
    'broken',
    'Helm 3.12 is supported on Kubernetes 1.24 to 1.27, and harbour runs 1.28 or newer: the oldest Helm that may be used does not fit; the first that fits 1.28 is 3.13',
  ],
  [
    'a Kubernetes that may be too new',
    { cluster: { kubernetes: '1.28', orNewer: true }, live: traffic('1.19') },
    'unknown',
    'Istio 1.19 is supported on Kubernetes 1.25 to 1.28, and harbour runs 1.28 or newer: it is not supported on all of those',
  ],
  [
    'a Kubernetes that may be new enough',
    { cluster: { kubernetes: '1.28', orNewer: true }, live: traffic('1.29') },
    'unknown',
    'Istio 1.29 is supported on Kubernetes 1.31 to 1.35, and harbour runs 1.28 or newer: it is not supported on all of those',
  ],
  [
    'what runs as a workload',
    { cluster: on('1.34'), checkout: { software: { name: 'linkerd', version: '2.14' } } },
    'broken',
    'Linkerd 2.14 is supported on Kubernetes 1.21 to 1.28, and harbour runs 1.34; the first that fits 1.34 is 2.19',
  ],
]

for (const [says, shop, verdict, line] of rows) {
  test(`fits-kubernetes: ${says}`, () => {
    const [found] = verdictsOf(fitsKubernetes, sampleWorld(shop))
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })
}

const next: [kubernetes: string, orNewer: boolean, hint: string][] = [
  ['1.28', false, 'Istio 1.19, or Kubernetes 1.23 to 1.26'],
  ['1.26', true, 'say which one harbour runs: Kubernetes 1.23 to 1.26'],
  ['1.99', false, 'another Istio, or Kubernetes 1.23 to 1.26'],
]

for (const [kubernetes, orNewer, hint] of next) {
  test(`fits-kubernetes: what to do with Istio 1.17 on ${kubernetes}${orNewer ? ' or newer' : ''}`, () => {
    const [found] = verdictsOf(fitsKubernetes, sampleWorld({ cluster: { kubernetes, orNewer }, live: traffic('1.17') }))
    assert.equal(found?.because[0]?.hint, hint)
  })
}
