// One verdict as a person reads it: what was promised and where, what decides it, and what to do.

import type { Reason, Verdict, Word } from '../../check/verdict.ts'
import { editText } from './edit-text.ts'
import { joinStated, placeText, statedText } from './place-text.ts'
import { rows, widthOf, wrap } from './wrap.ts'

export const signs: { readonly [W in Word]: string } = { broken: '✗', assumed: '~', unknown: '?', kept: '✓' }

/** `whole` shows what holds too, with its derivation; else only what does not. */
export function verdictText(verdict: Verdict, options: { width?: number; whole?: boolean }): readonly string[] {
  const { width } = options
  const shown = verdict.because.filter((reason) => options.whole || reason.truth !== true)
  return [
    ...headline(verdict, width),
    ...shown.flatMap((reason) => reasonText(reason, verdict, options)),
    ...tail(verdict, width),
  ]
}

/** Id, what should hold, where it is said: on one line where it fits. */
function headline(verdict: Verdict, width: number | undefined): readonly string[] {
  const head = `${signs[verdict.verdict]} ${verdict.id}`
  const stated = verdict.stated ? statedText(verdict.stated) : ''
  const oneLine = [head, verdict.says, stated].filter(Boolean).join('   ')
  if (width !== undefined && widthOf(oneLine) <= width) return [oneLine]
  const under = stated ? `    ${verdict.says} (${stated})` : `    ${verdict.says}`
  return [...wrap(head, width, '    '), ...wrap(under, width, '    ')]
}

function reasonText(
  reason: Reason,
  verdict: Verdict,
  { width, whole }: { width?: number; whole?: boolean },
): readonly string[] {
  const sign = whole
    ? `${reason.truth === true ? (reason.assumes.length > 0 ? '~' : '✓') : reason.truth === false ? '✗' : '?'} `
    : ''
  const places = placesOf(reason, verdict)
  return [
    ...wrap(`    ${sign}${reason.says.line}`, width, '      '),
    ...rows(reason.says.rows ?? [], '      ', width),
    ...(places ? wrap(`      ${places}`, width, '        ') : []),
    ...(reason.fix ?? []).flatMap((edit) => wrap(`    fix: ${editText(edit)}`, width, '      ')),
    ...(reason.hint ? wrap(`    hint: ${reason.hint}`, width, '      ') : []),
  ]
}

// Where the deciding thing is declared and what else was weighed, unless the headline says it already.
function placesOf(reason: Reason, verdict: Verdict): string {
  const own = verdict.stated ? statedText(verdict.stated) : ''
  const others = (reason.stated ?? []).filter((stated) => statedText(stated) !== own)
  const stated = others.length > 0 ? [statedText(joinStated(others))] : []
  const at = reason.at ? [`declared at ${placeText(reason.at)}`] : []
  return [...at, ...stated].join('; ')
}

function tail(verdict: Verdict, width: number | undefined): readonly string[] {
  const { after, assumes, waiver, world, at } = verdict
  const lines: string[] = []
  if (assumes.length > 0)
    lines.push(...assumes.flatMap(({ says }) => wrap(`    assuming that ${says}`, width, '      ')))
  if (after.length > 0) lines.push(...wrap(`    judged as if admitted, after ${after.join(', ')}`, width, '      '))
  if (world) lines.push(...wrap(`    in the world where ${world}`, width, '      '))
  if (waiver)
    lines.push(
      ...wrap(
        `    waived by ${waiver.owner} until ${waiver.until}${waiver.expired ? ' (expired)' : ''}: ${waiver.reason}`,
        width,
        '      ',
      ),
    )
  if (at && !verdict.because.some((reason) => reason.at))
    lines.push(...wrap(`    said at ${placeText(at)}`, width, '      '))
  return lines
}
