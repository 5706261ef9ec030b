import { promql } from '../monitoring/promql.ts'
import { relabel } from '../monitoring/relabel.ts'
import { route } from '../monitoring/route.ts'
import type { ValueComparison } from './comparison.ts'
import { names } from './names.ts'
import { quantity, sum } from './quantity.ts'
import { reader } from './reader.ts'
import { selector } from './selector.ts'
import { share } from './share.ts'
import { yaml } from './yaml.ts'

export const valueComparisons: readonly ValueComparison[] = [
  quantity,
  sum,
  selector,
  names,
  share,
  yaml,
  reader,
  promql,
  relabel,
  route,
]
