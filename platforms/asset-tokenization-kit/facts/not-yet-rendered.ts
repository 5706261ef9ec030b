// Rows that wait for what is rendered: pools and volumes of a provider, telemetry, charts.

import type { NotYet } from '../../facts/fact.ts'
import { waiting } from './waiting.ts'

const infrastructure = waiting('rendering', 'shown once modules of the provider are rendered', [
  [28, 'a load balancer before the ingress', 'render', 'run'],
  [47, 'agents run on the machines for systems', 'render'],
  [49, 'classes of three kinds, each with what provides volumes', 'render'],
  [50, 'volumes for rows, files and copies', 'render'],
  [54, 'the size of machines for what keeps rows', 'render', 'check'],
  [93, 'the balancer sees connections and looks after its targets', 'render', 'check'],
  [100, 'a bucket for each use', 'render'],
  [121, 'buckets of files, copies and media', 'render'],
  [123, 'versions and another region for files', 'render'],
  [126, 'cold copies that nobody can delete', 'render', 'run'],
  [128, 'volumes that several pods mount', 'render', 'check'],
  [130, 'volumes for logs', 'render'],
])

const copies = waiting('rendering', 'shown once the schedules and lifecycle rules of copies are rendered', [
  [41, 'what lies where copies are kept', 'render'],
  [122, 'disks of the database that are replicated, with copies to any second', 'render', 'drill'],
  [124, 'snapshots of what the cache holds', 'render'],
  [125, 'one place for logs', 'render', 'check'],
  [136, 'how long copies of the database are kept', 'render', 'check'],
  [137, 'how long copies of shared volumes are kept', 'render', 'check'],
  [138, 'how long copies of the cache are kept', 'render'],
  [139, 'how long copies of logs are kept', 'render'],
])

const configuration = waiting('rendering', 'shown once settings are rendered for each environment', [
  [9, 'a file of values for each environment', 'render', 'check'],
  [65, 'settings that nobody changes where they are', 'render', 'check'],
  [206, 'values that hold where no environment says otherwise', 'render'],
  [211, 'values for developers', 'render'],
  [212, 'values for staging', 'render'],
  [213, 'values for production', 'render'],
  [218, 'values and updates of services', 'render'],
  [219, 'values and updates of the database', 'render'],
  [220, 'values and updates of what watches', 'render'],
  [221, 'domains and certificates of the ingress', 'render'],
  [222, 'classes that let a volume grow', 'render', 'run'],
])

const charts = waiting('rendering', 'shown once charts are rendered', [
  [205, 'what a chart says of itself', 'render'],
  [207, 'templates of what services need', 'render'],
  [208, 'a chart of the database', 'render'],
  [210, 'a chart of what watches', 'render'],
  [214, 'values in templates', 'render'],
  [227, 'templates written out', 'render'],
  [230, 'what starts the pipeline', 'render'],
  [260, 'where charts lie', 'render'],
  [263, 'files that build images', 'render', 'run'],
  [264, 'files of workflows', 'render'],
])

const workloads = waiting('rendering', 'shown once it is rendered as its row has it, beside what is judged now', [
  [60, 'each service scales by itself', 'render', 'run'],
  [61, 'all that services without rows have', 'render', 'check'],
  [62, 'all that services with rows have', 'render'],
  [63, 'bounds of connections at each service', 'render', 'check'],
  [64, 'several ways in', 'render', 'check'],
  [69, 'connections to the database are pooled', 'render'],
  [70, 'the cache is told how much memory it may take', 'render', 'run'],
  [71, 'what watches writes to volumes alone', 'render', 'check'],
  [72, 'of pages there are up to seven: with ten, all would be more than 20', 'render'],
  [75, 'of the API there are up to ten: with eight, the promised rate is not held', 'render'],
  [79, 'the database is asked whether it is well', 'render', 'run'],
  [82, 'the cache is asked whether it is well', 'render', 'run'],
  [83, 'the cache is replaced pod by pod', 'render', 'run'],
  [155, 'pods are added above 1000 requests a minute', 'render', 'run', 'check'],
  [156, 'pods are added above 200 ms', 'render', 'run'],
])

const routes = waiting('rendering', 'shown once routes and rules of the mesh are rendered', [
  [94, 'routes by path and host', 'render', 'run'],
  [95, 'a route to pages', 'render'],
  [96, 'a route to the API', 'render'],
  [97, 'a route to the indexer', 'render', 'run'],
  [98, 'names of the primary and of those that follow', 'render', 'run'],
  [99, 'a name of the cache', 'render', 'run'],
  [102, 'names within the cluster', 'render'],
  [103, 'the name of the primary', 'render'],
  [104, 'weights of what is called outside', 'render'],
  [105, 'how members of the cache are found', 'render', 'check'],
  [106, 'ports that are open from outside', 'render', 'observe'],
  [107, 'names that may be called outside', 'render', 'check'],
  [108, 'rules of the mesh for each service', 'render', 'observe'],
  [114, 'one way to pick for each service', 'render'],
  [117, 'a breaker towards the chain', 'render', 'run'],
  [132, 'certificates that are watched', 'render', 'observe'],
])

const telemetry = waiting('rendering', 'shown once dashboards and settings of collectors are rendered', [
  [12, 'three ways to look at an environment', 'render', 'observe'],
  [43, 'metrics, logs and alerts in one stack', 'render'],
  [162, 'metrics of services and machines', 'render', 'observe'],
  [163, 'logs of services and machines', 'render', 'observe'],
  [164, 'traces of requests', 'render', 'observe'],
  [165, 'how long metrics are kept', 'render'],
  [166, 'an index of logs', 'render'],
  [167, 'a store of traces', 'render'],
  [168, 'dashboards', 'render', 'observe'],
  [169, 'a page for logs', 'render'],
  [170, 'a page for traces', 'render'],
  [171, 'the way from collector to page and alert', 'render', 'observe'],
  [172, 'how services do', 'render', 'observe'],
  [173, 'how machines do', 'render', 'observe'],
  [174, 'how the business does', 'render', 'observe'],
  [175, 'how safe it is', 'render', 'observe'],
  [176, 'how the chain does', 'render', 'observe'],
  [187, 'how alerts are grouped', 'render'],
  [188, 'the ways of alerts', 'render'],
])

export const notRendered: readonly NotYet[] = [
  ...[...infrastructure, ...copies, ...configuration, ...charts],
  ...[...workloads, ...routes, ...telemetry],
]
