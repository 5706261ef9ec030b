// What a change does, for people: what it breaks in full, what it mends, leaves without proof
// and takes out of sight by name.

import { causesOf } from '../../check/report.ts'
import { clean } from '../text/clean.ts'
import { count } from '../text/count.ts'
import { notesText } from '../text/notes-text.ts'
import { sameCause } from '../text/same-cause.ts'
import { signs, verdictText } from '../text/verdict-text.ts'
import { joined, wrap } from '../text/wrap.ts'
import type { Against } from './against.ts'
import { unaskedText } from './unasked-text.ts'

export function changeText(found: Against, { path, width }: { path: string; width?: number }): string {
  const { change, worse } = found
  const { broken, mended, voided, unasked } = change
  const unknown = broken.filter(({ verdict }) => verdict === 'unknown').map((lead) => ({ lead, others: [] }))
  const groups = [...causesOf(broken), ...unknown]
  const first = broken[0] ?? voided[0]?.verdict
  const lines = [
    ...joined([`${worse.title} against ${found.ref}`, found.commit.slice(0, 12), `as of ${worse.asOf}`], ' · ', width),
    summary(found),
    ...worse.unread.flatMap(({ file, line, says }) =>
      wrap(`unread  ${file}${line === undefined ? '' : `:${line}`}: ${says}`, width, '    '),
    ),
    ...groups.flatMap(({ lead, others }) => [
      '',
      ...verdictText(lead, { width }),
      ...[sameCause(others)].flatMap((line) => (line === undefined ? [] : wrap(`    ${line}`, width, '      '))),
    ]),
    ...(mended.length > 0 ? ['', 'mended'] : []),
    ...mended.map(({ id, was, is }) =>
      is === 'absent'
        ? `  ${id}   was ${was}, and is gone from the files`
        : `  ${signs[is]} ${id}   was ${was}, is ${is}`,
    ),
    ...(voided.length > 0 ? ['', 'less certain'] : []),
    ...voided.flatMap(({ was, is, verdict }) => [`  was ${was}, is ${is}:`, ...verdictText(verdict, { width })]),
    ...(unasked.length > 0 ? ['', 'no longer asked: this mends nothing and proves nothing'] : []),
    ...unaskedText(unasked).flatMap((line) => wrap(`  ${line}`, width, '    ')),
    ...notesText(worse.notes, width),
    ...(first ? ['', `one in full: seaworthy explain ${path} ${first.id}`] : []),
  ]
  return `${lines.map(clean).join('\n')}\n`
}

function summary({ change: { broken, mended, voided, unasked }, worse: { unread } }: Against): string {
  const causes = causesOf(broken).length
  const news = [
    ...(broken.length > 0
      ? [
          `${signs.broken} ${broken.length} newly broken${causes > 0 && causes < broken.length ? ` (${count(causes, 'cause')})` : ''}`,
        ]
      : []),
    ...(mended.length > 0 ? [`${mended.length} mended`] : []),
    ...(voided.length > 0 ? [`${signs.assumed} ${voided.length} less certain`] : []),
    ...(unasked.length > 0 ? [`${unasked.length} no longer asked`] : []),
    ...(unread.length > 0 ? [`${count(unread.length, 'place')} that cannot be read any more`] : []),
  ]
  return news.length > 0 ? news.join('   ') : 'nothing breaks, nothing is mended'
}
