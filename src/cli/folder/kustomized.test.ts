import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { readFolder } from '../folder.ts'
import { type Kustomized, kustomizedIn } from './kustomized.ts'

const web = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web, namespace: shop }\n'
const lists = (...resources: string[]) => `kind: Kustomization\nresources: ${JSON.stringify(resources)}\n`

const rows: [name: string, files: { readonly [path: string]: string }, found: Kustomized][] = [
  ['none at all', { 'live/web.yaml': web }, { changing: [], unlisted: [] }],
  [
    'all is listed, and nothing is changed',
    {
      'kustomization.yaml': lists('live/'),
      'live/kustomization.yaml': lists('web.yaml', './own.yaml'),
      'live/web.yaml': web,
      'live/own.yaml': web,
    },
    { changing: [], unlisted: [] },
  ],
  [
    'a file that nobody lists, and one beside them all',
    {
      'live/kustomization.yaml': lists('web.yaml'),
      'live/web.yaml': web,
      'live/own.yaml': web,
      'live/in/own.yaml': web,
      'beside.yaml': web,
    },
    { changing: [], unlisted: ['live/in/own.yaml', 'live/own.yaml'] },
  ],
  [
    'one that changes what it lists',
    { 'live/kustomization.yaml': `${lists('web.yaml')}namePrefix: a-\n`, 'live/web.yaml': web },
    { changing: ['live/kustomization.yaml'], unlisted: [] },
  ],
  [
    'one that fetches',
    { 'live/kustomization.yaml': lists('https://example.com/web'), 'live/web.yaml': web },
    { changing: ['live/kustomization.yaml'], unlisted: [] },
  ],
  [
    'one that lists what is not there',
    { 'live/kustomization.yaml': lists('web.yaml', 'gone.yaml'), 'live/web.yaml': web },
    { changing: ['live/kustomization.yaml'], unlisted: [] },
  ],
  [
    'a component is no kustomization of its own',
    { 'live/kustomization.yaml': 'kind: Component\nresources: [web.yaml]\n', 'live/web.yaml': web },
    { changing: ['live/kustomization.yaml'], unlisted: [] },
  ],
  [
    'an empty one',
    { 'live/kustomization.yaml': '', 'live/web.yaml': web },
    { changing: ['live/kustomization.yaml'], unlisted: [] },
  ],
]

for (const [name, files, found] of rows)
  test(`kustomized: ${name}`, () => {
    const root = mkdtempSync(join(tmpdir(), 'seaworthy-kustomized-'))
    try {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(root, path)), { recursive: true })
        writeFileSync(join(root, path), text)
      }
      assert.deepEqual(kustomizedIn(readFolder(root)), found)
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  })
