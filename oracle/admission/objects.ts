import type { ApiServer } from '../apiserver.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import { type Bounds, countOne, newTally, type Outcome, type Tally } from '../outcome.ts'
import { type Random, randomOf, seedFor } from '../random.ts'
import { smallest } from '../smaller.ts'
import { everyField } from './every-field.ts'
import { mutated } from './mutate.ts'
import type { OpenApi } from './openapi.ts'
import { type Answer, answerOf, type PathOf } from './server.ts'
import { ours, standing } from './verdict.ts'

export const asks = 'object'
const connections = 12

export interface ObjectSource {
  readonly api: ApiServer
  readonly pathOf: PathOf
  /** Objects as they are, each asked once; then changed ones, made from them. */
  readonly corpus: readonly JsonObject[]
  readonly openApi: OpenApi
  /** Objects that disagreed once. */
  readonly kept: readonly JsonObject[]
}

/** Single objects by dry run: taken or refused, and the fields that are named. */
export async function compareObjects(source: ObjectSource, bounds: Bounds, comparison = asks): Promise<Outcome> {
  const { seed, cases, until } = bounds
  const started = performance.now()
  const tally = newTally()
  const ways: Ways = new Map()
  const objects = objectsToAsk(source, cases, randomOf(seedFor(seed, comparison)))
  const ask = async () => {
    for (const object of objects) {
      if (performance.now() > until) return
      await judge(source, object, tally, ways)
    }
  }
  await Promise.all(Array.from({ length: connections }, ask))
  const often = [...ways.values()].sort((a, b) => b.count - a.count)
  for (const { object, how } of often.slice(0, bounds.show)) tally.disagreements.push(await shrunk(source, object, how))
  const tookSeconds = (performance.now() - started) / 1000
  return { comparison, says: 'objects by dry run: taken or refused, and for which fields', ...tally, tookSeconds }
}

// As many with one field at its edge as with what people do wrong.
function* objectsToAsk(source: ObjectSource, cases: number, random: Random): Generator<JsonObject> {
  const { corpus, kept, openApi } = source
  yield* kept
  yield* corpus
  const atEdges = everyField(corpus, openApi, random)
  for (let at = corpus.length; at < cases; at++) {
    const edge = at % 2 === 0 ? atEdges.next().value : undefined
    yield edge ?? mutated(random.pick(corpus), random)
  }
}

async function judge(source: ObjectSource, object: JsonObject, tally: Tally, ways: Ways): Promise<void> {
  const found = standing(ours(object, source.api.minor), await answer(source, object))
  if (found.is === 'agree') {
    tally.passed++
    if (found.besides) countOne(tally.notes, `refused by both for the same field; ${found.besides} names further ones`)
  } else if (found.is === 'apart') countOne(tally.apart, found.why)
  else {
    tally.failed++
    const way = wayOf(object, found.how)
    const had = ways.get(way)
    ways.set(way, { count: (had?.count ?? 0) + 1, object: had?.object ?? object, how: had?.how ?? found.how })
  }
}

async function answer({ api, pathOf }: ObjectSource, object: JsonObject): Promise<Answer> {
  const path = pathOf(object)
  if (path === undefined) return { accepted: false, by: 'structure', fields: ['apiVersion'], says: 'no such kind' }
  return answerOf(await api.request('POST', path, object, { dryRun: true, fieldValidation: 'Strict' }))
}

/** One example of each way to differ, so that a hundred objects with one cause are shown as one. */
type Ways = Map<string, { readonly count: number; readonly object: JsonObject; readonly how: string }>

function wayOf({ kind }: JsonObject, how: string): string {
  return `${kind} ${how.replace(/\[[^\]]*\]/g, '[]')}`
}

async function shrunk(source: ObjectSource, found: JsonObject, how: string) {
  const way = wayOf(found, how)
  const isSame = async (candidate: JsonObject) => {
    if (!isAddressed(candidate, found)) return false
    const seen = standing(ours(candidate, source.api.minor), await answer(source, candidate))
    return seen.is === 'differ' && wayOf(candidate, seen.how) === way
  }
  const asked = await smallest(found, isSame, 1_000)
  const [mine, theirs] = [ours(asked, source.api.minor), await answer(source, asked)]
  return {
    comparison: asks,
    asked,
    ours: told(mine.by, mine.fields, mine.says.join('; ')),
    theirs: { ...theirs } as unknown as Json,
  }
}

// Without a name or a kind it could not be sent, and no new fault may come in by shrinking.
function isAddressed({ apiVersion, kind, metadata }: JsonObject, found: JsonObject): boolean {
  return (
    apiVersion === found.apiVersion &&
    kind === found.kind &&
    isObject(metadata) &&
    (metadata.name !== undefined || !isObject(found.metadata) || found.metadata.name === undefined)
  )
}

function told(by: string | undefined, fields: readonly string[], says: string): Json {
  return { refused: by ?? false, fields, says }
}
