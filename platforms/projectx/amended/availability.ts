// High availability within a region too: what answers goes on when a node or a zone is lost, scales by its load, and its
// copies are there.

import { loss, promise } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { archive, feed, gateway, services } from './components.ts'
import { observability, production, standby } from './environments.ts'
import { blockchain } from './ledger.ts'
import { grafana, intake, logs, metrics, traces } from './monitoring.ts'
import { broker, database } from './stores.ts'

const live = says('Environments', 11)
const scaled = says('Hosting Strategy', 42)

const answering = [gateway, ...services, archive]

const onNodes = [
  ...[production, standby].flatMap((each) =>
    (
      [
        [loss.node, '3m'],
        [loss.zone, '8m'],
      ] as const
    ).map(([failure, within]) =>
      promise.survives(failure, {
        in: each,
        keeps: [...answering, feed, database, broker],
        within,
        losing: 'nothing',
        stated: live,
      }),
    ),
  ),
  promise.survives(loss.node, {
    in: production,
    keeps: answering,
    within: '5m',
    losing: 'nothing',
    restores: 'replicas',
    name: 'replicas',
    stated: live,
  }),
  promise.survives(loss.node, {
    in: observability,
    keeps: [logs, traces, grafana, intake],
    within: '3m',
    losing: 'nothing',
    stated: says('Observability and Operations', 55),
  }),
]

export const availability = [
  ...onNodes,
  promise.autoscales(
    { from: 3, to: 6, on: [{ cpu: '70%' }] },
    { in: production, of: [gateway, ...services], stated: scaled },
  ),
  ...[gateway, ...services].map((each) => promise.grows(each, { in: production, to: 6, stated: scaled })),
  promise.retains(database, { in: production, for: '7d', every: '6h', stated: live }),
  promise.scrapes(metrics, {
    in: observability,
    every: '30s',
    keeps: '30d',
    stated: says('Observability and Operations', 55),
  }),
  ...[production, standby].flatMap((each) => [
    promise.secrets('keptOutside', { in: each, stated: live }),
    promise.secrets('perNamespace', { in: each, stated: live }),
    promise.accounts('leastPrivilege', { in: each, stated: live }),
  ]),
  promise.accounts('own', { in: observability, stated: live }),
  promise.privateSegments([blockchain], {
    in: production,
    name: 'members',
    stated: says('Networking and Segmentation', 50),
  }),
]
