import type { Assumption } from '../../engine/assumption.ts'

/** Where names are answered in a cluster whose DNS nobody shows. */
export function usualDns(cluster: string): Assumption {
  return {
    id: `dns/${cluster}`,
    says: `the pods that answer for DNS in ${cluster} stand in kube-system and carry the label k8s-app=kube-dns`,
    kind: 'outside',
  }
}
