// What fails nothing and should still be known, folded under a line each: assumptions, advice, notes.

import type { Report } from '../../check/report.ts'
import { adviceText } from '../text/advice-text.ts'
import { assumedText } from '../text/assumed-text.ts'
import { count } from '../text/count.ts'
import { notesText } from '../text/notes-text.ts'
import { waitingText } from '../text/waiting-text.ts'
import { fenced } from './markdown-text.ts'

const widthColumns = 100
// Summary, fence and what is said of lines left out.
const frameChars = 200

/** What the text says below its findings, as much of it as there is room for. */
export function markdownFolds({ verdicts, advice, notes }: Report, roomChars: number): readonly string[] {
  const of = (word: 'assumed' | 'unknown') => verdicts.filter(({ verdict }) => verdict === word)
  const folds: [summary: string, lines: readonly string[]][] = [
    ['Kept only if', assumedText(of('assumed'), widthColumns).slice(2)],
    ['Waiting to be told', waitingText(of('unknown'), widthColumns).slice(1)],
    ['Worth knowing', adviceText(advice, widthColumns).slice(2)],
    ['Notes', notesText(notes, widthColumns).slice(1)],
  ]
  let room = roomChars
  return folds.flatMap(([summary, lines]) => {
    if (lines.length === 0 || room < frameChars) return []
    const shown = fitting(lines, room - frameChars)
    const left = lines.length - shown.length
    const more = left > 0 ? [`and ${count(left, 'more line')}, too long for here`, ''] : []
    const block = ['', `<details><summary>${summary}</summary>`, '', ...fenced(shown), '', ...more, '</details>']
    room -= block.join('\n').length
    return block
  })
}

function fitting(lines: readonly string[], roomChars: number): readonly string[] {
  let room = roomChars
  const end = lines.findIndex((line) => {
    room -= line.length + 1
    return room < 0
  })
  return end < 0 ? lines : lines.slice(0, end)
}
