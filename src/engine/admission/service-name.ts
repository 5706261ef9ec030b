import { dns1035LabelProblem, dnsLabelProblem } from '../../kubernetes/names.ts'
import type { Judge } from './judge.ts'

/** From 1.36 on a Service may begin with a digit (the gate RelaxedServiceNameValidation). */
export function serviceNameProblem(judge: Judge, name: string): string | undefined {
  const strictly = dns1035LabelProblem(name)
  return strictly !== undefined && judge.minor >= 36 ? dnsLabelProblem(name) : strictly
}
