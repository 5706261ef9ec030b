// Members that vote, recognised by what their own containers are told: an image that is known to elect, and the list of its
// voters in its settings. An image alone is no proof: it may run as a single server, or as an observer.

import type { Estate, FactOf } from '../../estate/estate.ts'
import { imageOf } from '../../knowledge/image-reference.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { type Fields, fieldsIn, fieldsOf, listOf, textOf } from '../pods/untrusted.ts'

interface Electing {
  readonly image: RegExp
  /** Environment variables that list the voters, and the argument that does. */
  readonly env: readonly string[]
  readonly args?: RegExp
}

// Settings: https://hub.docker.com/_/zookeeper (ZOO_SERVERS), https://etcd.io/docs/v3.6/op-guide/clustering (static),
// https://kafka.apache.org/documentation/#kraft_voter, https://developer.hashicorp.com/consul/docs/reference/agent (bootstrap-expect).
const electing: readonly Electing[] = [
  { image: /(^|\/)zookeeper$/, env: ['ZOO_SERVERS'] },
  { image: /(^|\/)etcd$/, env: ['ETCD_INITIAL_CLUSTER'], args: /--initial-cluster[= ](\S+=\S+,\S+)/ },
  {
    image: /(^|\/)(cp-)?kafka$/,
    env: [
      'KAFKA_CONTROLLER_QUORUM_VOTERS',
      'KAFKA_CFG_CONTROLLER_QUORUM_VOTERS',
      'KAFKA_CONTROLLER_QUORUM_BOOTSTRAP_SERVERS',
    ],
  },
  { image: /(^|\/)consul$/, env: [], args: /-bootstrap-expect[= ](\d+)/ },
]

/** StatefulSets of two members and more that elect, as facts that their own containers carry; sorted as the pods are. */
export function electionsIn(estate: Estate, pods: readonly PodClass[]): readonly FactOf<'elects'>[] {
  return pods
    .filter((pod) => pod.kind === 'StatefulSet' && pod.count >= 2 && isElecting(pod, estate))
    .map(({ workload, name, namespace, source, environment = namespace }) => ({
      trait: 'elects',
      name,
      voters: [workload],
      standing: { is: 'carried', by: workload },
      source,
      component: name,
      environment,
    }))
}

function isElecting({ spec, namespace, count }: PodClass, estate: Estate): boolean {
  return fieldsIn(spec.containers).some((container) => {
    const repository = imageOf(textOf(container.image) ?? '')?.repository
    const found = electing.find(({ image }) => repository !== undefined && image.test(repository))
    if (!found) return false
    const settings = settingsOf(container, namespace, estate).filter(({ name }) => found.env.includes(name))
    const words = [...listOf(container.command), ...listOf(container.args)].filter((word) => typeof word === 'string')
    const said = found.args?.exec(words.join(' '))?.[1]
    const lists = [...settings.map(({ value }) => value), ...(said === undefined ? [] : [said])]
    // A longer list has voters elsewhere, and how many of them stand where is not known here.
    return lists.length > 0 && lists.every((list) => votersIn(list) <= count)
  })
}

/** `a,b,c` and `server.1=a server.2=b` name voters; a number is how many are expected. */
function votersIn(list: string): number {
  return /^\d+$/.test(list) ? Number(list) : list.split(/[\s,]+/).filter(Boolean).length
}

/** The variables that a container is given, one by one or by a whole ConfigMap; those whose value nobody shows are left out. */
function settingsOf(
  container: Fields,
  namespace: string,
  { objects }: Estate,
): readonly { readonly name: string; readonly value: string }[] {
  const pair = (name: unknown, value: unknown) =>
    textOf(name) && textOf(value) ? [{ name: `${name}`, value: `${value}` }] : []
  const own = fieldsIn(container.env).flatMap(({ name, value }) => pair(name, value))
  const from = fieldsIn(container.envFrom).flatMap(({ configMapRef, prefix }) => {
    const ref = `ConfigMap/${namespace}/${textOf(fieldsOf(configMapRef).name) ?? ''}`
    const data = fieldsOf(objects.find((object) => object.ref === ref)?.manifest.data)
    return Object.entries(data).flatMap(([key, value]) => pair(`${textOf(prefix) ?? ''}${key}`, value))
  })
  return [...own, ...from]
}
