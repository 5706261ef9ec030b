// What is declared and no task of the roadmap sets up, where tasks say what they set up: clusters where they name any; where
// they name components, whatever runs, the copies of what keeps rows, and pipelines.

import { componentsOf } from '../../platform/derive.ts'
import type { Environment, Phase, Platform, Task } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, part } from '../define.ts'

export type LeftParts = {
  left: { readonly left: readonly string[]; readonly copies: readonly string[]; readonly pipelines: readonly string[] }
}

export function leftParts(roadmap: readonly Phase[], platform: Platform): readonly AnyPart<LeftParts>[] {
  const tasks = roadmap.flatMap((phase) => phase.tasks)
  const named = new Set(tasks.flatMap(({ of }) => of.map(({ is, name }) => `${is} ${name}`)))
  const names = (noun: string) => [...named].some((one) => one.startsWith(`${noun} `))
  const environments = environmentsOf(platform)
  const apart = environments.filter(({ name }) => !named.has(`environment ${name}`))
  const isFromTheGround = names('component')
  const left = sorted([
    ...(names('cluster') ? clustersIn(environments).filter((name) => !named.has(`cluster ${name}`)) : []).map(
      (name) => `the cluster ${name}`,
    ),
    ...(isFromTheGround ? runningIn(apart).filter((name) => !named.has(`component ${name}`)) : []),
  ])
  const copies = isFromTheGround ? uncopied(apart, tasks) : []
  const pipelines = isFromTheGround
    ? sorted(platform.pipelines.map(({ name }) => name).filter((name) => !named.has(`pipeline ${name}`)))
    : []
  if (left.length + copies.length + pipelines.length === 0) return []
  return [
    part(
      'left',
      undefined,
      { left, copies, pipelines },
      { waitsFor: 'task(…, { of: […] })', hint: 'a task of each', stated: roadmap.map(({ stated }) => stated) },
    ),
  ]
}

function clustersIn(environments: readonly Environment[]): readonly string[] {
  return environments.map(({ on }) => on.name)
}

function runningIn(environments: readonly Environment[]): readonly string[] {
  return environments
    .flatMap(componentsOf)
    .filter((one) => traitsOf(one).runs.some(({ controller }) => controller !== 'outside'))
    .map(({ name }) => name)
}

function uncopied(environments: readonly Environment[], tasks: readonly Task[]): readonly string[] {
  const copied = new Set(tasks.flatMap(({ copies }) => copies.map(({ name }) => name)))
  const stores = environments.flatMap(componentsOf).filter((one) => traitsOf(one).backsUp.length > 0)
  return sorted(stores.map(({ name }) => name).filter((name) => !copied.has(name)))
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort(byCodePoint)
}

export const leftSays = {
  left: ({ left, copies, pipelines }: LeftParts['left']) => ({
    line: 'nobody says when all of what is declared is set up: no task is of some of it',
    rows: [
      ...(left.length > 0 ? [['no task is of', left.join(', ')] as const] : []),
      ...(copies.length > 0 ? [['no task takes copies of', copies.join(', ')] as const] : []),
      ...(pipelines.length > 0 ? [['no task is of the pipeline', pipelines.join(', ')] as const] : []),
    ],
  }),
}
