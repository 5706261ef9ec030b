// One file among 1,000 that cannot be read: the rest is judged, what depends on it is unknown by name.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../bin/seaworthy.mjs', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'seaworthy-unreadable-'))
after(() => rmSync(scratch, { recursive: true, force: true }))

interface Judged {
  readonly exit: number | null
  readonly verdicts: readonly {
    readonly id: string
    readonly verdict: string
    readonly because: readonly {
      readonly truth: boolean | null
      readonly says: string
      readonly rows: readonly string[][]
    }[]
  }[]
  readonly unread: readonly { readonly file: string; readonly line: number; readonly says: string }[]
}

const apps = Array.from({ length: 333 }, (_, at) => `app-${String(at).padStart(3, '0')}`)

for (const app of apps) {
  write(
    `${app}.deployment.yaml`,
    `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${app}, namespace: shop}
spec:
  replicas: 1
  selector: {matchLabels: {app: ${app}}}
  template:
    metadata: {labels: {app: ${app}}}
    spec:
      containers: [{name: app, image: "registry.example.com/app:1", envFrom: [{configMapRef: {name: ${app}}}]}]
`,
  )
  write(
    `${app}.service.yaml`,
    `apiVersion: v1
kind: Service
metadata: {name: ${app}, namespace: shop}
spec: {selector: {app: ${app}}, ports: [{port: 80}]}
`,
  )
  write(`${app}.settings.yaml`, settings(app))
}
write(
  'node.yaml',
  'apiVersion: v1\nkind: Node\nmetadata: {name: one}\nstatus: {allocatable: {cpu: "64", memory: 256Gi, pods: "500"}}\n',
)

function settings(app: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${app}\n  namespace: shop\ndata:\n  level: info\n`
}

function write(file: string, text: string): void {
  writeFileSync(join(scratch, file), text)
}

function judged(): Judged {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [command, 'check', scratch, '--at', '2026-11-21', '--format', 'json'],
    { env: { HOME: scratch }, encoding: 'utf8', maxBuffer: 2 ** 28 },
  )
  assert.ok(stdout.startsWith('{'), stderr)
  return { exit: status, ...JSON.parse(stdout) }
}

const verdictsOf = ({ verdicts }: Judged) => new Map(verdicts.map(({ id, verdict }) => [id, verdict]))

suite('one unreadable file among 1,000', () => {
  const whole = judged()
  write('app-007.settings.yaml', `${settings('app-007')}  - broken\n`)
  const cut = judged()

  test('nothing is unread and nothing unknown while all can be read', () => {
    assert.deepEqual([whole.exit, whole.unread], [0, []])
    assert.ok(whole.verdicts.length > 1000)
    assert.deepEqual(
      whole.verdicts.filter(({ verdict }) => verdict === 'unknown'),
      [],
    )
  })

  test('the file is told with its line, and the run ends with 2', () => {
    assert.equal(cut.exit, 2)
    assert.deepEqual(
      cut.unread.map(({ file, line }) => [file.slice(file.lastIndexOf('/') + 1), line]),
      [['app-007.settings.yaml', 8]],
    )
  })

  test('what depends on it is unknown, and names it', () => {
    const [unknown, ...others] = cut.verdicts.filter(({ verdict }) => verdict === 'unknown')
    assert.deepEqual(others, [])
    assert.equal(unknown?.id, 'refers/shop/Deployment/app-007')
    const said = unknown?.because
      .filter(({ truth }) => truth === null)
      .flatMap(({ says, rows }) => [says, ...rows.flat()])
    assert.match(said?.join('\n') ?? '', /ConfigMap app-007.*app-007\.settings\.yaml/s)
  })

  test('the rest is judged as before', () => {
    const [before, now] = [verdictsOf(whole), verdictsOf(cut)]
    const gone = [...before.keys()].filter((id) => !now.has(id))
    assert.ok(
      gone.every((id) => id.includes('ConfigMap/app-007')),
      gone.join(', '),
    )
    for (const [id, verdict] of now) if (!id.includes('app-007')) assert.equal(verdict, before.get(id), id)
  })
})
