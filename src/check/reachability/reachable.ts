// The structure that all questions about connections are asked of, built once per cluster.

import { reachability } from '../../engine/reachability/reachability.ts'
import { table } from '../world.ts'

export const reachable = table(({ estate, pods }) => reachability(estate, pods))
