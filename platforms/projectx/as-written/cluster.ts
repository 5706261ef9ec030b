// Where the platform stands: which provider's Kubernetes is open, and how many machines it has nobody says.

import { cluster, pool, undecided } from 'seaworthy'
import { says } from './says.ts'

const managed = undecided('kubernetes-service', 'aks', 'eks', 'gke', says('Hosting Strategy', 42))

const kubernetes = (name: string, line: number) =>
  cluster(name, {
    distribution: managed,
    pools: [pool('workers', { scales: 'autoscaler', stated: says('Hosting Strategy', 42) })],
    stated: says('Environments', line),
  })

export const development = kubernetes('dev', 9)
export const preProduction = kubernetes('staging', 10)
export const live = kubernetes('production', 11)
