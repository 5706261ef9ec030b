import assert from 'node:assert/strict'
import { test } from 'node:test'
import { helmOutput } from './helm-output.ts'
import type { HelmPiece } from './piece.ts'
import { treeOf } from './tree.ts'

const files: { readonly [file: string]: string } = {
  'chart/Chart.yaml': 'name: shop',
  'chart/values.yaml':
    'replicas: 1\nkeep: 1\nloud: false\nresources:\n  requests:\n    cpu: 100m\nimage: { tag: "1" }\nname: cart\n',
  'prod.yaml': '# production\nreplicas: 3\nqueue:\n  enabled: true\n  durable: true\n',
  'chart/templates/_helpers.tpl': '{{- define "shop.name" -}}\n{{ .Values.name }}\n{{- end }}\n',
  'chart/templates/web.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "shop.name" . }}
spec:
  replicas: {{ .Values.replicas }}
  paused: false
  template:
    spec:
      containers:
        - name: proxy
          image: proxy
        - name: web
          image: registry.example.com/web:{{ .Values.image.tag }}
          {{- with .Values.resources }}
          resources:
            {{- toYaml . | nindent 12 }}
          {{- end }}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  keep: {{ add .Values.keep 1 | quote }}
  {{- if .Values.loud }}
  level: debug
  {{- else }}
  level: info
  {{- end }}
{{- if .Values.queue.enabled }}
---
apiVersion: v1
kind: Secret
metadata: { name: queue }
type: Opaque
stringData:
  {{- range .Values.topics }}
  {{ . }}: "1"
  {{- end }}
  {{- if and .Values.keep .Values.loud }}
  two: "1"
  {{- end }}
  {{- if .Release.IsInstall }}
  three: "1"
  {{- end }}
  {{- with .Values.queue }}
  {{- if .durable }}
  four: "1"
  {{- end }}
  {{- end }}
{{- end }}
`,
}

const rendered = `---
# Source: shop/templates/web.yaml
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart }
spec:
  replicas: 3
  paused: false
  template:
    spec:
      containers:
        - { name: proxy, image: proxy }
        - { name: web, image: 'registry.example.com/web:2', resources: { requests: { cpu: 100m } } }
---
# Source: shop/templates/web.yaml
apiVersion: v1
kind: ConfigMap
metadata: { name: web }
data: { keep: "2", level: info }
---
# Source: shop/templates/web.yaml
apiVersion: v1
kind: Secret
metadata: { name: queue }
type: Opaque
stringData: { two: "1", three: "1", four: "1" }
---
# Source: shop/templates/test.yaml
apiVersion: v1
kind: Pod
metadata: { name: probe, annotations: { helm.sh/hook: test } }
`

const piece: HelmPiece = {
  is: 'helm',
  id: 'argocd/shop',
  by: 'Application/argocd/shop',
  cluster: 'prod',
  source: { at: { file: 'app.yaml', line: 1, column: 1 } },
  chart: 'chart',
  release: 'shop',
  values: [{ is: 'file', file: 'prod.yaml' }],
  set: [
    {
      kind: 'value',
      name: 'image.tag',
      value: '2',
      source: { at: { file: 'app.yaml', line: 9, column: 3 } },
      path: [],
    },
  ],
  skipsCrds: false,
  apiVersions: [],
}

const { manifests } = helmOutput(
  rendered,
  piece,
  treeOf(Object.keys(files), (file) => files[file]),
  (file) => file,
)
const sayPlace = (place: { readonly line: number; readonly file?: string }) => `${place.file}:${place.line}`
const places = (path: readonly (string | number)[], of = 0) => {
  const place = manifests[of]?.lineOf(path)
  return (
    place &&
    [sayPlace(place), ...('via' in place ? ['via', sayPlace(place.via as Parameters<typeof sayPlace>[0])] : [])].join(
      ' ',
    )
  )
}

const web = ['spec', 'template', 'spec', 'containers', 1]
const rows: [name: string, path: readonly (string | number)[], finds: string, of?: number][] = [
  ['a values file of the application', ['spec', 'replicas'], 'prod.yaml:2'],
  ['what the template says itself', ['spec', 'paused'], 'chart/templates/web.yaml:7'],
  ['a parameter', [...web, 'image'], 'app.yaml:9'],
  ['the values of the chart, through with and toYaml', [...web, 'resources', 'requests', 'cpu'], 'chart/values.yaml:6'],
  ['a helper', ['metadata', 'name'], 'chart/values.yaml:8'],
  [
    'a value that the template computes with',
    ['data', 'keep'],
    'chart/values.yaml:2 via chart/templates/web.yaml:25',
    1,
  ],
]

for (const [name, path, finds, of] of rows) {
  test(`helm output: ${name}`, () => assert.equal(places(path, of), finds))
}

test('helm output: each object begins in its template, and tests of a release are none', () => {
  assert.deepEqual(
    manifests.map(({ manifest, at }) => `${manifest.kind} ${at.file}:${at.line}`),
    [
      'Deployment chart/templates/web.yaml:2',
      'ConfigMap chart/templates/web.yaml:21',
      'Secret chart/templates/web.yaml:34',
    ],
  )
})
