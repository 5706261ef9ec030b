import type { Estate, EstateObject } from '../estate.ts'
import { heldTexts } from './held-texts.ts'

/** Whether anything tells Prometheus or Alertmanager something there: to read expressions costs a parser. */
export function isMonitored({ objects, configs = [] }: Estate): boolean {
  return configs.length > 0 || objects.some((object) => isRuleObject(object) || heldTexts(object).length > 0)
}

export function isRuleObject({ manifest: { kind, apiVersion } }: EstateObject): boolean {
  return kind === 'PrometheusRule' && apiVersion.startsWith('monitoring.coreos.com/')
}
