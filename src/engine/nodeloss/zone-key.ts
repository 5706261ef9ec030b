import type { EstateNode } from '../../estate/estate.ts'

/**
 * Region and zone as the controllers see them: the older labels before the newer; `''` without either
 * (k8s.io/component-helpers@v0.36.3/node/topology/helpers.go:31).
 */
export function zoneKey({ labels, zone }: Pick<EstateNode, 'labels' | 'zone'>): string {
  const of = (what: 'zone' | 'region') => {
    const older = `failure-domain.beta.kubernetes.io/${what}`
    const newer = `topology.kubernetes.io/${what}`
    return Object.hasOwn(labels, older) ? labels[older] : Object.hasOwn(labels, newer) ? labels[newer] : undefined
  }
  const [region = '', own = zone ?? ''] = [of('region'), of('zone')]
  return region === '' ? own : `${region}/${own}`
}
