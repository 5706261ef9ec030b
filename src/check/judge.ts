// One run: every question and every promise, asked of one world, as verdicts.

import type { PlatformPromise } from '../platform/model.ts'
import type { Finding, Part, PartsData, PromiseKind, Question } from './define.ts'
import { promiseKinds } from './promises.ts'
import { questions } from './questions.ts'
import { conclude, type Reason, type Verdict, type Words } from './verdict.ts'
import { waived } from './waive.ts'
import type { World } from './world.ts'

/** Every verdict of one world, sorted by id; ids are unique. */
export function judge(world: World): readonly Verdict[] {
  const verdicts = [...askQuestions(world), ...askPromises(world)]
  verdicts.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return waived(verdicts, world.platform?.waivers ?? [], world.asOf)
}

function* askQuestions(world: World): Generator<Verdict> {
  for (const question of questions)
    for (const finding of question.judge(world))
      yield verdictOf({ finding, asks: question.id, says: question.says, kind: 'question' })
}

function* askPromises(world: World): Generator<Verdict> {
  for (const promise of world.platform?.promises ?? []) {
    if (promise.is === 'planned') continue
    const kind = promiseKinds[promise.kind] as unknown as PromiseKind
    for (const finding of kind.judge(promise as never, world)) {
      const made = verdictOf({
        finding,
        asks: kind.kind,
        says: kind.says,
        kind: promise.kind === 'figure' ? 'figure' : 'promise',
      })
      yield named(made, promise, finding)
    }
  }
}

/** A promise's own name stands in the id in place of its last discriminator, and its own statement is the verdict's. */
function named(verdict: Verdict, promise: PlatformPromise, finding: Finding): Verdict {
  const id = promise.name ? `${verdict.asks}/${finding.id[0]}/${promise.name}/${finding.id.at(-1)}` : verdict.id
  return { ...verdict, id, stated: promise.stated ?? verdict.stated }
}

interface Asked {
  readonly finding: Finding
  readonly asks: string
  readonly says: Question['says']
  readonly kind: Verdict['kind']
}

function verdictOf({ finding, asks, says, kind }: Asked): Verdict {
  const id = [asks, ...finding.id].join('/')
  const because = finding.parts.map((part) => reasonOf(part, id, says))
  const { verdict, assumes } = conclude(because)
  return {
    id,
    kind,
    asks,
    subject: finding.id.slice(1).join('/'),
    cluster: finding.cluster,
    environment: finding.environment,
    verdict,
    says: finding.says,
    because,
    assumes,
    after: finding.after ?? [],
    cause: because.find((reason) => reason.truth === false)?.cause,
    at: finding.source?.at,
    stated: finding.source?.stated,
  }
}

function reasonOf(part: Part<string, PartsData[string]>, id: string, says: Question['says']): Reason {
  const words = says[part.rule]?.(part.because as never, part.truth)
  if (words === undefined) throw new Error(`${id}: no words for the part ${part.rule}`)
  const source = part.at?.source
  return {
    rule: part.rule,
    truth: part.truth,
    because: { ...part.because },
    says: typeof words === 'string' ? ({ line: words } satisfies Words) : words,
    assumes: part.assumes ?? [],
    cause: part.truth === false ? (part.cause ?? `${part.rule}/${id}`) : undefined,
    hint: part.truth === true ? undefined : part.hint,
    fix: part.truth === true ? undefined : part.fix,
    at: part.truth === true || !source ? source?.at : ((part.at?.path && source.lineOf?.(part.at.path)) ?? source.at),
    stated: [...(part.stated ?? []), source?.stated].filter((stated) => stated !== undefined),
  }
}
