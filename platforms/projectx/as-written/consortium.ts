// Who stands behind it: a consortium whose members nobody names, and agencies of the government.

import { organisation, undecided } from 'seaworthy'
import { says } from './says.ts'

export const consortium = organisation('consortium', {
  kind: 'consortium',
  stated: says('Environments, Hosting Strategy', 11, 43),
})

export const government = organisation('government', {
  kind: 'agency',
  stated: says('Environments, Networking and Segmentation', 10, 51),
})

const hosting = says('Hosting Strategy', 43)

/** How blockchain nodes are operated: by whom, on what, with keys where. */
export const nodes = {
  operator: consortium,
  on: undecided('blockchain-hosting', 'kubernetes', 'bare-metal', hosting),
  hsm: 'dedicated',
  stated: hosting,
} as const
