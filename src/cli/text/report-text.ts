// The ledger of one run: a headline, a line per environment, each cause once with the verdicts it breaks, then what is
// assumed, unknown, unread and worth knowing, and what to type next.

import { causesOf, isTolerated, type Report } from '../../check/report.ts'
import type { Verdict } from '../../check/verdict.ts'
import { adviceText } from './advice-text.ts'
import { alikeTogether } from './alike-together.ts'
import { assumedText } from './assumed-text.ts'
import { clean } from './clean.ts'
import { count } from './count.ts'
import { ledger } from './ledger.ts'
import { liveText } from './live-text.ts'
import { notesText, readText } from './notes-text.ts'
import { sameCause } from './same-cause.ts'
import { signs, verdictText } from './verdict-text.ts'
import { waitingText, waitsFor } from './waiting-text.ts'
import { joined, wrap } from './wrap.ts'

export interface TextOptions {
  /** Columns of the terminal; none where the output is not one. */
  readonly width?: number
  /** How many causes are shown in full; all where absent. */
  readonly show?: number
  /** How the run is asked for again: `platform.ts`. */
  readonly path: string
  /** The end of a first baseline, where there is none yet and one may help. */
  readonly adoptUntil?: string
  /** How long it took, where somebody waited. */
  readonly tookMs?: number
}

export function reportText(report: Report, options: TextOptions): string {
  const groups = causesOf(report.verdicts)
  const shown = groups.slice(0, options.show ?? groups.length)
  const lines = [
    ...joined(headline(report), ' · ', options.width),
    ...readText(withTook(report.notes, options), options.width),
    ...ledger(report, options.width),
    ...(report.unread.length > 0 ? [''] : []),
    ...alikeTogether(report.unread).flatMap((unread) => unreadText(unread, report.unread, options)),
    ...shown.flatMap((group) => [
      '',
      ...verdictText(group.lead, { ...options, shown: group.shown }),
      ...indented(sameCause(group.others), options),
    ]),
    ...(shown.length < groups.length
      ? ['', `… and ${count(groups.length - shown.length, 'more cause')}: seaworthy check ${options.path}`]
      : []),
    ...(options.show === undefined ? rest(report, options) : []),
    '',
    ...next(report, groups[0]?.lead, options),
  ]
  return `${lines.map(clean).join('\n')}\n`
}

function headline({ title, places = 'environment', counts, kubernetes = [], asOf }: Report) {
  const environments =
    counts.planned > 0
      ? `${count(counts.environments, places)} (${counts.planned} more planned)`
      : count(counts.environments, places)
  const clusters = `${count(counts.clusters, 'cluster')}, ${count(counts.nodes, 'node')}`
  const version = kubernetes.length > 0 ? [`Kubernetes ${kubernetes.join(' and ')}`] : []
  return [title, environments, clusters, ...version, count(counts.objects, 'object'), `as of ${asOf}`]
}

function indented(line: string | undefined, { width }: TextOptions): readonly string[] {
  return line === undefined ? [] : wrap(`    ${line}`, width, '      ')
}

function unreadText(
  unread: Report['unread'][number],
  all: Report['unread'],
  { width }: TextOptions,
): readonly string[] {
  const place = unread.line === undefined ? unread.file : `${unread.file}:${unread.line}`
  const next = unread.next ? wrap(`    next: ${unread.next}`, width, '      ') : []
  // Several that were put together have no place of their own.
  const says = all.includes(unread) ? `${place}: ${unread.says}` : unread.says
  return [...wrap(`unread  ${says}`, width, '    '), ...next]
}

function rest(report: Report, options: TextOptions): readonly string[] {
  const { width } = options
  const of = (word: Verdict['verdict']) => report.verdicts.filter(({ verdict }) => verdict === word)
  const waived = report.verdicts.filter((verdict) => verdict.verdict === 'broken' && isTolerated(verdict))
  return [
    ...waitingText(of('unknown'), width),
    ...of('unknown')
      .filter((verdict) => waitsFor(verdict) === undefined)
      .flatMap((verdict) => ['', ...verdictText(verdict, options)]),
    ...waivedText(waived, width),
    ...adviceText(report.advice, width),
    ...assumedText(of('assumed'), width),
    ...liveText(report, width),
    ...notesText(report.notes, width),
  ]
}

// People know them, and a baseline may hold hundreds: a line each will do.
function waivedText(waived: readonly Verdict[], width: number | undefined): readonly string[] {
  if (waived.length === 0) return []
  const shown = waived.slice(0, 30)
  const more = waived.length - shown.length
  return [
    '',
    'waived',
    ...shown.flatMap(({ id, waiver }) =>
      wrap(`  ${id}   ${waiver?.owner} until ${waiver?.until}: ${waiver?.reason}`, width, '    '),
    ),
    ...(more > 0 ? [`  and ${count(more, 'more finding')}`] : []),
  ]
}

function withTook(notes: Report['notes'], { tookMs }: TextOptions): Report['notes'] {
  if (tookMs === undefined || notes.length === 0) return notes
  return [...notes, { is: 'took', says: `${(tookMs / 1000).toFixed(1)} s` }]
}

function next(report: Report, lead: Verdict | undefined, { path, width, adoptUntil }: TextOptions): readonly string[] {
  const asked = (kind: (verdict: Verdict) => boolean) => report.verdicts.filter(kind).length
  const promises = asked(({ kind }) => kind !== 'question')
  const questions = asked(({ kind }) => kind === 'question')
  const counts =
    promises > 0
      ? `${count(promises, 'verdict')} on promises, ${questions} on questions`
      : `${count(questions, 'verdict')}`
  const first = lead ?? report.verdicts.find(({ verdict }) => verdict === 'unknown') ?? report.verdicts[0]
  return [
    ...wrap(
      `${counts} (${signs.broken} broken, ${signs.assumed} assumed, ${signs.unknown} unknown, ${signs.kept} kept)`,
      width,
      '  ',
    ),
    // A command is copied as it stands: it is never broken over lines.
    ...(first ? [`one in full: seaworthy explain ${path} ${first.id}`] : []),
    ...(adoptUntil !== undefined && lead
      ? [`only what is new: seaworthy baseline ${path} --owner NAME --until ${adoptUntil}`]
      : []),
  ]
}
