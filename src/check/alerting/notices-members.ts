// Of members that hold different rows each is needed: an alert that waits until all are down comes too late.

import { copiesOf, type Members } from '../../engine/recovery/copies.ts'
import type { Component } from '../../platform/component.ts'
import type { Alert } from '../../platform/model.ts'
import { part } from '../define.ts'
import type { Truth } from '../verdict.ts'
import { podsOfAll, type View } from '../world.ts'
import type { NoticedPromise } from './notice-time.ts'

export type MembersRules = {
  members: {
    readonly of: string
    readonly count: number
    readonly share: Members['share'] | 'replicas'
    readonly any: readonly string[]
    readonly all: readonly string[]
  }
  seen: { readonly of: string; readonly port?: string }
}

export function membersParts(component: Component, promise: NoticedPromise, alerts: readonly Alert[], view: View) {
  const { name } = component
  const on = alerts.filter(({ when }) => when.down?.name === name)
  const those = (members: 'any' | 'all') => on.filter(({ when }) => when.members === members).map((one) => one.name)
  const [any, all] = [those('any'), those('all')]
  const pods = podsOfAll(view, [component], promise.in?.name).filter(({ kind }) => kind !== 'CronJob' && kind !== 'Job')
  const replicated = new Set(view.estate.facts.flatMap((fact) => (fact.trait === 'replicates' ? [fact.of] : [])))
  return pods.flatMap((pod) => {
    const isStore = pod.claims.length > 0 || replicated.has(pod.workload)
    const share: MembersRules['members']['share'] = isStore
      ? copiesOf(view.estate, pod, view.denied).members.share
      : 'replicas'
    const needed = share === 'independent' || share === 'unsaid'
    const unclear = share === 'unsaid' && all.length > 0
    const truth: Truth = any.length > 0 || (!needed && all.length > 0) ? true : unclear ? undefined : false
    const metered = view.estate.facts.find((fact) => fact.trait === 'metered' && fact.of === pod.workload)
    return [
      part(
        'members',
        truth,
        { of: name, count: pod.count, share, any, all },
        {
          cause: `waits-for-all/${promise.in?.name}/${name}`,
          hint: `an alert that fires when any of ${name} is down`,
          stated: on.map(({ stated }) => stated),
        },
      ),
      part(
        'seen',
        metered !== undefined,
        { of: name, ...(metered?.trait === 'metered' && { port: metered.port }) },
        { cause: `unmetered/${promise.in?.name}/${name}`, hint: `metrics of ${name}, or an exporter beside it` },
      ),
    ]
  })
}

export const membersWords = {
  members: ({ of, count, share, any, all }: MembersRules['members'], truth: Truth): string => {
    if (any.length > 0) return `${any.join(', ')} fires when one of ${of} is down`
    if (all.length === 0) return `no alert fires when ${of} is down`
    const late = `${all.join(', ')} waits until all ${count} are down`
    if (truth) return `${all.join(', ')} fires when all ${count} of ${of} are down; with some down the others carry on`
    if (share === 'unsaid') return `nobody says whether the ${count} members of ${of} hold the same rows; ${late}`
    return `the ${count} members of ${of} are independent, so with one down 1/${count} of the data is away; ${late}, and no alert fires at one`
  },
  seen: ({ of, port }: MembersRules['seen'], truth: Truth): string =>
    truth
      ? `${of} answers its collector at ${port}`
      : `nothing of ${of} answers a collector, so none can tell that it is down`,
}
