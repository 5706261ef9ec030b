// An estate with what its Prometheus and Alertmanager are told, read from wherever it stands.

import { partsOf } from '../../kubernetes/types.ts'
import type { Estate, EstateConfig, EstateObject } from '../estate.ts'
import { sortedBy } from '../order.ts'
import { type HeldFile, heldFiles } from './held-files.ts'
import { isRuleObject } from './is-monitored.ts'
import type { Monitoring } from './monitoring.ts'
import { ruleSetOf } from './rules.ts'

/** Reads it; whoever asks nothing of monitoring can do without. */
export function withMonitoring(estate: Estate): Estate {
  const held = estate.objects.flatMap(heldFiles)
  // A file that a ConfigMap is made of stands in both: it is judged where it is deployed.
  const deployed = new Set(held.map(({ value }) => JSON.stringify(value)))
  const plain = (estate.configs ?? []).filter(({ value }) => !deployed.has(JSON.stringify(value))).map(plainFile)
  const files = sortedBy([...held, ...plain, ...estate.objects.filter(isRuleObject).map(ruleFile)], ({ name }) => name)
  const only = (is: EstateConfig['is']) => files.filter((file) => file.is === is)
  const monitoring: Monitoring = {
    rules: only('prometheus-rules').map(ruleSetOf),
    prometheus: only('prometheus'),
    alertmanager: only('alertmanager'),
  }
  return { ...estate, monitoring }
}

function ruleFile({ ref, manifest, source }: EstateObject): HeldFile {
  const { namespace, name } = partsOf(ref)
  return {
    is: 'prometheus-rules',
    name: `PrometheusRule ${namespace}/${name}`,
    ref,
    value: manifest.spec,
    source: { ...source, lineOf: (path) => source.lineOf?.(['spec', ...path]) },
  }
}

function plainFile({ file, is, value, lineOf }: EstateConfig): HeldFile {
  return { is, name: file, value, source: { at: lineOf([]), lineOf } }
}
