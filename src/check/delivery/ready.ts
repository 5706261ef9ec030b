// A document that is ready, or in production: whether anything of its roadmap is still to do, and whether any choice is
// still open; and whether the roadmap can be gone in its order.

import { sourceOf } from '../../estate/source.ts'
import type { Paper, Phase, Platform } from '../../platform/model.ts'
import type { Choice } from '../../platform/worlds.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import { type LeftParts, leftParts, leftSays } from './roadmap-left.ts'
import { type WeeksParts, weeksParts, weeksSays } from './roadmap-weeks.ts'

interface Open {
  readonly status: Paper['status']
  readonly done: number
  readonly open: readonly (readonly [phase: string, tasks: string])[]
  readonly count: number
}

type Rules = WeeksParts &
  LeftParts & {
    tasks: Open
    choice: { readonly status: Paper['status']; readonly name: string; readonly labels: readonly string[] }
  }

export const ready = defineQuestion<Rules>({
  id: 'ready',
  asks: 'Is everything done that the document takes for done?',

  *judge({ platform, plans }) {
    const { document, roadmap = [] } = platform ?? {}
    if (platform) yield* weeksIn(roadmap, platform)
    if (!platform || !document || !(document.status === 'ready' || document.status === 'production')) return
    const open = plans?.open ?? []
    if (open.length > 0) yield choicesIn(document, open, platform)
    if (roadmap.length > 0) yield tasksIn(document, roadmap, platform)
  },

  says: {
    ...weeksSays,
    ...leftSays,
    tasks: ({ status, done, open, count }) =>
      count === 0
        ? done === 1
          ? 'its one task is done'
          : `all ${done} tasks are done`
        : {
            line: `${count} of ${done + count} tasks are open, and the document says it is ${statusWords(status)}`,
            rows: open,
          },
    choice: ({ status, name, labels }) =>
      `${name} is ${labels.join(' or ')}, and the document says it is ${statusWords(status)}`,
  },
})

function* weeksIn(roadmap: readonly Phase[], platform: Platform): Generator<Finding<Rules>> {
  const [first] = roadmap
  const parts = weeksParts(roadmap, platform)
  if (!first || parts.length === 0) return
  yield {
    id: [platform.name, 'weeks'],
    says: 'the roadmap can be gone in its order',
    source: sourceOf(first, first.stated),
    parts,
  }
}

function statusWords(status: Paper['status']): string {
  return status === 'ready' ? 'ready for production' : 'in production'
}

function choicesIn(document: Paper, open: readonly Choice[], { name: platform }: Platform): Finding<Rules> {
  const { status, stated } = document
  return {
    id: [platform, 'choices'],
    says: 'every choice is made',
    source: sourceOf(document, stated),
    parts: open.map(({ name, labels }) =>
      part(
        'choice',
        false,
        { status, name, labels },
        { cause: `open-choice/${name}`, hint: 'one of them', stated: [stated] },
      ),
    ),
  }
}

function tasksIn(document: Paper, roadmap: readonly Phase[], whole: Platform): Finding<Rules> {
  const { name: platform } = whole
  const open = roadmap.flatMap((phase): readonly (readonly [string, string])[] => {
    const left = openIn(phase)
    return left.length === 0 ? [] : [[phase.name, left.join(', ')]]
  })
  const count = roadmap.flatMap(openIn).length
  const tasks = roadmap.flatMap((phase) => phase.tasks)
  return {
    id: [platform, 'roadmap'],
    says: 'nothing of the roadmap is open',
    source: sourceOf(document, document.stated),
    parts: [
      part(
        'tasks',
        count === 0,
        { status: document.status, done: tasks.length - count, open, count },
        {
          cause: `open-tasks/${platform}`,
          hint: "done: true of what is done, or status: 'target' until all is",
          stated: [document.stated, ...roadmap.map(({ stated }) => stated), ...tasks.map(({ stated }) => stated)],
        },
      ),
      ...leftParts(roadmap, whole),
    ],
  }
}

function openIn({ tasks }: Phase): readonly string[] {
  return tasks.filter(({ done }) => !done).map(({ name }) => name)
}
