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
    'Istio 1.17 is supported on Kubernetes 1.23 to 1.26, and 1.26 is said',
  ],
  [
    'a mesh that is too old',
    { cluster: on('1.28'), live: traffic('1.17') },
    'broken',
    'Istio 1.17 is supported on Kubernetes 1.23 to 1.26, and 1.28 is said; the first that fits is 1.19',
  ],
  [
    'a mesh that is too new',
    { cluster: on('1.28'), live: traffic('1.29') },
    'broken',
    'Istio 1.29 is supported on Kubernetes 1.31 to 1.35, and 1.28 is said; the first that fits is 1.19',
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
    'nobody says the version of Kubernetes that Istio 1.17 runs on',
  ],
  [
    'a tool that fits',
    { cluster: on('1.28'), plans: helm('3.13') },
    'kept',
    'Helm 3.13 is supported on Kubernetes 1.25 to 1.28, and 1.28 is said',
  ],
  [
    'the oldest that is let in',
    { cluster: on('1.28'), plans: helm('3.12', true) },
    'broken',
    'Helm 3.12 is supported on Kubernetes 1.24 to 1.27, and 1.28 is said: the oldest that is let in does not fit; the first that fits is 3.13',
  ],
  [
    'what runs as a workload',
    { cluster: on('1.34'), checkout: { software: { name: 'linkerd', version: '2.14' } } },
    'broken',
    'Linkerd 2.14 is supported on Kubernetes 1.21 to 1.28, and 1.34 is said; the first that fits is 2.19',
  ],
]

for (const [says, shop, verdict, line] of rows) {
  test(`fits-kubernetes: ${says}`, () => {
    const [found] = verdictsOf(fitsKubernetes, sampleWorld(shop))
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })
}
