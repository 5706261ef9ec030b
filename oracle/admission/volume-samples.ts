// Every kind of volume, in pods and as PersistentVolumes: each object is accepted as it stands.
const inPods: { readonly [kind: string]: string } = {
  azureDisk: '{diskName: d, diskURI: "https://a.blob.core.windows.net/c/d.vhd", cachingMode: None, kind: Dedicated}',
  azureFile: '{secretName: s, shareName: a, readOnly: true}',
  awsElasticBlockStore: '{volumeID: vol-1, partition: 1}',
  cephfs: '{monitors: ["10.0.0.1:6789"], user: u, secretRef: {name: s}}',
  cinder: '{volumeID: v, secretRef: {name: s}}',
  csi: '{driver: Disk.example.com, nodePublishSecretRef: {name: s}, volumeAttributes: {a: b}}',
  fc: '{targetWWNs: ["500a0982991b8dc5"], lun: 2}',
  flexVolume: '{driver: example.com/d, options: {a: b, "example.com/c": d}}',
  flocker: '{datasetName: d}',
  gcePersistentDisk: '{pdName: d, partition: 3}',
  gitRepo: '{repository: "https://example.com/r.git", directory: d}',
  glusterfs: '{endpoints: e, path: p}',
  hostPath: '{path: /var/x, type: DirectoryOrCreate}',
  image: '{reference: example.com/i:1, pullPolicy: IfNotPresent}',
  iscsi:
    '{targetPortal: 10.0.0.1, iqn: "iqn.2026-01.com.example:disk", lun: 4, chapAuthSession: true, secretRef: {name: s}, initiatorName: "eui.0123456789abcdef"}',
  nfs: '{server: s, path: /p}',
  photonPersistentDisk: '{pdID: d}',
  portworxVolume: '{volumeID: v}',
  quobyte: '{registry: "a:1,[::1]:2", volume: v, tenant: t}',
  rbd: '{monitors: [m], image: i, pool: p}',
  scaleIO: '{gateway: g, system: s, volumeName: v, secretRef: {name: s}}',
  storageos: '{volumeName: v, volumeNamespace: n, secretRef: {name: s}}',
  vsphereVolume: '{volumePath: "[ds] a.vmdk"}',
}

const asVolumes: { readonly [kind: string]: string } = {
  ...inPods,
  azureFile: '{secretName: s, shareName: a, secretNamespace: n}',
  cinder: '{volumeID: v, secretRef: {name: s, namespace: n}}',
  csi: '{driver: disk.example.com, volumeHandle: h, nodeStageSecretRef: {name: s, namespace: n}, controllerPublishSecretRef: {name: s, namespace: n}, nodePublishSecretRef: {name: s, namespace: n}}',
  glusterfs: '{endpoints: e, path: p, endpointsNamespace: n}',
  local: '{path: /mnt/d}',
  storageos: '{volumeName: v, secretRef: {name: s, namespace: n}}',
}
const ofPodsAlone = new Set(['gitRepo', 'image'])
const onOneNode = '{required: {nodeSelectorTerms: [{matchExpressions: [{key: h, operator: In, values: [n1]}]}]}}'

export const volumeSamples = [
  ...Object.entries(inPods).map(
    ([kind, source]) => `apiVersion: v1
kind: Pod
metadata: {name: with-${kind.toLowerCase()}, namespace: shop}
spec: {containers: [{name: c, image: i, volumeMounts: [{name: v, mountPath: /v}]}], volumes: [{name: v, ${kind}: ${source}}]}
`,
  ),
  ...Object.entries(asVolumes)
    .filter(([kind]) => !ofPodsAlone.has(kind))
    .map(
      ([kind, source]) => `apiVersion: v1
kind: PersistentVolume
metadata: {name: sample-${kind.toLowerCase()}}
spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], persistentVolumeReclaimPolicy: Recycle, nodeAffinity: ${onOneNode}, ${kind}: ${source}}
`,
    ),
].join('---\n')
