import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clusterOf, piecesOfApplication } from './application.ts'
import { application, sampleRepository, url } from './sample.ts'

const files = {
  'web/web.yaml': 'a: 1',
  'web/deep/more.yaml': 'a: 1',
  'chart/Chart.yaml': 'name: orders',
  'chart/values-prod.yaml': 'replicas: 2',
  'shared/common.yaml': 'replicas: 3',
  'overlay/kustomization.yaml': 'resources: []',
}

const rows: [name: string, source: string, finds: object][] = [
  [
    'a folder of manifests, not those below it',
    `{ repoURL: ${url}, path: web }`,
    { is: 'files', files: ['web/web.yaml'] },
  ],
  [
    'a folder and all below',
    `{ repoURL: ${url}, path: web, directory: { recurse: true } }`,
    { is: 'files', files: ['web/deep/more.yaml', 'web/web.yaml'] },
  ],
  [
    'what is excluded',
    `{ repoURL: ${url}, path: web, directory: { recurse: true, exclude: 'deep/*' } }`,
    { is: 'files', files: ['web/web.yaml'] },
  ],
  [
    'a chart, named for the application',
    `{ repoURL: ${url}, path: chart }`,
    { is: 'helm', chart: 'chart', release: 'shop' },
  ],
  [
    'values files beside the chart, from the root, and of another source of the same repository',
    `{ repoURL: ${url}, path: chart, helm: { releaseName: r, valueFiles: [values-prod.yaml, /shared/common.yaml, ../shared/common.yaml] } }`,
    {
      release: 'r',
      values: [
        { is: 'file', file: 'chart/values-prod.yaml' },
        { is: 'file', file: 'shared/common.yaml' },
        { is: 'file', file: 'shared/common.yaml' },
      ],
    },
  ],
  [
    'a values file that is missing',
    `{ repoURL: ${url}, path: chart, helm: { valueFiles: [gone.yaml] } }`,
    { is: 'unseen', says: 'its values file gone.yaml is not there' },
  ],
  [
    'a values file that may be missing',
    `{ repoURL: ${url}, path: chart, helm: { valueFiles: [gone.yaml], ignoreMissingValueFiles: true } }`,
    { is: 'helm', values: [] },
  ],
  [
    'a values file that leads out',
    `{ repoURL: ${url}, path: chart, helm: { valueFiles: [../../secret.yaml] } }`,
    { is: 'unseen', says: '../../secret.yaml lies outside this folder' },
  ],
  [
    'a kustomization, with images',
    `{ repoURL: ${url}, path: overlay, kustomize: { namePrefix: a-, images: ['web=registry.example.com/web:2'] } }`,
    {
      is: 'kustomize',
      edits: { namePrefix: 'a-', images: [{ name: 'web', newName: 'registry.example.com/web', newTag: '2' }] },
    },
  ],
  [
    'a remote chart',
    '{ repoURL: https://charts.example.com, chart: search, targetRevision: 1.2.3 }',
    { is: 'unseen', says: 'chart search 1.2.3 of https://charts.example.com is not among the files' },
  ],
  [
    'another repository',
    '{ repoURL: https://git.example.com/other, path: web }',
    { is: 'unseen', says: 'it deploys web of another repository, https://git.example.com/other' },
  ],
  ['a path that is not there', `{ repoURL: ${url}, path: gone }`, { is: 'unseen', says: 'its path gone is not there' }],
]

for (const [name, source, finds] of rows) {
  test(`application: ${name}`, () => {
    // Two more make it clear which repository is at hand.
    const text = [
      application('shop', source),
      application('a', `{ repoURL: ${url}, path: web }`),
      application('b', `{ repoURL: ${url}, path: overlay }`),
    ]
    const { repository, declared } = sampleRepository({ ...files, 'apps.yaml': text.join('---\n') })
    const [piece] = piecesOfApplication(declared('shop'), repository)
    assert.partialDeepStrictEqual(piece, { cluster: 'prod', namespace: 'shop', ...finds })
  })
}

test('application: values of another source, by its name', () => {
  const sources = `  sources:
    - { repoURL: ${url}, ref: values }
    - { repoURL: ${url}, path: chart, helm: { valueFiles: [$values/shared/common.yaml] } }`
  const { repository, declared } = sampleRepository({ ...files, 'app.yaml': application('shop', '{}', sources) })
  const pieces = piecesOfApplication(declared('shop'), repository)
  assert.equal(pieces.length, 1)
  assert.partialDeepStrictEqual(pieces[0], { is: 'helm', values: [{ is: 'file', file: 'shared/common.yaml' }] })
})

test('application: parameters stand over values, and a comma in one is kept', () => {
  const helm = `{ valuesObject: { a: 1 }, parameters: [{ name: hosts, value: 'a,b' }, { name: list, value: '{a,b}' }] }`
  const { repository, declared } = sampleRepository({
    ...files,
    'app.yaml': application('shop', `{ repoURL: ${url}, path: chart, helm: ${helm} }`),
  })
  const [piece] = piecesOfApplication(declared('shop'), repository)
  assert.partialDeepStrictEqual(piece, {
    values: [{ is: 'inline', values: { a: 1 } }],
    set: [
      { name: 'hosts', value: 'a\\,b' },
      { name: 'list', value: '{a,b}' },
    ],
  })
})

test('application: a folder below the root of its repository', () => {
  const app = application('shop', `{ repoURL: ${url}, path: k8s/web }`)
  const { repository, declared } = sampleRepository(
    { ...files, 'app.yaml': app },
    { folderParts: ['home', 'shop', 'k8s'] },
  )
  assert.partialDeepStrictEqual(piecesOfApplication(declared('shop'), repository)[0], { files: ['web/web.yaml'] })
})

test('application: clusters by name, by server, and the one that it runs on', () => {
  assert.equal(clusterOf({ name: 'prod-eu-1' }), 'prod-eu-1')
  assert.equal(clusterOf({ server: 'https://10.0.0.1:6443' }), '10.0.0.1')
  assert.equal(clusterOf({ server: 'https://kubernetes.default.svc' }), 'in-cluster')
})
