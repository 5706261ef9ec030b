// What a failure leaves at worst, over every placement that the rules permit: shares of pods, and nodes.

import { controlPlaneOf } from '../../engine/disruption/control-plane.ts'
import { failover } from '../../engine/recovery/failover.ts'
import type { EstateNode } from '../../estate/estate.ts'
import { loss } from '../../platform/language/failure.ts'
import type { Failure } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { podsFor, type View } from '../world.ts'
import { type Amount, fraction, sayAmount, type Uncounted } from './amount.ts'
import { type Count, type Counted, scopeOf } from './counted.ts'

/** Pods that stay: jobs come and go, and do not count. A journey has what its weakest part has. */
export function capacityLeft(measure: Count, view: View): Counted | Uncounted {
  const { of } = measure
  const environment = of.is === 'journey' ? (measure.in?.name ?? '') : scopeOf(measure).environment
  const names =
    of.is === 'journey' ? of.path.map((step) => (step.is === 'port' ? step.component.name : step.name)) : [of.name]
  // What runs elsewhere is another's figure.
  const parts = names.flatMap((name) => {
    const share = shareLeft(name, environment, failureOf(measure), view)
    return share ? [{ name, share }] : []
  })
  const [first, ...others] = parts
  if (!first) return { why: `${of.name} runs no pods in ${environment}` }
  if (of.is !== 'journey') return { amount: first.share }
  const least = others.reduce((a, b) => (isLess(b.share, a.share) ? b : a), first)
  return {
    amount: {
      ...least.share,
      how: `${parts.length === 1 ? 'its one part' : `the least of its ${parts.length} parts`}, ${least.name}: ${least.share.how}`,
      rows: parts.flatMap(({ share }) => share.rows),
      stated: parts.flatMap(({ share }) => share.stated),
    },
  }
}

function failureOf({ part }: Count): Failure {
  return loss[part as keyof typeof loss] ?? loss.node
}

function shareLeft(component: string, environment: string, failure: Failure, view: View): Amount | undefined {
  const pods = podsFor(view, component, environment).filter(({ steady, count }) => steady && count > 0)
  if (pods.length === 0) return undefined
  const rows = pods.map((pod) => ({ pod, ...failover(view.estate, pod, failure, { denied: view.denied }) }))
  const left = rows.reduce((sum, row) => sum + row.left, 0)
  const count = rows.reduce((sum, row) => sum + row.pod.count, 0)
  // Whichever is lost that holds one of them: the others may all be left, and no more.
  const best = fraction('percent', BigInt(count - 1), BigInt(count))
  const atBest = count - 1 > left ? `, and ${count - 1} at best (${sayAmount(best)})` : ''
  return fraction('percent', BigInt(left), BigInt(count), {
    rows: rows.map(({ pod, left }) => [
      pod.name,
      `the rules let ${pod.count - left} of ${pod.count} pods stand on one ${failure.of}${atBest === '' ? '' : `: ${left} left at worst${atBest}`}`,
    ]),
    how: `${left} of ${count} pods at worst`,
    stated: pods.map(({ source }) => source.stated),
  })
}

function isLess(a: Amount, b: Amount): boolean {
  return a.numerator * b.denominator < b.numerator * a.denominator
}

/** Nodes that are left by the loss that leaves the fewest, and whether they still have a control plane. */
export function nodesLeft(measure: Count, { estate }: View): Counted | Uncounted {
  const failure = failureOf(measure)
  const { nodes } = estate
  const domains = domainsOf(nodes, failure)
  if (!domains) return { why: `nobody says what a ${failure.of} of ${estate.cluster} holds` }
  const all = domains.map(([name, lost]) => ({ name, lost, left: nodes.filter((node) => !lost.includes(node)) }))
  const fewest = Math.min(nodes.length, ...all.map(({ left }) => left.length))
  return {
    amount: fraction('count', BigInt(fewest), 1n, {
      rows: all.map(({ name, left }) => [`without ${name}`, `${namesOf(left)} left${controlPlaneLeft(left, estate)}`]),
      how: `${fewest}`,
      stated: nodes.map(({ source }) => source.stated),
    }),
  }
}

function namesOf(nodes: readonly EstateNode[]): string {
  return nodes.length === 0
    ? 'no node is'
    : `${nodes.map(({ name }) => name).join(', ')} ${nodes.length === 1 ? 'is' : 'are'}`
}

function controlPlaneLeft(left: readonly EstateNode[], estate: View['estate']): string {
  const plane = controlPlaneOf(estate)
  if (!plane || left.length === 0) return ''
  const voters = plane.voters.filter((node) => left.includes(node)).length
  const word = voters < plane.needed ? 'without a control plane' : 'with its control plane'
  return `, ${word} (${voters} of ${plane.voters.length} members of etcd, ${plane.needed} needed)`
}

type Domain = readonly [name: string, nodes: readonly EstateNode[]]

// Every zone must be known: a node without one may stand in any.
function domainsOf(nodes: readonly EstateNode[], { of }: Failure): readonly Domain[] | undefined {
  if (of === 'cluster') return [['the cluster', nodes]]
  if (of === 'node') return nodes.map((node): Domain => [node.name, [node]]).sort(([a], [b]) => byCodePoint(a, b))
  if (of !== 'zone' || nodes.some(({ zone }) => !zone)) return undefined
  return [...Map.groupBy(nodes, ({ zone = '' }) => zone)].sort(([a], [b]) => byCodePoint(a, b))
}
