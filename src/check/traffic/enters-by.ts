// A promise that callers from outside come in by some components alone: nobody outside calls any other, and no other
// opens a door to the outside.

import { fieldsOf, textOf } from '../../engine/pods/untrusted.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { Component } from '../../platform/component.ts'
import { componentIn, componentsOf, targetIn } from '../../platform/derive.ts'
import type { Environment } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { definePromise, type Finding, part } from '../define.ts'
import { onlyEnvironment, placeOf } from '../place.ts'
import type { View } from '../world.ts'

type Rules = {
  caller: { from: string; to: string }
  door: { component: string; service: string; type: string }
  shut: { by: readonly string[]; callers: readonly string[] }
}

export const entersBy = definePromise<Rules>()({
  kind: 'entersBy',
  asks: 'Do callers from outside come in by these alone?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const where = promise.in ?? onlyEnvironment(world)
    const by = where ? promise.by.map((one) => componentIn(where, one)?.name ?? one.name) : []
    yield {
      id: [place, 'entry'],
      environment,
      cluster,
      says: `callers from outside come in by ${by.join(' or ')} alone`,
      source: { stated: promise.stated },
      parts: where ? partsFor(by, where, view) : [],
    }
  },

  says: {
    caller: ({ from, to }) => `${from} calls ${to} itself`,
    door: ({ component, service, type }) =>
      `${service} of ${component} is of type ${type}: whoever knows its address comes in past them`,
    shut: ({ by, callers }, truth) => {
      const who =
        callers.length === 0
          ? 'nobody outside is said to call anything'
          : `${callers.join(', ')} come by ${by.join(' or ')}`
      return truth === true ? `${who}, and nothing else opens a door` : who
    },
  },
})

function partsFor(by: readonly string[], environment: Environment, view: View | undefined): Finding<Rules>['parts'] {
  const entries = componentsOf(environment)
    .filter(isCaller)
    .flatMap((from) => entriesOf(from, environment))
  const past = entries.filter(({ to }) => !by.includes(to))
  const doors = doorsOf(environment, view).filter(({ component }) => !by.includes(component))
  const callers = [...new Set(entries.filter(({ to }) => by.includes(to)).map(({ from }) => from))]
  if (past.length + doors.length === 0)
    return [
      part('shut', callers.length > 0 ? true : undefined, { by, callers }, { waitsFor: 'who calls from outside' }),
    ]
  return [
    ...past.map((each) =>
      part('caller', false, each, {
        cause: `enters-past/${environment.name}/${each.to}`,
        hint: `calls of ${each.from} by ${by.join(' or ')}`,
      }),
    ),
    ...doors.map((each) =>
      part('door', false, each, {
        cause: `door/${environment.name}/${each.component}`,
        hint: `a Service of ${each.component} that is reached from within, or ${each.component} among those that callers come by`,
      }),
    ),
  ]
}

/** It stands outside, and hands on nothing of others. */
function isCaller(component: Component): boolean {
  const { runs, forwards } = traitsOf(component)
  return !forwards && runs.length > 0 && runs.every(({ controller }) => controller === 'outside')
}

function entriesOf(from: Component, environment: Environment): readonly { from: string; to: string }[] {
  return traitsOf(from).calls.map((called) => {
    const to = targetIn(environment, called)
    return { from: from.name, to: to.is === 'port' ? to.component.name : to.name }
  })
}

function doorsOf({ name }: Environment, view: View | undefined): readonly Rules['door'][] {
  return (view?.estate.objects ?? []).flatMap(({ ref, manifest, component, environment }) => {
    const type = manifest.kind === 'Service' ? textOf(fieldsOf(manifest.spec).type) : undefined
    const isDoor = environment === name && (type === 'LoadBalancer' || type === 'NodePort')
    return isDoor ? [{ component: component ?? partsOf(ref).name, service: partsOf(ref).name, type }] : []
  })
}
