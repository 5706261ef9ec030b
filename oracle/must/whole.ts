import type { MustCase, SmallWork } from './case.ts'

/** Whether what is left of a case, once something was taken away, is a case still. */
export function isWhole({ nodes, classes, seats, lost, state }: MustCase): boolean {
  if (!Array.isArray(nodes) || !Array.isArray(classes) || !Array.isArray(lost) || nodes.length < 2 || lost.length === 0)
    return false
  const isNode = (at: unknown) => typeof at === 'number' && Number.isInteger(at) && at >= 0 && at < nodes.length
  const isClass = (at: unknown) => typeof at === 'number' && Number.isInteger(at) && at >= 0 && at < classes.length
  const isCount = (value: unknown) => typeof value === 'number' && Number.isInteger(value) && value >= 0
  const areSeats =
    seats === undefined ||
    (seats.length === classes.length &&
      seats.every((row, c) => row.every(isNode) && row.length <= (classes[c]?.count ?? 0)))
  return (
    areSeats &&
    (state === 'silent' || state === 'removed') &&
    lost.every(isNode) &&
    new Set(lost).size === lost.length &&
    lost.length < nodes.length &&
    nodes.every(({ cpu, memory, slots }) => isCount(cpu) && isCount(memory) && isCount(slots)) &&
    classes.every((work) => isWork(work, isClass))
  )
}

function isWork(work: SmallWork, isClass: (at: unknown) => boolean): boolean {
  const { kind, count, cpu, memory, apart = [], near = [], spread = [] } = work
  return (
    (kind === 'Deployment' || kind === 'StatefulSet') &&
    [count, cpu, memory].every((value) => Number.isInteger(value) && value >= 0) &&
    count > 0 &&
    apart.every(({ by, from }) => isKey(by) && isClass(from)) &&
    near.every(({ by, to }) => isKey(by) && isClass(to)) &&
    spread.every(({ by, maxSkew }) => isKey(by) && Number.isInteger(maxSkew) && maxSkew > 0)
  )
}

function isKey(by: unknown): boolean {
  return by === 'kubernetes.io/hostname' || by === 'topology.kubernetes.io/zone'
}
