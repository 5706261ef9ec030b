// The roadmap, each task by what stands once it is done, and what the document has no task for. None is done yet: it says
// how things are to be.

import { phase, task } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { alerts } from './alerts.ts'
import { developing, live, preProduction, secondary } from './cluster.ts'
import { auth, business, gateway } from './components.ts'
import { pipelines, registries } from './delivery.ts'
import { publicNames, shield } from './edge.ts'
import { monitors } from './monitors.ts'
import { serviceMesh } from './network.ts'
import { drills, procedures } from './recovery.ts'
import { cache, database, documents, queue } from './stores.ts'
import { logs, metrics, traces } from './watching.ts'

const titles = ['Foundation', 'Services', 'Integration', 'Production'] as const

type Task = ReturnType<typeof task>
type Options = NonNullable<Parameters<typeof task>[1]>
type Row = readonly [name: string, of: Options['of']]

/** The tasks stand in the lines below that of their phase; after them those that no line says. */
const part = (number: 1 | 2 | 3 | 4, line: number, rows: readonly Row[], unwritten: readonly Task[] = []) => {
  const [title, first] = [titles[number - 1], 2 * number - 1]
  const at = (cited: number) => says(`Phase ${number} (Week ${first}-${first + 1}): ${title}`, cited)
  return phase(`${title}`, {
    weeks: [first, first + 1],
    tasks: [...rows.map(([name, of], index) => task(name, { of, stated: at(line + 1 + index) })), ...unwritten],
    stated: at(line),
  })
}

export const roadmap = [
  part(
    1,
    293,
    [
      ['provision Kubernetes clusters', [developing, preProduction, live, secondary]],
      ['configure the container registry', registries],
      ['set up the service mesh', [serviceMesh]],
      ['deploy the monitoring stack', monitors],
      ['configure DNS and ingress', [publicNames, shield]],
    ],
    [task('set up the pipeline', { of: pipelines })],
  ),
  part(
    2,
    300,
    [
      ['deploy the authentication service', [auth]],
      ['deploy the API gateway', [gateway]],
      ['deploy core business services', business],
      ['configure message queues', [queue]],
      ['set up database replication', [database]],
    ],
    [
      task('set up MongoDB and the cache', { of: [documents, cache] }),
      task('take the first copies and bring one back', { copies: [database, documents] }),
    ],
  ),
  part(3, 307, [
    ['deploy all context services', business],
    ['configure cross-context communication', [serviceMesh]],
    ['set up event streaming', [queue]],
    ['implement distributed tracing', [traces]],
    ['configure alerting rules', alerts],
  ]),
  part(4, 314, [
    ['run disaster recovery drills', drills],
    ['test load and optimise', [metrics]],
    ['audit security and check compliance', [logs]],
    ['write documentation and runbooks', procedures],
    ['train the team and hand over', procedures],
  ]),
]
