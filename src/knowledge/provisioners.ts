// Where a volume can go once it holds data, by the provisioner of its storage class.
import type { Known } from './table.ts'

/** `node`: never leaves its node. `zone`: never leaves its zone. Undefined for a provisioner that is not in the table. */
export function boundByProvisioner(provisioner: string): Known<'node' | 'zone' | 'cluster'> | undefined {
  return provisioners.get(provisioner)
}

const asOf = '2026-11-21'

const provisioners: ReadonlyMap<string, Known<'node' | 'zone' | 'cluster'>> = new Map([
  [
    'rancher.io/local-path',
    { value: 'node', source: 'https://github.com/rancher/local-path-provisioner, README: hostPath on the node', asOf },
  ],
  [
    'kubernetes.io/no-provisioner',
    { value: 'node', source: 'https://kubernetes.io/docs/concepts/storage/storage-classes/#local', asOf },
  ],
  [
    'ebs.csi.aws.com',
    { value: 'zone', source: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volumes.html', asOf },
  ],
])
