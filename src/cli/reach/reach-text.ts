// The matrix for people: into each workload, who gets in and at which ports, then what goes out of the cluster.

import { partsOf } from '../../kubernetes/types.ts'
import { clean } from '../text/clean.ts'
import { wrap } from '../text/wrap.ts'
import { intoLines } from './into-text.ts'
import { outLines } from './out-text.ts'
import type { ReachAnswer } from './reach-task.ts'
import { listed, short } from './workloads-text.ts'

export function reachText(answer: ReachAnswer, { path, width }: { path: string; width: number | undefined }): string {
  const { cluster, classes, policies, unknown } = answer
  const workloads = classes.filter(({ outside }) => !outside).flatMap(({ members }) => members)
  const head = `${cluster} · ${count(workloads.length + unknown.length, 'workload')} · ${count(policies, 'network policy', 'network policies')}`
  const told = [...(isDecided(answer) ? [...intoLines(answer), ...outLines(answer)] : []), ...unknownLines(answer)]
  const lines = [
    head,
    ...enforcedLines(answer),
    ...(told.length > 0 ? ['', ...told] : []),
    '',
    `one pair explained: seaworthy reach ${path} FROM TO`,
  ]
  return `${lines.flatMap((line) => wrap(clean(line), width, '      ')).join('\n')}\n`
}

function enforcedLines({ enforced, policies, unknown }: ReachAnswer): readonly string[] {
  if (policies === 0)
    return unknown.length > 0 ? [] : ['no network policy: every workload reaches every other at every port']
  if (enforced === false) return ['the network plugin enforces no policy: every workload reaches every other']
  return enforced ? [] : ["if the network plugin enforces policy, which nobody says (--assume 'cni enforces policy')"]
}

function isDecided({ policies, enforced }: ReachAnswer): boolean {
  return policies > 0 && enforced !== false
}

function unknownLines({ unknown }: ReachAnswer): readonly string[] {
  const alike = Map.groupBy(unknown, ({ because }) => because.map(sayRef).join(', '))
  return [...alike].map(
    ([because, group]) =>
      `? ${listed(group.map(({ workload }) => short(workload)))}: nobody here can tell, for ${because}`,
  )
}

function sayRef(ref: string): string {
  const { kind, namespace, name } = partsOf(ref as `${string}/${string}/${string}`)
  return namespace === '' ? `${kind} ${name}` : `${kind} ${namespace}/${name}`
}

function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`
}
