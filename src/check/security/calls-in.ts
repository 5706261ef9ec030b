// Who is declared to call whom in an environment, by names of components: in `calls`, or as a flow.

import { componentsOf, flowsOf, targetIn } from '../../platform/derive.ts'
import type { Environment } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'

export function callsIn(where: Environment): readonly (readonly [caller: string, called: string])[] {
  const said = componentsOf(where).flatMap((caller) =>
    traitsOf(caller).calls.map((to) => [caller.name, componentName(targetIn(where, to))] as const),
  )
  return [...said, ...flowsOf(where).map(({ from, to }) => [from.name, componentName(to)] as const)]
}

function componentName(target: ReturnType<typeof targetIn>): string {
  return target.is === 'port' ? target.component.name : target.name
}
