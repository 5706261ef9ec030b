import { makeNamespace } from '../admission/namespace.ts'
import type { ApiServer } from '../apiserver.ts'
import { isObject, type JsonObject } from '../json.ts'
import type { PodPlan, Question, Scene } from './scene.ts'
import { namespaces, priorityClasses, runtimeClasses } from './vocabulary.ts'
import { uidOf } from './world.ts'

/** Makes ready what pods name, and waits until the server knows of it. */
export async function prepare(api: ApiServer): Promise<void> {
  for (const name of namespaces) await makeNamespace(api, name)
  for (const one of priorityClasses) await create(api, 'scheduling.k8s.io/v1', 'PriorityClass', one)
  for (const one of runtimeClasses) await create(api, 'node.k8s.io/v1', 'RuntimeClass', { handler: 'runc', ...one })
  for (const { name } of runtimeClasses) await untilKnown(api, { runtimeClassName: name })
  for (const { name } of priorityClasses) await untilKnown(api, { priorityClassName: name })
}

interface Named {
  readonly name: string
  readonly [field: string]: unknown
}

async function create(api: ApiServer, apiVersion: string, kind: string, { name, ...fields }: Named): Promise<void> {
  const path = `/apis/${apiVersion}/${kind.toLowerCase()}es`
  const { status, body } = await api.request('POST', path, {
    apiVersion,
    kind,
    metadata: { name },
    ...(fields as JsonObject),
  })
  if (status !== 201 && status !== 409) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
}

async function untilKnown(api: ApiServer, spec: JsonObject): Promise<void> {
  const metadata = { name: 'probe', namespace: 'default' }
  const raw = { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers: [{ name: 'c', image: 'x' }], ...spec } }
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await admitted(api, { raw, since: {} })
    if (!('refused' in answer)) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`the API server does not come to know ${JSON.stringify(spec)}`)
}

/** The pods of a scene as the server returns them, and the scene without those that it refuses. */
export interface AdmittedScene {
  readonly scene: Scene
  readonly question: Question
  /** What the server said to the others. */
  readonly refused: readonly string[]
}

export async function admit(api: ApiServer, scene: Scene): Promise<AdmittedScene> {
  const [standing, ask] = await Promise.all([admitAll(api, scene.standing), admitAll(api, scene.ask)])
  const { nodes, others } = scene
  return {
    scene: { nodes, others, standing: standing.plans, ask: ask.plans },
    question: { nodes, others, pods: standing.pods, ask: ask.pods },
    refused: [...standing.refused, ...ask.refused],
  }
}

async function admitAll(api: ApiServer, plans: readonly PodPlan[]) {
  const all = { plans: [] as PodPlan[], pods: [] as JsonObject[], refused: [] as string[] }
  const answers = await Promise.all(plans.map((plan) => admitted(api, plan)))
  for (const [at, plan] of plans.entries()) {
    const answer = answers[at]
    if (answer && 'refused' in answer) all.refused.push(String(answer.refused))
    else if (answer) {
      all.plans.push(plan)
      all.pods.push(answer)
    }
  }
  return all
}

type Admitted = JsonObject | { readonly refused: string }

/** One pod by dry run, then what has come to it since. */
async function admitted(api: ApiServer, { raw, since }: PodPlan): Promise<Admitted> {
  const { namespace, name } = raw.metadata as { namespace: string; name: string }
  const path = `/api/v1/namespaces/${namespace}/pods`
  const { status, body } = await api.request('POST', path, raw, { dryRun: true, fieldValidation: 'Strict' })
  if (status !== 201 || !isObject(body)) return { refused: isObject(body) ? String(body.message) : String(body) }
  // Two runs must ask the same: the server invents an identity and a time.
  const { managedFields: _, creationTimestamp: __, ...metadata } = body.metadata as JsonObject
  const { deletionTimestamp, nodeName } = since
  return {
    ...body,
    metadata: {
      ...metadata,
      uid: uidOf(namespace, name),
      ...(deletionTimestamp && { deletionTimestamp, deletionGracePeriodSeconds: 30 }),
    },
    spec: { ...(body.spec as JsonObject), ...(nodeName && { nodeName }) },
    status: { ...(body.status as JsonObject), ...since.status },
  }
}
