// A rule that no Prometheus takes never fires; a route to a receiver that nobody defines has all routes beside it refused.

import { fieldsOf } from '../../engine/pods/untrusted.ts'
import type { EstateObject } from '../../estate/estate.ts'
import type { MonitoringFile } from '../../estate/monitoring/monitoring.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { aboutObject } from '../admission/subject.ts'
import { defineQuestion, type Finding } from '../define.ts'
import type { View } from '../world.ts'
import { monitoringGroup } from './collectors.ts'
import { monitoringSubject } from './monitoring-subject.ts'
import { objectsByRef } from './objects-by-ref.ts'
import { type RoutingRules, routingParts, routingWords } from './routing-parts.ts'
import { type Taken, takenPart, takenWords } from './taken.ts'

type Rules = RoutingRules & { taken: Taken }

export const routed = defineQuestion<Rules>({
  id: 'routed',
  asks: 'Is every alert rule evaluated, and does every route lead to a receiver?',

  *judge({ views }) {
    for (const view of views) {
      for (const object of view.estate.objects) {
        const { kind, apiVersion } = object.manifest
        if (!apiVersion.startsWith(monitoringGroup)) continue
        if (kind === 'PrometheusRule') yield findingOf(object, [takenPart(object, 'rule', view)], view)
        if (kind === 'AlertmanagerConfig') yield findingOf(object, configParts(object, view), view)
      }
      for (const file of view.estate.monitoring?.alertmanager ?? []) yield fileFinding(file, view)
    }
  },

  says: { ...routingWords, taken: takenWords },
})

function findingOf(object: EstateObject, parts: Finding<Rules>['parts'], view: View): Finding<Rules> {
  const { kind, name } = partsOf(object.ref)
  return {
    ...aboutObject(object, view),
    says: kind === 'PrometheusRule' ? `the rules of ${name} are evaluated` : `the routes of ${name} lead to somebody`,
    parts,
  }
}

function configParts(object: EstateObject, view: View): Finding<Rules>['parts'] {
  const { source } = object
  const inSpec = { ...source, lineOf: (path: readonly (string | number)[]) => source.lineOf?.(['spec', ...path]) }
  const of = 'the whole AlertmanagerConfig is left out'
  const parts = routingParts(fieldsOf(object.manifest.spec), { of, source: inSpec, isFile: false })
  return [takenPart(object, 'alertmanagerConfig', view), ...parts]
}

function fileFinding(file: MonitoringFile, view: View): Finding<Rules> {
  const object = file.ref && objectsByRef(view).get(file.ref)
  return {
    id: monitoringSubject(file, view),
    environment: object?.environment,
    cluster: view.estate.cluster,
    says: `the routes of ${file.name} lead to somebody`,
    source: file.source,
    about: file.ref ? [file.ref] : [],
    parts: routingParts(file.value, {
      of: 'Alertmanager refuses the whole file',
      source: file.source,
      isFile: true,
    }),
  }
}
