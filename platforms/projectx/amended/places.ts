// Two regions, their zones, and the segments of the network: what is public, what is private, and one for each member.

import { link, segment } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { members } from './consortium.ts'

const of = (...lines: readonly number[]) => says('Networking and Segmentation', ...lines)

export const home = 'eu-central-1'
export const away = 'eu-west-3'

export const zonesOf = (region: string) => ['a', 'b', 'c'].map((zone) => `${region}${zone}`)

const zones = zonesOf(home)

const edge = segment('edge', { tier: 'public', stated: of(49) })
export const core = segment('core', { tier: 'private', zones, admits: [edge], stated: of(49) })

// The document gives no addresses: these are free to choose.
/** Where services of the provider answer, privately. */
export const endpoints = segment('endpoints', { cidr: '10.0.240.0/24', admits: [core] })

/** Where telemetry of all environments comes in. */
export const intakes = segment('intakes', {
  cidr: '10.64.240.0/24',
  stated: says('Observability and Operations', 55),
})

/** Nobody else has anything there, and only the services come in. */
export const ofMembers = members.map((member) => segment(member.name, { for: member, admits: [core], stated: of(50) }))

/** A line of one's own: the agencies are reached by nobody else on it. */
export const toAgencies = link('agencies', { kind: 'dedicated', stated: of(51) })
