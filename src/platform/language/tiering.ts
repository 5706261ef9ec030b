// The options that set environments apart.

import { open } from '../component/rules.ts'
import type { Tiering } from '../model.ts'
import {
  count,
  duration,
  either,
  type Fields,
  flag,
  map,
  need,
  noun,
  oneOf,
  percent,
  purpose,
  record,
  stated,
  text,
} from '../schema.ts'
import type { Say } from '../validate.ts'

export const tieringFields = {
  purpose,
  data: oneOf('production', 'subset', 'masked', 'synthetic', 'test', 'mock'),
  dataFrom: record("where its rows come from, such as { from: live, by: 'copy', masks: true }", {
    from: need(noun('environment'), 'whose rows they were'),
    by: oneOf('copy', 'replication'),
    masks: flag,
    with: noun('component'),
    stated,
  }),
  ephemeral: flag,
  per: oneOf('branch', 'pull-request'),
  lives: either(oneOf('until-closed', 'for-good'), duration),
  replicas: count(0),
  activeWith: noun('environment'),
  standby: oneOf('cold', 'warm', 'hot'),
  standbyAt: percent,
  variables: map(text, text),
  features: either(oneOf('permissive', 'restricted'), map(text, flag)),
} satisfies Fields

interface Given extends Pick<Tiering, 'activeWith' | 'standby' | 'standbyAt' | 'replicas' | 'lives' | 'per'> {
  readonly standbyOf?: object
  readonly like?: object
}

/** What says how something differs from another needs the other. */
export function checkTiering(given: Given, say: Say): void {
  const { standbyOf, like, activeWith, standby, standbyAt, replicas, lives, per } = given
  if (standbyOf !== undefined && activeWith !== undefined)
    say({ path: 'activeWith', found: 'one beside standbyOf', allowed: 'one of the two: it serves, or it waits' })
  if (standby !== undefined && standbyOf === undefined)
    say({ path: 'standby', found: standby, allowed: 'standbyOf too: the environment that it takes over from' })
  if (standbyAt !== undefined && (standbyOf === undefined || like === undefined))
    say({ path: 'standbyAt', found: standbyAt, allowed: 'standbyOf and like: a share of what the other runs' })
  if (standbyAt !== undefined && replicas !== undefined)
    say({ path: 'standbyAt', found: 'a share beside replicas', allowed: 'one of the two' })
  if (lives === 'until-closed' && per === undefined && !open(lives))
    say({ path: 'lives', found: 'until-closed', allowed: "per: 'branch' or 'pull-request' too: what is closed" })
}
