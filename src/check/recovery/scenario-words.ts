// How long a scenario's steps take, in words: what is said of some of them, and of which nobody says it.

import { saySpan, sayTime } from '../span-words.ts'
import type { ScenarioTime } from './scenario-time.ts'

/** `90m (restore), and nobody says how long find takes`, `a time that nobody says: nobody says how long find takes`. */
export function takenWords(time: ScenarioTime): string {
  const { path, timed } = time
  const names = path?.steps.filter(({ by }) => by !== 'nobody').map(({ step }) => step.name) ?? []
  if (names.length === 0) return `a time that nobody says: ${openWords(time)}`
  const takes = timed.from === 0 && timed.to !== undefined ? `up to ${sayTime(timed.to)}` : saySpan(timed)
  return `${takes} (${listed(names)}), and ${openWords(time)}`
}

/** `nobody says how long find and restore take`: of a step that is promised to take no longer, nobody says how long it does. */
export function openWords({ path, unsaid, bounded }: ScenarioTime): string {
  const names = path?.steps.map(({ step }) => step.name) ?? []
  const open = names.filter((name) => unsaid.includes(name) || bounded.includes(name))
  return `nobody says how long ${listed(open)} ${open.length === 1 ? 'takes' : 'take'}`
}

export function listed(names: readonly string[]): string {
  return names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
