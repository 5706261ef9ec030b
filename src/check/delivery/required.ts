// What has to pass before a version goes on, or a change is merged: that some stage tries it, and in time.

import type { Branch, Environment, Pipeline, Platform, Promotion, Stage, Suite } from '../../platform/model.ts'
import { type AnyPart, part } from '../define.ts'
import { runsTests } from './stage-parts.ts'
import { promotionWords } from './ways.ts'

export type RequiredParts = {
  /** `ofRows`: what is required is required of rows, and no version is held by it. */
  tried: { readonly way: string; readonly suite: Suite; readonly by: readonly string[]; readonly ofRows?: true }
  blocks: { readonly way: string; readonly gate: string }
  reported: {
    readonly branch: string
    readonly suite: Suite
    readonly by: readonly string[]
    /** Pipelines that look at a change before it is merged. */
    readonly asked: readonly string[]
  }
}

export function requiredParts(promotion: Promotion, platform: Platform): readonly AnyPart<RequiredParts>[] {
  const way = promotionWords(promotion)
  return promotion.requires.map((one) => {
    if (typeof one !== 'string')
      return part(
        'blocks',
        one.blocks,
        { way, gate: one.name },
        { cause: `never-blocks/${one.name}`, hint: 'blocks: true', stated: [promotion.stated, one.stated] },
      )
    // Rows are looked at where they have come to, by a stage or by whoever replicates them.
    const ofRows = promotion.on === 'replication'
    const by = platform.pipelines.flatMap(({ stages }) =>
      stages.filter((stage) => tries(one, stage) && (ofRows || isBefore(stage.in, promotion))).map(({ name }) => name),
    )
    const truth = by.length > 0 ? true : ofRows || platform.pipelines.length === 0 ? undefined : false
    const cause = { cause: `not-tried/${one}`, hint: `a stage with tests: ['${one}']` }
    return part(
      'tried',
      truth,
      { way, suite: one, by, ...(ofRows && { ofRows }) },
      {
        ...cause,
        ...(truth === undefined && { waitsFor: ofRows ? cause.hint : 'pipeline(…)' }),
        stated: [promotion.stated],
      },
    )
  })
}

function tries(wanted: Suite, stage: Stage): boolean {
  const { tests } = stage
  if (!runsTests(stage)) return false
  if (wanted === 'all' || wanted === 'tests') return tests.length > 0
  return tests.includes(wanted) || tests.includes('all')
}

// What is tried where a version has come to is too late.
function isBefore(place: Environment | undefined, { to }: Promotion): boolean {
  return place === undefined || place.name !== to.name
}

/**
 * A check that is required and that nothing reports holds every change for ever: "Expected — Waiting for status to be
 * reported". Source: https://docs.github.com/pull-requests (troubleshooting required status checks), 2026-11-22
 */
export function branchParts(branch: Branch, { pipelines }: Platform): readonly AnyPart<RequiredParts>[] {
  const asked = pipelines.filter((pipeline) => looksAtProposals(pipeline, branch))
  return branch.checks.map((suite) => {
    const by = asked.flatMap(({ stages }) => stages.filter((stage) => checks(suite, stage))).map(({ name }) => name)
    const truth = by.length > 0 ? true : asked.length === 0 ? undefined : false
    return part(
      'reported',
      truth,
      { branch: branch.name, suite, by, asked: asked.map(({ name }) => name) },
      {
        ...(truth === undefined
          ? { waitsFor: "on: ['pull-request'] of a pipeline" }
          : { cause: `never-reported/${branch.name}/${suite}`, hint: `a stage that tries ${suiteWords(suite)}` }),
        stated: [branch.stated, ...asked.map(({ stated }) => stated)],
      },
    )
  })
}

/** Those that are declared, and those that only a pipeline or a promotion names. */
export function branchesIn({ branches, pipelines, promotions }: Platform): readonly Branch[] {
  const sources = promotions.flatMap(({ from }) => (from?.is === 'branch' ? [from] : []))
  const all = [...branches, ...pipelines.flatMap((one) => one.branches), ...sources]
  return [...new Map(all.toReversed().map((one) => [one.name, one])).values()].toReversed()
}

// What is pushed to any branch is looked at wherever it is to be merged; what is merged is merged.
function looksAtProposals({ on, branches }: Pipeline, { name }: Branch): boolean {
  if (branches.length === 0) return on.includes('pull-request') || on.includes('push')
  return on.includes('pull-request') && branches.some((one) => one.name === name)
}

// Who looks for faults in code and in what it is made of tries its security too.
function checks(wanted: Suite, stage: Stage): boolean {
  return tries(wanted, stage) || (wanted === 'security' && stage.scans.length > 0)
}

function suiteWords(suite: Suite): string {
  if (suite === 'all') return 'everything that is tried'
  return suite === 'tests' ? 'tests' : `${suite} tests`
}

export const requiredSays = {
  tried: ({ way, suite, by, ofRows }: RequiredParts['tried'], truth: boolean | undefined) => {
    if (by.length > 0) return `${suiteWords(suite)}, which the ${way} requires: ${by.join(', ')}`
    if (ofRows) return `the ${way} carries rows alone: nobody says what makes the ${suiteWords(suite)} that it requires`
    return truth === undefined
      ? `the ${way} requires ${suiteWords(suite)}, and nobody says what tries them`
      : `the ${way} requires ${suiteWords(suite)}, and no stage tries them`
  },
  blocks: ({ way, gate }: RequiredParts['blocks']) => `the ${way} requires ${gate}, which lets everything through`,
  reported: ({ branch, suite, by, asked }: RequiredParts['reported']) => {
    if (by.length > 0) return `${suiteWords(suite)}, which ${branch} requires: ${by.join(', ')}`
    return asked.length > 0
      ? `${branch} requires ${suiteWords(suite)} of each change, and no stage of ${asked.join(', ')} tries them: nothing can be merged`
      : `${branch} requires ${suiteWords(suite)} of each change, and nobody says what tries a change before it is merged`
  },
}
