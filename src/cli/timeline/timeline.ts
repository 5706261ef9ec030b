// `seaworthy sweep PATH --lose NODE`: what becomes of the pods of these nodes, and when.

import { goDurationSeconds } from '../../kubernetes/go-duration.ts'
import { nearest } from '../../platform/nearest.ts'
import { type Asking, askedEstates } from '../judged.ts'
import { refused } from '../options.ts'
import { Refusal } from '../refusal.ts'
import { write } from '../write.ts'
import type { NamedTime, TimelineAnswer, TimelineAsked } from './timeline-task.ts'

interface Given extends Omit<Asking, 'doing'> {
  readonly format?: 'text' | 'json'
  readonly fenced?: readonly string[]
  readonly removed?: readonly string[]
  readonly width?: number
}

export async function timeline(path: string, lose: readonly string[], given: Given): Promise<number> {
  const { fenced = [], removed = [] } = given
  const asked: TimelineAsked = {
    silent: timesIn(lose, 'lose', 0),
    fenced: timesIn(fenced, 'fenced'),
    removed: timesIn(removed, 'removed'),
  }
  const doing = `sweep ${path}`
  const { asOf, clusters, names } = await askedEstates<TimelineAnswer>(path, { ...given, doing }, 'timeline', asked)
  const missing = [...asked.silent, ...asked.fenced, ...asked.removed].find(({ name }) => !names.includes(name))
  if (missing) throw unknown(missing.name, names, doing)
  if (given.format === 'json') await write(`${JSON.stringify({ version: 1, asOf, clusters }, undefined, 2)}\n`)
  else {
    const { timelineText } = await import('./timeline-text.ts')
    await write(timelineText(clusters, given.width ?? process.stdout.columns))
  }
  return 0
}

// `n1`, `n1@5m`, `zone/a@1h`; several with commas.
function timesIn(said: readonly string[], option: string, usual?: number): readonly NamedTime[] {
  return said
    .flatMap((names) => names.split(','))
    .map((one) => {
      const [, name = '', time] = /^([^@]+)(?:@(.*))?$/s.exec(one) ?? []
      const seconds = time === undefined ? usual : goDurationSeconds(time)
      if (name !== '' && seconds !== undefined && seconds >= 0) return { name, seconds }
      const form = usual === undefined ? 'n1@10m or zone/a@1h30m' : 'n1, zone/a or n2@5m'
      throw refused(`--${option} is a node such as ${form}, found ${JSON.stringify(one)}`)
    })
}

function unknown(name: string, names: readonly string[], doing: string): Refusal {
  const near = nearest(name, names)
  return new Refusal(`no node or zone is called ${JSON.stringify(name)}`, {
    doing,
    next: near ? `did you mean ${near}?` : 'name one that --nodes FILE or a snapshot shows',
  })
}
