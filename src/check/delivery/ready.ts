// A document that is ready, or in production: whether anything of its roadmap is still to do.

import { sourceOf } from '../../estate/source.ts'
import type { Paper, Phase } from '../../platform/model.ts'
import { defineQuestion, part } from '../define.ts'

interface Open {
  readonly status: Paper['status']
  readonly done: number
  readonly open: readonly (readonly [phase: string, tasks: string])[]
  readonly count: number
}

export const ready = defineQuestion<{ tasks: Open }>({
  id: 'ready',
  asks: 'Is everything done that the document takes for done?',

  *judge({ platform }) {
    const { document, roadmap = [] } = platform ?? {}
    if (!document || roadmap.length === 0 || !(document.status === 'ready' || document.status === 'production')) return
    const open = roadmap.flatMap((phase): readonly (readonly [string, string])[] => {
      const left = openIn(phase)
      return left.length === 0 ? [] : [[phase.name, left.join(', ')]]
    })
    const count = roadmap.flatMap(openIn).length
    const tasks = roadmap.flatMap((phase) => phase.tasks)
    yield {
      id: [platform?.name ?? 'platform', 'roadmap'],
      says: `nothing of the roadmap is open`,
      source: sourceOf(document, document.stated),
      parts: [
        part(
          'tasks',
          count === 0,
          { status: document.status, done: tasks.length - count, open, count },
          {
            cause: `open-tasks/${platform?.name ?? 'platform'}`,
            hint: "done: true of what is done, or status: 'target' until all is",
            stated: [document.stated, ...roadmap.map(({ stated }) => stated), ...tasks.map(({ stated }) => stated)],
          },
        ),
      ],
    }
  },

  says: {
    tasks: ({ status, done, open, count }) =>
      count === 0
        ? `all ${done} tasks are done`
        : {
            line: `${count} of ${done + count} tasks are open, and the document says it is ${status === 'ready' ? 'ready for production' : 'in production'}`,
            rows: open,
          },
  },
})

function openIn({ tasks }: Phase): readonly string[] {
  return tasks.filter(({ done }) => !done).map(({ name }) => name)
}
