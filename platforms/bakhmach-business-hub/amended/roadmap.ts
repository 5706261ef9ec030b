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
type Row = readonly [line: number, name: string, of: Options['of']]

/** After the tasks of the document those that no line says. */
const part = (number: 1 | 2 | 3 | 4, line: number, rows: readonly Row[], unwritten: readonly Task[] = []) => {
  const [title, first] = [titles[number - 1], 2 * number - 1]
  const at = (cited: number) => says(`Phase ${number} (Week ${first}-${first + 1}): ${title}`, cited)
  return phase(`${title}`, {
    weeks: [first, first + 1],
    tasks: [...rows.map(([cited, name, of]) => task(name, { of, stated: at(cited) })), ...unwritten],
    stated: at(line),
  })
}

export const roadmap = [
  part(
    1,
    293,
    [
      [294, 'provision Kubernetes clusters', [developing, preProduction, live, secondary]],
      [295, 'configure the container registry', registries],
      [296, 'set up the service mesh', [serviceMesh]],
      [297, 'deploy the monitoring stack', monitors],
      [298, 'configure DNS and ingress', [publicNames, shield]],
    ],
    [task('set up the pipeline', { of: pipelines })],
  ),
  part(
    2,
    300,
    [
      [301, 'deploy the authentication service', [auth]],
      [302, 'deploy the API gateway', [gateway]],
      [303, 'deploy core business services', business],
      [304, 'configure message queues', [queue]],
      [305, 'set up database replication', [database]],
    ],
    [
      task('set up MongoDB and the cache', { of: [documents, cache] }),
      task('take the first copies and bring one back', { copies: [database, documents] }),
    ],
  ),
  part(3, 307, [
    [308, 'deploy all context services', business],
    // Not line 309: nobody says which context calls which, and each is promised to be open to none of the others.
    [310, 'set up event streaming', [queue]],
    [311, 'implement distributed tracing', [traces]],
    [312, 'configure alerting rules', alerts],
  ]),
  part(4, 314, [
    [315, 'run disaster recovery drills', drills],
    [316, 'test load and optimise', [metrics]],
    [317, 'audit security and check compliance', [logs]],
    [318, 'write documentation and runbooks', procedures],
    [319, 'train the team and hand over', procedures],
  ]),
]
