// A log has one writer. Of two that write under one name the second is refused by its own check ("Expected empty archive"), or,
// where that is switched off, overwrites what the first one needs: nothing of either comes back.
// Source: cloudnative-pg.io/docs, "WAL archiving", "Object stores"; barman-cloud-check-wal-archive.

import type { ArchiveName, FactOf } from '../../estate/estate.ts'
import { type ArchiveEnd, followsIn, isSameArchive } from '../../estate/followers.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type AnyPart, defineQuestion, type Finding, part } from '../define.ts'
import type { World } from '../world.ts'

type Rules = {
  alone: { store: string; archive: ArchiveName; others: readonly string[] }
  filled: { store: string; archive: ArchiveName; by: readonly string[] }
}

interface Writer extends ArchiveEnd {
  readonly fact: FactOf<'backsUp'>
}

export const archives = defineQuestion<Rules>({
  id: 'archives',
  asks: 'Has every archive of a log one writer, and is what somebody replays written?',

  *judge(world) {
    const writers = writersIn(world)
    for (const writer of writers) {
      const others = writers.filter((other) => other !== writer && isSameArchive(writer, other))
      yield findingOf(
        writer.fact,
        writer.cluster,
        'its log alone is archived under its name',
        alonePart(writer, others),
      )
    }
    for (const { estate } of world.views)
      for (const fact of followsIn(estate)) {
        const end = { archive: fact.archive, of: fact.of, cluster: estate.cluster }
        const by = writers.filter((writer) => isSameArchive(end, writer))
        // What no file of a folder shows may run elsewhere.
        if (by.length > 0 || world.platform)
          yield findingOf(fact, estate.cluster, 'what it replays is written', filledPart(fact, by), 'replayed')
      }
  },

  says: {
    alone: ({ store, archive, others }, truth) =>
      truth === true
        ? `${store} alone archives as ${sayArchive(archive)}`
        : `${store} archives as ${sayArchive(archive)}, and so does ${others.join(', ')}: neither log is whole`,
    filled: ({ store, archive, by }, truth) =>
      truth === true
        ? `${store} replays what ${by.join(', ')} archives as ${sayArchive(archive)}`
        : `${store} replays ${sayArchive(archive)}, and nothing archives under that name`,
  },
})

function writersIn({ views }: World): readonly Writer[] {
  return views.flatMap(({ estate }) =>
    estate.facts.flatMap((fact) =>
      fact.trait === 'backsUp' && fact.archive
        ? [{ fact, archive: fact.archive, of: fact.of, cluster: estate.cluster }]
        : [],
    ),
  )
}

function findingOf(
  { of, component, environment, source }: FactOf<'backsUp' | 'follows'>,
  cluster: string,
  says: string,
  one: AnyPart<Rules>,
  more?: string,
): Finding<Rules> {
  const id = [environment, component, ...(more === undefined ? [] : [more])] as const
  return { id, environment, cluster, says: `${component}: ${says}`, source, about: [of], parts: [one] }
}

function alonePart({ fact, archive }: Writer, others: readonly Writer[]): AnyPart<Rules> {
  return part(
    'alone',
    others.length === 0,
    { store: fact.component, archive, others: namesOf(others) },
    {
      cause: `one-archive/${archive.place}/${archive.server}`,
      hint: 'a name of its own for each: serverName of the object store',
      at: { source: fact.source },
    },
  )
}

function filledPart({ component, archive, source }: FactOf<'follows'>, by: readonly Writer[]): AnyPart<Rules> {
  return part(
    'filled',
    by.length > 0,
    { store: component, archive, by: namesOf(by) },
    {
      cause: `no-archive/${archive.place}/${archive.server}`,
      hint: 'the place and the name under which the other one archives',
      at: { source },
    },
  )
}

function namesOf(writers: readonly Writer[]): readonly string[] {
  return writers.map(({ fact }) => `${fact.component} in ${fact.environment}`).sort(byCodePoint)
}

function sayArchive({ place, server }: ArchiveName): string {
  return `${server} in ${place}`
}
