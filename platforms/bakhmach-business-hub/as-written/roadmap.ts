// Implementation roadmap: four phases, none of whose tasks is done.

import { phase, task } from 'seaworthy'
import { developing, live, preProduction } from './cluster.ts'
import { agent, audit, auth, core, finance, gateway, infusion, trade } from './components.ts'
import { registries } from './delivery.ts'
import { serviceMesh } from './network.ts'
import { drills } from './recovery.ts'
import { says } from './says.ts'
import { database, queue } from './stores.ts'
import { watching } from './watching.ts'

const titles = ['Foundation', 'Services', 'Integration', 'Production'] as const

const of = (number: number) => {
  const section = `Phase ${number} (Week ${2 * number - 1}-${2 * number}): ${titles[number - 1]}`
  return (...lines: readonly number[]) => says(section, ...lines)
}

const [foundation, services, integration, production] = [of(1), of(2), of(3), of(4)]

export const roadmap = [
  phase('Foundation', {
    weeks: [1, 2],
    tasks: [
      task('provision Kubernetes clusters', { of: [developing, preProduction, live], stated: foundation(294) }),
      task('configure the container registry', { of: registries, stated: foundation(295) }),
      task('set up the service mesh', { of: [serviceMesh], stated: foundation(296) }),
      task('deploy the monitoring stack', { of: watching, stated: foundation(297) }),
      task('configure DNS and ingress', { stated: foundation(298) }),
    ],
    stated: foundation(293),
  }),
  phase('Services', {
    weeks: [3, 4],
    tasks: [
      task('deploy the authentication service', { of: [auth], stated: services(301) }),
      task('deploy the API gateway', { of: [gateway], stated: services(302) }),
      task('deploy core business services', { stated: services(303) }),
      task('configure message queues', { of: [queue], stated: services(304) }),
      task('set up database replication', { of: [database], stated: services(305) }),
    ],
    stated: services(300),
  }),
  phase('Integration', {
    weeks: [5, 6],
    tasks: [
      task('deploy all context services', {
        of: [core, finance, audit, agent, trade, infusion],
        stated: integration(308),
      }),
      task('configure cross-context communication', { stated: integration(309) }),
      task('set up event streaming', { stated: integration(310) }),
      task('implement distributed tracing', { stated: integration(311) }),
      task('configure alerting rules', { stated: integration(312) }),
    ],
    stated: integration(307),
  }),
  phase('Production', {
    weeks: [7, 8],
    tasks: [
      task('run disaster recovery drills', { of: drills, stated: production(315) }),
      task('test load and optimise', { stated: production(316) }),
      task('audit security and check compliance', { stated: production(317) }),
      task('write documentation and runbooks', { stated: production(318) }),
      task('train the team and hand over', { stated: production(319) }),
    ],
    stated: production(314),
  }),
]
