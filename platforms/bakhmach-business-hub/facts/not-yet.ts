// Every row that only a later part can show, with what it waits for.

import type { FactKind, NotYet } from '../../facts/fact.ts'

type Waiting = readonly [number: number, title: string, ...kinds: [FactKind, ...FactKind[]]]

function waiting(waitsFor: NotYet['waitsFor'], why: string, rows: readonly Waiting[]): readonly NotYet[] {
  return rows.map(([number, title, ...kinds]) => ({ id: `BK-${number}`, title, kinds, waitsFor, why }) as const)
}

const forRenderers = waiting('rendering', 'it is seen on what is rendered for other tools, by a later part', [
  [32, 'an index, what fills it and what shows it gather logs', 'render'],
  [37, 'callers from the internet pass the firewall of Cloudflare first', 'render', 'check'],
  [66, 'what lets callers in speaks HTTP/2, gRPC and TCP', 'render', 'run'],
  [67, 'the mesh refuses what nobody is declared to call', 'render', 'check'],
  [70, 'batches are given a minute', 'render', 'run'],
  [72, 'nine tenths of the requests go to what is stable', 'render'],
  [73, 'a tenth of the requests goes to what is new', 'render', 'run'],
  [118, 'two kinds of machines, one of them with much memory', 'render'],
  [135, 'Jaeger keeps the ways that requests take', 'render'],
  [152, 'a text message is taken where nothing better is at hand', 'render'],
  [153, 'nothing older than TLS 1.3 is spoken', 'render', 'run'],
  [180, 'events go from one context to another', 'render', 'run'],
])

const forRepositories = waiting(
  'rendering',
  'rules of branches are rendered for the host of the repository by a later part',
  [
    [157, 'each of three branches leads to one environment', 'render', 'deliver'],
    [158, 'two people approve each change', 'render', 'check'],
    [159, 'tests and scans have to pass', 'render'],
    [160, 'an approval is void once the change is changed', 'render'],
    [161, 'commits are signed', 'render', 'check'],
  ],
)

const forDelivery = waiting('delivering', 'it is seen on a release as it goes its way, by a later part', [
  [74, 'a canary is taken back once one request in twenty fails', 'deliver', 'run'],
  [94, 'what is deleted comes back from the repository', 'deliver', 'drill'],
  [113, 'somebody looks at recommendations every week', 'deliver'],
  [162, 'a push to the main branch starts a run', 'deliver'],
  [163, 'an image is built', 'deliver'],
  [164, 'the code is scanned', 'deliver', 'secure'],
  [165, 'images are scanned', 'deliver', 'secure'],
  [166, 'dependencies are scanned', 'deliver', 'secure'],
  [167, 'three kinds of tests run', 'deliver'],
  [168, 'a part of the requests first, then a second set, then all', 'deliver', 'run'],
  [169, 'a new version has to be healthy', 'deliver'],
  [170, 'a new version is no slower than the one before', 'deliver'],
  [171, 'critical errors bring the version before back', 'deliver', 'drill'],
  [172, 'features go out every fortnight', 'deliver'],
  [173, 'what is urgent goes out when it is there', 'deliver'],
  [175, 'major upgrades have stood in staging', 'deliver'],
])

const forDrills = waiting('drilling', 'it is measured when a region is taken away, by a later part', [
  [98, 'failed checks start what is done', 'drill'],
  [99, 'a replica is promoted by itself', 'drill'],
  [101, 'every service is looked at before it is over', 'drill'],
  [102, 'whoever is on duty is told', 'drill', 'observe'],
  [103, 'a person looks before the first region takes over again', 'drill', 'deliver'],
])

const forTheTwin = waiting('running', 'it is seen on the platform as it runs', [
  [85, 'a message gets to whoever listens', 'run'],
])

const forTelemetry = waiting('observing', 'it is seen on metrics as they come in, by a later part', [
  [123, 'each context has three shares of its latency', 'observe'],
  [124, 'each context has the errors of callers and its own', 'observe'],
  [125, 'each context has its requests counted', 'observe'],
  [126, 'each context has its pool of connections', 'observe'],
  [127, 'each context has the depth of its queues', 'observe'],
  [128, 'each context has what it found in the cache', 'observe'],
  [129, 'each context has what the mesh says', 'observe'],
])

const forDocuments = waiting('documenting', 'which tasks are done is counted of what is deployed, by a later part', [
  [176, 'the first phase brings what all stands on', 'document', 'deliver'],
  [177, 'the second phase brings services and stores', 'document', 'deliver'],
  [178, 'the third phase brings contexts together', 'document', 'deliver'],
  [181, 'the fourth phase tries all of it', 'document', 'deliver'],
])

const withoutWords = waiting('nothing', 'how long rows of a cache stay is said, and no question asks for it yet', [
  [84, 'what is cached stays for five minutes to a day', 'express', 'check'],
])

export const notYet: readonly NotYet[] = [
  ...forRenderers,
  ...forRepositories,
  ...forDelivery,
  ...forDrills,
  ...forTheTwin,
  ...forTelemetry,
  ...forDocuments,
  ...withoutWords,
]
