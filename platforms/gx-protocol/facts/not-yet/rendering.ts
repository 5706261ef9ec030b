// What is seen on what is rendered for Kubernetes and its tools, and is not rendered yet.

import { waiting } from '../waiting.ts'

const ofTheLedger = waiting(
  'rendering',
  'no word says what members of a ledger measure: PodMonitors are made of the backend and the tools alone',
  [
    [193, 'one Prometheus watches the backend and the ledger', 'render'],
    [214, 'one stack watches the backend and the ledger', 'render', 'observe'],
  ],
)

const onLogs = waiting(
  'rendering',
  'no component gathers logs, and no word says how finely one logs or how long it is kept',
  [
    [208, 'logs of all pods are gathered in one place', 'render'],
    [209, 'Mainnet logs what is worth knowing, and nothing finer', 'render'],
    [210, 'Testnet logs what helps to find faults', 'render'],
    [211, 'Devnet logs everything', 'render'],
    [213, 'logs are kept for 90, 30 and 7 days', 'render'],
  ],
)

const onDashboards = waiting('rendering', 'dashboards are rendered by a later part', [
  [205, 'a dashboard shows the health of the backend in four panels', 'render', 'observe'],
  [206, 'a dashboard shows the queue, the lag, the rate and what failed', 'render', 'observe'],
  [207, 'a dashboard shows the stores', 'render', 'observe'],
])

export const rendering = [...ofTheLedger, ...onLogs, ...onDashboards]
