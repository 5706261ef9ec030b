// What an account is granted it can use at the API server alone: pods that are cut off from it have rights for nothing, or
// fail where they use them. `kubectl exec` goes that way too, and not straight to the pod.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import { connection } from '../../engine/reachability/connection.ts'
import { grantedAccounts } from '../../estate/granted-accounts.ts'
import { fieldsAt, fieldsIn } from '../../estate/import/fields.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { type Finding, part } from '../define.ts'
import type { View } from '../world.ts'
import { callerName } from './caller-name.ts'
import { connectionParts } from './connection-parts.ts'
import type { ConnectionRules } from './connection-words.ts'
import { reachable } from './reachable.ts'

const apiServer = 'kube-apiserver'

export type ApiRules = ConnectionRules & {
  granted: { readonly account: string; readonly binding: Ref; readonly may: readonly string[] }
}

/** The words for that rule. */
export const apiWords = {
  granted: ({ account, binding, may }: ApiRules['granted']) =>
    `${partsOf(binding).name} allows ${account} ${may.length === 0 ? 'something' : `to ${may.join('; to ')}`}: the API server alone gives that`,
}

/** One for each workload with a policy on its way out, whose account is granted something and mounted. */
export function* apiCalls(view: View): Generator<Finding<ApiRules>> {
  const granted = grantedAccounts(view.estate.objects)
  if (granted.size === 0) return
  for (const pod of view.pods) {
    const account = accountOf(pod)
    const [binding] = (account && granted.get(`${pod.namespace}/${account}`)) || []
    if (account && binding && isIsolated(pod, view)) yield findingOf(pod, account, binding, view)
  }
}

function accountOf({ spec, count }: PodClass): string | undefined {
  const { serviceAccountName, automountServiceAccountToken } = spec
  if (automountServiceAccountToken === false || count === 0) return undefined
  // The default account of a namespace is everybody's: what it is granted is no sign of who uses it.
  return typeof serviceAccountName === 'string' && serviceAccountName !== 'default' ? serviceAccountName : undefined
}

// Where nothing isolates a pod there is nothing to judge.
function isIsolated({ workload, source }: PodClass, view: View): boolean {
  const r = reachable(view)
  return !source.live && (r.isolating.egress[r.classOf.get(workload) ?? -1] ?? []).length > 0
}

function findingOf(pod: PodClass, account: string, binding: Ref, view: View): Finding<ApiRules> {
  const { cluster, api } = view.estate
  const { namespace } = pod
  const environment = pod.environment ?? namespace
  return {
    id: [environment, callerName(pod.workload, view), apiServer],
    environment,
    cluster,
    says: `${pod.name} reaches the API server`,
    source: pod.source,
    about: [pod.workload, binding],
    parts: [
      part('granted', true, { account, binding, may: rightsOf(binding, view) }),
      ...(api?.at.toSorted() ?? [undefined]).flatMap((address) =>
        connectionParts(
          connection(reachable(view), {
            from: pod.workload,
            to: { outside: apiServer, ...(address !== undefined && { address }) },
            ...(api && { port: api.port }),
            denied: view.denied,
            asMeant: true,
          }),
          {
            from: pod.name,
            to: address === undefined ? 'the API server' : `the API server (${address})`,
            at: api ? `TCP ${api.port}` : '',
            fromNamespace: namespace,
            toNamespace: '',
          },
          view,
        ),
      ),
    ],
  }
}

/** `create, get, list pods, pods/exec`. */
function rightsOf(binding: Ref, { estate }: View): readonly string[] {
  const bound = estate.objects.find(({ ref }) => ref === binding)
  const { kind, name } = fieldsAt(bound?.manifest, 'roleRef')
  const { namespace } = partsOf(binding)
  const role = estate.objects.find(({ ref }) => ref === `${kind}/${kind === 'Role' ? namespace : ''}/${name}`)
  return fieldsIn(role?.manifest.rules).map(
    ({ verbs, resources, nonResourceURLs }) => `${listed(verbs)} ${listed(resources ?? nonResourceURLs)}`,
  )
}

function listed(value: unknown): string {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(', ') : ''
}
