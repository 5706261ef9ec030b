// Requests, pods and storage of an environment, or of one component in it.

import { type Row, sumQuantities } from '../../engine/capacity/sums.ts'
import { type Totals, totals } from '../../engine/capacity/totals.ts'
import { type Quantity, sayQuantity } from '../../kubernetes/quantity.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { table, type View } from '../world.ts'
import { type Amount, amountOfQuantity, sayAmount, type Uncounted } from './amount.ts'
import { type Count, type Counted, scopeOf } from './count.ts'

const totalsIn = table(() => new Map<string, Totals>())

function totalsOf(view: View, environment: string): Totals {
  const known = totalsIn(view)
  const found = known.get(environment) ?? totals(view.estate, view.pods, environment)
  known.set(environment, found)
  return found
}

/** Cores or bytes that all steady pods request. */
export function requests(measure: Count, view: View): Counted {
  const { environment, component } = scopeOf(measure)
  const isCpu = measure.counts === 'cpuRequests'
  const { rows } = totalsOf(view, environment)[isCpu ? 'cpu' : 'memory']
  return { amount: summed(ofComponent(rows, component), isCpu ? 'cores' : 'bytes') }
}

export function podCount(measure: Count, view: View): Counted {
  const { environment, component } = scopeOf(measure)
  return { amount: summed(ofComponent(totalsOf(view, environment).pods.rows, component), 'count') }
}

/** Bytes of claims: of data, of copies, or of both. */
export function storage(measure: Count, view: View): Counted | Uncounted {
  const { environment, component } = scopeOf(measure)
  const { data, backup, all, unsized } = totalsOf(view, environment).storage
  if (unsized.length > 0) return { why: `nobody says the size of ${unsized.join(', ')}` }
  if (measure.part === 'data') return { amount: summed(ofComponent(data.rows, component), 'bytes') }
  if (measure.part === 'backups') return { amount: summed(ofComponent(backup.rows, component), 'bytes') }
  const amount = summed(ofComponent(all.rows, component), 'bytes')
  const say = (quantity: Quantity) => sayQuantity('memory', quantity)
  return { amount: { ...amount, how: `${say(data.sum)} of data + ${say(backup.sum)} of copies` } }
}

function ofComponent(rows: readonly Row[], component: string | undefined): readonly Row[] {
  return component === undefined ? rows : rows.filter((row) => row.component === component)
}

function summed(rows: readonly Row[], unit: 'cores' | 'bytes' | 'count'): Amount {
  const say = (quantity: Quantity) =>
    unit === 'count'
      ? sayAmount(amountOfQuantity(quantity, 'count'))
      : sayQuantity(unit === 'cores' ? 'cpu' : 'memory', quantity)
  const texts = rows.map(({ workload, replicas, each, sum }) => {
    const text = unit === 'count' ? say(sum) : `${replicas} × ${say(each)} = ${say(sum)}`
    return [partsOf(workload).name, text] as const
  })
  const sum = sumQuantities(rows.map((row) => row.sum))
  return amountOfQuantity(sum, unit, {
    rows: texts,
    how: rows.map((row) => say(row.sum)).join(' + '),
    stated: rows.map(({ source }) => source.stated),
  })
}
