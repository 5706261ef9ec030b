// What has to be there for something: itself, and all that it calls.

import type { Component } from '../../platform/component.ts'
import { componentIn, flowsOf } from '../../platform/derive.ts'
import type { Environment } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'

/** Each once, those that are needed first before what they call; what runs elsewhere is none of the environment's. */
export function neededBy(needs: readonly Component[], environment: Environment): readonly Component[] {
  const found = new Map<string, Component>()
  const waiting = [...needs]
  for (const next of waiting) {
    const here = componentIn(environment, next)
    if (!here || found.has(here.name)) continue
    found.set(here.name, here)
    waiting.push(...calledBy(here, environment))
  }
  return [...found.values()]
}

function calledBy(component: Component, environment: Environment): readonly Component[] {
  const flows = flowsOf(environment).filter(({ from }) => from.name === component.name)
  return [...traitsOf(component).calls, ...flows.map(({ to }) => to)].map((target) =>
    target.is === 'port' ? target.component : target,
  )
}
