import { readManifests } from '../../kubernetes/read.ts'
import type { Estate } from '../estate.ts'
import { importManifests } from '../import.ts'

/** The estate of one file, for tests. */
export function estateOf(yaml: string): Estate {
  const { manifests } = readManifests(yaml, 'estate.yaml')
  return importManifests(manifests, { kubernetes: '1.34' }).estate
}

/** `HorizontalPodAutoscaler/shop/keda-hpa-checkout` and what else operators make, sorted. */
export function madeRefs(estate: Estate): readonly string[] {
  return estate.objects.filter(({ origin }) => origin === 'made').map(({ ref }) => ref)
}
