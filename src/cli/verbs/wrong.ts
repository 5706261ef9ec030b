// `seaworthy wrong PATH ID`: a small folder without names that still shows a finding, for a report of a bug.

import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { askPromises, askQuestion } from '../../check/ask.ts'
import type { Judges } from '../../check/judge.ts'
import { questions } from '../../check/questions.ts'
import { runEstates } from '../../check/run-estates.ts'
import type { Verdict } from '../../check/verdict.ts'
import type { World } from '../../check/world.ts'
import type { Estate } from '../../estate/estate.ts'
import { printManifests } from '../../kubernetes/print.ts'
import { nearest } from '../../platform/nearest.ts'
import { folderEstates } from '../folder-estates.ts'
import { judgesOf } from '../judges-of.ts'
import { text } from '../options.ts'
import { pathOptions } from '../path-options.ts'
import { Refusal } from '../refusal.ts'
import { clean } from '../text/clean.ts'
import { count } from '../text/count.ts'
import { signs } from '../text/verdict-text.ts'
import { defineVerb } from '../verb.ts'
import { versionOf } from '../version.ts'
import { write } from '../write.ts'
import { promiseDocuments } from '../wrong/promise-documents.ts'
import { readme } from '../wrong/readme.ts'
import { reproduction } from '../wrong/reproduction.ts'
import { wantedOf } from '../wrong/still.ts'

export const wrong = defineVerb({
  options: { out: text('DIR', 'an empty or new folder (seaworthy-wrong)'), ...pathOptions },
  about:
    'Writes a folder that still shows a finding: as few objects and fields as will do, names replaced by neutral words,\nwithout what Secrets hold. Read it before you send it.',
  examples: ['seaworthy wrong ./k8s drains/shop/ledger-db --out wrong'],

  async run([path, id, ...more], given) {
    if (path === undefined || id === undefined || more.length > 0)
      throw new Refusal('a path and an id are needed', {
        doing: 'wrong',
        next: 'seaworthy wrong ./k8s ID, with an id that check printed',
      })
    const out = given.out ?? 'seaworthy-wrong'
    const doing = `wrong ${path} ${id}`
    if (!statSync(path, { throwIfNoEntry: false }) || /\.[mc]?[jt]s$/.test(path))
      throw new Refusal(`${path} is no folder of manifests`, {
        doing,
        next: 'name the folder that check was asked about',
      })
    refuseFull(out, doing)
    const asOf = given.at ?? new Date().toISOString().slice(0, 10)
    const { estates, promises, documents } = await folderEstates(path, { ...given, doing })
    const judges = await judgesOf(promises)
    const { verdicts } = runEstates(estates, { title: path, asOf, unread: [], promises, judges })
    const verdict = verdictOf(verdicts, id, { path, doing })
    const ask = askOf(verdict, judges)
    const estate = estates.find(({ cluster }) => cluster === verdict.cluster) ?? estates[0]
    if (!ask || !estate)
      throw new Refusal(`${verdict.asks} is no question about manifests`, { doing, next: 'send the platform file' })
    const options = { kubernetes: estate.minor, enforcesPolicy: estate.enforcesPolicy.holds }
    const objects = estate.objects.flatMap(({ origin, implied, manifest }) =>
      origin === 'read' && !implied ? [manifest] : [],
    )
    const others = estates.map(({ cluster }) => cluster).filter((one) => one !== estate.cluster)
    const manifests = [...objects, ...promiseDocuments(documents, verdict, estate.cluster, others)]
    const neutral = (one: string) => asInOneFolder(one, estate)
    const refused = new Set(
      verdicts.flatMap((one) => (one.asks === 'admitted' && one.verdict === 'broken' ? [neutral(one.id)] : [])),
    )
    const found = reproduction(manifests, wantedOf(verdict, neutral(verdict.id), refused), { ask, asOf, options })
    if (!found)
      throw new Refusal('the manifests alone do not show it: it rests on what else was said or not read', {
        doing,
        next: `send what seaworthy explain ${path} ${id} prints`,
      })
    mkdirSync(out, { recursive: true })
    writeFileSync(join(out, 'manifests.yaml'), printManifests(found.manifests), { flag: 'wx' })
    writeFileSync(join(out, 'README.md'), readme(found, { version: await versionOf(), asOf, options }), { flag: 'wx' })
    const lines = [
      `${out}: ${found.manifests.length} of the ${count(manifests.length, 'object')} that the files hold${estates.length > 1 ? ` for ${estate.cluster}` : ''} still show it, as ${signs[found.verdict.verdict]} ${found.verdict.id}`,
      ...(verdict.verdict === 'broken'
        ? []
        : [
            `note: this is no ✗, but ${signs[verdict.verdict]} ${verdict.verdict}, as it is asked here: say what check was told too (--nodes, --kubernetes, --assume, --promises, --rendered)`,
          ]),
      ...(found.kept.length > 0
        ? [`kept as they are, as it rests on them: ${found.kept.slice(0, 10).join(', ')}`]
        : []),
      `next: read ${join(out, 'README.md')} and ${join(out, 'manifests.yaml')}, then send them with what you expected`,
    ]
    await write(lines.map((line) => `${clean(line)}\n`).join(''))
    return 0
  },
})

function askOf({ asks, kind }: Verdict, judges: Judges): ((world: World) => Iterable<Verdict>) | undefined {
  const question = kind === 'question' ? questions.find((one) => one.id === asks) : undefined
  const judge = kind === 'promise' ? Object.values(judges).find((one) => one.kind === asks) : undefined
  if (question) return (world) => askQuestion(question, world)
  return judge && ((world) => askPromises(judge, world))
}

// Of several clusters each is a place of its own; a folder is one cluster, and its namespaces are the places.
function asInOneFolder(id: string, { cluster, environments }: Estate): string {
  const [asks, place, ...subject] = id.split('/')
  const isOfSeveral = environments.some(({ name }) => name.startsWith(`${cluster}/`))
  if (place !== cluster) return id
  const isNamespaced = isOfSeveral && environments.some(({ name }) => name === `${cluster}/${subject[0]}`)
  return isNamespaced ? [asks, ...subject].join('/') : [asks, 'cluster', ...subject].join('/')
}

function refuseFull(out: string, doing: string): void {
  const found = statSync(out, { throwIfNoEntry: false })
  if (!found || (found.isDirectory() && readdirSync(out).length === 0)) return
  throw new Refusal(`${out} is there and not empty`, { doing, next: 'name an empty folder: --out DIR' })
}

function verdictOf(
  verdicts: readonly Verdict[],
  id: string,
  { path, doing }: { path: string; doing: string },
): Verdict {
  const verdict = verdicts.find((one) => one.id === id)
  if (verdict) return verdict
  const near = nearest(
    id,
    verdicts.map((one) => one.id),
  )
  throw new Refusal(`no verdict has the id ${id}`, {
    doing,
    next: near ? `did you mean ${near}?` : `seaworthy check ${path} --format json lists all ids`,
  })
}
