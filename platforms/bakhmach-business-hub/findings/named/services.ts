import type { Named } from '../../../findings/entry.ts'

export const services: readonly Named[] = [
  {
    id: 'C027',
    fault: 'matrix does not say which environment it describes',
    certainty: 'likely',
    lines: [[31, 42], 162, 169, 177],
    why: 'a table without an environment is taken for production, where its figures are broken',
  },
  {
    id: 'C029',
    fault: 'resources column does not say request or limit',
    certainty: 'certain',
    lines: [[33, 42]],
    why: 'an amount that may be requested or the most is transcribed as requested: no verdict tells the two readings apart',
  },
  {
    id: 'C034',
    fault: 'sidecar cost not counted',
    certainty: 'likely',
    lines: [[33, 42], 106],
    why: 'how much a proxy beside each pod takes is not in any table: that it changes nothing is assumed, and stays so',
  },
  {
    id: 'C035',
    fault: 'two owners of authentication: auth-service and Keycloak',
    certainty: 'likely',
    lines: [35, [126, 127], 301],
    why: 'what a service does is not declared beyond its name',
  },
  {
    id: 'C037',
    fault: 'no queue consumers, batch workers or front ends',
    certainty: 'likely',
    lines: [[33, 42], 114, 304],
    why: 'that a batch is run by something is said by a timeout only',
  },
]
