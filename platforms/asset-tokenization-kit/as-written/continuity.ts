// What people can do without for how long: said once, of the platform as written and as amended.

import { businessFunction, type Component, type Environment } from 'seaworthy'
import { says } from './says.ts'

interface Doing {
  readonly production: Environment
  readonly web: Component
  readonly api: Component
  readonly subgraph: Component
}

// The table names no components; the drawing says what does business logic, authentication, indexing and pages.
const continuity = (line: number, ...drawn: readonly number[]) =>
  says('Business Continuity Planning, Deployment Architecture', line, ...drawn)

/** What people can do without for how long, where these do it. */
export const functionsOf = ({ production, web, api, subgraph }: Doing) => [
  businessFunction('token operations', {
    in: production,
    needs: [api],
    criticality: 'critical',
    downAtMost: '1h',
    meanwhile: 'manual processing',
    tells: 'stakeholders at once',
    stated: continuity(812, 51, 91),
  }),
  businessFunction('user authentication', {
    in: production,
    needs: [api],
    criticality: 'critical',
    downAtMost: '30m',
    meanwhile: 'offline validation',
    tells: 'users',
    stated: continuity(813, 51),
  }),
  businessFunction('data analytics', {
    in: production,
    needs: [subgraph],
    criticality: 'important',
    downAtMost: '4h',
    meanwhile: 'cached reports',
    tells: 'people inside',
    stated: continuity(814, 53),
  }),
  businessFunction('administrative functions', {
    in: production,
    needs: [web],
    criticality: 'normal',
    downAtMost: '8h',
    meanwhile: 'manual processes',
    tells: 'people by scheduled updates',
    stated: continuity(815, 49),
  }),
]
