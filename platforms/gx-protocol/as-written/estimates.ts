// Sections 3.2 and 6.3: what the document reckons of latency and money, and what it says that a LimitRange does.

import { most, plus, promise, serialLag, unsaid, value } from 'seaworthy'
import { mainnet } from './environments.ts'
import { says } from './says.ts'

// Events by the second, each behind the one before, at the latencies of both designs.
const lags = [
  promise.figure(serialLag({ rate: '100/s', each: '50ms', stated: says('3.2', 195, 199) }), {
    in: mainnet,
    is: '5s',
    name: 'other-cluster-least',
    stated: says('3.2', 200),
  }),
  promise.figure(serialLag({ rate: '500/s', each: '200ms', stated: says('3.2', 195, 199) }), {
    in: mainnet,
    is: '100s',
    name: 'other-cluster-most',
    stated: says('3.2', 200),
  }),
  promise.figure(serialLag({ rate: '500/s', each: '1ms', stated: says('3.2', 194, 199) }), {
    in: mainnet,
    is: '100ms',
    name: 'same-cluster-most',
    stated: says('3.2', 201),
  }),
]

const savings = [
  promise.figure(
    plus(
      value('$2000/month', says('3.2', 241)),
      value('$500/month', says('3.2', 242)),
      value('20h/month', says('3.2', 243)),
    ),
    { in: mainnet, is: '$3000/month', name: 'savings-least', stated: says('3.2', 245) },
  ),
  promise.figure(
    plus(
      value('$3000/month', says('3.2', 241)),
      value('$1000/month', says('3.2', 242)),
      value('30h/month', says('3.2', 243)),
    ),
    { in: mainnet, is: '$5000/month', name: 'savings-most', stated: says('3.2', 245) },
  ),
]

const limitRange = [
  promise.figure(unsaid.cpu(mainnet), { is: '250m', stated: says('6.3', 739) }),
  promise.figure(unsaid.memory(mainnet), { is: '256Mi', stated: says('6.3', 739) }),
  promise.figure(most.podCpu(mainnet), { is: 4, stated: says('6.3', 740) }),
  promise.figure(most.podMemory(mainnet), { is: '8Gi', stated: says('6.3', 740) }),
]

export const estimates = [...lags, ...savings, ...limitRange]
