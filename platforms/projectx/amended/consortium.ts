// Who stands behind it: three members of a consortium, each with a module of its own for its keys, and the agencies.

import { hsm, organisation } from 'seaworthy'
import { says } from '../as-written/says.ts'

// The document names no member: these stand for those that there are.
export const members = ['north', 'south', 'west'].map((name) => organisation(`${name}-custody`, { kind: 'company' }))

export const consortium = organisation('consortium', {
  kind: 'consortium',
  members,
  stated: says('Environments, Hosting Strategy', 11, 43),
})

export const government = organisation('government', {
  kind: 'agency',
  stated: says('Environments, Networking and Segmentation', 10, 51),
})

/** The module of each member, in their order. */
export const modules = members.map((of) => hsm(`${of.name}-hsm`, { of, stated: says('Hosting Strategy', 43) }))
