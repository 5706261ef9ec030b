import { make, type NounSpec } from '../make.ts'
import type { Phase, Task } from '../model.ts'
import { count, flag, need, noun, pair, set, stated, text } from '../schema.ts'
import { repeatedName } from './repeated-name.ts'

export type TaskOptions = Partial<Omit<Task, 'is' | 'name'>>

export const taskSpec: NounSpec<TaskOptions, Task> = {
  is: 'task',
  word: 'task',
  named: text,
  fields: {
    of: set(noun('alert', 'cluster', 'component', 'drill', 'environment', 'mesh', 'pipeline', 'procedure', 'registry')),
    copies: set(noun('component'), 1),
    done: flag,
    stated,
  },
  build: (name, options) => ({ is: 'task', name, of: [], copies: [], done: false, ...options }),
}

/** Something to do, done or not. `task('provide the clusters', { of: [east], done: true })` */
export function task(name: string, options: TaskOptions = {}): Task {
  return make(taskSpec, name, options)
}

export type PhaseOptions = Omit<Phase, 'is' | 'name'>

export const phaseSpec: NounSpec<PhaseOptions, Phase> = {
  is: 'phase',
  word: 'phase',
  named: text,
  fields: {
    weeks: pair(count(1)),
    tasks: need(set(noun('task'), 1), 'what is done in it'),
    stated,
  },
  rules(_, { weeks, tasks }, say) {
    if (weeks && weeks[0] > weeks[1])
      say({
        path: 'weeks',
        found: `${weeks[0]} to ${weeks[1]}`,
        allowed: 'a last week that is no earlier than the first',
      })
    repeatedName(tasks, 'tasks', say)
  },
  build: (name, options) => ({ is: 'phase', name, ...options }),
}

/** Some weeks of a roadmap. `phase('foundation', { weeks: [1, 2], tasks: [task('provide the clusters', { of: [east] })] })` */
export function phase(name: string, options: PhaseOptions): Phase {
  return make(phaseSpec, name, options)
}
