// What the document promises: each with its section and lines.

import { corruption, crashLoops, hang, loss, promise } from 'seaworthy'
import { says } from '../as-written/says.ts'
import {
  cache,
  database,
  gateway,
  identity,
  ingress,
  lag,
  outbox,
  projector,
  roundTrip,
  submission,
  tokenomics,
  wallet,
} from './components.ts'
import { fabricMainnet, fabricTest, mainnet, testnet } from './environments.ts'
import { submitting, traffic } from './journeys.ts'
import { fabric } from './ledgers.ts'
import { keyMetrics } from './metrics.ts'
import { prometheus } from './monitoring.ts'
import { corruptionRecovery, nodeFailure, rebuild } from './procedures.ts'

const stateless = [outbox, projector, identity, wallet, tokenomics, gateway]
const apis = [identity, wallet, tokenomics]

export const failures = [
  promise.survives(loss.node, {
    in: mainnet,
    keeps: stateless,
    within: '5m',
    losing: 'nothing',
    restores: 'replicas',
    by: nodeFailure,
    stated: says('7.2, 10.2', 822, 831, 833, 835, [1119, 1121]),
  }),
  // A member waits for its node: the others carry on. Redis answers before its followers have what was written.
  ...[
    { store: database, losing: 'nothing' as const },
    { store: cache, losing: '10s' as const },
  ].flatMap(({ store, losing }) => [
    promise.survives(loss.node, {
      in: mainnet,
      keeps: [store],
      within: '5m',
      losing,
      restores: 'service',
      by: nodeFailure,
      stated: says('7.2, 10.2', 822, 832, 833, 835, [1119, 1121]),
    }),
    ...[loss.pod, hang].map((failure) =>
      promise.survives(failure, {
        in: mainnet,
        keeps: [store],
        within: '60s',
        losing,
        stated: says('10.2', [1111, 1114]),
      }),
    ),
  ]),
  // The document gives a start up to 90 seconds: within 60 callers are answered by the other pods.
  ...[loss.pod, hang].map((failure) =>
    promise.survives(failure, {
      in: mainnet,
      keeps: stateless,
      within: '60s',
      losing: 'nothing',
      stated: says('10.2', [1111, 1114]),
    }),
  ),
  promise.recovers(database, {
    in: mainnet,
    from: corruption,
    within: '60m',
    losing: '6h',
    by: corruptionRecovery,
    stated: says('10.2', 1127, 1128),
  }),
  // The interval, the time that a copy takes, and the delay until somebody notices.
  promise.recovers(cache, {
    in: mainnet,
    from: corruption,
    within: '60m',
    losing: '375m',
    by: corruptionRecovery,
    stated: says('10.1, 10.2', 1097, 1100, 1127),
  }),
  promise.recovers(database, {
    in: mainnet,
    from: loss.cluster,
    within: '8h',
    losing: '6h',
    by: rebuild,
    stated: says('10.2', 1137, 1140, 1141),
  }),
  promise.recovers(fabric, {
    in: fabricMainnet,
    from: loss.cluster,
    losing: '80m',
    stated: says('10.2', 1139, 1141),
  }),
]

export const network = [
  promise.resolves({ in: mainnet, stated: says('4.3, 8.2', 367, 936) }),
  promise.connects([...apis, gateway, database, cache], {
    in: mainnet,
    stated: says('4.3, 8.2', 424, 938),
  }),
  promise.reachedOnlyBy(gateway, [ingress], { in: mainnet, stated: says('4.3, 8.2', 449, 939) }),
  promise.separates(mainnet, fabricTest, { stated: says('8.2', 951) }),
  promise.separates(testnet, mainnet, { stated: says('8.2', 952) }),
  promise.separates(mainnet, 'kube-system', { exceptPorts: [53], stated: says('4.3, 8.2', 364, 953) }),
  promise.carries(traffic, { in: mainnet, stated: says('8.2', [943, 945]) }),
  promise.carries(submitting, { in: mainnet, stated: says('8.2', 946, 947) }),
  promise.scrapes(prometheus, { in: mainnet, every: '15s', keeps: '30d', stated: says('9.1', 980, 981, 982, 983) }),
]

export const notices = [
  promise.collects(prometheus, { in: mainnet, metrics: keyMetrics, stated: says('9.1', 985) }),
  promise.noticed(crashLoops, { in: mainnet, stated: says('9.3', 1029) }),
  promise.noticed(database, { in: mainnet, within: '5m', stated: says('9.3', 1030) }),
  promise.noticed(loss.cluster, { in: mainnet, within: '10m', stated: says('10.2', 1134) }),
]

export const behaviour = [
  promise.operated(database, { in: mainnet, stated: says('3.2', 235) }),
  promise.fits({ in: mainnet, stated: says('6.1', 684) }),
  promise.stands(database, {
    in: mainnet,
    pool: 'control-plane',
    apart: 'kubernetes.io/hostname',
    stated: says('5.1', [501, 503]),
  }),
  promise.stands(cache, {
    in: mainnet,
    pool: 'control-plane',
    apart: 'kubernetes.io/hostname',
    stated: says('5.1', 514),
  }),
  promise.rolls(identity, {
    in: mainnet,
    available: { from: 2, to: 4 },
    first: 'new',
    stated: says('7.3', 860, 862, 865),
  }),
  promise.stays(roundTrip, { in: mainnet, below: '1ms', stated: says('1.1, 1.2, 3.1, 3.2', 29, 40, 166, 194) }),
  promise.stays(submission, { in: mainnet, below: '10ms', stated: says('3.2', 205) }),
  promise.stays(lag, { in: mainnet, below: '100ms', stated: says('3.2', 201) }),
]
