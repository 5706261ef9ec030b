import { access } from './access/suite.ts'
import { admission } from './admission/compare.ts'
import { older } from './admission/older.ts'
import { disruption } from './disruption/suite.ts'
import { must } from './must/suite.ts'
import { placement } from './placement/suite.ts'
import { policies } from './policies/suite.ts'
import { reachability } from './reachability/compare.ts'
import { kustomize } from './render/kustomize.ts'
import { render } from './render/suite.ts'
import { snapshot } from './snapshot/compare.ts'
import type { Suite } from './suite.ts'
import { timers } from './timers/suite.ts'
import { values } from './values/suite.ts'

/** In the order in which they are asked. */
export const suites: readonly Suite[] = [
  values,
  disruption,
  admission,
  older,
  reachability,
  policies,
  access,
  snapshot,
  placement,
  timers,
  must,
  render,
  kustomize,
]
