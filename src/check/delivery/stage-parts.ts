// What a stage is said to do, and with what: one that tests names its tests, one that builds says what comes of it.

import type { Stage } from '../../platform/model.ts'
import { type AnyPart, part } from '../define.ts'

type Does = Stage['does'][number]

export type StageParts = {
  /** `lacks`: what is done with nothing; absent: something is named that nothing is done with. */
  idle: { readonly stage: string; readonly does?: Does; readonly named?: string }
}

const needs: { readonly [does in Does]?: { readonly has: (stage: Stage) => boolean; readonly option: string } } = {
  analyse: {
    has: ({ scans, tests, gates }) => scans.length + tests.length + gates.length > 0,
    option: 'scans: or gates:',
  },
  build: { has: ({ builds, makes }) => builds.length + makes.length > 0, option: 'builds: or makes:' },
  test: { has: ({ tests }) => tests.length > 0, option: 'tests:' },
  package: { has: ({ makes }) => makes.length > 0, option: 'makes:' },
  approve: { has: ({ approvers }) => approvers.length > 0, option: 'approvers:' },
  verify: { has: ({ tests, gates }) => tests.length + gates.length > 0, option: 'tests: or gates:' },
  notify: { has: ({ tells }) => tells.length > 0, option: 'tells:' },
}

/** Whether it runs the tests that it names: by its word it tests or verifies. */
export function runsTests({ does }: Stage): boolean {
  return does.includes('test') || does.includes('verify')
}

function isMaking({ does }: Stage): boolean {
  return does.includes('build') || does.includes('package')
}

export function stageParts(stage: Stage): readonly AnyPart<StageParts>[] {
  const { name, does, tests, makes, builds, approvers, stated } = stage
  const idle = (data: Omit<StageParts['idle'], 'stage'>, waitsFor: string) =>
    part('idle', undefined, { stage: name, ...data }, { waitsFor, stated: [stated] })
  const agrees = does.includes('approve') || does.includes('deploy')
  return [
    ...does.flatMap((one) => {
      const need = needs[one]
      return need === undefined || need.has(stage) ? [] : [idle({ does: one }, need.option)]
    }),
    ...(tests.length > 0 && !runsTests(stage) ? [idle({ named: `${tests.join(', ')} tests` }, "does: ['test']")] : []),
    ...(makes.length + builds.length > 0 && !isMaking(stage)
      ? [idle({ named: [...builds, ...makes].join(', ') }, "does: ['build']")]
      : []),
    ...(approvers.length > 0 && !agrees
      ? [idle({ named: `the word of ${approvers.map(({ team }) => team.name).join(', ')}` }, "does: ['approve']")]
      : []),
  ]
}

const lacking: { readonly [does in Does]?: string } = {
  analyse: 'looks for something, and nobody says for what',
  build: 'builds, and nobody says what comes of it',
  test: 'tests, and nobody says what is tried',
  package: 'packages, and nobody says what comes of it',
  approve: 'waits for a word, and nobody says whose',
  verify: 'verifies, and nobody says what',
  notify: 'tells somebody, and nobody says whom',
}

export const stageSays = {
  idle: ({ stage, does, named }: StageParts['idle']) =>
    does === undefined
      ? `${stage} names ${named}, and nothing that it does is done with that`
      : `${stage} ${lacking[does]}`,
}
