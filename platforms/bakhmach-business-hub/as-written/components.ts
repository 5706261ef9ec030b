// The service deployment matrix, and the network topology that says who calls whom.

import { type Component, type Context, call, gateway as gatewayOf, service, undecided } from 'seaworthy'
import { audityzer, cannabis, defense, hub, seaCorridor, slon } from './contexts.ts'
import { internal } from './network.ts'
import { says } from './says.ts'
import { vertical } from './scaling.ts'
import { cache, database } from './stores.ts'

const topology = (...lines: readonly (number | readonly [number, number])[]) => says('Network Topology', ...lines)
const row = (line: number) => says('Service Deployment Matrix', line)

// The document gives one amount for each service and does not say whether it is requested or the most.
const each = (name: string, line: number, context: Context | 'all', replicas: number, cpu: string, memory: string) =>
  service(name, {
    context,
    listens: 'http',
    replicas,
    resizes: vertical,
    requests: { cpu, memory } as { cpu: `${number}m`; memory: `${number}Mi` },
    calls: [call(database, { through: internal, stated: topology(94, 99) }), cache],
    stated: row(line),
  })

export const auth = each('auth-service', 35, 'all', 3, '500m', '512Mi')
export const core = each('bakhmach-core', 37, hub, 2, '750m', '768Mi')
export const finance = each('slon-finance', 38, slon, 3, '1000m', '1.5Gi')
export const audit = each('audityzer-audit', 39, audityzer, 2, '600m', '512Mi')
export const agent = each('debt-agent-ai', 40, defense, 2, '2000m', '2Gi')
export const trade = each('trade-connector', 41, seaCorridor, 2, '750m', '768Mi')
export const infusion = each('infusion-processor', 42, cannabis, 3, '500m', '512Mi')

export const services: readonly Component[] = [auth, core, finance, audit, agent, trade, infusion]

// Left open by the stack and the drawing; the matrix has Kong.
const offered = says('Cloud Deployment Stack, Service Deployment Matrix, Network Topology', 28, 36, 83)

export const gateway = gatewayOf('api-gateway', {
  context: 'all',
  listens: 'http',
  replicas: 2,
  resizes: vertical,
  requests: { cpu: '1000m', memory: '1Gi' },
  calls: services,
  by: undecided('gateway', 'kong', 'nginx', offered),
  software: undecided('gateway', { name: 'kong', version: '3.3' }, { name: 'ingress-nginx' }, offered),
  cites: {
    by: offered,
    software: offered,
    calls: topology(83, [88, 89]),
  },
  stated: row(36),
})
