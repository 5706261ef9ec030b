import { make, type NounSpec } from '../make.ts'
import type { Gate, Pipeline, Stage } from '../model.ts'
import {
  count,
  duration,
  durationRange,
  either,
  flag,
  list,
  need,
  noun,
  oneOf,
  percent,
  set,
  stated,
  text,
} from '../schema.ts'
import { repeatedName } from './repeated-name.ts'
import { type Approver, approvalsOf, approvers, suite } from './suite.ts'

export type GateOptions = Partial<Omit<Gate, 'is' | 'name'>>

const bound = either(percent, count(0), duration, oneOf('A', 'B', 'C', 'D', 'E'))

export const gateSpec: NounSpec<GateOptions, Gate> = {
  is: 'gate',
  word: 'gate',
  named: text,
  fields: {
    measures: text,
    above: bound,
    atLeast: bound,
    below: bound,
    atMost: bound,
    none: list(oneOf('critical', 'high', 'medium', 'low'), 1),
    blocks: flag,
    bypassedBy: list(noun('team'), 1),
    stated,
  },
  rules(_, { blocks, bypassedBy }, say) {
    if (blocks === false && bypassedBy)
      say({ path: 'bypassedBy', found: 'a way past what stops nothing', allowed: 'nothing, or a gate that blocks' })
  },
  build: (name, options) => ({ is: 'gate', name, measures: name, blocks: true, bypassedBy: [], ...options }),
}

/** What a version has to reach to go on. `gate('coverage', { above: '90%', bypassedBy: [techLead] })` */
export function gate(name: string, options: GateOptions = {}): Gate {
  return make(gateSpec, name, options)
}

export type StageOptions = Partial<Omit<Stage, 'is' | 'name' | 'does' | 'approvers'>> & {
  readonly does: Stage['does']
  readonly approvers?: readonly Approver[]
}

export const stageSpec: NounSpec<StageOptions, Stage> = {
  is: 'stage',
  word: 'stage',
  named: text,
  fields: {
    does: need(
      list(oneOf('analyse', 'build', 'test', 'package', 'deploy', 'approve', 'verify', 'notify'), 1),
      'what is done',
    ),
    in: noun('environment'),
    after: set(text),
    takes: durationRange,
    builds: list(text),
    tests: set(suite),
    scans: set(oneOf('code', 'dependencies', 'images', 'secrets')),
    gates: set(noun('gate')),
    approvers,
    retries: count(0),
    onFailure: oneOf('stop', 'rollback', 'alert'),
    tells: list(noun('team', 'receiver')),
    makes: list(oneOf('image', 'chart')),
    reads: set(text),
    reports: list(text),
    by: list(noun('strategy'), 1),
    migrates: set(noun('component'), 1),
    stated,
  },
  rules(_, { does, in: place, by, migrates }, say) {
    if (does.includes('deploy') && !place) say({ path: 'in', found: 'nothing', allowed: 'where it deploys to' })
    if (by && !does.includes('deploy'))
      say({ path: 'by', found: 'a strategy', allowed: 'nothing, or a stage that deploys' })
    if (migrates && !place) say({ path: 'in', found: 'nothing', allowed: 'where it migrates' })
  },
  build: (name, { approvers = [], ...options }) => ({
    is: 'stage',
    name,
    ...{
      builds: [],
      tests: [],
      scans: [],
      gates: [],
      tells: [],
      makes: [],
      reads: [],
      reports: [],
      by: [],
      migrates: [],
    },
    ...options,
    approvers: approvalsOf(approvers),
  }),
}

/** A stage of a pipeline. `stage('build', { does: ['build', 'test'], takes: { from: '5m', to: '8m' }, makes: ['image'] })` */
export function stage(name: string, options: StageOptions): Stage {
  return make(stageSpec, name, options)
}

export interface PipelineOptions extends Pick<Pipeline, 'on' | 'stages' | 'stated'> {
  readonly branches?: Pipeline['branches']
  readonly serves?: Pipeline['serves']
}

export const pipelineSpec: NounSpec<PipelineOptions, Pipeline> = {
  is: 'pipeline',
  word: 'pipeline',
  named: text,
  fields: {
    on: need(set(oneOf('push', 'merge', 'pull-request', 'tag', 'schedule', 'manual'), 1), 'what starts it'),
    branches: list(noun('branch'), 1),
    stages: need(list(noun('stage'), 1), 'what it does'),
    serves: list(noun('environment')),
    stated,
  },
  rules(_, { stages }, say) {
    repeatedName(stages, 'stages', say)
    stages.forEach(({ after = [] }, index) => {
      const before = stages.slice(0, index).map(({ name }) => name)
      for (const earlier of after.filter((name) => !before.includes(name)))
        say({ path: `stages[${index}].after`, found: `'${earlier}'`, allowed: 'the name of a stage before it' })
    })
  },
  build: (name, options) => ({ is: 'pipeline', name, branches: [], serves: [], ...options }),
}

/** What happens to a change on its way. `pipeline('main', { on: ['push'], branches: [main], stages: [build, trial, live] })` */
export function pipeline(name: string, options: PipelineOptions): Pipeline {
  return make(pipelineSpec, name, options)
}
