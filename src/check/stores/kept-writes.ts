// Whether a write that was answered is still there when a member starts again, or another takes over: what is written to a
// store first is nowhere else.

import { writesBeforeItAnswers } from '../../knowledge/managed-stores.ts'
import type { RedisOptions } from '../../platform/component/redis.ts'
import { type AnyPart, part } from '../define.ts'
import type { Truth } from '../verdict.ts'
import type { DeclaredStore } from './stores-of.ts'

export type WriteParts = {
  written: { store: string; content: string; persistence?: 'none' | 'snapshots' | 'log' }
  answered: { store: string; content: string; mode: string; service?: string }
}

type Parts = readonly AnyPart<WriteParts>[]

export function writeParts(store: DeclaredStore): Parts {
  const first = (store.traits.holds ?? []).filter(({ ofRecord }) => ofRecord === true)
  return first.flatMap((content) => [
    ...writtenParts(store, content.name),
    // Who proves something by a trail proves nothing by one with gaps, however short.
    ...(content.class === 'audit' ? answeredParts(store, content.name) : []),
  ])
}

// redis.io/docs/latest/operate/oss_and_stack/management/persistence: snapshots now and then unless each write is logged
// (appendonly, off by default); a master that starts again with less gives its followers less (…/replication).
function writtenParts({ component, environment, sourceOf }: DeclaredStore, content: string): Parts {
  const { managedBy, persistence } = component.options as RedisOptions
  if (component.noun !== 'redis' || managedBy) return []
  return [
    part(
      'written',
      persistence === undefined ? undefined : persistence === 'log',
      { store: component.name, content, ...(persistence && { persistence }) },
      {
        cause: `not-logged/${environment.name}/${component.name}`,
        waitsFor: `whether each write to ${component.name} is logged: persistence`,
        hint: "persistence: 'log'",
        at: { source: sourceOf('persistence') },
        stated: [sourceOf('holds').stated],
      },
    ),
  ]
}

// redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec, Write safety; postgresql.org/docs/current/warm-standby.html:
// a follower gets a write after it was answered, and whoever takes over before has it not.
function answeredParts({ component, environment, traits, sourceOf }: DeclaredStore, content: string): Parts {
  const { replicates, managed } = traits
  const said = { store: component.name, content }
  if (managed && writesBeforeItAnswers(managed.name))
    return [part('answered', true, { ...said, mode: 'synchronous', service: managed.name })]
  if (!replicates || managed || replicates.mode === 'none') return []
  return [
    part(
      'answered',
      replicates.mode !== 'asynchronous',
      { ...said, mode: replicates.mode },
      {
        cause: `answered-too-early/${environment.name}/${component.name}`,
        hint: `a store for ${content} that answers when a second member has a write`,
        at: { source: sourceOf('replication') },
        stated: [sourceOf('members').stated, replicates.stated, sourceOf('holds').stated],
      },
    ),
  ]
}

export const writeWords = {
  written: ({ store, content, persistence }: WriteParts['written'], truth: Truth): string => {
    if (truth === true) return `each write to ${store} is logged, so ${content} is there when a member starts again`
    if (persistence === undefined)
      return `${content} is written here first, and nobody says that each write to ${store} is logged: by itself it keeps snapshots`
    const keeps = persistence === 'none' ? 'keeps nothing' : 'keeps snapshots'
    return `${content} is written here first, and ${store} ${keeps}: what came after is gone when a member starts again`
  },
  answered: ({ store, content, mode, service }: WriteParts['answered'], truth: Truth): string => {
    if (service !== undefined) return `${service} answers when a write is in several zones, so ${content} has no gaps`
    return truth === true
      ? `${store} answers when other members have a write (${mode}), so ${content} has no gaps`
      : `${content} is written here first, and ${store} answers before its followers have a write: a member that takes over may lack it`
  },
}
