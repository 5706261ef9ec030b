// A picture of a cluster: every resource of the list is asked for with `kubectl get`, and what was refused is told.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Fields, fieldsAt, fieldsIn } from '../../estate/import/fields.ts'
import { parseJson } from '../../kubernetes/parse-json.ts'
import { byCodePoint } from '../../platform/order.ts'
import { Refusal } from '../refusal.ts'
import { listCommand, type Target, versionCommand } from './commands.ts'
import { kubectl, type Ran } from './kubectl.ts'
import { pruned } from './pruned.ts'
import { type Resource, resources } from './resources.ts'
import { withoutEnded } from './without-ended.ts'

export interface Taken {
  /** `{ gitVersion: 'v1.34.2', minor: '1.34' }`. */
  readonly server: { readonly gitVersion: string; readonly minor: string }
  readonly objects: readonly Fields[]
  readonly read: readonly { readonly resource: string; readonly objects: number }[]
  /** Refused by the cluster's access rules: what it holds of them is unknown. */
  readonly notAllowed: readonly { readonly resource: string; readonly kind: string }[]
  /** The cluster has no such resource. */
  readonly notServed: readonly string[]
}

export interface Watching {
  /** Called when a resource was asked for. */
  readonly told: (done: number, all: number) => void
  readonly signal: AbortSignal
}

/** Throws a Refusal where the cluster cannot be reached, or answers what kubectl cannot read. */
export async function take(target: Target, { told, signal }: Watching): Promise<Taken> {
  const cache = await mkdtemp(join(tmpdir(), 'seaworthy-kubectl-'))
  const run = (command: readonly string[]) => kubectl(command, cache, signal)
  try {
    const server = serverOf(await run(versionCommand(target)), target)
    let done = 0
    const lists = await inParallel(resources, 4, async (resource) => {
      const list = await listed(resource, target, run)
      done += 1
      told(done, resources.length)
      return list
    })
    return { server, ...together(lists) }
  } finally {
    await rm(cache, { recursive: true, force: true })
  }
}

type Run = (command: readonly string[]) => Promise<Ran>

interface Listed {
  readonly resource: Resource
  readonly is: 'read' | 'not-allowed' | 'not-served'
  readonly objects: readonly Fields[]
}

async function listed(resource: Resource, target: Target, run: Run): Promise<Listed> {
  const places = target.namespaces.length > 0 ? target.namespaces : [undefined]
  const lists: Listed[] = []
  for (const namespace of places)
    lists.push(answerOf(resource, await run(listCommand(resource.name, namespace, target)), target))
  const refused = lists.find(({ is }) => is !== 'read')
  // A cluster-wide resource answers the same for every namespace.
  const objects = new Map(lists.flatMap((list) => list.objects.map((object) => [keyOf(object), object])))
  return { resource, is: refused?.is ?? 'read', objects: [...objects.values()] }
}

function answerOf(resource: Resource, { code, out, err }: Ran, target: Target): Listed {
  if (code === 0) return { resource, is: 'read', objects: itemsOf(out, resource) }
  if (/\(Forbidden\)|forbidden:/i.test(err)) return { resource, is: 'not-allowed', objects: [] }
  if (/doesn't have a resource type|\(NotFound\)/.test(err)) return { resource, is: 'not-served', objects: [] }
  throw unanswered(`${resource.name}: ${firstLine(err)}`, target)
}

function itemsOf(out: string, { name, kind }: Resource): readonly Fields[] {
  const list = parseJson(out)
  const found = fieldsIn(fieldsAt({ list }, 'list').items)
  // What was not asked for is not kept, whoever answered.
  const stranger = found.find((object) => object.kind !== kind)
  if (stranger) throw new Error(`kubectl get ${name} answered with a ${stranger.kind}`)
  return found.map(pruned).filter((object) => object !== undefined)
}

function together(all: readonly Listed[]): Omit<Taken, 'server'> {
  const kept = new Set(withoutEnded(all.flatMap(({ objects }) => objects)))
  const lists = all.map((list) => ({ ...list, objects: list.objects.filter((object) => kept.has(object)) }))
  const of = (is: Listed['is']) => lists.filter((list) => list.is === is)
  return {
    objects: lists.flatMap(({ objects }) => [...objects].sort((a, b) => byCodePoint(keyOf(a), keyOf(b)))),
    read: of('read').map(({ resource, objects }) => ({ resource: resource.name, objects: objects.length })),
    notAllowed: of('not-allowed').map(({ resource }) => ({ resource: resource.name, kind: resource.kind })),
    notServed: of('not-served').map(({ resource }) => resource.name),
  }
}

function keyOf(object: Fields): string {
  const { namespace = '', name } = fieldsAt(object, 'metadata')
  return `${object.kind}\0${namespace}\0${name}`
}

function serverOf({ code, out, err }: Ran, target: Target): Taken['server'] {
  if (code !== 0) throw unanswered(firstLine(err), target)
  const { gitVersion, major, minor } = JSON.parse(out) as { [field: string]: unknown }
  // Some distributions write `34+`.
  return { gitVersion: `${gitVersion}`, minor: `${major}.${`${minor}`.replace(/\D+$/, '')}` }
}

function unanswered(says: string, { context }: Target): Refusal {
  return new Refusal(`kubectl says: ${says}`, {
    doing: `take a snapshot of ${context}`,
    next: 'kubectl config get-contexts lists the contexts; kubectl get nodes with the same --context shows whether it answers',
  })
}

function firstLine(text: string): string {
  const lines = text.trim().split('\n')
  return lines.find((line) => !/^[EIW]\d{4} /.test(line)) ?? lines[0] ?? 'nothing'
}

async function inParallel<T, R>(items: readonly T[], most: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at] as T)
  }
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker))
  return results
}
