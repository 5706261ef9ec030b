import { make, type NounSpec } from '../make.ts'
import type { At, Environment, Procedure, Step } from '../model.ts'
import { durationRange, list, need, noun, oneOf, set, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'

export type StepOptions = Omit<Step, 'name'>

export const stepSpec: NounSpec<StepOptions, Step> = {
  is: 'step',
  word: 'step',
  named: text,
  fields: {
    takes: durationRange,
    actor: need(oneOf('kubernetes', 'controller', 'person'), 'who or what acts'),
    after: set(text),
    does: oneOf(
      'detect',
      'decide',
      'terminate',
      'fence',
      'schedule',
      'attach',
      'start',
      'provision',
      'restore',
      'deploy',
      'verify',
      'promote',
      'migrate',
      'seed',
      'redirect',
      'rollback',
      'configure',
      'quiesce',
      'isolate',
      'assess',
      'rotate',
      'scale',
      'follow',
      'watch',
      'notify',
      'patch',
    ),
    by: noun('dnsFailover'),
    of: set(noun('component')),
    in: noun('environment'),
    through: oneOf('pod', 'service'),
    measures: oneOf('usage', 'requests'),
    stated,
  },
  build: (name, options) => ({ name, ...options }),
}

/** A step of a procedure. `step('bring the dump back', { takes: { from: '10m', to: '30m' }, actor: 'person', does: 'restore' })` */
export function step(name: string, options: StepOptions): Step {
  return make(stepSpec, name, options)
}

export interface ProcedureOptions {
  readonly steps: readonly Step[]
  /** Where it is done. */
  readonly in?: Environment
  readonly stated?: Stated
}

export const procedureSpec: NounSpec<ProcedureOptions, Procedure> = {
  is: 'procedure',
  word: 'procedure',
  named: text,
  fields: { steps: need(list(noun('step'), 1), 'what is done, in order'), in: noun('environment'), stated },
  rules(_, { steps }, say) {
    const names = steps.map(({ name }) => name)
    steps.forEach((step, index) => {
      const path = `steps[${index}]`
      if (names.indexOf(step.name) !== index) {
        say({ path, found: `a second step '${step.name}'`, allowed: 'a name of its own' })
      }
      for (const earlier of step.after ?? []) {
        if (names.slice(0, index).includes(earlier)) continue
        say({ path: `${path}.after`, found: `'${earlier}'`, allowed: 'the name of a step before it' })
      }
    })
  },
  build: (name, options) => ({ is: 'procedure', name, ...options }),
}

const { of: _, in: __, ...stepFields } = stepSpec.fields

/** The same for a reader of files, which says itself where each stands, with the options that they take there. */
export const procedureAt = {
  fields: procedureSpec.fields,
  stepFields,
  procedure: (name: string, options: object, at: At) => make(procedureSpec, name, options as ProcedureOptions, at),
  step: (name: string, options: object, at: At) => make(stepSpec, name, options as StepOptions, at),
}

/** Steps that people and machines take, each after the one before unless it says otherwise. */
export function procedure(name: string, options: ProcedureOptions): Procedure {
  return make(procedureSpec, name, options)
}
