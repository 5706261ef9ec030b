import type { ApiServer, Reply } from '../apiserver.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import { controllerPods, objectIn } from './controller-pods.ts'
import { makeNamespace } from './namespace.ts'
import type { Scenario } from './scenario.ts'
import { type Answer, answerOf } from './server.ts'

let made = 0

/** A new namespace with the bounds of a scenario; `refused` where the server does not take the bounds themselves. */
export async function makeBounds(
  api: ApiServer,
  { ranges, quotas, workloads }: Scenario,
): Promise<{ name: string; refused?: string }> {
  const name = `fresh-${++made}`
  await makeNamespace(api, name)
  const path = `/api/v1/namespaces/${name}`
  for (const account of accountsOf(workloads))
    await api.request('POST', `${path}/serviceaccounts`, serviceAccount(account))
  for (const [list, kind] of [
    [ranges, 'limitranges'],
    [quotas, 'resourcequotas'],
  ] as const) {
    for (const one of list) {
      const answer = answerOf(await api.request('POST', `${path}/${kind}`, withoutNamespace(one)))
      if (!answer.accepted) return { name, refused: answer.says }
    }
  }
  for (const quota of quotas) await setUsed(api, name, quota, {})
  return { name }
}

/** Writes a quota's status as its controller would: nothing is enforced before. */
export async function setUsed(api: ApiServer, namespace: string, quota: JsonObject, used: JsonObject): Promise<void> {
  const hard = objectIn(objectIn(quota, 'spec'), 'hard')
  const zero = Object.fromEntries(Object.keys(hard).map((resource) => [resource, '0']))
  const path = `/api/v1/namespaces/${namespace}/resourcequotas/${objectIn(quota, 'metadata').name}/status`
  const body = { status: { hard, used: { ...zero, ...used } } }
  const reply = await api.request('PATCH', path, body, { contentType: 'application/merge-patch+json' })
  if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
}

export async function usedOf(api: ApiServer, namespace: string, quota: JsonObject): Promise<JsonObject> {
  const { body } = await api.request(
    'GET',
    `/api/v1/namespaces/${namespace}/resourcequotas/${objectIn(quota, 'metadata').name}`,
  )
  return isObject(body) ? objectIn(objectIn(body, 'status'), 'used') : {}
}

/** Really creates pods of a workload, one after the other, until one is refused. */
export async function createPods(
  api: ApiServer,
  namespace: string,
  workload: JsonObject,
  wanted: number,
): Promise<{ created: number; answer?: Answer }> {
  const pods = controllerPods(workload)
  for (let at = 0; pods !== undefined && at < wanted; at++) {
    const reply: Reply = await api.request('POST', `/api/v1/namespaces/${namespace}/pods`, pods.pod(at))
    const answer = answerOf(reply)
    if (!answer.accepted) return { created: at, answer }
  }
  return { created: wanted }
}

function accountsOf(workloads: readonly JsonObject[]): readonly string[] {
  const names = workloads.map((workload) => {
    const name = objectIn(controllerPods(workload)?.pod(0) ?? {}, 'spec').serviceAccountName
    return typeof name === 'string' && name !== '' ? name : 'default'
  })
  return [...new Set(names)].filter((name) => name !== 'default')
}

function serviceAccount(name: string): Json {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name } }
}

function withoutNamespace(manifest: JsonObject): JsonObject {
  const { namespace: _, ...metadata } = objectIn(manifest, 'metadata')
  return { ...manifest, metadata }
}
