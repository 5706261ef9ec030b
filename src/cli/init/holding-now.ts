// What is guessed is judged before it is written: a promise that does not hold on its first day is told and left out.

import { askPromises } from '../../check/ask.ts'
import { withBeside } from '../../check/beside/beside.ts'
import type { Judges } from '../../check/judge.ts'
import type { Verdict } from '../../check/verdict.ts'
import { worldOf } from '../../check/world.ts'
import type { Estate } from '../../estate/estate.ts'
import { readManifests } from '../../kubernetes/read.ts'
import { draftText } from './draft-text.ts'
import type { Entry, Item } from './entry.ts'

interface Options {
  readonly asOf: string
  readonly judges: Judges
}

/** The same entries; promises, or the items of one, that are broken as things stand ask for what they need. */
export function holdingNow(entries: readonly Entry[], estates: readonly Estate[], options: Options): readonly Entry[] {
  const file = 'promises.yaml'
  const { manifests } = readManifests(draftText(entries, { title: '', version: '' }), file)
  const lines = (manifests[0]?.manifest as { promises?: readonly unknown[] } | undefined)?.promises?.map(
    (_, i) => manifests[0]?.lineOf(['promises', i])?.line,
  )
  const judged = Map.groupBy(verdictsOf(estates, manifests, options), ({ at }) => at?.line)
  let next = 0
  return entries.flatMap((entry) => {
    if (entry.of === 'facts' || entry.asks !== undefined) return [entry]
    const verdicts = judged.get(lines?.[next++]) ?? []
    return split(
      entry,
      verdicts.filter(({ verdict }) => verdict === 'broken'),
    )
  })
}

function verdictsOf(
  estates: readonly Estate[],
  files: ReturnType<typeof readManifests>['manifests'],
  { asOf, judges }: Options,
): readonly Verdict[] {
  const { estates: told, promises } = withBeside(estates, files)
  const world = worldOf(told, { asOf, promises })
  return Object.values(judges).flatMap((kind) => [...askPromises(kind, world)])
}

// Of a list, those that hold stay promised.
function split(entry: Entry, broken: readonly Verdict[]): readonly Entry[] {
  const [first] = broken
  if (!first) return [entry]
  const refs = new Set<string>(broken.flatMap(({ about = [] }) => about))
  const isBroken = ({ workload }: Item) => workload !== undefined && refs.has(workload)
  const held = withItems(entry, (item) => !isBroken(item))
  if (!held) return [{ ...entry, asks: notNow(first) }]
  const open = broken.map((verdict) => {
    const of = new Set<string>(verdict.about)
    const own = withItems(entry, ({ workload = '' }) => of.has(workload)) ?? entry
    return { ...own, asks: notNow(verdict) }
  })
  return [held, ...open]
}

/** With some of the items of its `keeps`; undefined where that is none of them. */
function withItems(entry: Entry, isMeant: (item: Item) => boolean): Entry | undefined {
  let isSome = false
  const fields = entry.fields.map((field) => {
    if (field.name !== 'keeps' || typeof field.value === 'string') return field
    const items = (field.value as readonly Item[]).filter(isMeant)
    isSome = items.length > 0
    return { ...field, value: items }
  })
  return isSome ? { ...entry, fields } : undefined
}

function notNow({ because }: Verdict): string {
  const reason = because.find(({ truth }) => truth === false)
  const needs = reason?.hint === undefined ? '' : `; what would be needed: ${reason.hint}`
  return `does not hold now: ${reason?.says.line ?? 'nothing is known that decides it'}${needs}`
}
