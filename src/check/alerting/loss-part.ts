// How much an environment may lose, against what would show that more is lost: how far a follower is behind, or how old the
// last copy is. A copy that no longer comes is seen by nobody until it is needed.
// Source: postgresql.org/docs/current/warm-standby.html, 26.2.5.2: of streaming replication, "an important health indicator" is
// how much the primary has written and the standby has not applied.

import type { Assumption } from '../../engine/assumption.ts'
import type { Component } from '../../platform/component.ts'
import type { Alert, Environment, PlatformPromise } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { secondsOf } from '../../platform/units.ts'
import { part } from '../define.ts'
import { namesOf } from '../plans/names-of.ts'
import { isMadeAgain, isOfCopies, storesIn } from '../recovery/stores-in.ts'
import type { Truth, Words } from '../verdict.ts'
import type { World } from '../world.ts'
import { amountOf, isHere } from './bound.ts'
import { looksAt } from './looks-at.ts'

type Recovers = Extract<PlatformPromise, { kind: 'recovers' }>

export interface Loss {
  readonly losing: string
  readonly alerts: readonly { readonly name: string; readonly at: string; readonly of?: string }[]
  /** The alerts that fire in time leave these out. */
  readonly unseen: readonly string[]
  /** How many alerts look at the environment, and how many of its metrics are relied on. */
  readonly others: number
  readonly metrics: number
}

export interface Losing {
  readonly environment: Environment
  readonly promise: Recovers
  readonly losing: string
  readonly alerts: readonly Alert[]
  readonly metrics: number
}

/** Each environment that may lose so much as a whole, where it is said what is measured there, or who is told. */
export function lossesIn(world: World): readonly Losing[] {
  const { platform } = world
  if (!platform) return []
  return environmentsOf(platform).flatMap((environment) => {
    const promised = platform.promises.flatMap((one) =>
      one.is !== 'planned' && one.kind === 'recovers' && isOf(one, environment) && one.losing !== undefined
        ? [{ promise: one, losing: `${one.losing}` }]
        : [],
    )
    const [least] = promised.toSorted((a, b) => limit(a.losing) - limit(b.losing))
    const alerts = platform.alerts.filter((one) => !one.when.always && looksAt(one, environment, world))
    const metrics = platform.promises.flatMap((one) =>
      one.is !== 'planned' && one.kind === 'collects' && isHere(one.in, environment) ? one.metrics : [],
    )
    const isSaid = alerts.length > 0 || metrics.length > 0
    return least && isSaid && limit(least.losing) > 0
      ? [{ environment, ...least, alerts, metrics: metrics.length }]
      : []
  })
}

function isOf({ what }: Recovers, { name }: Environment): boolean {
  return what.is === 'environment' && what.name === name
}

function limit(losing: string): number {
  return secondsOf(losing) ?? 0
}

export function lossPart({ environment, promise: { stated }, losing, alerts: all, metrics }: Losing, world: World) {
  const alerts = all
    .filter(({ when: { metric, above } }) => above !== undefined && shows.has(metric?.shows ?? ''))
    .toSorted((a, b) => byCodePoint(a.name, b.name))
  const inTime = alerts.filter((alert) => (secondsAt(alert) ?? Number.POSITIVE_INFINITY) <= limit(losing))
  const unnamed = unnamedBy(inTime, environment)
  const taken = takenFor(unnamed, inTime, environment)
  const isTaken = taken !== undefined && !world.denied.has(taken.id)
  const unseen = isTaken ? [] : unnamed
  const isOpen = alerts.length === 0 || inTime.length > 0 || alerts.some((alert) => secondsAt(alert) === undefined)
  const truth: Truth = inTime.length > 0 && unseen.length === 0 ? true : isOpen ? undefined : false
  const because: Loss = {
    losing,
    alerts: alerts.map(({ name, when }) => ({
      name,
      at: `above ${when.above}`,
      ...(when.metric?.of && { of: when.metric.of.name }),
    })),
    unseen: inTime.length > 0 ? namesOf(unseen) : [],
    others: all.length,
    metrics,
  }
  return part('loss', truth, because, {
    assumes: truth && isTaken ? [taken] : [],
    cause: `unseen-loss/${environment.name}`,
    waitsFor: `what shows that more than ${losing} would be lost in ${environment.name}`,
    hint: `an alert above ${losing} or less on how far followers are behind, or on how old the last copy is`,
    stated: [stated, ...alerts.map((alert) => alert.stated)],
  })
}

const shows: ReadonlySet<string> = new Set(['replication-lag', 'copy-age'])

function secondsAt({ when: { metric, above } }: Alert): number | undefined {
  return metric && amountOf(above, { ...metric, unit: 's' })
}

/** The stores that no metric of them is named for. */
function unnamedBy(alerts: readonly Alert[], environment: Environment): readonly Component[] {
  const of = alerts.map(({ when }) => when.metric?.of?.name)
  return storesIn(environment).filter((one) => !isMadeAgain(one) && !isOfCopies(one) && !of.includes(one.name))
}

// A metric of which nobody says what it is of is taken to be of all the others.
function takenFor(
  stores: readonly Component[],
  alerts: readonly Alert[],
  { name }: Environment,
): Assumption | undefined {
  const metric = alerts.flatMap(({ when }) => (when.metric && !when.metric.of ? [when.metric] : []))[0]
  if (!metric || stores.length === 0) return undefined
  return {
    id: `shows-loss/${name}/${metric.name}`,
    says: `${metric.name} shows it of ${namesOf(stores).join(', ')} in ${name}, and nobody says of what it is`,
    kind: 'declared',
    source: { stated: metric.stated },
  }
}

export function lossWords({ losing, alerts, unseen, others, metrics }: Loss, truth: Truth): Words {
  const rows = alerts.map(({ name, at, of }) => [name, of === undefined ? at : `${at}, of ${of}`] as const)
  const may = `${losing} may be lost`
  if (truth) return { line: `${may}: somebody is told when it would be as much`, rows }
  if (truth === false) return { line: `${may}, and nobody is told before it would be more`, rows }
  if (unseen.length > 0) return { line: `${may}, and nobody says what shows it of ${unseen.join(', ')}`, rows }
  if (rows.length > 0) return { line: `${may}, which cannot be compared with what alerts fire at`, rows }
  const looked = [...gathered(metrics), ...counted(others, 'alert')].join(' and ')
  const what = 'how far followers are behind or how old the last copy is'
  return {
    line: `${may}, and nobody says what shows that it would be more: of ${looked}, none is said to show ${what}`,
  }
}

function gathered(count: number): readonly string[] {
  return counted(count, 'metric').map(
    (metrics) => `${count === 1 ? '' : 'the '}${metrics} that ${count === 1 ? 'is' : 'are'} gathered`,
  )
}

function counted(count: number, noun: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`]
}
