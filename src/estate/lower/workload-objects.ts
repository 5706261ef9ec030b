import type { Manifest } from '../../kubernetes/types.ts'
import type { Backup } from '../../platform/component.ts'
import type { FieldPath } from '../../platform/field/field-line.ts'
import type { Stated } from '../../platform/source.ts'
import type { EstateObject } from '../estate.ts'
import { openPorts } from '../mesh/open-ports.ts'
import { optionCited, optionLine, sourceOf } from '../source.ts'
import { withLines } from '../where/lines.ts'
import { optionPaths } from '../where/option-paths.ts'
import { apiServices } from './api-services.ts'
import { autoscaler } from './autoscaler.ts'
import { backupClaim, stateClaims } from './claim.ts'
import { cronJob } from './cron-job.ts'
import { daemonSet } from './daemon-set.ts'
import { deployment } from './deployment.ts'
import { disruptionBudget } from './disruption-budget.ts'
import { lowered } from './lowered.ts'
import { operatedObjects } from './operated.ts'
import { backupsBy, endpointsOf, type Placed, statesOf } from './placed.ts'
import { scaledObject } from './scaled-object.ts'
import { service } from './service.ts'
import { serviceAccount } from './service-account.ts'
import { statefulSet } from './stateful-set.ts'
import { verticalAutoscaler } from './vertical-autoscaler.ts'

/** The objects of one workload: its controller, its names, its budget, its claims. */
export function workloadObjects(placed: Placed): readonly EstateObject[] {
  const { workload } = placed
  const backups = backupsBy(placed)
  const states = statesOf(placed)
  const operated = operatedObjects(placed)
  if (operated.length > 0) return operated.flatMap((manifest) => object(placed, manifest, sizeStated(placed)))
  return [
    ...object(placed, deployment(placed), sizeStated(placed)),
    ...object(placed, statefulSet(placed), sizeStated(placed)),
    ...object(placed, daemonSet(placed), sizeStated(placed)),
    ...object(placed, cronJob(placed), backups[0]?.stated),
    ...object(placed, serviceAccount(placed)),
    ...endpointsOf(placed).flatMap((endpoint) => object(placed, service(placed, endpoint), endpoint.stated)),
    ...object(placed, openPorts(placed)),
    ...object(placed, disruptionBudget(placed), workload.budget?.stated),
    ...apiServices(placed).flatMap((manifest) => object(placed, manifest)),
    ...object(placed, autoscaler(placed), workload.scales?.stated),
    ...object(placed, scaledObject(placed), workload.scales?.stated),
    ...object(placed, verticalAutoscaler(placed), workload.resizes?.stated),
    ...stateClaims(placed).flatMap((claim, index) => object(placed, claim, states[index]?.stated)),
    ...backups.flatMap((backup) => object(placed, backupClaim(placed, backup), volumeStated(backup), backup.stated)),
  ]
}

function object(placed: Placed, manifest: Manifest | undefined, ...said: readonly (Stated | undefined)[]) {
  if (!manifest) return []
  const { component, environment, traits } = placed
  const source = {
    ...withLines(sourceOf(component, ...said, traits.stated), (path) => optionLine(placed, optionPaths(path))),
    statedOf: (path: FieldPath) => optionCited(component, optionPaths(path)),
  }
  return [lowered(manifest, { component: component.name, environment: environment.name, source })]
}

// Where an environment says a component's size in words of its own, those count there.
function sizeStated({ environment, component }: Placed): Stated | undefined {
  return environment.sized.find((size) => size.component.name === component.name)?.stated
}

function volumeStated({ to }: Backup): Stated | undefined {
  return to?.is === 'volume' ? to.stated : undefined
}
