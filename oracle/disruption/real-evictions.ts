// The same evictions, really asked for: pods, their controllers and budgets are made in a namespace of their own.

import { setTimeout as pause } from 'node:timers/promises'
import { makeNamespace } from '../admission/namespace.ts'
import type { ApiServer, Reply } from '../apiserver.ts'
import { isObject, type Json, type JsonObject, sameText } from '../json.ts'
import type { AskedPod, CountedCase, EvictionCase } from './eviction.ts'
import { ourEvictions, ownerOf } from './eviction.ts'
import { budgetBody, podBody, storedStatus, workloadBody } from './eviction-bodies.ts'

/** A namespace of the server. */
interface Place {
  readonly core: string
  readonly apps: string
  readonly budgets: string
  readonly ask: ApiServer['request']
}

const merging = { contentType: 'application/merge-patch+json' }
// The controller counts within half a second; on a busy machine it may take its time.
const [longestMs, nudgedMs] = [10_000, 700]
let made = 0

/** Code and cause of each eviction, and for counted ones what stood in the status before it. */
export async function realEvictions({ request }: ApiServer, asked: EvictionCase): Promise<Json> {
  const namespace = `evict-${++made}`
  await makeNamespace({ request } as ApiServer, namespace)
  const place: Place = {
    core: `/api/v1/namespaces/${namespace}`,
    apps: `/apis/apps/v1/namespaces/${namespace}`,
    budgets: `/apis/policy/v1/namespaces/${namespace}/poddisruptionbudgets`,
    ask: request,
  }
  return asked.is === 'stored' ? storedEviction(place, asked) : countedEvictions(place, asked)
}

async function storedEviction(place: Place, { pod, budgets }: Extract<EvictionCase, { is: 'stored' }>): Promise<Json> {
  await makePod(place, pod, undefined)
  for (const budget of budgets) {
    await must(place.ask('POST', place.budgets, budgetBody(budget)))
    await must(place.ask('PATCH', `${place.budgets}/${budget.name}/status`, text(storedStatus(budget)), merging))
  }
  return [said(await evicted(place, pod.name))]
}

async function countedEvictions(place: Place, asked: CountedCase): Promise<Json> {
  const uids = new Map<string, string>()
  for (const workload of asked.workloads) {
    const path = (kind: string) =>
      kind === 'ReplicationController' ? `${place.core}/replicationcontrollers` : `${place.apps}/${kind.toLowerCase()}s`
    const uid = uidOf(await must(place.ask('POST', path(workload.kind), workloadBody(workload))))
    uids.set(workload.name, uid)
    if (workload.kind !== 'Deployment') continue
    const set = workloadBody({ name: workload.name, kind: 'ReplicaSet', replicas: 1 }, uid)
    uids.set(workload.name, uidOf(await must(place.ask('POST', path('ReplicaSet'), set))))
  }
  for (const pod of asked.pods) {
    const owner = ownerOf(pod, asked.workloads)
    await makePod(
      place,
      pod,
      owner && { ...owner, uid: uids.get(owner.name) ?? `${owner.name}-gone`, controller: true },
    )
  }
  for (const budget of asked.budgets) await must(place.ask('POST', place.budgets, budgetBody(budget)))

  const turns: Json[] = []
  for (const expected of listOf(ourEvictions(asked))) {
    const statuses = await counted(place, asked, expected.statuses)
    turns.push({ pod: expected.pod ?? null, statuses, ...said(await evicted(place, `${expected.pod}`)) })
  }
  return turns
}

async function makePod({ core, ask }: Place, pod: AskedPod, owner: JsonObject | undefined): Promise<void> {
  await must(ask('POST', `${core}/pods`, podBody(pod, owner)))
  const conditions = [{ type: 'Ready', status: pod.ready ? 'True' : 'False' }]
  await must(
    ask('PATCH', `${core}/pods/${pod.name}/status`, text({ status: { phase: pod.phase, conditions } }), merging),
  )
  if (pod.terminating) await must(ask('DELETE', `${core}/pods/${pod.name}`))
}

/** What the controller has written once it is as expected, or after a long time. */
async function counted({ budgets, ask }: Place, asked: CountedCase, expected: Json | undefined): Promise<Json> {
  const started = performance.now()
  for (let nudges = 1; ; ) {
    const found: Json[] = []
    for (const { name } of asked.budgets) found.push(statusIn((await ask('GET', `${budgets}/${name}`)).body))
    const tookMs = performance.now() - started
    if (sameText(found) === sameText(expected) || tookMs > longestMs) return found
    // Of several budgets of a pod the controller looks at one only when the pod changes, and at the others when they do.
    if (tookMs > nudges * nudgedMs) {
      const nudge = text({ metadata: { annotations: { nudged: `${nudges++}` } } })
      for (const { name } of asked.budgets) await ask('PATCH', `${budgets}/${name}`, nudge, merging)
    }
    await pause(40)
  }
}

function statusIn(budget: Json): Json {
  const status = isObject(budget) && isObject(budget.status) ? budget.status : {}
  const [condition] = listOf(status.conditions ?? []).filter(({ type }) => type === 'DisruptionAllowed')
  const reason = condition?.reason ?? null
  const { disruptionsAllowed: allowed = 0, currentHealthy: current = 0, desiredHealthy: desired = 0 } = status
  if (reason === 'SyncFailed') return { reason, allowed }
  return { reason, allowed, current, desired, expected: status.expectedPods ?? 0 }
}

function evicted({ core, ask }: Place, name: string): Promise<Reply> {
  const body = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name } }
  return ask('POST', `${core}/pods/${name}/eviction`, body)
}

const causes: readonly (readonly [sentence: RegExp, why: string])[] = [
  [/more than one PodDisruptionBudget/, 'several budgets'],
  [/DisruptedPods map too big/, 'too many unconfirmed'],
  [/still being processed/, 'not counted yet'],
  [/because it failed sync/, 'not counted'],
  [/needs (\d+) healthy pods and has (\d+) currently/, 'too few healthy: $1 needed, $2 there'],
  [/does not allow evicting pods currently/, 'none allowed'],
]

function said({ status, body }: Reply): { code: number; why: string } {
  if (status === 201) return { code: 201, why: '' }
  const { message, details } = isObject(body) ? body : {}
  const [cause] = listOf(isObject(details) ? (details.causes ?? []) : [])
  const sentence = `${cause?.message ?? message ?? ''}`
  for (const [pattern, why] of causes) {
    const [found] = pattern.exec(sentence) ?? []
    if (found !== undefined) return { code: status, why: found.replace(pattern, why) }
  }
  return { code: status, why: sentence }
}

async function must(reply: Promise<Reply>): Promise<Json> {
  const { status, body } = await reply
  if (status > 299) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return body
}

function uidOf(object: Json): string {
  return isObject(object) && isObject(object.metadata) ? `${object.metadata.uid}` : ''
}

function listOf(json: Json): readonly JsonObject[] {
  return Array.isArray(json) ? json.filter(isObject) : []
}

function text(json: Json): string {
  return JSON.stringify(json)
}
