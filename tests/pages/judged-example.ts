// What an example of a page is judged to be.

import { stripTypeScriptTypes } from 'node:module'
import { withBeside } from '../../src/check/beside/beside.ts'
import { promiseKinds } from '../../src/check/promises.ts'
import type { Report } from '../../src/check/report.ts'
import { runEstates } from '../../src/check/run-estates.ts'
import { runPlatform } from '../../src/check/run-platform.ts'
import type { Reason, Verdict } from '../../src/check/verdict.ts'
import { verdictText } from '../../src/cli/text/verdict-text.ts'
import { importManifests } from '../../src/estate/import.ts'
import { withMonitoring } from '../../src/estate/monitoring/with-monitoring.ts'
import { readManifests } from '../../src/kubernetes/read.ts'
import type { Example } from './page.ts'
import { platformIn } from './platform-in.ts'

const asOf = '2026-11-21'

/** The verdicts of one question, or kind of promise; throws where the example cannot be read. */
export async function judgedExample({ language, source }: Example, asks: string): Promise<readonly Verdict[]> {
  const report =
    language === 'ts' ? runPlatform(await platformIn(stripTypeScriptTypes(source)), { asOf }) : judgedManifests(source)
  return report.verdicts.filter((verdict) => verdict.asks === asks)
}

/** As `seaworthy explain` prints them, but for places in a platform file: the example is in sight. */
export function answerOf(verdicts: readonly Verdict[], { language }: Example): string {
  const shown = language === 'ts' ? verdicts.map(unplaced) : verdicts
  return `${shown.map((verdict) => verdictText(verdict, { width: 100, whole: true }).join('\n')).join('\n\n')}\n`
}

function judgedManifests(source: string): Report {
  const { manifests, problems } = readManifests(source, 'example.yaml')
  const said = manifests.filter(({ manifest }) => manifest.apiVersion === 'seaworthy/v1')
  const imported = importManifests(
    manifests.filter((each) => !said.includes(each)),
    { kubernetes: '1.34', enforcesPolicy: true },
  )
  const beside = withBeside([withMonitoring(imported.estate)], said)
  const wrong = [...problems.map(({ says }) => says), ...beside.problems.map(({ found }) => found)]
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
  const { estates, promises } = beside
  return runEstates(estates, { title: 'example', asOf, unread: [], promises, judges: promiseKinds })
}

function unplaced(verdict: Verdict): Verdict {
  const { at: _, ...rest } = verdict
  return { ...rest, because: verdict.because.map(({ at: __, ...reason }): Reason => reason) }
}
