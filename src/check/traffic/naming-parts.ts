// Names on the internet that are to lead elsewhere once what they lead to is lost: resolvers keep the answer that they have.

import type { Component, Naming } from '../../platform/component.ts'
import type { DnsFailover, Environment } from '../../platform/model.ts'
import type { Stated } from '../../platform/source.ts'
import { rangeSeconds, secondsOf } from '../../platform/units.ts'
import { type AnyPart, part } from '../define.ts'
import { sayTime } from '../span-words.ts'
import type { World } from '../world.ts'

export type NamingRules = {
  answersBy: { component: string; by: string; failover: string; led: string }
  keeps: { component: string; failover: string; ttlSeconds: number; noticedSeconds: number; withinSeconds: number }
}

export const namingSays = {
  answersBy: ({ component, by, failover, led }: NamingRules['answersBy'], truth: boolean | undefined): string =>
    truth
      ? `${by} answers for ${component}, and leads it elsewhere by ${failover}`
      : `${by} answers for ${component}, and ${failover} has ${led} lead it elsewhere`,
  keeps: (
    { failover, ttlSeconds, noticedSeconds, withinSeconds }: NamingRules['keeps'],
    truth: boolean | undefined,
  ): string => {
    const noticed = noticedSeconds === 0 ? '' : `${sayTime(noticedSeconds)} until it is noticed + `
    const sum = `${noticed}${sayTime(ttlSeconds)} for which answers are kept = ${sayTime(noticedSeconds + ttlSeconds)}`
    return truth
      ? `${failover} leads elsewhere within ${sayTime(withinSeconds)}: ${sum}`
      : `${failover} is to lead elsewhere within ${sayTime(withinSeconds)}, and takes longer: ${sum}`
  },
}

export function namingParts(
  component: Component,
  { answers, by, ttl }: Naming,
  environment: Environment,
  { promises, platform }: World,
): AnyPart<NamingRules>[] {
  if (answers !== 'internet') return []
  const promised = promises.flatMap((one) =>
    one.is !== 'planned' && one.kind === 'recovers' && one.what.is === 'dnsFailover'
      ? [{ failover: one.what, withinSeconds: rangeSeconds(one.within)?.to, stated: one.stated }]
      : [],
  )
  const said = (platform?.failovers ?? []).map((failover) => ({
    failover,
    withinSeconds: undefined,
    stated: undefined,
  }))
  const own = component.options.stated as Stated | undefined
  const here = [...promised, ...said].filter(({ failover }) => leads(failover, environment))
  const alike = new Map(here.map((one) => [one.failover.name, one]).toReversed() as [string, (typeof here)[number]][])
  return [...alike.values()].flatMap(({ failover, withinSeconds, stated }) => {
    const more = { cause: `led-elsewhere/${environment.name}/${failover.name}`, stated: [own, failover.stated, stated] }
    const ttlSeconds = secondsOf(ttl)
    const noticedSeconds = (secondsOf(failover.checks?.every) ?? 0) * (failover.checks?.failures ?? 0)
    const parts: AnyPart<NamingRules>[] = []
    if (by !== undefined && failover.by !== undefined)
      parts.push(
        part(
          'answersBy',
          by === failover.by,
          { component: component.name, by, failover: failover.name, led: failover.by },
          { ...more, hint: 'one of the two, in both' },
        ),
      )
    if (ttlSeconds !== undefined && withinSeconds !== undefined)
      parts.push(
        part(
          'keeps',
          ttlSeconds + noticedSeconds <= withinSeconds,
          { component: component.name, failover: failover.name, ttlSeconds, noticedSeconds, withinSeconds },
          { ...more, hint: 'a shorter ttl' },
        ),
      )
    return parts
  })
}

function leads({ from, to }: DnsFailover, { name }: Environment): boolean {
  return from.name === name || to.name === name
}
