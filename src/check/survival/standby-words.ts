// The words for what stands by.

import { sayReason } from '../../engine/placement/reasons.ts'
import { lossLine, lossRows } from '../loss-words.ts'
import { stepRow, timeLine } from '../path-words.ts'
import type { Truth, Words } from '../verdict.ts'
import type { StandbyParts } from './standby-parts.ts'

type Saying = { readonly [R in keyof StandbyParts]: (because: StandbyParts[R], truth: Truth) => string | Words }

export const standbySays: Saying = {
  away: ({ standby, on, cluster, shared }, truth) => {
    if (on === cluster) return `${standby} stands on ${cluster} itself, and is lost with it`
    const place = `${standby} stands by on ${on}`
    if (!shared) return `${place}: nobody says the zones of all nodes, so that one loss may take both`
    return truth
      ? `${place}, which shares no zone with ${cluster}`
      : `${place}, which is in ${shared.join(', ')} too: one loss takes both`
  },

  runsThere: ({ component, standby, on }) =>
    `${standby} on ${on} does not run ${component}: nothing takes over from it`,

  sameVersion: ({ component, standby, software, here, there }, truth) =>
    truth
      ? `${component} is ${software} ${there} in ${standby} as well`
      : `${component} is ${software} ${here}, and ${there} in ${standby}: another major version cannot replay its log`,

  asLarge: ({ component, standby, less }, truth) =>
    truth
      ? `a pod of ${component} asks for as much in ${standby}`
      : {
          line: `a pod of ${component} is smaller in ${standby} than the one that it takes over from`,
          rows: less.map(({ what, here, there }) => [what, `${there} < ${here}`] as const),
        },

  takesOver: ({ component, standby, on, count, answer }, truth) => {
    const pods = count === 1 ? `the pod of ${component}` : `all ${count} pods of ${component}`
    if (truth === true) return `${on} has a place for ${pods}: ${[...new Set(answer?.stands)].sort().join(', ')}`
    const rows = (answer?.nodes ?? []).map(
      ({ node, refused }) => [node, refused.length === 0 ? 'may take one' : refused.map(sayReason).join('; ')] as const,
    )
    return truth === false
      ? { line: `${on} has no place for ${pods} once ${standby} takes over`, rows }
      : { line: `nothing shows that ${on} has a place for ${pods} once ${standby} takes over`, rows }
  },

  named: ({ component, standby, missing, names }, truth) =>
    truth
      ? `callers find ${component} in ${standby} by the same names: ${names.join(', ')}`
      : `callers find no ${missing.join(', ')} in ${standby}: ${component} has other names there`,

  hasRows: ({ component, standby, loss, losing, follows }, truth) => {
    const allowed = losing === 'nothing' ? 'nothing may be lost' : `at most ${losing} may be lost`
    return follows
      ? { line: `${lossLine(component, loss)}, and ${allowed}`, rows: truth === true ? [] : lossRows(loss) }
      : { line: `${component} in ${standby} follows nothing: it has none of the rows`, rows: lossRows(loss) }
  },

  inTime: ({ path, within, procedure }, truth) => ({
    line: timeLine({ path, within, procedure }, truth),
    rows: path.steps.map(stepRow),
  }),

  promoted: ({ component, procedure }) =>
    procedure === undefined
      ? `no procedure says how callers come to ${component} on standby, nor how long that takes`
      : `no step of ${procedure} promotes ${component}: what follows takes no writes by itself`,
}
