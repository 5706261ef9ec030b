import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applicationsOf } from './application-set.ts'
import { application, sampleRepository, url } from './sample.ts'

const files = {
  'apps/cart/web.yaml': 'a: 1',
  'apps/orders/web.yaml': 'a: 1',
  'apps/.hidden/web.yaml': 'a: 1',
  'envs/prod.yaml': 'cluster: { name: prod-1 }\nzones: [a, b]',
  'envs/test.yaml': 'cluster: { name: test-1 }\nzones: [a]',
  'own.yaml': application('own', `{ repoURL: ${url}, path: apps }`),
}

const directories = `git: { repoURL: ${url}, directories: [{ path: apps/* }, { path: apps/orders, exclude: true }] }`
const environments = `git: { repoURL: ${url}, files: [{ path: envs/*.yaml }] }`

const rows: [name: string, isGo: boolean, generator: string, template: string, finds: readonly string[] | string][] = [
  ['a list', false, '{ list: { elements: [{ env: prod }, { env: test }] } }', '{{env}}', ['prod', 'test']],
  [
    'what a list does not say stays',
    false,
    '{ list: { elements: [{ env: prod }] } }',
    'a-{{zone}}',
    'the name of its template stays a-{{zone}}',
  ],
  ['folders, but those excluded and hidden', false, `{ ${directories} }`, '{{path.basename}}', ['cart']],
  [
    'folders, in the template language of Go',
    true,
    `{ ${directories} }`,
    '{{ index .path.segments 0 }}-{{ .path.basename }}',
    ['apps-cart'],
  ],
  ['files, flat', false, `{ ${environments} }`, '{{cluster.name}}-{{zones.0}}', ['prod-1-a', 'test-1-a']],
  ['files, whole', true, `{ ${environments} }`, '{{ .cluster.name }}-{{ len .zones }}', ['prod-1-2', 'test-1-1']],
  [
    'each with each',
    true,
    `{ matrix: { generators: [{ ${environments} }, { list: { elements: [{ app: cart }, { app: web }] } }] } }`,
    '{{ .app }}-{{ .cluster.name }}',
    ['cart-prod-1', 'web-prod-1', 'cart-test-1', 'web-test-1'],
  ],
  [
    'the second of a matrix is filled by the first',
    true,
    `{ matrix: { generators: [{ list: { elements: [{ folder: apps/orders }] } }, { git: { repoURL: ${url}, directories: [{ path: '{{ .folder }}' }] } }] } }`,
    '{{ .path.basename }}',
    ['orders'],
  ],
  [
    'merged by a key',
    false,
    '{ merge: { mergeKeys: [env], generators: [{ list: { elements: [{ env: prod, size: s }, { env: test, size: s }] } }, { list: { elements: [{ env: prod, size: l }] } }] } }',
    '{{env}}-{{size}}',
    ['prod-l', 'test-s'],
  ],
  [
    'clusters are told by no file',
    true,
    '{ clusters: {} }',
    '{{ .name }}',
    'its generator clusters asks what no file says',
  ],
  [
    'a function that is not read',
    true,
    `{ ${directories} }`,
    '{{ genCA .path.basename }}',
    '{{ genCA .path.basename }} uses genCA, which is not read',
  ],
]

for (const [name, isGo, generator, template, finds] of rows) {
  test(`application set: ${name}`, () => {
    const set = `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: all, namespace: argocd }
spec:
  goTemplate: ${isGo}
  goTemplateOptions: [missingkey=error]
  generators: [${generator}]
  template:
    metadata: { name: '${template}' }
    spec: { source: { repoURL: ${url}, path: apps } }`
    const { repository, declared } = sampleRepository({ ...files, 'set.yaml': set })
    const { applications, unseen } = applicationsOf(declared('all'), repository)
    if (typeof finds === 'string')
      assert.deepEqual(
        unseen.map(({ says }) => says),
        [finds],
      )
    else assert.deepEqual([applications.map((one) => one.name), unseen], [finds, []])
  })
}

test('application set: a patch says more than the template', () => {
  const set = `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: all, namespace: argocd }
spec:
  goTemplate: true
  generators: [{ list: { elements: [{ env: prod, auto: true }, { env: test }] } }]
  template:
    metadata: { name: '{{ .env }}' }
    spec: { source: { repoURL: ${url}, path: apps } }
  templatePatch: |
    {{- if .auto }}
    spec: { source: { path: apps/cart } }
    {{- end }}`
  const { repository, declared } = sampleRepository({ ...files, 'set.yaml': set })
  const { applications } = applicationsOf(declared('all'), repository)
  assert.deepEqual(
    applications.map(({ spec }) => (spec.source as { path: string }).path),
    ['apps/cart', 'apps'],
  )
})
