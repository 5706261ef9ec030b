// Network topology and security: the way in, what is drawn, and what passes between contexts.

import { broken, holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, components } from '../../findings/changing.ts'
import { gateway } from '../amended/components.ts'
import { calls, with_ } from './told.ts'

type Arrows = readonly (readonly [from: unknown, to: unknown])[]

/** The picture as it is drawn, with other arrows. */
const redrawn = (edit: (arrows: Arrows) => Arrows) =>
  change('drawing', ['network topology'], (options) => ({ ...options, arrows: edit(options.arrows as Arrows) }))

const drawn = 'drawn/bakhmach-business-hub/network topology'

export const network: readonly Fact[] = [
  {
    id: 'BK-38',
    title: 'from the firewall one way leads into the cluster, and it ends at the gateway',
    kinds: ['check'],
    holds: [kept('entersBy/production/entry', 'come by waf, and nothing else opens a door')],
    unless: calls('internet', gateway),
  },
  {
    id: 'BK-39',
    title: 'of the boxes that the gateway leads to one is nothing that is declared',
    kinds: ['express', 'check'],
    on: 'as-written',
    holds: [broken(drawn, 'drawn, and declared nowhere: 1 of 15 boxes', 'API Cache')],
    unless: redrawn((arrows) => arrows.filter((pair) => !pair.includes('API Cache'))),
  },
  {
    id: 'BK-40',
    title: 'a balancer before members with roles leads to any of them, and one takes writes',
    kinds: ['express', 'check'],
    on: 'as-written',
    holds: [
      broken(
        'through/production/internal-load-balancer/postgresql',
        'internal-load-balancer leads to any of the 3 members of postgresql, and one of them takes writes',
      ),
    ],
    unless: with_('postgresql', { names: { 'postgresql-rw': 'primary', 'postgresql-ro': 'replica' } }),
  },
  {
    id: 'BK-41',
    title: 'the cache has no place in the drawing of the data tier',
    kinds: ['check'],
    on: 'as-written',
    holds: [broken(drawn, 'not drawn: 8 of 22 components of production', 'without: redis')],
    unless: change('drawing', ['network topology'], ({ of: _, ...options }) => options),
  },
  {
    id: 'BK-62',
    title: 'names on the internet are signed; those of a cluster can be followed by nobody, and are not',
    kinds: ['express', 'check'],
    holds: [kept('dnssec/production/public-names', 'can be signed and delegated')],
    unless: components(['public-names'], ({ dnssec: _, ...options }) => options),
  },
  {
    id: 'BK-179',
    title: 'contexts call each other where it is declared, and nowhere else',
    kinds: ['express', 'check'],
    holds: [holds('onlyCalls/production')],
    unless: change('environment', ['production'], (options) => ({ ...options, policies: { dns: true } })),
  },
]
