// Which deployment of the systems outside an environment calls: trying things out on the real one is no trial.

import type { Component } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Environment } from '../../platform/model.ts'
import type { Stated } from '../../platform/source.ts'
import { traitsOf } from '../../platform/traits.ts'
import { definePromise, part } from '../define.ts'
import { onlyEnvironment } from '../place.ts'

type Rules = {
  stage: {
    readonly name: string
    readonly stage?: string
    readonly wanted: string
    readonly callers: readonly string[]
  }
  none: { readonly environment: string }
}

export const integrates = definePromise<Rules>()({
  kind: 'integrates',
  asks: 'Is every system outside that it calls of that stage?',

  *judge(promise, world) {
    const environment = promise.in ?? onlyEnvironment(world)
    if (!environment) return
    const called = outsideOf(environment)
    yield {
      id: [environment.name, promise.stage],
      environment: environment.name,
      says: `${environment.name} calls ${promise.stage} systems only`,
      source: { stated: promise.stated },
      parts:
        called.size === 0
          ? [part('none', true, { environment: environment.name })]
          : [...called].map(([name, { stage, callers, stated }]) =>
              part(
                'stage',
                stage === undefined ? undefined : stage === promise.stage,
                { name, ...(stage !== undefined && { stage }), wanted: promise.stage, callers },
                {
                  cause: `integrates/${environment.name}/${name}`,
                  hint: `instead: [[${name}, one with stage: '${promise.stage}']] in ${environment.name}`,
                  waitsFor: `the stage of ${name}`,
                  stated: [stated],
                },
              ),
            ),
    }
  },

  says: {
    stage: ({ name, stage, callers }) => {
      const by = callers.length === 0 ? 'there is' : `${[...new Set(callers)].join(', ')} call`
      return `${by} ${name}, ${stage === undefined ? 'of which nobody says which deployment it is' : `which is ${stage}`}`
    },
    none: ({ environment }) => `${environment} calls nothing outside`,
  },
})

interface Outside {
  readonly stage: string | undefined
  readonly callers: string[]
  readonly stated: Stated | undefined
}

// What stands in an environment is meant to be called, whoever does.
function outsideOf(environment: Environment): ReadonlyMap<string, Outside> {
  const called = new Map<string, Outside>()
  for (const component of componentsOf(environment)) {
    if (component.noun === 'external') noted(called, component)
    for (const target of traitsOf(component).calls) {
      const other = target.is === 'port' ? target.component : target
      if (other.noun === 'external') noted(called, other).callers.push(component.name)
    }
  }
  return called
}

function noted(called: Map<string, Outside>, component: Component): Outside {
  const { stage } = component.options as { readonly stage?: string }
  const known = called.get(component.name) ?? { stage, callers: [], stated: traitsOf(component).stated }
  called.set(component.name, known)
  return known
}
