// Where what hands traffic on leads: when it leaves who no longer answers, whether its checks are answered, at which port it
// asks, and by what it tells several apart.

import { sortedBy } from '../../estate/order.ts'
import type { Component, Forwarding } from '../../platform/component.ts'
import { componentIn, targetIn } from '../../platform/derive.ts'
import type { Environment } from '../../platform/model.ts'
import type { Stated } from '../../platform/source.ts'
import { traitsOf } from '../../platform/traits.ts'
import { rangeSeconds, secondsOf } from '../../platform/units.ts'
import { type AnyPart, part } from '../define.ts'
import { sayTime } from '../span-words.ts'
import type { World } from '../world.ts'

export type TargetRules = {
  leaves: {
    component: string
    every: string
    failures: number
    timeout: string | undefined
    leavesSeconds: number
    withinSeconds: number
  }
  checks: { component: string; path: string; to: string; answers: readonly string[] }
  speaks: {
    component: string
    to: string
    port: string
    why: 'metrics' | 'plain' | undefined
    better: string | undefined
  }
  apart: { component: string; among: readonly string[]; by: readonly string[] }
}

export const targetSays = {
  leaves: (
    { component, every, failures, timeout, leavesSeconds, withinSeconds }: TargetRules['leaves'],
    truth: boolean | undefined,
  ): string => {
    const sum = `${failures} × ${every}${timeout === undefined ? '' : ` + ${timeout}`} = ${sayTime(leavesSeconds)}`
    return truth
      ? `${component} leaves who no longer answers after ${sum}, of ${sayTime(withinSeconds)} in which things are to be back`
      : `${component} goes on for ${sum} with who no longer answers, and things are to be back within ${sayTime(withinSeconds)}`
  },
  checks: ({ component, path, to, answers }: TargetRules['checks'], truth: boolean | undefined): string =>
    truth
      ? `${component} asks ${to} at ${path}, where its own probe asks`
      : `${component} asks ${to} at ${path}, and nobody says that it answers there: its probes ask ${answers.join(', ')}`,
  speaks: ({ component, to, port, why, better }: TargetRules['speaks']): string => {
    if (why === 'metrics') return `${component} leads to ${port} of ${to}, where its metrics are`
    return why === 'plain'
      ? `${component} hands TLS on as it is, and ${port} of ${to} takes none: ${better} does`
      : `${component} leads to ${port} of ${to}`
  },
  apart: ({ component, among, by }: TargetRules['apart'], truth: boolean | undefined): string =>
    truth
      ? `${component} tells requests for ${among.join(', ')} apart: ${by.join(', ')}`
      : `${component} leads to ${among.join(', ')}, and nothing that is said of it tells their requests apart`,
}

export function targetParts(
  component: Component,
  forwards: Forwarding,
  environment: Environment,
  world: World,
): AnyPart<TargetRules>[] {
  return [
    ...leavesParts(component, forwards, environment, world),
    ...checksParts(component, forwards, environment),
    ...speaksParts(component, forwards, environment),
    ...apartParts(component, forwards, environment),
  ]
}

// A check that hangs is over with its timeout; the one before it failed as late as that.
function leavesParts(
  { name, options }: Component,
  { healthChecks }: Forwarding,
  { name: place }: Environment,
  { promises }: World,
): AnyPart<TargetRules>[] {
  const { every, failures, timeout } = healthChecks ?? {}
  const everySeconds = secondsOf(every)
  const back = promises.flatMap((one) =>
    one.is !== 'planned' && (one.kind === 'recovers' || one.kind === 'survives') && one.in?.name === place
      ? (rangeSeconds(one.within)?.to ?? [])
      : [],
  )
  if (every === undefined || everySeconds === undefined || failures === undefined || back.length === 0) return []
  const withinSeconds = Math.min(...back)
  const leavesSeconds = failures * everySeconds + (secondsOf(timeout) ?? 0)
  return [
    part(
      'leaves',
      leavesSeconds <= withinSeconds,
      { component: name, every, failures, timeout, leavesSeconds, withinSeconds },
      {
        cause: `leaves-late/${place}/${name}`,
        hint: `checks that fail within ${sayTime(withinSeconds)} together`,
        stated: [options.stated as Stated | undefined],
      },
    ),
  ]
}

function targetsOf(component: Component, environment: Environment) {
  const targets = traitsOf(component).calls.flatMap((called) => {
    const target = targetIn(environment, called)
    const to = componentIn(environment, target.is === 'port' ? target.component : target)
    return to ? [{ to, port: target.is === 'port' ? target.port : undefined }] : []
  })
  return sortedBy(targets, ({ to, port }) => `${to.name} ${port ?? ''}`)
}

function checksParts(
  component: Component,
  { healthChecks }: Forwarding,
  environment: Environment,
): AnyPart<TargetRules>[] {
  const path = healthChecks?.path
  if (path === undefined) return []
  return targetsOf(component, environment).flatMap(({ to }) => {
    const probes = traitsOf(to).runs.flatMap(({ readiness, liveness }) =>
      [readiness?.path ?? [], liveness?.path ?? []].flat(),
    )
    const answers = [...new Set(probes)].sort()
    if (answers.length === 0) return []
    return part(
      'checks',
      answers.includes(path) || undefined,
      { component: component.name, path, to: to.name, answers },
      { waitsFor: `where ${to.name} answers checks`, hint: `path: '${answers[0]}'` },
    )
  })
}

function speaksParts(component: Component, { tls }: Forwarding, environment: Environment): AnyPart<TargetRules>[] {
  return targetsOf(component, environment).flatMap(({ to, port }) => {
    if (port === undefined) return []
    const { runs, metered, forwards } = traitsOf(to)
    const ports = runs.flatMap((one) => one.ports.map(({ name }) => name))
    const better = ports.find((name) => /^(https|tls)(-|$)/.test(name))
    const isPlain =
      tls !== undefined &&
      tls !== 'terminates' &&
      forwards?.tls === 'terminates' &&
      better !== undefined &&
      /^http(-|$)/.test(port)
    const why: TargetRules['speaks']['why'] = port === metered?.port ? 'metrics' : isPlain ? 'plain' : undefined
    return part(
      'speaks',
      why === undefined,
      { component: component.name, to: to.name, port, why, better },
      {
        cause: `other-port/${environment.name}/${component.name}/${to.name}`,
        hint: 'the port that callers are to come to',
      },
    )
  })
}

// Where only some duties of a gateway are said, how it tells callees apart may be another one.
function apartParts(
  component: Component,
  { is, does, layer }: Forwarding,
  environment: Environment,
): AnyPart<TargetRules>[] {
  const among = [...new Set(targetsOf(component, environment).map(({ to }) => to.name))].sort()
  if (is !== 'gateway' || does.length === 0 || layer === 4 || among.length < 2) return []
  const by = does.filter((duty) => duty === 'routes-by-path' || duty === 'routes-by-host')
  return [
    part(
      'apart',
      by.length > 0 || undefined,
      { component: component.name, among, by },
      {
        waitsFor: `how ${component.name} tells requests apart`,
        hint: 'routes-by-path or routes-by-host among what it does',
      },
    ),
  ]
}
