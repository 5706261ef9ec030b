// For a comment on a pull request: the counts, what is broken in a table, all else folded.

import type { Group } from '../../check/groups.ts'
import { causesOf, isTolerated, type Report, type Tally } from '../../check/report.ts'
import type { Verdict } from '../../check/verdict.ts'
import { unaskedText } from '../adoption/unasked-text.ts'
import { count } from '../text/count.ts'
import { sameCause } from '../text/same-cause.ts'
import { signs, verdictText } from '../text/verdict-text.ts'
import type { FormatOptions } from './format.ts'
import { markdownFolds } from './markdown-folds.ts'
import { codeSpan, fenced, plainWords } from './markdown-text.ts'

// GitHub takes 65,536 characters as a comment; what is left out is counted.
const mostChars = 60_000
const mostRows = 30
const mostUnread = 10
const mostPlaces = 10

export function reportMarkdown(report: Report, options: FormatOptions): string {
  const unknown = report.verdicts.filter(isUnknownPromise).map((lead) => ({ lead, others: [] }))
  const groups = [...causesOf(report.verdicts), ...unknown]
  const head = [
    `### Seaworthy: ${groups.length === 0 && report.unread.length === 0 ? (options.against ? 'nothing new is broken' : 'nothing is broken') : news(report, groups)}`,
    '',
    `${codeSpan(report.title)}${options.against ? ` against ${codeSpan(options.against.ref)}` : ''} as of ${report.asOf}`,
    '',
    ...countsTable(report.summary),
    ...unreadLines(report),
    ...findingsTable(groups, options),
    ...mendedLines(options),
  ]
  const tail = ['', `One in full: ${codeSpan(`seaworthy explain ${options.path} ID`)}`]
  const used = [...head, ...tail].join('\n').length
  const derived = folded(groups, mostChars - used)
  const folds = markdownFolds(report, mostChars - used - derived.join('\n').length)
  return `${[...head, ...derived, ...folds, ...tail].join('\n')}\n`
}

function isUnknownPromise(verdict: Verdict): boolean {
  return verdict.verdict === 'unknown' && verdict.kind !== 'question' && !isTolerated(verdict)
}

type Shown = Pick<Group, 'lead' | 'others'>

function news({ unread }: Report, groups: readonly Shown[]): string {
  const of = (word: Verdict['verdict']) => groups.filter(({ lead }) => lead.verdict === word)
  const causes = of('broken').length
  const broken = of('broken').reduce((sum, { others }) => sum + 1 + others.length, 0)
  const unknown = of('unknown').length
  return [
    ...(broken > 0
      ? [`${signs.broken} ${broken} broken${broken === causes ? '' : ` (${count(causes, 'cause')})`}`]
      : []),
    ...(unknown > 0 ? [`${signs.unknown} ${count(unknown, 'promise')} unknown`] : []),
    ...(unread.length > 0 ? [`${count(unread.length, 'place')} not read`] : []),
  ].join(', ')
}

function countsTable(summary: readonly Tally[]): readonly string[] {
  const columns = ['broken', 'waived', 'assumed', 'unknown', 'kept'] as const
  const used = columns.filter((column) => summary.some((tally) => tally[column] > 0))
  if (used.length === 0) return []
  const isTold = ({ broken, waived }: Tally) => broken + waived > 0
  const shown = summary.length > mostPlaces ? summary.filter(isTold).slice(0, mostRows) : summary
  const more = summary.length - shown.length
  const sign = (column: (typeof columns)[number]) => (column === 'waived' ? 'tolerated' : `${signs[column]} ${column}`)
  return [
    `| | ${used.map(sign).join(' | ')} |`,
    `|---|${used.map(() => '---:|').join('')}`,
    ...shown.map((tally) => `| ${codeSpan(tally.place)} | ${used.map((column) => tally[column]).join(' | ')} |`),
    ...(more > 0
      ? [
          '',
          `and ${count(more, 'place')}${summary.filter(isTold).length === shown.length ? ' where nothing is broken' : ''}`,
        ]
      : []),
  ]
}

function unreadLines({ unread }: Report): readonly string[] {
  if (unread.length === 0) return []
  const shown = unread.slice(0, mostUnread).map(({ file, line, says }) => {
    return `- not read: ${codeSpan(line === undefined ? file : `${file}:${line}`)} ${plainWords(brief(says))}`
  })
  const more = unread.length - shown.length
  return ['', ...shown, ...(more > 0 ? [`- and ${count(more, 'more place')}`] : [])]
}

function findingsTable(groups: readonly Shown[], options: FormatOptions): readonly string[] {
  if (groups.length === 0) return []
  const rows = groups.slice(0, mostRows).map((group) => row(group, options))
  const more = groups.length - rows.length
  return [
    '',
    '| | finding | why | where | owner |',
    '|---|---|---|---|---|',
    ...rows,
    ...(more > 0 ? ['', `and ${count(more, 'more cause')}`] : []),
  ]
}

function mendedLines({ against }: FormatOptions): readonly string[] {
  const { mended = [], unasked = [] } = against ?? {}
  const more = mended.length - mostRows
  const ids = mended.slice(0, mostRows).map(({ id }) => codeSpan(brief(id)))
  const unseen = unaskedText(unasked).map((line) => codeSpan(brief(line)))
  return [
    ...(ids.length > 0
      ? ['', `${signs.kept} mended: ${ids.join(', ')}${more > 0 ? `, and ${count(more, 'more finding')}` : ''}`]
      : []),
    ...(unseen.length > 0 ? ['', `${signs.unknown} no longer asked, which mends nothing: ${unseen.join(', ')}`] : []),
  ]
}

function row({ lead, others }: Shown, { inRepository }: FormatOptions): string {
  const decides = lead.because.find(({ truth }) => truth === (lead.verdict === 'broken' ? false : undefined))
  const at = decides?.at ?? lead.at
  const where = at ? codeSpan(`${brief(inRepository(at.file))}:${at.line}`) : ''
  const id = `${codeSpan(brief(lead.id))}${others.length > 0 ? ` and ${count(others.length, 'other')} of the same cause` : ''}`
  const owners = (lead.owners ?? [])
    .slice(0, 5)
    .map((owner) => codeSpan(brief(owner)))
    .join(', ')
  return `| ${signs[lead.verdict]} | ${id} | ${plainWords(brief(decides?.says.line ?? lead.says))} | ${where} | ${owners} |`
}

// Names may be of any length; a row that is cut says so.
function brief(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 299)}…`
}

function folded(groups: readonly Shown[], roomChars: number): readonly string[] {
  if (groups.length === 0) return []
  const lines: string[] = []
  let room = roomChars - 200
  let shown = 0
  for (const { lead, others } of groups) {
    const same = sameCause(others)
    const block = [...fenced([...verdictText(lead, { width: 100 }), ...(same ? [`    ${same}`] : [])]), '']
    const size = block.join('\n').length + 1
    if (size > room) break
    room -= size
    shown += 1
    lines.push(...block)
  }
  const left = groups.length - shown
  const more = left > 0 ? [`and ${count(left, 'more cause')}, too long for here`, ''] : []
  return ['', '<details><summary>How it is derived</summary>', '', ...lines, ...more, '</details>']
}
