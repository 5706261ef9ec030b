// A report in the form that was asked for; each form is loaded when it is.

import type { Report } from '../../check/report.ts'
import { versionOf } from '../version.ts'
import type { FormatOptions } from './format.ts'

export const formats = ['text', 'json', 'sarif', 'junit', 'markdown'] as const

interface WrittenOptions extends FormatOptions {
  readonly format: (typeof formats)[number] | undefined
  readonly show?: number
  readonly width?: number
  readonly adoptUntil?: string
  readonly tookMs?: number
}

/** Loads what writes a report in that form, for those who wait for the report. */
export async function toWrite(format: WrittenOptions['format']): Promise<void> {
  if (format === undefined || format === 'text') await import('../text/report-text.ts')
}

export async function written(report: Report, options: WrittenOptions): Promise<string> {
  const { format, path, show, width, adoptUntil, tookMs } = options
  switch (format) {
    case 'json':
      return (await import('../json.ts')).reportJson(report)
    case 'junit':
      return (await import('./report-junit.ts')).reportJunit(report)
    case 'markdown':
      return (await import('./report-markdown.ts')).reportMarkdown(report, options)
    case 'sarif': {
      const { reportSarif } = await import('./report-sarif.ts')
      return reportSarif(report, { ...options, version: await versionOf(), asks: await asksById() })
    }
    default:
      return (await import('../text/report-text.ts')).reportText(report, {
        path,
        show,
        width,
        adoptUntil,
        tookMs,
      })
  }
}

async function asksById(): Promise<ReadonlyMap<string, string>> {
  const { allQuestions } = await import('../../check/platform-questions.ts')
  const { promiseKinds } = await import('../../check/promises.ts')
  return new Map([
    ...allQuestions.map(({ id, asks }) => [id, asks] as const),
    ...Object.values(promiseKinds).map(({ kind, asks }) => [kind, asks] as const),
  ])
}
