// Open choices make several worlds. Kept or broken means so in all of them; else the verdict names the world that breaks it.

import type { Verdict, Word } from './verdict.ts'

/** The verdicts of one world, named by its choices (`logs=loki`). */
export interface WorldVerdicts {
  readonly world: string
  readonly verdicts: readonly Verdict[]
}

// From bad to good: the merged verdict is never better than the worst world.
const worst: readonly Word[] = ['broken', 'unknown', 'assumed', 'kept']

export function mergeWorlds(worlds: readonly WorldVerdicts[]): readonly Verdict[] {
  const [only] = worlds
  if (only && worlds.length === 1) return only.verdicts
  const byId = new Map<string, { world: string; verdict: Verdict }[]>()
  for (const { world, verdicts } of worlds)
    for (const verdict of verdicts) {
      const known = byId.get(verdict.id)
      if (known) known.push({ world, verdict })
      else byId.set(verdict.id, [{ world, verdict }])
    }
  return [...byId.values()].map((answers) => merged(answers, worlds.length)).sort((a, b) => (a.id < b.id ? -1 : 1))
}

function merged(answers: readonly { world: string; verdict: Verdict }[], worlds: number): Verdict {
  const sorted = [...answers].sort((a, b) => rank(a.verdict) - rank(b.verdict) || (a.world < b.world ? -1 : 1))
  const [first] = sorted
  if (!first) throw new Error('a verdict of no world')
  const alike = answers.length === worlds && answers.every(({ verdict }) => verdict.verdict === first.verdict.verdict)
  if (alike) return first.verdict
  // Broken in some worlds and not in others is nobody's certainty: undetermined until the choice is made.
  const verdict: Word = first.verdict.verdict === 'broken' ? 'unknown' : first.verdict.verdict
  return { ...first.verdict, verdict, world: first.world }
}

function rank({ verdict }: Verdict): number {
  return worst.indexOf(verdict)
}
