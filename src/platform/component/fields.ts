// The schema of the options in options.ts.

import { APART_BY } from '../model/tenancy.ts'
import {
  apiGroup,
  cipher,
  count,
  cpu,
  dnsLabel,
  dnsName,
  duration,
  durationRange,
  either,
  type Fields,
  flag,
  labelKey,
  labels,
  list,
  map,
  need,
  noun,
  oneOf,
  path,
  percent,
  port,
  portName,
  record,
  set,
  size,
  stated,
  text,
} from '../schema.ts'
import { place } from './place-field.ts'
import { resizes } from './scaling.ts'

/** What an image is built on. */
export const base = oneOf('alpine', 'debian', 'distroless', 'rhel', 'scratch', 'ubi', 'ubuntu', 'wolfi')

const share = either(count(0), percent)

export const resources = record("resources such as { cpu: '500m', memory: '1Gi' }", { cpu, memory: size })

export const listens = either(
  port,
  oneOf('http', 'https'),
  map(
    portName,
    either(
      port,
      record("a port such as { port: 514, protocol: 'UDP' }", {
        port: need(port, ''),
        protocol: oneOf('TCP', 'UDP', 'SCTP'),
      }),
    ),
  ),
)

const probe = record("a probe such as { path: '/ready', port: 'http' }", {
  path,
  port: either(port, portName),
  command: list(text, 1),
  delay: duration,
  every: duration,
  failures: count(1),
  timeout: duration,
})

/** Rules of the Kubernetes API, as a Role has them. */
export const accessRules = list(
  record("a rule such as { resources: ['pods'], verbs: ['get'] }", {
    groups: list(apiGroup),
    resources: need(list(text, 1), 'what it opens'),
    names: list(text),
    verbs: need(list(text, 1), 'what may be done'),
  }),
)

export const workloadFields = {
  image: text,
  software: record("what it is, such as { name: 'ingress-nginx', version: '1.12' }", {
    name: need(text, ''),
    version: text,
  }),
  built: record("what its image is built on, such as { base: 'distroless', runtime: 'node' }", {
    base: need(base, 'what it is built on'),
    runtime: text,
    multiStage: flag,
    official: flag,
    stated,
  }),
  command: list(text, 1),
  context: either(noun('context'), oneOf('all')),
  encrypted: record("how it is encrypted, such as { by: 'disk', cipher: 'AES-256-XTS' }", {
    by: need(oneOf('client', 'disk', 'filesystem', 'provider', 'store'), 'the layer that does it'),
    cipher,
    key: noun('encryptionKey'),
    stated,
  }),
  keepsApart: record("how it keeps tenants apart, such as { customers: 'policy' }", {
    contexts: oneOf(...APART_BY),
    customers: oneOf(...APART_BY),
    stated,
  }),
  authenticates: record("what it asks for, such as { by: 'password', secret: 'ledger-db' }", {
    by: need(oneOf('certificate', 'nothing', 'password', 'token'), 'what proves who connects'),
    secret: dnsName,
    logs: flag,
    stated,
  }),
  labels,
  requests: resources,
  limits: resources,
  calls: list(noun('component', 'port', 'call')),
  in: either(noun('segment'), list(noun('segment'), 1)),
  metrics: record("metrics such as { port: 'metrics', path: '/metrics' }", {
    port: need(either(port, portName), 'the port that answers with metrics'),
    path,
    names: list(text),
    stated,
  }),
  readiness: probe,
  liveness: probe,
  health: record("how its health is checked, such as { by: 'http', as: ['readiness'] }", {
    by: need(oneOf('command', 'grpc', 'http', 'tcp'), 'how it is asked'),
    as: set(oneOf('liveness', 'readiness')),
    stated,
  }),
  update: record('an update such as { maxUnavailable: 0, maxSurge: 1 }', {
    maxUnavailable: share,
    maxSurge: share,
    stated,
  }),
  resizes,
  place,
  pool: noun('pool'),
  budget: record('a budget such as { minAvailable: 2 }', {
    minAvailable: share,
    maxUnavailable: share,
    name: dnsName,
    stated,
  }),
  account: dnsName,
  api: accessRules,
  writes: list(noun('table')),
  secrets: list(dnsName),
  config: list(dnsName),
  security: record('security such as { nonRoot: true }', {
    nonRoot: flag,
    user: count(0),
    volumeGroup: count(0),
    readOnlyRoot: flag,
    drop: list(text),
    seccomp: oneOf('RuntimeDefault', 'Unconfined'),
  }),
  starts: durationRange,
  tolerates: list(
    record("a toleration such as { key: 'dedicated', effect: 'NoSchedule' }", {
      key: need(labelKey, 'the key of the taint'),
      effect: oneOf('NoSchedule', 'NoExecute'),
      for: duration,
    }),
  ),
  leavesNodeAfter: duration,
  names: either(
    list(dnsLabel),
    map(
      dnsLabel,
      either(text, record("a role such as 'primary' or { role: 'primary', stated }", { role: text, stated })),
    ),
  ),
  headless: dnsLabel,
  stated,
  cites: map(text, stated),
} satisfies Fields

export const shares = record("how work is shared out, such as { by: 'lock', in: ordersDb }", {
  by: need(oneOf('lock', 'partitions'), 'by what'),
  in: need(noun('component'), 'the store that holds the locks, or how far each has come'),
  takesOver: duration,
  stated,
})
