import { printManifest } from '../../src/kubernetes/print.ts'
import { readManifests } from '../../src/kubernetes/read.ts'
import type { Manifest } from '../../src/kubernetes/types.ts'
import type { Json, JsonObject } from '../json.ts'
import { type Bounds, countOne, newTally, type Outcome } from '../outcome.ts'
import { type Random, randomOf, seedFor } from '../random.ts'
import { smallest } from '../smaller.ts'
import { mutated } from './mutate.ts'
import type { ObjectSource } from './objects.ts'
import { type Answer, answerOf } from './server.ts'
import { type Ours, ours, standing } from './verdict.ts'

export const asks = 'document'

/** Objects as the YAML that we print, some with a line twice, sent as text: read alike, and a repeated key refused by both. */
export async function compareDocuments(source: ObjectSource, { seed, cases, until, show }: Bounds): Promise<Outcome> {
  const started = performance.now()
  const random = randomOf(seedFor(seed, asks))
  const tally = newTally()
  // Without a definition there is no address to send it to: `render` asks about custom ones, on a server that has theirs.
  const corpus = source.corpus.filter((object) => source.pathOf(object) !== undefined)
  for (let at = 0; at < cases && performance.now() < until; at++) {
    const object = random.pick(corpus)
    const asked = { text: inventText(random.chance(0.3) ? mutated(object, random) : object, random) }
    const { found } = await bothSides(source, object, asked.text)
    if (found.is === 'agree') tally.passed++
    else if (found.is === 'apart') countOne(tally.apart, found.why)
    else {
      tally.failed++
      if (tally.disagreements.length < show) tally.disagreements.push(await shrunk(source, object, asked))
    }
  }
  const tookSeconds = (performance.now() - started) / 1000
  return { comparison: asks, says: 'objects as YAML that we print, lines repeated: read alike', ...tally, tookSeconds }
}

function inventText(object: JsonObject, random: Random): string {
  const text = printManifest(object as unknown as Manifest)
  if (random.chance(0.4)) return text
  const lines = text.split('\n')
  const at = random.int(0, lines.length - 2)
  return lines.toSpliced(at, 0, lines[at] ?? '').join('\n')
}

/** Our answer to a text: what cannot be read is refused for its structure. */
export function oursOfText(text: string): Ours {
  const { manifests, problems } = readManifests(text, 'document.yaml')
  const [only] = manifests
  if (only !== undefined && problems.length === 0) return ours(only.manifest as unknown as JsonObject)
  return { by: 'structure', fields: [], namesAll: false, notModelled: [], says: problems.map(({ says }) => says) }
}

async function bothSides({ api, pathOf }: ObjectSource, object: JsonObject, text: string) {
  const path = pathOf(object) ?? ''
  const reply = await api.request('POST', path, text, {
    dryRun: true,
    fieldValidation: 'Strict',
    contentType: 'application/yaml',
  })
  const [mine, theirs]: [Ours, Answer] = [oursOfText(text), answerOf(reply)]
  return { mine, theirs, found: standing(mine, theirs) }
}

async function shrunk(source: ObjectSource, object: JsonObject, found: { text: string }) {
  const asked = await smallest(
    found,
    async ({ text }) => text !== undefined && (await bothSides(source, object, text)).found.is === 'differ',
    300,
  )
  const { mine, theirs } = await bothSides(source, object, asked.text)
  return {
    comparison: asks,
    asked,
    ours: { by: mine.by ?? false, fields: mine.fields, says: mine.says },
    theirs: { ...theirs } as unknown as Json,
  }
}
