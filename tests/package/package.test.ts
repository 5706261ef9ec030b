// The package as a user gets it: packed, installed where no project is, and run on the user's own files.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { installPackage, olderNode, seaworthy } from './installed.ts'

const manifestBefore = readFileSync('package.json', 'utf8')
const { folder, remove } = installPackage()
after(remove)

// One service asks for more than the only node has.
const platform = `import { cluster, environment, node, platform, service } from 'seaworthy'

const racks = cluster('racks', {
  kubernetes: '1.33',
  nodes: [node('rack-1', { cpu: 4, memory: '16Gi' })],
})

const basket = service('basket', {
  image: 'shop/basket:1.4.2',
  listens: 8080,
  replicas: 1,
  requests: { cpu: 8, memory: '1Gi' },
})

export default platform('shop', {
  environments: [environment('live', { on: racks, namespace: 'shop', runs: [basket] })],
})
`

// A container asks for more than it may have: the API server refuses the Deployment.
const manifests = `apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: basket
  namespace: shop
spec:
  replicas: 2
  selector:
    matchLabels: { app: basket }
  template:
    metadata:
      labels: { app: basket }
    spec:
      containers:
        - name: basket
          image: shop/basket:1.4.2
          resources:
            requests: { cpu: 2 }
            limits: { cpu: 1 }
`

writeFileSync(join(folder, 'platform.ts'), platform)
mkdirSync(join(folder, 'manifests'))
writeFileSync(join(folder, 'manifests', 'basket.yaml'), manifests)

const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

interface Report {
  readonly verdicts: readonly { verdict: string; because: readonly { at?: { file: string; line: number } }[] }[]
}

function brokenPlaces(json: string): string[] {
  const { verdicts } = JSON.parse(json) as Report
  const reasons = verdicts.filter(({ verdict }) => verdict === 'broken').flatMap(({ because }) => because)
  return reasons.map(({ at }) => `${at?.file}:${at?.line}`)
}

test('packing leaves the checkout as it was', () => {
  assert.equal(readFileSync('package.json', 'utf8'), manifestBefore)
})

test('the package holds what it needs and nothing else', () => {
  const home = join(folder, 'node_modules', 'seaworthy')
  const files = globSync('**/*.*', { cwd: home }).filter((path) => !/^dist\/.+(?<!\.test)\.(js|d\.ts)$/.test(path))
  assert.deepEqual(files.sort(), [
    'CHANGELOG.md',
    'README.md',
    'bin/kept-script.mjs',
    'bin/own-modules.mjs',
    'bin/seaworthy.mjs',
    'bin/thread.mjs',
    'dist/cli/worker.cjs',
    'dist/cli/worker.licenses.txt',
    'package.json',
    'schema/promises.schema.json',
  ])
  assert.match(readFileSync(join(home, 'LICENSE'), 'utf8'), /Apache License/)
  const { devDependencies, optionalDependencies } = JSON.parse(manifestBefore) as Record<string, object>
  const tools = Object.keys({ ...devDependencies, ...optionalDependencies })
  assert.deepEqual(
    tools.filter((name) => existsSync(join(folder, 'node_modules', name))),
    [],
  )
})

test('a user’s own platform is judged, and the finding shows the line in the user’s file', () => {
  const line = `platform.ts:${lineOf(platform, 'service(')}`
  const { out, err, code } = seaworthy(folder, ['check', 'platform.ts'])
  assert.equal(err, '')
  assert.equal(code, 1, out)
  assert.ok(out.includes(line), out)
  assert.ok(brokenPlaces(seaworthy(folder, ['check', 'platform.ts', '--format', 'json']).out).includes(line))
})

test('what V8 compiled to judge a platform is kept for the next check, which says the same', () => {
  const cache = process.env.XDG_CACHE_HOME ?? join(folder, '..', 'home', '.cache')
  const kept = () =>
    globSync('seaworthy/node/*/judge.script', { cwd: cache }).map((path) => statSync(join(cache, path)).mtimeMs)
  const first = seaworthy(folder, ['check', 'platform.ts'])
  const before = kept()
  assert.notEqual(before.length, 0)
  assert.deepEqual(seaworthy(folder, ['check', 'platform.ts']), first)
  assert.deepEqual(kept(), before)
})

test('what became a part of ours comes with its licence', () => {
  const { dependencies } = JSON.parse(manifestBefore) as { dependencies: object }
  const licenses = readFileSync(join(folder, 'node_modules', 'seaworthy', 'dist', 'cli', 'worker.licenses.txt'), 'utf8')
  for (const name of Object.keys(dependencies)) assert.match(licenses, new RegExp(`^${name} [0-9.]+$`, 'm'))
  assert.match(licenses, /Permission is hereby granted/)
  assert.match(licenses, /Apache License/)
})

test('the user’s editor knows the types', () => {
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', 'platform.ts']
  const { stdout, status } = spawnSync('tsc', options, { cwd: folder, encoding: 'utf8' })
  assert.equal(stdout, '')
  assert.equal(status, 0)
})

test('a program asks the engines, and its editor knows the types', () => {
  const program = `import { admit } from 'seaworthy/engine'
const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'basket' }, spec: {} }
const [first] = admit(service, { minor: '1.36' }).refused
const says: string | undefined = first?.says
console.log(says)
`
  writeFileSync(join(folder, 'ask.mts'), program)
  const { stdout, stderr } = spawnSync(process.execPath, ['ask.mts'], { cwd: folder, encoding: 'utf8' })
  assert.equal(stderr, '')
  assert.match(stdout, /^spec\.ports is missing/)
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2024',
    '--lib',
    'es2024,dom',
    'ask.mts',
  ]
  assert.equal(spawnSync('tsc', options, { cwd: folder, encoding: 'utf8' }).stdout, '')
})

test('a user’s folder of manifests is judged, and the finding shows file and line', () => {
  const { out, err, code } = seaworthy(folder, ['check', './manifests'])
  assert.equal(err, '')
  assert.equal(code, 1, out)
  const place = `manifests/basket.yaml:${lineOf(manifests, 'requests:')}`
  assert.ok(out.includes(place), out)
  assert.ok(brokenPlaces(seaworthy(folder, ['check', './manifests', '--format', 'json']).out).includes(place))
})

test('a file that is not there ends in one sentence and one next step', () => {
  const { out, err, code } = seaworthy(folder, ['check', 'elsewhere.ts'])
  assert.equal(out, '')
  assert.match(err, /^seaworthy: .*elsewhere\.ts.*\nnext: .+\n$/s)
  assert.equal(code, 2)
})

const older = olderNode()

test('an older Node is told the next step', { skip: older ? false : 'this machine has no Node below 24' }, () => {
  const { err, code } = seaworthy(folder, ['check', 'platform.ts'], older)
  assert.match(err, /^(npm warn .*\n)*seaworthy: needs Node 24 or later, this is \S+\nnext: .+\n$/)
  assert.equal(code, 2)
})
