import {
  addQuantity,
  divideUp,
  formatQuantity,
  parseQuantity,
  type Quantity,
  zeroQuantity,
} from '../../kubernetes/quantity.ts'
import type { Cluster, Node, Pool } from '../../platform/model.ts'
import type { Taken } from '../estate.ts'
import { given } from '../given.ts'
import { sourceOf } from '../source.ts'
import { type Lines, withLines } from '../where/lines.ts'

type Declared = NonNullable<Node['taken'] | Cluster['taken']>

/** What already takes room, with shares of a whole turned into amounts; rounded up to what Kubernetes can say. */
export function takenOf(
  declared: Declared | undefined,
  whole: { cpu: Quantity; memory: Quantity },
  of: Node | Pool | Cluster,
  lines: Lines,
): Taken {
  if (!declared) return {}

  return given<Taken>({
    cpu: amount(declared.cpu, whole.cpu),
    memory: amount(declared.memory, whole.memory),
    says: says(declared),
    source: withLines(sourceOf(of, declared.stated, of.stated), (path) => lines(of, ['taken', ...path], ['taken'])),
  })
}

function amount(share: string | number | undefined, whole: Quantity): string | undefined {
  if (share === undefined) return undefined
  const text = `${share}`
  if (!text.endsWith('%')) return text
  const percent = parseQuantity(text.slice(0, -1))
  return formatQuantity({ nano: divideUp(whole.nano * percent.nano, 100_000_000_000n), format: 'DecimalSI' })
}

function says({ cpu, memory }: Declared): string | undefined {
  if (cpu === undefined) return memory === undefined ? undefined : `${memory}`
  return memory === undefined || memory === cpu ? `${cpu}` : `cpu ${cpu}, memory ${memory}`
}

/** What is taken in the cluster as a whole, shares being shares of all its nodes. */
export function clusterTaken(cluster: Cluster, lines: Lines): Taken {
  const sum = (amounts: readonly (string | number)[]) =>
    amounts.map((text) => parseQuantity(text)).reduce(addQuantity, zeroQuantity)
  const whole = {
    cpu: sum(cluster.nodes.flatMap(({ cpu = [] }) => cpu)),
    memory: sum(cluster.nodes.flatMap(({ memory = [] }) => memory)),
  }
  const { pods } = cluster.taken ?? {}
  return { ...takenOf(cluster.taken, whole, cluster, lines), ...(pods && { pods }) }
}
