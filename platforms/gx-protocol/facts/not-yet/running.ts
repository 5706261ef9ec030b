// What is seen on the platform while it runs.

import { waiting } from '../waiting.ts'

const running = waiting('running', 'it is seen on a platform that runs, and none does yet', [
  [30, 'a call from the backend to the ledger and back takes less than a millisecond', 'run', 'check'],
  [39, 'the ledger emits 100 to 500 events a second at its peak, and the projector keeps up', 'run'],
  [63, 'both pods of each worker work at the same time', 'run'],
  [64, 'every command of the outbox is taken by one pod alone', 'run'],
  [65, 'locks of the database keep a command from being submitted twice', 'run', 'drill'],
  [68, 'each pod of the projector has events of its own, and takes over those of the other', 'run'],
  [69, 'the checkpoint of the projector lies in its table, and moves on', 'run'],
  [71, 'what the Service does with connections is what is said of it', 'run', 'check'],
  [74, 'a pod that is not ready gets no request', 'run'],
  [75, 'a pod that hangs is started again', 'run'],
  [129, 'the names of PostgreSQL lead to the primary, and to those that follow', 'render', 'run'],
  [130, 'the names of Redis lead to the master, and to those that follow', 'render', 'run'],
  [135, 'every name that is called resolves', 'run'],
  [138, 'every pod may ask DNS', 'render', 'run'],
  [139, 'the backend reaches the ledger on three ports, and on no other', 'render', 'run'],
  [141, 'the ingress controller alone gets in to the gateway', 'render', 'run'],
  [144, 'Mainnet does not reach the ledger for tests', 'run'],
  [145, 'Testnet does not reach Mainnet', 'run'],
  [146, 'Mainnet reaches nothing of the system but DNS', 'run'],
  [147, 'nobody outside reaches what is inside', 'run'],
  [148, 'nothing crosses from one namespace to another without a rule', 'run'],
  [155, 'two members of PostgreSQL stay while nodes are drained', 'render', 'run'],
  [159, 'PostgreSQL is copied every six hours, by the clock of UTC', 'render', 'run'],
  [231, 'the account of the backup may do what its role opens, and nothing else', 'render', 'run'],
  [252, 'a rollout waits for the new pod before it ends an old one', 'run', 'check'],
  [253, 'two to four pods are there throughout a rollout, and no request fails', 'run'],
])

const observing = waiting('observing', 'it is seen in metrics and logs of what runs, and nothing runs yet', [
  [41, 'the projection lags by less than 100 ms', 'observe', 'run'],
  [43, 'a transaction is submitted in 5 to 10 ms', 'observe'],
  [183, 'a backup that fails is told', 'render', 'observe'],
  [184, 'the size of backups is followed, so that a broken one shows', 'observe'],
  [185, 'each restore that was tried leaves a record', 'observe'],
  [198, 'what nodes, pods and containers do is measured', 'observe', 'check'],
  [199, 'requests and their durations are measured', 'observe'],
  [200, 'the queue of the outbox is measured', 'observe'],
  [201, 'the lag of the projector is measured', 'observe'],
  [202, 'the connection to the ledger is measured', 'observe'],
  [203, 'PostgreSQL is measured', 'observe', 'check'],
  [204, 'Redis is measured', 'observe', 'check'],
  [212, 'log lines are JSON of seven fields', 'observe', 'check'],
  [217, 'somebody is woken by five restarts in ten minutes', 'render', 'observe'],
  [218, 'somebody is woken when PostgreSQL is gone', 'render', 'observe', 'check'],
  [219, 'somebody is woken when the projector lags by more than 5 s for two minutes', 'render', 'observe'],
  [220, 'somebody is woken when the ledger is out of reach', 'render', 'observe'],
  [241, 'the API server records who did what', 'render', 'observe'],
  [242, 'every request to the API leaves a row', 'observe'],
  [243, 'every transaction that is submitted leaves its hash', 'observe'],
  [244, 'what users do is tracked in one table', 'observe', 'check'],
])

export const onWhatRuns = [...running, ...observing]
