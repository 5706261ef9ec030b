// A law that wants somebody outside told when rows of persons get to whom they are not meant for: an incident that says so is
// answered by more than is done inside. A breach that harms nobody need not be told; what is planned for is one that does.

import { knownStandard } from '../../knowledge/standards.ts'
import type { Platform, Standard } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type Duration, secondsOf } from '../../platform/units.ts'
import { type AnyPart, part } from '../define.ts'
import type { Truth, Words } from '../verdict.ts'
import type { World } from '../world.ts'
import { asDeclared } from './as-declared.ts'

export type ReportsParts = {
  reported: {
    readonly standard: string
    readonly incident: string
    readonly most: string
    readonly within?: string
    readonly known: string
  }
}

/** Of a standard that is claimed, and is known to want it. */
export function reportsParts({ name, stated }: Standard, world: World): readonly AnyPart<ReportsParts>[] {
  const known = knownStandard(name)
  const wants = known?.value.tellsAuthority
  if (!known || !wants) return []
  return disclosing(world.platform).map(({ name: incident, reports = [], stated: at }) => {
    const told = reports.filter(({ to }) => to === 'authority')
    const [soonest] = told.toSorted((a, b) => inSeconds(a.within) - inSeconds(b.within))
    const declared = asDeclared(`reported/${incident}`, `the authority is told of ${incident}, as declared`, world)
    const isSoon = soonest && inSeconds(soonest.within) <= inSeconds(wants.within)
    const truth = isSoon === true ? declared.truth : isSoon
    const because = {
      ...{ standard: name, incident, most: wants.within, known: `${wants.article} (${known.asOf})` },
      ...(soonest && { within: soonest.within }),
    }
    return part('reported', truth, because, {
      assumes: isSoon === true ? declared.assumes : [],
      ...(truth === undefined ? { waitsFor: `reported/${incident}` } : { cause: `reported/${incident}` }),
      hint: `reports: [{ to: 'authority', within: '${wants.within}' }] of ${incident}`,
      stated: [stated, at, soonest?.stated],
    })
  })
}

function inSeconds(time: Duration): number {
  return secondsOf(time) ?? 0
}

function disclosing(platform: Platform | undefined): Platform['incidents'] {
  const all = (platform?.incidents ?? []).filter(({ discloses }) => discloses)
  return all.toSorted((a, b) => byCodePoint(a.name, b.name))
}

export const reportsWords = {
  reported: ({ standard, incident, most, within, known }: ReportsParts['reported'], truth: Truth): Words => {
    const wants = `${standard} wants a breach told to the authority within ${most} of knowing it`
    const rows = [['known', known]] as const
    if (within === undefined) return { line: `${wants}: nobody says who tells the authority of ${incident}`, rows }
    if (truth === true) return { line: `${wants}: the authority is told of ${incident} within ${within}`, rows }
    return { line: `${wants}, and the authority is told of ${incident} within ${within}, if at all`, rows }
  },
}
