import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readManifests } from '../../kubernetes/read.ts'
import { follow, type Render } from './follow.ts'
import { deliveryRoots } from './roots.ts'
import { application, sampleRepository, url } from './sample.ts'

const git = `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: { name: shop, namespace: flux-system }
spec: { url: ${url} }
---
`
const kustomization = (name: string, path: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: ${name}, namespace: flux-system }
spec: { path: ${path}, sourceRef: { kind: GitRepository, name: shop } }
`
const release = (more: string) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: cart, namespace: shop }
spec:
  chart: { spec: { chart: chart, sourceRef: { kind: GitRepository, name: shop, namespace: flux-system } } }
${more}
`

/** The pieces, by their ids and clusters, as a renderer that reads plain files only finds them. */
async function followed(files: { readonly [file: string]: string }) {
  const { repository, read } = sampleRepository(files)
  const render: Render = async (piece) => ({
    manifests:
      piece.is === 'files' ? piece.files.flatMap((file) => readManifests(files[file] ?? '', file).manifests) : [],
    files: piece.is === 'files' ? piece.files : [],
  })
  const pieces = await follow(
    deliveryRoots(read, repository, ({ at }) => at.file),
    repository,
    render,
  )
  return pieces.map(({ piece }) => piece)
}

test('follow: applications that applications bring, each once, and a circle ends', async () => {
  const pieces = await followed({
    'root.yaml': application('root', `{ repoURL: ${url}, path: apps }`),
    'apps/a.yaml': application('a', `{ repoURL: ${url}, path: web }`),
    'apps/again.yaml': application('again', `{ repoURL: ${url}, path: apps }`),
    'web/web.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }',
  })
  assert.deepEqual(
    pieces.map(({ id }) => id),
    ['argocd/a', 'argocd/again', 'argocd/root'],
  )
})

test('follow: the folder that bootstraps Flux names the cluster, of all that it brings', async () => {
  const pieces = await followed({
    'clusters/eu/sync.yaml': git + kustomization('flux-system', './clusters/eu'),
    'clusters/eu/apps.yaml': kustomization('apps', './apps'),
    'apps/cart.yaml': release('  values: { replicas: 2 }'),
    'chart/Chart.yaml': 'name: cart',
  })
  assert.deepEqual(
    pieces.map(({ id, cluster }) => [id, cluster]),
    [
      ['flux-system/apps', 'eu'],
      ['flux-system/flux-system', 'eu'],
      ['shop/cart', 'eu'],
    ],
  )
})

const releases: [name: string, more: string, finds: object][] = [
  ['values of its own', '  values: { replicas: 2 }', { is: 'helm', release: 'cart', namespace: 'shop' }],
  ['another namespace stands before its name', '  targetNamespace: live', { release: 'live-cart', namespace: 'live' }],
  [
    'values of a ConfigMap, under its own',
    '  valuesFrom: [{ kind: ConfigMap, name: cart }]\n  values: { b: 2 }',
    { values: [{ values: { a: 1 } }, { values: { b: 2 } }] },
  ],
  [
    'values of a Secret',
    '  valuesFrom: [{ kind: Secret, name: cart }]',
    { is: 'unseen', says: 'its values come from Secret cart, which is not read' },
  ],
]

for (const [name, more, finds] of releases) {
  test(`follow: a release with ${name}`, async () => {
    const settings =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: cart, namespace: shop }\ndata: { values.yaml: "a: 1" }\n---\n'
    const pieces = await followed({
      'clusters/eu/sync.yaml': git + kustomization('all', './apps'),
      'apps/cart.yaml': settings + release(more),
      'chart/Chart.yaml': 'name: cart',
    })
    assert.partialDeepStrictEqual(
      pieces.find(({ id }) => id === 'shop/cart'),
      finds,
    )
  })
}
