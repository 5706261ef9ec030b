// One verdict as a person reads it: what was promised and where, what decides it, and what to do.

import { takenOver } from '../../check/taken-over.ts'
import type { Reason, Verdict, Word } from '../../check/verdict.ts'
import { editText } from './edit-text.ts'
import { citations, placeText, statedText } from './place-text.ts'
import { rows, widthOf, wrap } from './wrap.ts'

export const signs: { readonly [W in Word]: string } = { broken: '✗', assumed: '~', unknown: '?', kept: '✓' }

interface Options {
  readonly width?: number
  /** What holds too, with its derivation, and every line that is cited; else only what does not hold. */
  readonly whole?: boolean
  /** Causes that were shown before, each with the id of the verdict that shows it: named again, not derived again. */
  readonly shown?: ReadonlyMap<string, string>
}

export function verdictText(verdict: Verdict, options: Options): readonly string[] {
  const { width } = options
  const shown = verdict.because.filter((reason) => options.whole || reason.truth !== true)
  // Within one verdict a place, a hint, or what all of it rests on is said once, where it is first needed.
  const said = new Set<string>(verdict.stated ? citations([verdict.stated], options) : [])
  return [
    ...headline(verdict, width),
    ...ownersText(verdict, width),
    ...shown.flatMap((reason) => {
      const mark = options.whole || reason.truth === undefined ? reasonSign(reason) : shown.length > 1 ? '-' : ' '
      const before = reason.truth === false && reason.cause ? options.shown?.get(reason.cause) : undefined
      const line = `  ${mark} ${reason.says.line}${before === undefined ? '' : ` (as in ${before})`}`
      return [...wrap(line, width, '      '), ...(before === undefined ? derivation(reason, said, options) : [])]
    }),
    ...(options.whole ? [] : takenOverText(verdict, said, width)),
    ...tail(verdict, said, width),
  ]
}

/** Id, what should hold, where it is said: on one line where it fits. */
function headline(verdict: Verdict, width: number | undefined): readonly string[] {
  const head = `${signs[verdict.verdict]} ${verdict.id}`
  const isPlaced = verdict.because.some((reason) => reason.at)
  const places = [
    ...(verdict.stated ? [statedText(verdict.stated)] : []),
    ...(verdict.at && !isPlaced ? [placeText(verdict.at)] : []),
  ].join('; ')
  const says = saidOf(verdict)
  const oneLine = [head, says, places].filter(Boolean).join('   ')
  if (width !== undefined && widthOf(oneLine) <= width) return [oneLine]
  const under = places ? `    ${says} (${places})` : `    ${says}`
  return [...wrap(head, width, '    '), ...wrap(under, width, '    ')]
}

// What should hold, so that nobody reads it as what was found.
function saidOf({ kind, verdict, says }: Verdict): string {
  if (kind === 'promise') return `promised: ${says}`
  return kind === 'question' && verdict === 'broken' ? `not so: ${says}` : says
}

function ownersText({ owners = [] }: Verdict, width: number | undefined): readonly string[] {
  return owners.length === 0 ? [] : wrap(`    owner ${owners.join(', ')}`, width, '      ')
}

function derivation(reason: Reason, said: Set<string>, { width, whole }: Options): readonly string[] {
  const places = once(placesOf(reason, whole), said)
  const told = (reason.says.rows ?? []).filter(([label, text]) => label !== 'unless' || once([text], said).length > 0)
  const hints = reason.hint ? once([`hint: ${reason.hint}`], said) : []
  return [
    ...rows(whole ? told : alikeOnce(told), '      ', width),
    ...(places.length > 0 ? wrap(`      ${places.join('; ')}`, width, '        ') : []),
    ...(whole ? assumedBy(reason, said) : []).flatMap((line) => wrap(`      ${line}`, width, '        ')),
    ...(reason.fix ?? []).flatMap((edit) => wrap(`    fix: ${editText(edit)}`, width, '      ')),
    ...hints.flatMap((hint) => wrap(`    ${hint}`, width, '      ')),
  ]
}

// More rows than these that say the same of different things are said as one.
const mostAlike = 4

function alikeOnce(all: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  const alike = Map.groupBy(all, ([, text]) => text)
  return [...alike].flatMap(([text, of]) => {
    const [first] = of
    return first === undefined || of.length <= mostAlike
      ? of
      : [[`${first[0]} and ${of.length - 1} more`, text] as const]
  })
}

// It holds, and is no reason by itself: a reader needs it to see where the rest comes from.
function takenOverText({ because }: Verdict, said: Set<string>, width: number | undefined): readonly string[] {
  const lines = because.flatMap(({ rule, says }) => (rule === takenOver ? [says.line] : []))
  return once([...new Set(lines)], said).flatMap((line) => wrap(`    ${line}`, width, '      '))
}

function reasonSign({ truth, assumes }: Reason): string {
  if (truth === undefined) return signs.unknown
  return truth ? (assumes.length > 0 ? signs.assumed : signs.kept) : signs.broken
}

/** Where the deciding thing is declared and what else was weighed. */
function placesOf({ at, stated = [] }: Reason, whole: boolean | undefined): readonly string[] {
  return [...(at ? [`declared at ${placeText(at)}`] : []), ...citations(stated, { whole })]
}

function once(texts: readonly string[], said: Set<string>): readonly string[] {
  const fresh = texts.filter((text) => !said.has(text))
  for (const text of fresh) said.add(text)
  return fresh
}

function assumedBy({ assumes }: Reason, said: Set<string>): readonly string[] {
  const lines = once(assumes.map(assuming), said)
  return assumes.length > 0 && lines.length === 0 ? ['assuming the same'] : lines
}

function assuming({ says }: Verdict['assumes'][number]): string {
  return `assuming that ${says}`
}

function tail(
  { after, assumes, waiver, world }: Verdict,
  said: Set<string>,
  width: number | undefined,
): readonly string[] {
  const lines = [
    ...once(assumes.map(assuming), said),
    ...(after.length > 0 ? [`judged as if admitted, after ${after.join(', ')}`] : []),
    ...(world ? [`where ${world}; other choices answer otherwise`] : []),
    ...(waiver
      ? [`${waiver.expired ? 'was waived' : 'waived'} by ${waiver.owner} until ${waiver.until}: ${waiver.reason}`]
      : []),
  ]
  return lines.flatMap((line) => wrap(`    ${line}`, width, '      '))
}
