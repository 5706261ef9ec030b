// `seaworthy explain PATH ID`: one verdict in full. `seaworthy explain QUESTION`: what it asks.

import { existsSync } from 'node:fs'
import type { Verdict } from '../../check/verdict.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { nearest } from '../../platform/nearest.ts'
import { saidAgain } from '../again.ts'
import { questionLines, whyNoVerdict } from '../explain/about-question.ts'
import { judged } from '../judged.ts'
import { pathOptions } from '../path-options.ts'
import { Refusal } from '../refusal.ts'
import { clean } from '../text/clean.ts'
import { defineVerb } from '../verb.ts'
import { write } from '../write.ts'

export const explain = defineVerb({
  options: pathOptions,
  about:
    'Shows one verdict in full, with what holds and what does not; or what a question, or a kind of promise, asks.',
  examples: ['seaworthy explain platform.ts survives/prod/loss-of-a-node/orders-db', 'seaworthy explain drains'],

  async run([first, id, ...more], given) {
    if (first === undefined || more.length > 0)
      throw new Refusal('a path and an id are needed', {
        doing: 'explain',
        next: 'seaworthy explain platform.ts ID, with an id that check printed',
      })
    if (id === undefined && /[./]/.test(first))
      throw new Refusal('a path alone names no verdict', {
        doing: 'explain',
        next: `seaworthy explain ${first} ID, with an id that seaworthy check ${first} printed`,
      })
    if (id === undefined) return await aboutQuestion(first, given.width ?? process.stdout.columns)
    if (!existsSync(first) && existsSync(id))
      throw new Refusal(`${first} is taken for the path, and nothing lies there; ${id} for the id, and it is a path`, {
        doing: 'explain',
        next: `seaworthy explain ${saidAgain(id, given)} ${first}`,
      })
    const report = await judged(first, { ...given, doing: `explain ${first}` })
    const verdict = report.verdicts.find((one) => one.id === id)
    if (!verdict) throw noVerdict(saidAgain(first, given), id, report.verdicts)
    const { verdictText } = await import('../text/verdict-text.ts')
    const width = given.width ?? process.stdout.columns
    const lines = verdictText(verdict, { width, whole: true })
    const question = questionLines(verdict.asks, verdict, width)
    await write(
      `${[...lines, '', `${verdict.asks}: ${await asked(verdict.asks)}`, ...question].map(clean).join('\n')}\n`,
    )
    return 0
  },
})

type Judged = Pick<Verdict, 'id' | 'about'>

function noVerdict(path: string, id: string, verdicts: readonly Judged[]): Refusal {
  const elsewhere = underAnotherId(id, verdicts)
  if (elsewhere !== undefined)
    return new Refusal(`no verdict has the id ${id}: the same is asked of several at once`, {
      doing: 'explain',
      next: `seaworthy explain ${path} ${elsewhere}`,
    })
  const absent = isOfOthers(id, verdicts) ? whyNoVerdict(id) : undefined
  if (absent !== undefined)
    return new Refusal(`no verdict has the id ${id}: ${absent}`, {
      doing: 'explain',
      next: `seaworthy check ${path} --format json lists what other questions say of it`,
    })
  const near = nearest(
    id,
    verdicts.map((one) => one.id),
  )
  return new Refusal(`no verdict has the id ${id}`, {
    doing: 'explain',
    next: near
      ? `did you mean ${near}? An id may need what check was told, as in seaworthy check ${path} --nodes FILE`
      : `seaworthy check ${path} --format json lists all ids`,
  })
}

// A budget over several workloads goes by its own name.
function underAnotherId(id: string, verdicts: readonly Judged[]): string | undefined {
  const [question, place, ...subject] = id.split('/')
  const [namespace, name] = [subject.length > 1 ? subject[0] : place, subject.at(-1)]
  const isIt = (ref: Ref) => partsOf(ref).name === name && partsOf(ref).namespace === namespace
  return verdicts.find((one) => one.id.startsWith(`${question}/${place}/`) && one.about?.some(isIt))?.id
}

// Other questions judge what it names, so the name is no slip.
function isOfOthers(id: string, verdicts: readonly Judged[]): boolean {
  const subject = id.slice(id.indexOf('/'))
  return verdicts.some((one) => one.id.endsWith(subject) && one.id.indexOf('/') === one.id.length - subject.length)
}

async function aboutQuestion(id: string, width: number | undefined): Promise<number> {
  const text = await asked(id)
  await write(`${[`${id}: ${text}`, ...questionLines(id, undefined, width)].map(clean).join('\n')}\n`)
  return 0
}

async function asked(id: string): Promise<string> {
  const { allQuestions } = await import('../../check/platform-questions.ts')
  const { promiseKinds } = await import('../../check/promises.ts')
  const kinds: readonly { name: string; asks: string }[] = [
    ...allQuestions.map((question) => ({ name: question.id, asks: question.asks })),
    ...Object.values(promiseKinds).map((kind) => ({ name: kind.kind, asks: kind.asks })),
    { name: 'waives', asks: 'Does every waiver name a verdict of this run?' },
  ]
  const found = kinds.find(({ name }) => name === id)
  if (found) return found.asks
  const near = nearest(
    id,
    kinds.map(({ name }) => name),
  )
  throw new Refusal(`there is no question or promise kind ${id}`, {
    doing: 'explain',
    next: near ? `did you mean ${near}?` : `one of ${kinds.map(({ name }) => name).join(', ')}`,
  })
}
