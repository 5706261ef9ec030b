// For code scanning: what is broken as results of rules, in the words of SARIF 2.1.0.
// Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html

import { exitCodeOf, type Report, type Unread } from '../../check/report.ts'
import type { Reason, Verdict } from '../../check/verdict.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Position } from '../../platform/source.ts'
import { clean } from '../text/clean.ts'
import type { FormatOptions } from './format.ts'

interface SarifOptions extends FormatOptions {
  /** Version of Seaworthy, `0.1.0`. */
  readonly version: string
  /** Question or promise kind → what it asks. */
  readonly asks: ReadonlyMap<string, string>
}

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
const home = 'https://www.npmjs.com/package/seaworthy'

export function reportSarif(report: Report, options: SarifOptions): string {
  const verdicts = report.verdicts.filter(needsAnswer)
  const ruleIds = [...new Set([...verdicts.map(({ asks }) => asks), ...report.advice.map(adviceRule)])].sort(
    byCodePoint,
  )
  const run = {
    tool: {
      driver: { name: 'Seaworthy', version: options.version, informationUri: home, rules: ruleIds.map(ruleOf) },
    },
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository, or of what is judged.' } } },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: report.unread.length === 0,
        exitCode: exitCodeOf(report),
        toolExecutionNotifications: report.unread.map((unread) => notification(unread, options)),
      },
    ],
    results: [
      ...verdicts.map((verdict) => result(verdict, ruleIds, options)),
      ...report.advice.map((advice) => ({
        ruleId: adviceRule(advice),
        ruleIndex: ruleIds.indexOf(adviceRule(advice)),
        level: 'note',
        message: { text: clean(advice.says.line) },
        partialFingerprints: { 'seaworthyId/v1': advice.id },
      })),
    ],
    properties: { asOf: report.asOf },
  }
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2)}\n`

  function ruleOf(id: string) {
    const asks = options.asks.get(id) ?? 'What is worth knowing, and fails nothing.'
    const more = `seaworthy explain ${id} says what is asked; seaworthy explain PATH ID shows one verdict in full.`
    return {
      id,
      shortDescription: { text: asks },
      help: { text: `${asks} ${options.asks.has(id) ? more : ''}`.trim() },
    }
  }
}

// A promise that nothing shows fails a run as well.
function needsAnswer({ verdict, kind }: Verdict): boolean {
  return verdict === 'broken' || (verdict === 'unknown' && kind !== 'question')
}

function adviceRule({ id }: { readonly id: string }): string {
  return `advice/${id.split('/')[0]}`
}

function result(verdict: Verdict, ruleIds: readonly string[], options: SarifOptions) {
  const against = verdict.because.filter(({ truth }) => truth !== true)
  const places = against.flatMap(({ at }) => (at ? [at] : []))
  const [first, ...more] = places.length > 0 ? places : verdict.at ? [verdict.at] : []
  const templates = places.flatMap(({ via }) => (via ? [via] : []))
  const others = [...more, ...templates]
  const logical = (verdict.about ?? []).map((ref) => ({ fullyQualifiedName: clean(ref), kind: 'resource' }))
  const location = {
    ...(first && physical(first, options)),
    ...(logical.length > 0 && { logicalLocations: logical }),
  }
  return {
    ruleId: verdict.asks,
    ruleIndex: ruleIds.indexOf(verdict.asks),
    level: verdict.verdict === 'broken' ? 'error' : 'warning',
    message: { text: messageOf(verdict, against) },
    ...(Object.keys(location).length > 0 && { locations: [location] }),
    ...(others.length > 0 && { relatedLocations: others.map((place) => physical(place, options)) }),
    partialFingerprints: { 'seaworthyId/v1': verdict.id },
    suppressions: suppressions(verdict),
    properties: { verdict: verdict.verdict, tags: [verdict.kind], ...(verdict.owners && { owners: verdict.owners }) },
  }
}

function messageOf({ id, says }: Verdict, against: readonly Reason[]): string {
  const lines = against.flatMap((reason) => [
    reason.says.line,
    ...(reason.says.rows ?? []).map(([label, text]) => `  ${label}  ${text}`),
    ...(reason.hint ? [`hint: ${reason.hint}`] : []),
  ])
  return [`${id}: ${says}`, ...lines].map(clean).join('\n')
}

function physical({ file, line, column }: Position, { inRepository }: FormatOptions) {
  const path = inRepository(file)
  const isBelow = !path.startsWith('../') && !path.startsWith('/')
  const artifactLocation = isBelow ? { uri: uriOf(path), uriBaseId: '%SRCROOT%' } : { uri: uriOf(path) }
  return { physicalLocation: { artifactLocation, region: { startLine: line, startColumn: column } } }
}

// A path as a reference of RFC 3986; the first segment of a relative one must not look like a scheme.
function uriOf(path: string): string {
  const encoded = path.toWellFormed().split(/[\\/]/).map(encodeURIComponent).join('/')
  return path.startsWith('/') ? `file://${encoded}` : encoded
}

// An empty list says that it was looked at and is not tolerated.
function suppressions({ waiver }: Verdict) {
  if (!waiver || waiver.expired) return []
  const { owner, until, reason } = waiver
  return [
    { kind: 'external', status: 'accepted', justification: clean(`${owner} tolerates it until ${until}: ${reason}`) },
  ]
}

function notification({ file, line, column, says, next }: Unread, options: FormatOptions) {
  const place = physical({ file, line: line ?? 1, column: column ?? 1 }, options)
  return {
    level: 'error',
    message: { text: [`unread: ${says}`, ...(next ? [`next: ${next}`] : [])].map(clean).join('\n') },
    locations: [place],
  }
}
