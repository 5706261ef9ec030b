import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { listFolder } from './list-folder.ts'
import { plainFiles } from './plain-files.ts'

const rows: [name: string, files: { readonly [path: string]: string }, plain: string[]][] = [
  [
    'no chart and no kustomization: all',
    { 'a.yaml': '', 'in/b.yml': '', 'c.json': '' },
    ['a.yaml', 'c.json', 'in/b.yml'],
  ],
  [
    'a chart and what belongs to it',
    {
      'web/Chart.yaml': '',
      'web/values.yaml': '',
      'web/values-live.yaml': '',
      'web/values.schema.json': '',
      'web/templates/web.yaml': '',
      'web/templates/tests/ping.yaml': '',
      'web/charts/redis/templates/redis.yaml': '',
      'web/crds/reef.yaml': '',
      'web/ci/small.yaml': '',
      'web/beside.yaml': '',
      'web/docs/example.yaml': '',
      'values.yaml': '',
    },
    ['values.yaml', 'web/beside.yaml', 'web/docs/example.yaml'],
  ],
  ['a chart at the top', { 'Chart.yaml': '', 'templates/a.yaml': '', 'deploy/b.yaml': '' }, ['deploy/b.yaml']],
  ['a folder called templates without a chart', { 'templates/a.yaml': '' }, ['templates/a.yaml']],
  [
    'a kustomization and its patches, of every form',
    {
      'base/kustomization.yaml':
        'resources: [a.yaml]\npatches: [{path: b.yaml}, {patch: "- op: remove"}]\npatchesStrategicMerge:\n- c.yaml\n- |\n  kind: A\npatchesJson6902: [{path: ../d.json}]\nreplacements: [{path: e.yaml}]\n',
      'base/a.yaml': '',
      'base/b.yaml': '',
      'base/c.yaml': '',
      'd.json': '',
      'base/e.yaml': '',
    },
    ['base/a.yaml'],
  ],
  [
    'settings that a kustomization packs, values that it hands to helm',
    {
      'kustomization.yml':
        'configMapGenerator: [{name: a, files: [app.json, "key=more.yaml"]}]\nhelmCharts: [{name: x, valuesFile: helm.yaml, additionalValuesFiles: [helm-live.yaml]}]\nconfigurations: [names.yaml]\ncrds: [crd.json]\n',
      'app.json': '',
      'more.yaml': '',
      'helm.yaml': '',
      'helm-live.yaml': '',
      'names.yaml': '',
      'crd.json': '',
      'a.yaml': '',
    },
    ['a.yaml'],
  ],
  ['a kustomization that is no YAML names nothing', { 'kustomization.yaml': 'patches: [', 'b.yaml': '' }, ['b.yaml']],
  [
    'what a kustomization writes in fields of another shape names nothing',
    {
      'kustomization.yaml': 'patches: {path: b.yaml}\npatchesStrategicMerge: 3\nconfigMapGenerator: [null, [1]]\n',
      'b.yaml': '',
    },
    ['b.yaml'],
  ],
]

for (const [name, files, plain] of rows) {
  test(`plain files: ${name}`, () => {
    const root = mkdtempSync(join(tmpdir(), 'plain-'))
    try {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(root, path)), { recursive: true })
        writeFileSync(join(root, path), text)
      }
      assert.deepEqual(plainFiles(listFolder(root)), plain)
    } finally {
      rmSync(root, { recursive: true })
    }
  })
}
