import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kustomizations } from './kustomizations.ts'

const head = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n'

const rows: [name: string, paths: readonly string[], files: { readonly [path: string]: string }][] = [
  [
    'each folder lists what lies in it, in one order',
    ['east/live/web.yaml', 'east/cluster.yaml', 'east/live/_namespace.yaml', 'west/trial/web.yaml'],
    {
      'east/kustomization.yaml': `${head}- cluster.yaml\n- live\n`,
      'east/live/kustomization.yaml': `${head}- _namespace.yaml\n- web.yaml\n`,
      'west/kustomization.yaml': `${head}- trial\n`,
      'west/trial/kustomization.yaml': `${head}- web.yaml\n`,
    },
  ],
  [
    'a folder that reads as a number stays a text',
    ['east/7/web.yaml'],
    { 'east/kustomization.yaml': `${head}- "7"\n`, 'east/7/kustomization.yaml': `${head}- web.yaml\n` },
  ],
  ['what lies in no folder is for no cluster', ['seaworthy.yaml'], {}],
]

for (const [name, paths, files] of rows)
  test(`kustomizations: ${name}`, () => {
    const written = kustomizations(paths.map((path) => ({ path, text: '' })))
    assert.deepEqual(Object.fromEntries(written.map(({ path, text }) => [path, text])), files)
  })
