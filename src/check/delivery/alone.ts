// Can one person bring a change all the way by themselves? A proof over the teams whose word is needed on the way: two of
// one team, somebody beside the author, or two teams that nobody is in both of, and it takes two.

import type { Approval, Platform, Team } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { type Way, waysInto } from './ways.ts'

export interface Alone {
  /** True: it takes two. Undefined: nobody says who is in these teams. */
  readonly truth: boolean | undefined
  /** The teams whose word is needed, from the first to the last. */
  readonly teams: readonly string[]
  /** Somebody who is in all of them. */
  readonly who?: string
  /** People look at a change, and what they have agreed to may be changed behind them. */
  readonly stale?: true
}

interface Needed {
  readonly reviews: number
  readonly seen: boolean | undefined
  readonly approvals: readonly Approval[]
  readonly writers: readonly Team[]
}

/** The weakest of the paths that end with this way. */
export function aloneOn(way: Way, platform: Platform): Alone {
  const found = pathsOf(way, platform, new Set()).map(judged)
  const worst = found.find(({ truth }) => truth === false) ?? found.find(({ truth }) => truth === undefined)
  return worst ?? found[0] ?? { truth: undefined, teams: [] }
}

// A version that came to an environment came there by one of its own ways; a circle adds nobody. As many paths as ways can
// be combined: environments stand in a row, seldom with more than two ways each.
function pathsOf(way: Way, platform: Platform, seen: ReadonlySet<string>): readonly Needed[] {
  const branch = platform.branches.find(({ name }) => name === way.from)
  const here = { reviews: way.reviews, seen: way.seen, approvals: way.approvals, writers: branch?.writers ?? [] }
  const before = environmentsOf(platform).find(({ name }) => name === way.from && !seen.has(name))
  if (!before) return [here]
  const known = new Set([...seen, before.name])
  const upstream = waysInto(before, platform).flatMap((one) => pathsOf(one, platform, known))
  if (upstream.length === 0) return [here]
  return upstream.map((path) => ({
    reviews: path.reviews + here.reviews,
    seen: path.reviews > 0 && path.seen === true ? true : here.reviews > 0 ? here.seen : path.seen,
    approvals: [...path.approvals, ...here.approvals],
    writers: path.writers,
  }))
}

// Where an approval stands while the change is changed, its author alone merges what nobody has seen.
// Source: https://docs.github.com/repositories (about protected branches: dismiss stale approvals), 2026-11-22
function judged(needed: Needed): Alone {
  const { reviews, seen } = needed
  const alone = amongTeams(needed)
  if (reviews === 0 || alone.truth === true) return alone
  if (seen === true) return { truth: true, teams: alone.teams }
  return seen === false ? { ...alone, stale: true } : { truth: undefined, teams: alone.teams, stale: true }
}

function amongTeams({ approvals, writers }: Needed): Alone {
  const [only] = writers
  const needed = [...(writers.length === 1 && only ? [only] : []), ...approvals.map(({ team }) => team)]
  const teams = [...new Map(needed.map((team) => [team.name, team])).values()]
  const names = teams.map(({ name }) => name)
  if (approvals.some(({ count }) => count > 1)) return { truth: true, teams: names }
  if (teams.some((team, at) => teams.slice(at + 1).some((other) => areApart(team, other))))
    return { truth: true, teams: names }
  if (teams.length < 2) return { truth: false, teams: names }
  if (teams.some(({ members }) => members === undefined)) return { truth: undefined, teams: names }
  const who = teams[0]?.members?.find((person) => teams.every(({ members }) => members?.includes(person)))
  return who === undefined ? { truth: true, teams: names } : { truth: false, teams: names, who }
}

function areApart(a: Team, b: Team): boolean {
  const isNamed = (of: Team, other: Team) => of.apartFrom.some(({ name }) => name === other.name)
  if (isNamed(a, b) || isNamed(b, a)) return true
  return a.members !== undefined && b.members !== undefined && !a.members.some((one) => b.members?.includes(one))
}
