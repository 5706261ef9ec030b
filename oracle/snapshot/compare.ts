// `seaworthy snapshot` against a real API server, as an identity that may do much and as one that may do little: what the
// server's own audit log says was asked of it, and what the file holds.

import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { type ApiServer, guest, startApiServer } from '../apiserver.ts'
import { isObject, type Json, type JsonObject, readJson } from '../json.ts'
import { newTally, type Outcome } from '../outcome.ts'
import { built } from '../programs.ts'
import type { Suite } from '../suite.ts'
import { versions } from '../versions.ts'
import { liveStatements, type Statement } from './live.ts'

const name = 'snapshot'

export const snapshot: Suite = {
  name,
  comparisons: [name],
  needs: () => ['etcd', 'kube-apiserver', 'kubectl'],
  ask: async (_, __, tell) => tell.outcome(await compareSnapshot(tell.line)),
  answeredBy: () => `kube-apiserver ${versions.kubernetes}`,
}

const command = join(import.meta.dirname, '../../bin/seaworthy.mjs')
const hidden = 'hunter2-never-to-be-seen'

/** Takes both pictures; each statement about them that does not hold is a disagreement. */
async function compareSnapshot(tell: (line: string) => void): Promise<Outcome> {
  const started = performance.now()
  const kubectl = await built('kubectl', tell)
  const folder = await mkdtemp(join(tmpdir(), 'seaworthy-oracle-snapshot-'))
  const api = await startApiServer(tell)
  try {
    await furnish(api)
    const place = { api, kubectl, folder }
    const statements = [...(await byAdmin(place)), ...(await byGuest(place)), ...(await besideFiles(place))]
    const tally = newTally()
    for (const { says, holds, found } of statements) {
      if (holds) tally.passed++
      else {
        tally.failed++
        tally.disagreements.push({ comparison: name, asked: { says }, ours: true, theirs: found })
      }
    }
    const tookSeconds = (performance.now() - started) / 1000
    return { comparison: name, says: 'snapshot: reads, and what it says of them', ...tally, tookSeconds }
  } finally {
    await api.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

interface Place {
  readonly api: ApiServer
  readonly kubectl: string
  readonly folder: string
}

async function byAdmin(place: Place): Promise<readonly Statement[]> {
  const { code, text, out } = await taken(place, 'admin', place.api.door.adminToken)
  const secrets = (await audited(place.api)).filter((event) => userOf(event) === 'oracle' && readsSecrets(event))
  return [
    is('an identity that may read all ends with 0', code === 0, out),
    is('it holds the Deployment', /^kind: Deployment$/m.test(text), out),
    is('it holds no Secret', !/^kind: Secret$/m.test(text), out),
    is('it holds no value of a Secret or a ConfigMap', !text.includes(hidden), out),
    is('no Secret was read, though it might', secrets.length === 0, secrets.map(shortOf)),
  ]
}

async function byGuest(place: Place): Promise<readonly Statement[]> {
  const { code, text, out } = await taken(place, 'guest', place.api.door.guestToken)
  const asked = (await audited(place.api)).filter((event) => userOf(event) === guest)
  const others = asked.filter(({ verb }) => verb !== 'get' && verb !== 'list')
  return [
    is('an identity that may read little ends with 2', code === 2, out),
    is('it is told what it was not allowed to read', /not allowed to read: .*nodes/.test(out), out),
    is('it is not told of what it was allowed to read', !/not allowed to read: .*deployments\.apps/.test(out), out),
    is('the file says so too', /resource: networkpolicies/.test(text), out),
    is('it holds the Deployment that it may read', /^kind: Deployment$/m.test(text), out),
    is('the server was asked at all', asked.length > 20, asked.length),
    is('it was asked by get and list alone', others.length === 0, others.map(shortOf)),
    is('it was not asked for Secrets', !asked.some(readsSecrets), asked.filter(readsSecrets).map(shortOf)),
  ]
}

async function besideFiles({ api, kubectl, folder }: Place): Promise<readonly Statement[]> {
  const config = join(folder, 'admin.yaml')
  return await liveStatements({ api, kubectl, folder, config, command, env: withTools(dirname(kubectl)) })
}

function is(says: string, holds: boolean, found: Json): Statement {
  return { says, holds, found }
}

async function taken({ api, kubectl, folder }: Place, name: string, token: string) {
  const config = join(folder, `${name}.yaml`)
  await writeFile(config, kubeconfig(api, name, token), { mode: 0o600 })
  const file = join(folder, `${name}-snapshot.yaml`)
  const args = ['snapshot', '--context', name, '--kubeconfig', config, '--out', file]
  const ended = await run([command, ...args], dirname(kubectl))
  return { ...ended, text: await readFile(file, 'utf8').catch(() => '') }
}

function run(args: readonly string[], tools: string): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, args, { env: withTools(tools), stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      out += chunk
    })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out }))
  })
}

function withTools(folder: string): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` }
}

function kubeconfig({ door }: ApiServer, name: string, token: string): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster: { server: door.url, 'certificate-authority': door.caFile } }],
    users: [{ name, user: { token } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
  })
}

async function audited({ door }: ApiServer): Promise<readonly JsonObject[]> {
  const lines = (await readFile(door.auditLog, 'utf8')).split('\n').filter(Boolean)
  return lines.map((line) => readJson(line)).filter(isObject)
}

function userOf({ user }: JsonObject): Json {
  return isObject(user) ? (user.username ?? null) : null
}

function readsSecrets({ verb, objectRef }: JsonObject): boolean {
  return isObject(objectRef) && objectRef.resource === 'secrets' && ['get', 'list', 'watch'].includes(`${verb}`)
}

function shortOf({ verb, requestURI }: JsonObject): string {
  return `${verb} ${requestURI}`
}

const shop = '/api/v1/namespaces/snapshot-shop'
const labels = { app: 'orders' }
const template = { metadata: { labels }, spec: { containers: [{ name: 'orders', image: 'orders:1' }] } }
const rights = [
  { apiGroups: [''], resources: ['pods', 'services', 'configmaps', 'namespaces'], verbs: ['get', 'list'] },
  { apiGroups: ['apps', 'batch'], resources: ['*'], verbs: ['get', 'list'] },
]
const rbac = 'rbac.authorization.k8s.io'

const furniture: readonly (readonly [path: string, object: JsonObject])[] = [
  ['/api/v1/namespaces', { metadata: { name: 'snapshot-shop' } }],
  [`${shop}/secrets`, { metadata: { name: 'orders' }, stringData: { token: hidden } }],
  [`${shop}/configmaps`, { metadata: { name: 'orders' }, data: { url: hidden } }],
  [
    '/apis/apps/v1/namespaces/snapshot-shop/deployments',
    { metadata: { name: 'orders' }, spec: { selector: { matchLabels: labels }, template } },
  ],
  [`/apis/${rbac}/v1/clusterroles`, { metadata: { name: 'snapshot' }, rules: rights }],
  [
    `/apis/${rbac}/v1/clusterrolebindings`,
    {
      metadata: { name: 'snapshot' },
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: 'snapshot' },
      subjects: [{ apiGroup: rbac, kind: 'User', name: guest }],
    },
  ],
]

async function furnish(api: ApiServer): Promise<void> {
  for (const [path, object] of furniture) {
    const { status, body } = await api.request('POST', path, object)
    if (status !== 201) throw new Error(`POST ${path} answers ${status}: ${JSON.stringify(body)}`)
  }
}
