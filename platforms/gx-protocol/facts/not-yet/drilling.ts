// What is seen when a failure is made.

import { waiting } from '../waiting.ts'

export const drilling = waiting('drilling', 'it is seen when the failure is made, and nothing makes it yet', [
  [35, 'the end of the cluster ends the backend and the ledger', 'drill', 'document'],
  [66, 'one submitter carries on when the other is gone', 'drill'],
  [67, 'a projector that comes back changes no row twice', 'drill'],
  [85, 'the loss of any node leaves one worker of each kind', 'drill'],
  [164, 'PostgreSQL is restored in 10 to 30 minutes', 'drill'],
  [165, 'Redis is copied in two forms, and its keys come back', 'render', 'drill'],
  [169, 'Redis is restored in 2 to 5 minutes', 'drill'],
  [172, 'the configuration is applied again in 5 minutes', 'drill'],
  [173, 'a pod that crashes or hangs is back within a minute, and nothing is lost', 'drill'],
  [174, 'after the loss of a node its pods are back elsewhere in time, and nothing is lost', 'drill'],
  [175, 'wrong rows are restored within an hour, with at most six hours lost', 'drill'],
  [177, 'after the end of the cluster all is back within eight hours, and the ledger is whole', 'drill', 'check'],
  [178, 'the cluster is rebuilt in four steps, each with its time', 'drill'],
  [180, 'a backup is restored every week', 'drill', 'render'],
  [181, 'the cluster is rebuilt every month', 'drill'],
  [186, 'the loss of a node leaves two thirds of three pods, and half of two', 'drill'],
  [187, 'pods of a lost node are back on others, or it is said why not', 'drill'],
  [188, 'services go on while a node is gone', 'drill'],
  [189, 'volumes do not move to another node where their class binds them', 'drill', 'check'],
  [191, 'two thirds of the throughput stay while a node is gone', 'drill'],
])
