// System overview: six business contexts on one platform, and which service belongs to which.

import { context } from 'seaworthy'
import { says } from './says.ts'

const listed = (name: string, title: string, purpose: string, line: number) =>
  context(name, { title, purpose, stated: says('System Overview', line) })

export const hub = listed('bakhmach-hub', 'Bakhmach-Hub', 'Smart City + Web3 Integration', 9)
export const slon = listed('slon-credit', 'Slon Credit', 'Microfinance Platform', 10)
export const audityzer = listed('audityzer-eu', 'Audityzer-EU', 'Compliance & Audit Framework', 11)
export const defense = listed('debt-defense-agent', 'DebtDefenseAgent', 'Financial AI & Automation', 12)
export const corridor = listed(
  'black-sea-economic-corridor',
  'Black Sea Economic Corridor',
  'Regional Trade Network',
  13,
)
export const cannabis = listed('cannabis-infusion', 'Cannabis Infusion', 'Agricultural Processing', 14)

export const contexts = [hub, slon, audityzer, defense, corridor, cannabis]

/** Who a tenant is, beside a context, is not said. */
export const tenancy = { stated: says('Multi-Tenant Enterprise Architecture, System Overview', 3, 7) } as const

/** The service matrix calls one of them by another name. */
export const seaCorridor = context('black-sea-corridor', {
  title: 'Black Sea Corridor',
  stated: says('Service Deployment Matrix', 41),
})
