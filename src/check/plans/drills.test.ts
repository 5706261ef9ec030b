import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BackupOptions } from '../../platform/component/backup.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { option } from '../../platform/language/decision.ts'
import { type DrillOptions, drill } from '../../platform/language/drill.ts'
import { environment } from '../../platform/language/environment.ts'
import { corruption, loss } from '../../platform/language/failure.ts'
import type { NodeOptions } from '../../platform/language/node.ts'
import { outside } from '../../platform/language/place.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Environment } from '../../platform/model.ts'
import type { Percent } from '../../platform/units.ts'
import { linesOf, machine, type Shop, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { drills } from './drills.ts'

interface Row {
  readonly name: string
  readonly drill: (shop: Shop, trial: Environment) => Omit<DrillOptions, 'of' | 'every' | 'in'> & Partial<DrillOptions>
  readonly trial?: Partial<Environment>
  readonly away?: readonly string[]
  readonly promised?: Percent
  /** Of the shop's cluster, and of the other. */
  readonly regions?: readonly [string, string]
  readonly takesOver?: boolean
  readonly yard?: Partial<NodeOptions>
  readonly backups?: readonly BackupOptions[]
  readonly verdict: Word
  readonly line: string
}

const rebuild = procedure('rebuild', {
  steps: [step('provision', { does: 'provision', actor: 'person', takes: { from: '4h', to: '8h' } })],
})
const standby = option('a cluster on standby', { verdict: 'deferred', until: '2027-03-31' })
const ofCluster = { of: loss.cluster, by: rebuild }
const ofRows = ({ ledgerDb, live }: Shop, trial: Environment) => ({ restores: ledgerDb, from: live, in: trial })

const rows: readonly Row[] = [
  { name: 'where it is', drill: () => ({}), verdict: 'kept', line: 'it is held on harbour' },
  {
    name: 'no other cluster',
    drill: () => ({ across: 'clusters' }),
    verdict: 'broken',
    line: 'another cluster has to take over from harbour, and there is none',
  },
  {
    name: 'another cluster',
    drill: () => ({ across: 'clusters' }),
    away: ['north'],
    verdict: 'kept',
    line: 'another cluster is there',
  },
  {
    name: 'no other region',
    drill: () => ({ across: 'regions' }),
    away: ['east'],
    verdict: 'broken',
    line: 'a cluster in another region has to take over from harbour, and there is none',
  },
  {
    name: 'another region',
    drill: () => ({ across: 'regions' }),
    away: ['north'],
    verdict: 'kept',
    line: 'a cluster in another region is there',
  },
  {
    name: 'nobody says where the other cluster is',
    drill: () => ({ across: 'regions' }),
    away: [],
    verdict: 'unknown',
    line: 'nobody says that a cluster in another region than that of harbour is there',
  },
  {
    name: 'a region by its name',
    drill: () => ({ across: 'regions' }),
    away: ['east'],
    regions: ['one', 'two'],
    verdict: 'kept',
    line: 'a cluster in another region is there',
  },
  {
    name: 'the same region, in other zones',
    drill: () => ({ across: 'regions' }),
    away: ['north'],
    regions: ['one', 'one'],
    verdict: 'broken',
    line: 'a cluster in another region has to take over from harbour, and there is none',
  },
  {
    name: 'another region, and nobody says what stands there',
    drill: () => ({ across: 'regions' }),
    away: [],
    regions: ['one', 'two'],
    takesOver: true,
    verdict: 'unknown',
    line: 'yard is to take over from harbour: nobody says what nodes it has',
  },
  {
    name: 'who is to take over, and nobody says from where',
    drill: () => ({ across: 'regions' }),
    away: [],
    takesOver: true,
    verdict: 'unknown',
    line: 'yard is to take over from harbour: nobody says in which region or zones the two stand, nor what nodes it has',
  },
  {
    name: 'nobody says where it is held, and what it takes away there',
    drill: () => ({ of: loss.cluster, takes: '1h', place: 'unsaid' }),
    promised: '99.9%',
    verdict: 'unknown',
    line: 'if it is held in live, that is away for 1h of every 30d: 99.86% of the time is left at best, and 99.9% is promised',
  },
  {
    name: 'nobody says where it is held',
    drill: () => ({ place: 'unsaid' }),
    verdict: 'unknown',
    line: 'nobody says where rehearsal is held',
  },
  {
    name: 'zones of one cluster',
    drill: () => ({ across: 'zones' }),
    verdict: 'kept',
    line: 'harbour has zones to go to',
  },
  {
    name: 'a decision that is put off',
    drill: () => ({ restsOn: [standby] }),
    verdict: 'broken',
    line: 'it rests on a cluster on standby, which is deferred until 2027-03-31',
  },
  {
    name: 'the end of the cluster that serves',
    drill: () => ofCluster,
    verdict: 'broken',
    line: 'live is away for 4h to 8h of every 30d: 98.9% to 99.44% of the time is left, and no availability is promised that allows it',
  },
  {
    name: 'and it is said how long it takes',
    drill: () => ({ of: loss.cluster, takes: '1h' }),
    verdict: 'broken',
    line: 'live is away for 1h of every 30d: 99.86% of the time is left at best, and no availability is promised that allows it',
  },
  {
    name: 'more than what is promised',
    drill: () => ofCluster,
    promised: '99.9%',
    verdict: 'broken',
    line: 'live is away for 4h to 8h of every 30d: 98.9% to 99.44% of the time is left, and 99.9% is promised',
  },
  {
    name: 'less than what is promised',
    drill: () => ofCluster,
    promised: '98%',
    verdict: 'kept',
    line: 'live is away for 4h to 8h of every 30d: 98.9% to 99.44% of the time is left, within 98%',
  },
  {
    name: 'more or less',
    drill: () => ofCluster,
    promised: '99%',
    verdict: 'unknown',
    line: 'live is away for 4h to 8h of every 30d: 98.9% to 99.44% of the time is left, and 99% is promised',
  },
  {
    name: 'the end of a cluster where nobody is served',
    drill: (_, trial) => ({ ...ofCluster, in: trial }),
    away: ['north'],
    verdict: 'kept',
    line: 'it is held on yard',
  },
  {
    name: 'a restore over the rows that are in use',
    drill: ({ ledgerDb }) => ({ of: corruption, restores: ledgerDb, takes: '1h' }),
    verdict: 'broken',
    line: 'live is away for 1h of every 30d: 99.86% of the time is left at best, and no availability is promised that allows it',
  },
  {
    name: 'nothing is left to bring back',
    drill: (shop, trial) => ({ ...ofRows(shop, trial), of: loss.cluster, across: 'regions' }),
    away: ['north'],
    backups: [],
    trial: { data: 'production' },
    verdict: 'broken',
    line: 'the rows of ledger-db are lost for good',
  },
  {
    name: 'a copy is left to bring back elsewhere',
    drill: (shop, trial) => ({ ...ofRows(shop, trial), of: loss.cluster, across: 'regions' }),
    away: ['north'],
    trial: { data: 'production' },
    verdict: 'assumed',
    line: 'the rows of ledger-db come back from ledger-db-backup, but for 6h10m',
  },
  {
    name: 'no room for what is built again',
    drill: (shop, trial) => ({ ...ofRows(shop, trial), of: loss.cluster, across: 'regions' }),
    away: ['north'],
    yard: { cpu: '500m' },
    trial: { data: 'production' },
    verdict: 'broken',
    line: 'live requests 1 core > 500m and 1Gi of 16Gi free on the node of yard: it does not fit',
  },
  {
    name: 'disks that hold its volumes',
    drill: (shop, trial) => ({ ...ofRows(shop, trial), of: loss.cluster, across: 'regions' }),
    away: ['north'],
    yard: { disk: '10Gi' },
    trial: { data: 'production' },
    verdict: 'assumed',
    line: 'live requests 1 core of 4 cores and 1Gi of 16Gi free on the node of yard, and volumes of 10Gi of 10Gi of disk',
  },
  {
    name: 'disks that do not hold its volumes',
    drill: (shop, trial) => ({ ...ofRows(shop, trial), of: loss.cluster, across: 'regions' }),
    away: ['north'],
    yard: { disk: '9Gi' },
    trial: { data: 'production' },
    verdict: 'broken',
    line: 'live requests 1 core of 4 cores and 1Gi of 16Gi free on the node of yard, and volumes of 10Gi > 9Gi of disk: it does not fit',
  },
  {
    name: 'nobody says what is there',
    drill: (shop, trial) => ({ ...ofRows(shop, trial), of: loss.cluster }),
    away: [],
    trial: { data: 'production' },
    verdict: 'unknown',
    line: 'nobody says what nodes yard has for what live requests',
  },
  {
    name: 'held where the loss is',
    drill: ({ ledgerDb, live }, trial) => ({ restores: ledgerDb, from: live, in: trial, across: 'clusters' }),
    trial: { data: 'production' },
    verdict: 'broken',
    line: 'another cluster has to take over from harbour, and there is none',
  },
  {
    name: 'rows of production where nobody says what may lie',
    drill: ofRows,
    away: ['north'],
    verdict: 'assumed',
    line: 'the copies of ledger-db carry production rows of live to trial',
  },
  {
    name: 'where only made-up ones may lie',
    drill: ofRows,
    away: ['north'],
    trial: { data: 'synthetic' },
    verdict: 'broken',
    line: 'the copies of ledger-db carry production rows of live to trial, where only synthetic rows may lie',
  },
  {
    name: 'where they may lie',
    drill: ofRows,
    away: ['north'],
    trial: { data: 'production' },
    verdict: 'assumed',
    line: 'the copies of ledger-db carry production rows of live to trial, where production rows may lie',
  },
]

for (const { name, verdict, line, ...row } of rows) {
  test(`drills: ${name}`, () => {
    const options = shopOf(row)
    const [found] = verdictsOf(drills, sampleWorld(options))
    assert.equal(found?.verdict, verdict)
    assert.ok(found && linesOf(found).includes(line), found && linesOf(found).join('\n'))
    for (const { id } of found.assumes)
      assert.equal(verdictsOf(drills, sampleWorld(options, { denied: [id] }))[0]?.verdict, 'broken', id)
  })
}

// A second cluster in these zones, where there is one; `trial` stands there, or beside the shop.
function shopOf({
  drill: said,
  away,
  promised,
  trial,
  backups,
  yard: nodes,
  regions,
  takesOver,
}: Omit<Row, 'name' | 'verdict' | 'line'>): ShopOptions {
  const trials = new Map<object, Environment>()
  const trialOf = (shop: Shop): Environment => {
    const yard =
      away &&
      cluster('yard', { kubernetes: '1.34', nodes: yardNodes(away, nodes), ...(regions && { region: regions[1] }) })
    const made = environment('trial', {
      on: yard ?? shop.harbour,
      namespace: 'trial',
      purpose: 'test',
      ...(takesOver && { activeWith: shop.live }),
      ...trial,
    })
    trials.set(shop.live, trials.get(shop.live) ?? made)
    return trials.get(shop.live) ?? made
  }
  return {
    ...(regions && { cluster: { region: regions[0] } }),
    live: { purpose: 'production' },
    ledgerDb: { backups: backups ?? [{ by: 'dump', every: '6h', takes: '10m', to: outside('vault') }] },
    environments: (shop) => [trialOf(shop)],
    promises: ({ live }) => (promised ? [promise.availability({ in: live, atLeast: promised })] : []),
    plans: (shop) => ({
      drills: [drill('rehearsal', { of: loss.node, in: shop.live, every: 'month', ...said(shop, trialOf(shop)) })],
    }),
  }
}

function yardNodes(zones: readonly string[], node: Partial<NodeOptions> = {}) {
  return zones.map((zone) => machine(`y-${zone}`, zone, node))
}
