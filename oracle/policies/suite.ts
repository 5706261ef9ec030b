// Policies that are made of declared calls: every call is open, and nothing else is.

import type { Json, JsonObject } from '../json.ts'
import { keptCases } from '../kept.ts'
import { type Bounds, type Disagreement, newTally, type Outcome } from '../outcome.ts'
import { built } from '../programs.ts'
import { randomOf, seedFor } from '../random.ts'
import { theirSides } from '../reachability/answers.ts'
import { isPod, pairsOf } from '../reachability/policy-case.ts'
import { theirsOf } from '../reachability/theirs.ts'
import { smallest } from '../smaller.ts'
import type { Suite } from '../suite.ts'
import { type Judge, startJudge } from '../values/judge.ts'
import { versions } from '../versions.ts'
import { loweredCase } from './lowered.ts'
import { inventPlan, isPlan, type Plan, type PlannedCall } from './plan.ts'

const name = 'policies'
const usualCases = 600
const longestShrinking = 600
const stranger = '198.51.100.7'

export const policies: Suite = {
  name,
  comparisons: [name],
  needs: () => ['cyclonus'],
  async ask(_, boundsFor, tell) {
    const judge = startJudge(await built('cyclonus', tell.line))
    try {
      const kept = (await keptCases(name)).map(([, { asked }]) => asked as unknown as Plan)
      tell.outcome(await comparePlans(judge, kept, boundsFor(usualCases)))
    } finally {
      judge.stop()
    }
  },
  answeredBy: () => `cyclonus ${versions.cyclonus}`,
}

async function comparePlans(judge: Judge, kept: readonly Plan[], bounds: Bounds): Promise<Outcome> {
  const { seed, cases, until, show, isFirstEnough } = bounds
  const started = performance.now()
  const random = randomOf(seedFor(seed, name))
  const tally = newTally()
  const ask = async (plan: Plan) => {
    const { asked, open, wrong } = await judged(judge, plan)
    tally.notes.set('connections', (tally.notes.get('connections') ?? 0) + asked)
    tally.notes.set('declared ones', (tally.notes.get('declared ones') ?? 0) + open)
    if (wrong.length === 0) tally.passed++
    else {
      tally.failed++
      if (tally.disagreements.length < show) tally.disagreements.push(await shrunk(judge, plan))
    }
  }
  for (const plan of kept) await ask(plan)
  for (let at = 0; at < cases && performance.now() < until && !(isFirstEnough && tally.failed > 0); at++)
    await ask(inventPlan(random))
  const tookSeconds = (performance.now() - started) / 1000
  return { comparison: name, says: 'policies made of calls: each call open, all else closed', ...tally, tookSeconds }
}

interface Judged {
  readonly asked: number
  readonly open: number
  /** `live/c0 -> live/c1 8080: open, and nobody calls it`. */
  readonly wrong: readonly string[]
}

async function judged(judge: Judge, plan: Plan): Promise<Judged> {
  const addresses = [...plan.outside.map(({ address }) => address), stranger]
  const made = loweredCase(plan, addresses)
  const [theirs] = await theirsOf(judge, [made])
  if (!theirs?.answer) return { asked: 0, open: 0, wrong: ['cyclonus takes no such policies'] }
  const { answer } = theirs
  const declared = declaredIn(plan)
  const closed = new Set(plan.environments.filter(({ isClosed }) => isClosed).map((one) => one.name))
  const placeOf = (end: string) => (isPod(made, end) ? (end.split('/')[0] ?? '') : '')
  const pairs = pairsOf(made).filter(
    ([from, to]) => from !== to && (closed.has(placeOf(from)) || closed.has(placeOf(to))),
  )
  let open = 0
  const wrong: string[] = []
  for (const [from, to] of pairs)
    for (const [port, { port: number }] of made.ports.entries()) {
      // A block of all addresses may take pods with some plugins and with others not: here it takes none.
      const world = isPod(made, from) && isPod(made, to) ? 'none' : 'written'
      const sides = theirSides(made, answer, world, { from, to, port })
      const isOpen = sides.egress && sides.ingress
      const isDeclared = declared.has(`${from} ${to} ${number}`)
      if (isDeclared) open++
      if (isOpen !== isDeclared)
        wrong.push(`${from} -> ${to} ${number}: ${isOpen ? 'open, and nobody calls it' : 'closed, and it is called'}`)
    }
  return { asked: pairs.length * made.ports.length, open, wrong }
}

/** Every connection that is said, `live/c0 live/c1 8080`. */
function declaredIn({ components, outside, client, environments }: Plan): ReadonlySet<string> {
  const found = new Set<string>()
  const addAll = (from: string, place: string, calls: readonly PlannedCall[]) => {
    for (const { to, port } of calls) {
      const far = outside.find((one) => one.name === to)
      if (far) found.add(`${from} ${far.address} ${far.port}`)
      const ports = components.find((one) => one.name === to)?.ports ?? {}
      const numbers = port === undefined ? Object.values(ports) : [ports[port]]
      for (const callee of calleesOf(to, place, environments))
        for (const number of numbers) found.add(`${from} ${callee}/${to} ${number}`)
    }
  }
  for (const { name: place, runs, isClosed, dns } of environments) {
    for (const one of components.filter(({ name: own }) => runs.includes(own))) {
      addAll(`${place}/${one.name}`, place, one.calls)
      if (isClosed && dns) found.add(`${place}/${one.name} kube-system/dns 53`)
    }
    for (const address of [...outside.map((one) => one.address), stranger]) addAll(address, place, client)
  }
  return found
}

/** In its own environment, else wherever it runs. */
function calleesOf(to: string, place: string, environments: Plan['environments']): readonly string[] {
  const running = environments.filter(({ runs }) => runs.includes(to)).map((one) => one.name)
  return running.includes(place) ? [place] : running
}

async function shrunk(judge: Judge, found: Plan): Promise<Disagreement> {
  const small = await smallest(
    found as unknown as JsonObject,
    async (one) => isPlan(one) && (await judged(judge, one as unknown as Plan)).wrong.length > 0,
    longestShrinking,
  )
  const { wrong } = await judged(judge, small as unknown as Plan)
  return { comparison: name, asked: small, ours: wrong as unknown as Json, theirs: 'as is declared' }
}
