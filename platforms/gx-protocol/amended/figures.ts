// Every sum and share that the document states, said as it is counted here.

import { free, headroom, left, loss, minus, percent, promise, span, taken, time, total, value } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { production } from './cluster.ts'
import { cache, database, gateway, identity, outbox, projector, tokenomics, wallet } from './components.ts'
import { mainnet, testnet } from './environments.ts'
import { projection, submitting } from './journeys.ts'
import { nodeFailure } from './procedures.ts'
import { secondSite } from './standby.ts'

const cluster = [
  promise.figure(total.nodes(production), { is: 5, stated: says('2.1', 54) }),
  promise.figure(total.cpu(production), { is: 144, stated: says('2.1', 64) }),
  promise.figure(total.memory(production), { is: '576Gi', stated: says('2.1', 65) }),
  promise.figure(total.disk(production), { is: '5T', stated: says('2.1', 66) }),
  promise.figure(taken.cpu(production), { is: 36.8, stated: says('2.1', 69) }),
  promise.figure(percent(taken.cpu(production)), { is: '25.6%', stated: says('2.1', 69) }),
  promise.figure(percent(taken.memory(production)), { is: '25.6%', stated: says('2.1', 69) }),
  promise.figure(free.cpu(production), { is: 107.2, stated: says('2.1', 70) }),
  promise.figure(percent(free.cpu(production)), { is: '74.4%', stated: says('2.1', 70) }),
  promise.figure(free.memory(production), { is: '428.8Gi', stated: says('2.1', 70) }),
  promise.figure(percent(free.memory(production)), { is: '74.4%', stated: says('2.1', 70) }),
  promise.figure(percent(free.cpu(production)), { is: '74.4%', name: 'existing-capacity', stated: says('3.1', 168) }),
]

const rows = [
  { component: database, cpu: '3000m', memory: '6Gi', line: 653 },
  { component: cache, cpu: '2700m', memory: '4.5Gi', line: 654 },
  { component: outbox, cpu: '1000m', memory: '2Gi', line: 655 },
  { component: projector, cpu: '1000m', memory: '2Gi', line: 656 },
  { component: identity, cpu: '1500m', memory: '3Gi', line: 657 },
  { component: wallet, cpu: '1500m', memory: '3Gi', line: 658 },
  { component: tokenomics, cpu: '1500m', memory: '3Gi', line: 659 },
  { component: gateway, cpu: '1500m', memory: '3Gi', line: 660 },
].flatMap(({ component, cpu, memory, line }) => [
  promise.figure(total.cpuRequests(component), { in: mainnet, is: cpu, stated: says('6.1', line) }),
  promise.figure(total.memoryRequests(component), { in: mainnet, is: memory, stated: says('6.1', line) }),
])

const plan = [
  promise.figure(total.cpuRequests(mainnet), { is: 13.7, name: 'headline-cpu', stated: says('6.1', 644) }),
  promise.figure(total.memoryRequests(mainnet), { is: '26.5Gi', name: 'headline-memory', stated: says('6.1', 645) }),
  promise.figure(total.storage(mainnet, 'all'), { is: '360Gi', stated: says('6.1', 646, 661) }),
  promise.figure(total.pods(mainnet), { is: 31, name: 'headline-pods', stated: says('6.1', 647) }),
  promise.figure(total.pods(mainnet), { is: 31, stated: says('6.1', 661) }),
  promise.figure(total.cpuRequests(mainnet), { is: 13.7, stated: says('6.1', 661, 682) }),
  promise.figure(total.memoryRequests(mainnet), { is: '26.5Gi', stated: says('6.1', 661, 682) }),
  promise.figure(free.cpu(mainnet), { is: 99.2, stated: says('6.1', 681) }),
  promise.figure(free.memory(production), { is: '428.8Gi', name: 'available-memory', stated: says('6.1', 681) }),
  promise.figure(headroom.cpu(mainnet), { is: 81.35, stated: says('6.1', 683) }),
  promise.figure(percent(headroom.cpu(mainnet)), { is: '82%', stated: says('6.1', 683) }),
]

const testnetPlan = [
  promise.figure(total.cpuRequests(testnet), { is: 4.6, stated: says('6.2', 689) }),
  promise.figure(total.memoryRequests(testnet), { is: '9.125Gi', stated: says('6.2', 690) }),
  promise.figure(total.storage(testnet, 'all'), { is: '120Gi', stated: says('6.2', 691) }),
  promise.figure(total.pods(testnet), { is: 8, stated: says('6.2', 692) }),
]

const afterNodeLoss = [
  { component: database, is: '67%', line: 825 },
  { component: cache, is: '67%', line: 826 },
  { component: identity, is: '67%', line: 827 },
  { component: wallet, is: '67%', line: 827 },
  { component: tokenomics, is: '67%', line: 827 },
  { component: outbox, is: '50%', line: 828 },
  { component: projector, is: '50%', line: 828 },
].map(({ component, is, line }) =>
  promise.figure(left(component, loss.node), { in: mainnet, is, stated: says('7.2', line) }),
)

// What a chain keeps is what its slowest part keeps: two thirds of the services, and half of the workers.
const summary = [submitting, projection].map((way) =>
  promise.figure(left(way, loss.node), { in: mainnet, is: '50%', stated: says('7.2', 828, 841) }),
)

// Of the two sites one has no production: with the other goes the control plane, and the worker is left.
const losses = [
  promise.figure(left(production, loss.zone), { is: 1, stated: says('10.2', 1133, 1134) }),
  promise.figure(left(secondSite, loss.node), { is: 2 }),
  promise.figure(time.of(nodeFailure), { in: mainnet, is: { from: '130s', to: '220s' }, stated: says('7.2', 835) }),
  ...[mainnet, testnet].map((each) =>
    promise.figure(total.crossings(each), { is: 0, stated: says('3.1, 3.2', 167, 209, 210) }),
  ),
]

// The same headroom on the base that the document itself takes.
const onStatedBase = [
  promise.figure(minus(value(29, says('6.1', 681)), total.cpuRequests(mainnet)), {
    in: mainnet,
    is: 15.3,
    name: 'headroom-cpu-on-the-stated-base',
    stated: says('6.1', 683),
  }),
  promise.figure(minus(value('96Gi', says('6.1', 681)), total.memoryRequests(mainnet)), {
    in: mainnet,
    is: '69.5Gi',
    name: 'headroom-memory-on-the-stated-base',
    stated: says('6.1', 683),
  }),
]

export const figures = [
  ...cluster,
  ...rows,
  ...plan,
  ...testnetPlan,
  ...onStatedBase,
  ...afterNodeLoss,
  ...summary,
  ...losses,
  promise.figure(span.backups(database), { in: mainnet, is: '7d', stated: says('10.1', 1091) }),
]
