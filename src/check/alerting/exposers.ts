// Who exposes a metric in an environment, as far as it is declared.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import { textOf } from '../../engine/pods/untrusted.ts'
import type { FactOf } from '../../estate/estate.ts'
import { exporterInImage, exporterOf } from '../../knowledge/exporters.ts'
import { imageOf } from '../../knowledge/image-reference.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { Component } from '../../platform/component.ts'
import type { Metric } from '../../platform/model.ts'
import type { Truth } from '../verdict.ts'
import type { View } from '../world.ts'

export interface Exposer {
  readonly truth: Truth
  /** Names of workloads, `the kubelets`, or what is said to expose it and runs nowhere here. */
  readonly by: readonly string[]
  /** The workloads among them. */
  readonly workloads: readonly Ref[]
  /** The well-known exporter of metrics that are called so. */
  readonly exporter?: string
  /** Each kubelet exposes it; that they are scraped is not shown. */
  readonly byKubelets?: true
}

// What the kubelet of each node serves by itself.
const ofKubelets: ReadonlySet<string> = new Set(['cAdvisor', 'kubelet'])

/** The first of what kubelets serve that one of these names means, however it is spelt. */
export function servedByKubelets(names: readonly string[]): string | undefined {
  const said = names.map((name) => name.toLowerCase())
  return [...ofKubelets].find((one) => said.includes(one.toLowerCase()))
}

export function exposersIn(
  { name, of, exposedBy }: Pick<Metric, 'name' | 'of' | 'exposedBy'>,
  environment: string | undefined,
  view: View,
): Exposer {
  const metered = view.estate.facts.filter((fact): fact is FactOf<'metered'> => fact.trait === 'metered')
  const named = metered.filter(
    (fact) => fact.metrics.includes(name) && isOf(fact, of) && (!of || fact.environment === environment),
  )
  if (named.length > 0)
    return { truth: true, by: namesOf(named.map((fact) => fact.component)), workloads: named.map((fact) => fact.of) }
  if (exposedBy) return saidToExpose(exposedBy, environment, view)
  const exporter = exporterOf(name)
  // What only its own program can say, and nobody says that it does.
  if (exporter === undefined) return { truth: undefined, by: [], workloads: [] }
  if (ofKubelets.has(exporter)) return { truth: true, by: ['the kubelets'], workloads: [], exporter, byKubelets: true }
  if (exporter === 'Istio') return byProxies(environment, view)
  if (metered.length === 0) return { truth: false, by: [], workloads: [], exporter }
  const scraped = new Set(metered.map(({ of: workload }) => workload))
  const pods = view.pods.filter(
    (pod) => scraped.has(pod.workload) && holds(pod, exporter) && serves(pod, of, environment, view),
  )
  const workloads = pods.map(({ workload }) => workload)
  return { truth: pods.length > 0, by: namesOf(pods.map((pod) => pod.name)), workloads, exporter }
}

// Where one of them runs, it is to be had; that it is scraped is another matter.
function saidToExpose(
  exposedBy: NonNullable<Metric['exposedBy']>,
  environment: string | undefined,
  view: View,
): Exposer {
  const said = exposedBy.map((one) => (typeof one === 'string' ? one : one.name))
  const declared = new Set(exposedBy.flatMap((one) => (typeof one === 'string' ? [] : [one.name])))
  const running = view.pods.filter(({ component }) => component !== undefined && declared.has(component))
  if (running.length === 0) {
    const exporter = servedByKubelets(said)
    if (exporter) return { truth: true, by: ['the kubelets'], workloads: [], exporter, byKubelets: true }
    const proxies = said.some((name) => name.toLowerCase() === 'istio') ? byProxies(environment, view) : undefined
    return proxies?.truth ? proxies : { truth: undefined, by: said, workloads: [] }
  }
  return { truth: true, by: namesOf(running.map((pod) => pod.name)), workloads: running.map((pod) => pod.workload) }
}

// The proxy that Istio puts into each pod of a namespace with its label.
function byProxies(environment: string | undefined, { estate }: View): Exposer {
  const namespaces = estate.environments.filter(({ name }) => environment === undefined || name === environment)
  const has = estate.objects.some(
    ({ manifest: { kind, metadata } }) =>
      kind === 'Namespace' &&
      namespaces.some(({ namespace }) => namespace === metadata.name) &&
      metadata.labels?.['istio-injection'] === 'enabled',
  )
  return { truth: has, by: has ? ['the proxies of Istio'] : [], workloads: [], exporter: 'Istio' }
}

function isOf({ component }: FactOf<'metered'>, of: Component | undefined): boolean {
  return of === undefined || component === of.name
}

function holds({ spec }: PodClass, exporter: string): boolean {
  return spec.containers.some(({ image }) => {
    const repository = imageOf(textOf(image) ?? '')?.repository
    return repository !== undefined && exporterInImage(repository) === exporter
  })
}

/** What watches the cluster does so wherever it stands; the exporter of a store stands in its pods, or calls it. */
function serves(pod: PodClass, of: Component | undefined, environment: string | undefined, view: View): boolean {
  if (!of) return true
  if (pod.component === of.name && pod.environment === environment) return true
  const watched = view.pods.find(({ component, environment: place }) => component === of.name && place === environment)
  return view.estate.facts.some(
    (fact) =>
      fact.trait === 'calls' &&
      fact.from === pod.workload &&
      fact.to.is === 'workload' &&
      fact.to.workload === watched?.workload,
  )
}

function namesOf(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort()
}
