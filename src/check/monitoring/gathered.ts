// What is said of logs and traces: that some of them are to be kept by how they end, and for how long each tier keeps them.

import { sourceOf } from '../../estate/source.ts'
import type { Component, Gathering } from '../../platform/component.ts'
import { traitsOf } from '../../platform/traits.ts'
import { percentOf } from '../../platform/units.ts'
import { byOutcome, isByOutcome } from '../alerting/by-outcome.ts'
import { keptTime } from '../alerting/kept-time.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { sayTime } from '../span-words.ts'
import { stacksIn } from './stacks.ts'

type Rules = {
  decided: { by: string; of: string; share: string; others: string; decides: Gathering['decides'] }
  counted: { by: string; tiers: readonly (readonly [tier: string, time: string])[]; from: number; to: number }
}

export const gathered = defineQuestion<Rules>({
  id: 'gathered',
  asks: 'Can logs and traces be taken in the shares, and kept for the time, that are said of them?',

  *judge(world) {
    for (const { component } of stacksIn(world)) {
      const { gathers } = traitsOf(component)
      if (!gathers) continue
      const parts = [...decidedParts(component, gathers), ...countedParts(component, gathers)]
      if (parts.length === 0) continue
      yield {
        id: [world.platform?.name ?? 'platform', component.name],
        says: `${component.name} takes and keeps what is said of it`,
        source: sourceOf(component, gathers.stated),
        parts,
      }
    }
  },

  says: {
    decided: ({ by, of, share, others, decides }, truth) => {
      const said = `${by} is to keep ${share} of ${of} and ${others} of the rest`
      if (truth) return `${said}, and decides once the whole trace is there`
      return decides === 'head'
        ? `${said}, and decides at the first span of a trace, where none shows how it ends`
        : `${said}; nobody says when it decides: at the first span of a trace, none shows how it ends`
    },
    counted: ({ tiers, from, to }, truth) => ({
      line:
        truth === true
          ? `kept for ${sayTime(from)} in all`
          : `nobody says from when the tiers count: kept for ${sayTime(from)} or for ${sayTime(to)} in all`,
      rows: tiers,
    }),
  },
})

// Where all is kept, nothing has to be decided.
function decidedParts({ name }: Component, { records, samples, decides, stated }: Gathering): AnyPart<Rules>[] {
  if (records !== 'traces') return []
  const least = samples.toSorted((a, b) => (percentOf(a.share) ?? 0) - (percentOf(b.share) ?? 0))[0]
  return samples.flatMap((sample) => {
    const { of, share } = sample
    if (!least || !isByOutcome(of) || (percentOf(share) ?? 0) <= (percentOf(least.share) ?? 0)) return []
    const because = { by: name, of, share, others: least.share, decides }
    const truth = decides === undefined ? undefined : decides === 'tail'
    return [part('decided', truth, because, { ...byOutcome(name), stated: [sample.stated, least.stated, stated] })]
  })
}

function countedParts({ name }: Component, { keeps }: Gathering): AnyPart<Rules>[] {
  const time = keptTime(keeps)
  if (!time || keeps.length < 2) return []
  const because = { by: name, tiers: keeps.map((one) => [one.tier, one.for] as const), ...time }
  return [
    part('counted', time.from === time.to || undefined, because, {
      waitsFor: `from when each tier of ${name} counts: from 'writing' or 'entry'`,
      stated: keeps.map(({ stated }) => stated),
    }),
  ]
}
