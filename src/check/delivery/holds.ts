// Of one stage: whether what is measured has a bound, whether what is tried runs by then, whether what it reads is there, and
// what becomes of a version that fails it.

import type { Gate, Pipeline, Stage, Suite } from '../../platform/model.ts'
import { type AnyPart, part } from '../define.ts'
import { boundWords } from './bound-words.ts'

export type HoldsParts = {
  /** A version that fails: what is tried, what it is held against, and what happens to it. */
  fails: {
    readonly stage: string
    readonly rows: readonly (readonly [string, string])[]
    readonly does?: NonNullable<Stage['onFailure']>
    /** The next place that a stage behind deploys to. */
    readonly next?: string
    /** Something is deployed by then that it can go back from. */
    readonly isThere: boolean
  }
  /** Findings and figures say nothing of themselves: how many, how slow. */
  bounds: { readonly stage: string; readonly of: string; readonly by: readonly string[] }
  runs: { readonly stage: string; readonly tests: readonly Suite[] }
  reads: { readonly stage: string; readonly report: string; readonly from?: string }
}

/** Tests that ask something that runs, and not its code. */
const ofWhatRuns: readonly Suite[] = ['smoke', 'acceptance', 'load', 'performance', 'health', 'consistency']
/** Tests that end with a figure, and not with yes or no. */
const ofFigures: readonly Suite[] = ['load', 'performance']

export function holdsParts(pipeline: Pipeline, at: number): readonly AnyPart<HoldsParts>[] {
  const stage = pipeline.stages[at]
  if (!stage) return []
  return [
    ...boundsParts(pipeline, at, stage),
    ...runsParts(pipeline, at, stage),
    ...readsParts(pipeline, at, stage),
    ...failsParts(pipeline, at, stage),
  ]
}

function deploys({ does }: Stage): boolean {
  return does.includes('deploy')
}

// A gate that only measures takes whatever its tool takes: of findings that is a severity, of a figure a bound.
// A stage before the next deployment may hold what this one found.
function boundsParts({ stages }: Pipeline, at: number, stage: Stage): readonly AnyPart<HoldsParts>[] {
  const next = stages.findIndex((one, index) => index > at && deploys(one))
  const gates = [stage, ...stages.slice(at + 1, next < 0 ? stages.length : next)].flatMap((one) => one.gates)
  const figures = stage.tests.filter((one) => ofFigures.includes(one))
  const held = [
    ...(stage.scans.length > 0
      ? [{ of: `findings in ${stage.scans.join(', ')}`, by: gates.filter(boundsFindings), needs: 'none: of a gate' }]
      : []),
    ...(figures.length > 0
      ? [{ of: `${figures.join(' and ')} tests`, by: gates.filter(boundsFigures), needs: 'below: of a gate' }]
      : []),
  ]
  return held.map(({ of, by, needs }) =>
    part(
      'bounds',
      by.length > 0 ? true : undefined,
      { stage: stage.name, of, by: by.map(gateWords) },
      { ...(by.length === 0 && { waitsFor: needs }), stated: [stage.stated, ...by.map(({ stated }) => stated)] },
    ),
  )
}

function boundsFindings({ blocks, none, atMost }: Gate): boolean {
  return blocks && (none !== undefined || typeof atMost === 'number')
}

function boundsFigures({ blocks, above, atLeast, below, atMost }: Gate): boolean {
  return blocks && [above, atLeast, below, atMost].some((bound) => bound !== undefined)
}

function gateWords(gate: Gate): string {
  return `${gate.measures}: ${boundWords(gate) ?? 'passes'}`
}

// Where it says a place, something runs there; else only what an earlier stage has deployed does.
function runsParts({ stages }: Pipeline, at: number, stage: Stage): readonly AnyPart<HoldsParts>[] {
  const tests = stage.tests.filter((one) => ofWhatRuns.includes(one))
  if (tests.length === 0 || stage.in || stages.slice(0, at).some(deploys)) return []
  const more = { waitsFor: 'in:', hint: 'a stage behind the one that deploys', stated: [stage.stated] }
  return [part('runs', undefined, { stage: stage.name, tests }, more)]
}

// A job that asks for an artifact that no job before it left fails: "Artifact not found for name".
// Source: https://github.com/actions/download-artifact, 2026-11-22
function readsParts({ stages }: Pipeline, at: number, stage: Stage): readonly AnyPart<HoldsParts>[] {
  const before = stages.slice(0, at).toReversed()
  return stage.reads.map((report) => {
    const from = before.find(({ reports }) => reports.includes(report))
    return part(
      'reads',
      from !== undefined,
      { stage: stage.name, report, ...(from && { from: from.name }) },
      {
        cause: `not-left/${report}`,
        hint: `reports: ['${report}'] of a stage before`,
        stated: [stage.stated, from?.stated],
      },
    )
  })
}

// Unless it is told otherwise, a job that fails ends the run: those that need it are skipped.
// Sources: https://docs.github.com/actions/reference/workflow-syntax-for-github-actions (jobs.<job_id>.needs),
// https://docs.gitlab.com/ci/yaml/#allow_failure, 2026-11-22
function failsParts({ stages }: Pipeline, at: number, stage: Stage): readonly AnyPart<HoldsParts>[] {
  const { name, tests, scans, gates, onFailure, stated } = stage
  if (tests.length + scans.length + gates.length === 0 && onFailure === undefined) return []
  const next = stages.slice(at + 1).find(deploys)?.in?.name
  const isThere = stages
    .slice(0, at + 1)
    .some((one) => deploys(one) && (stage.in === undefined || one.in?.name === stage.in.name))
  const goesOn = onFailure === 'alert' && next !== undefined
  return [
    part(
      'fails',
      !goesOn && (onFailure !== 'rollback' || isThere),
      {
        stage: name,
        rows: rowsOf(stage),
        isThere,
        ...(onFailure && { does: onFailure }),
        ...(next !== undefined && { next }),
      },
      {
        cause: `goes-on/${name}`,
        hint: goesOn || !isThere ? "onFailure: 'stop'" : "onFailure: 'rollback'",
        stated: [stated, ...gates.map((gate) => gate.stated)],
      },
    ),
  ]
}

function rowsOf({ tests, scans, gates }: Stage): readonly (readonly [string, string])[] {
  return [
    ...(scans.length > 0 ? [['scans', scans.join(', ')] as const] : []),
    ...(tests.length > 0 ? [['tests', tests.join(', ')] as const] : []),
    ...gates.map((gate) => [gate.blocks ? 'holds' : 'tells', gateWords(gate)] as const),
  ]
}

export const holdsSays = {
  fails: ({ stage, rows, does, next, isThere }: HoldsParts['fails'], truth: boolean | undefined) => ({
    line:
      truth === true
        ? `what fails ${stage} ${failed(does)}`
        : does === 'rollback' && !isThere
          ? `${stage} goes back where it fails, and nothing has been deployed by then`
          : `what fails ${stage} goes on to ${next}: somebody is told, and nothing stops it`,
    rows,
  }),
  bounds: ({ stage, of, by }: HoldsParts['bounds']) =>
    by.length > 0 ? `${of} of ${stage} are held: ${by.join(', ')}` : `nobody says which ${of} fail ${stage}`,
  runs: ({ stage, tests }: HoldsParts['runs']) =>
    `${stage} has ${tests.join(' and ')} tests, and nothing is deployed by then that they could be tried on`,
  reads: ({ stage, report, from }: HoldsParts['reads']) =>
    from === undefined
      ? `${stage} reads the ${report}, and no stage before it leaves that`
      : `${stage} reads the ${report} of ${from}`,
}

function failed(does: Stage['onFailure']): string {
  if (does === 'rollback') return 'is taken back'
  return does === 'alert' ? 'stays, and somebody is told' : 'stops there'
}
