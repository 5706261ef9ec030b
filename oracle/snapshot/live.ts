// `seaworthy check --live` of an estate that a real API server holds: nothing that the server filled in is a difference,
// and the files are judged on its nodes as they are on nodes that are given beside.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { ApiServer } from '../apiserver.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'

const estate = join(import.meta.dirname, '../../estates/small-shop')
const manifests = join(estate, 'k8s')
const nodes = join(estate, 'nodes.yaml')

export interface Statement {
  readonly says: string
  readonly holds: boolean
  readonly found: Json
}

export interface LivePlace {
  readonly api: ApiServer
  readonly kubectl: string
  readonly folder: string
  /** A configuration of kubectl with the context `admin`, who may do all. */
  readonly config: string
  readonly command: string
  /** `snapshot` finds kubectl on it. */
  readonly env: NodeJS.ProcessEnv
}

/** Applies the small shop, takes its picture, and holds both against each other. */
export async function liveStatements(place: LivePlace): Promise<readonly Statement[]> {
  await applied(place)
  const file = join(place.folder, 'shop.yaml')
  const before = await checked(place, file)
  await place.api.request(
    'PATCH',
    '/apis/apps/v1/namespaces/shop/deployments/catalog',
    '{"spec":{"replicas":7}}',
    merging,
  )
  const after = await checked(place, join(place.folder, 'shop-after.yaml'))
  const given = await answer(place, ['--nodes', nodes])
  return [
    { says: 'most of the shop was compared', holds: Number(before.live.compared) > 40, found: before.live },
    { says: 'nothing differs', holds: fieldsOf(before.live).length === 0, found: before.live.differences ?? null },
    {
      says: 'a count that somebody changed differs, and nothing else',
      holds: fieldsOf(after.live).join() === 'Deployment/shop/catalog spec.replicas',
      found: after.live.differences ?? null,
    },
    {
      says: 'what is broken beside given nodes is broken on those of the cluster',
      holds: before.broken.join() === given.broken.join() && given.broken.length > 0,
      found: [before.broken, given.broken] as unknown as Json,
    },
  ]
}

function fieldsOf({ differences }: JsonObject): readonly string[] {
  return Array.isArray(differences) ? differences.filter(isObject).map(({ ref, field }) => `${ref} ${field}`) : []
}

// The namespace is there at the second time. Nodes that were
// shown to others lack what the schema wants of them.
async function applied({ kubectl, config, api }: LivePlace): Promise<void> {
  for (const what of [nodes, manifests, manifests])
    await output(kubectl, [
      'apply',
      '--validate=false',
      '--recursive',
      '--filename',
      what,
      '--kubeconfig',
      config,
      '--context',
      'admin',
    ])
  // Nobody here says that a node is ready, so the server keeps its taint.
  const { body } = await api.request('GET', '/api/v1/nodes')
  for (const { metadata } of itemsOf(body))
    await api.request(
      'PATCH',
      `/api/v1/nodes/${isObject(metadata) && metadata.name}`,
      '{"spec":{"taints":null}}',
      merging,
    )
}

const merging = { contentType: 'application/merge-patch+json' }

function itemsOf(list: Json): readonly JsonObject[] {
  return isObject(list) && Array.isArray(list.items) ? list.items.filter(isObject) : []
}

function output(command: string, args: readonly string[], env = process.env): Promise<string> {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'ignore'] })
  let text = ''
  child.stdout.on('data', (chunk) => {
    text += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => resolve(text))
  })
}

interface Checked {
  readonly broken: readonly string[]
  readonly live: JsonObject
}

async function checked(place: LivePlace, file: string): Promise<Checked> {
  const args = ['snapshot', '--context', 'admin', '--kubeconfig', place.config, '--out', file]
  await output(process.execPath, [place.command, ...args], place.env)
  return answer(place, ['--live', file])
}

async function answer(place: LivePlace, more: readonly string[]): Promise<Checked> {
  const args = ['check', manifests, ...more, '--kubernetes', '1.36', '--at', '2026-11-21', '--format', 'json']
  const whole: unknown = JSON.parse(await output(process.execPath, [place.command, ...args], place.env))
  const { verdicts, live } = whole as JsonObject
  const broken = (Array.isArray(verdicts) ? verdicts : [])
    .filter(isObject)
    .filter(({ verdict }) => verdict === 'broken')
  const [only] = Array.isArray(live) ? live : []
  return { broken: broken.map(({ id }) => `${id}`), live: isObject(only) ? only : {} }
}
