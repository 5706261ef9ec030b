// Objects of which a part names another part or another object: each is accepted as it stands.
export const referenceSamples = `
apiVersion: v1
kind: Pod
metadata: {name: devices, namespace: shop}
spec:
  resourceClaims: [{name: gpu, resourceClaimTemplateName: gpus}, {name: nic, resourceClaimName: nic.0}]
  initContainers: [{name: i, image: i, resources: {claims: [{name: gpu}]}, volumeMounts: [{name: env, mountPath: /e}]}]
  containers:
    - name: a
      image: a
      resources: {claims: [{name: gpu, request: big}, {name: gpu, request: small}, {name: nic}]}
      env: [{name: TOKEN, valueFrom: {fileKeyRef: {volumeName: env, path: a/b.env, key: TOKEN, optional: true}}}]
  volumes: [{name: env, emptyDir: {}}, {name: other, configMap: {name: c}}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: devices, namespace: shop}
spec:
  selector: {matchLabels: {app: d}}
  template:
    metadata: {labels: {app: d}}
    spec:
      resourceClaims: [{name: gpu, resourceClaimTemplateName: gpus}]
      containers: [{name: a, image: a, resources: {claims: [{name: gpu}]}, env: [{name: A, valueFrom: {fileKeyRef: {volumeName: env, path: p, key: K}}}]}]
      volumes: [{name: env}]
---
apiVersion: batch/v1
kind: Job
metadata: {name: chosen, namespace: shop}
spec:
  selector: {matchLabels: {job-name: chosen}, matchExpressions: [{key: batch.kubernetes.io/controller-uid, operator: Exists}, {key: app, operator: DoesNotExist}]}
  template:
    metadata: {labels: {job-name: chosen, batch.kubernetes.io/job-name: chosen, tier: x}}
    spec: {restartPolicy: Never, containers: [{name: c, image: c}]}
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: sample-zones}
provisioner: example.com/disk
volumeBindingMode: WaitForFirstConsumer
allowedTopologies:
  - matchLabelExpressions: [{key: topology.kubernetes.io/zone, values: [a, b]}, {key: example.com/rack, values: [r1]}]
  - matchLabelExpressions: [{key: topology.kubernetes.io/zone, values: [c]}]
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: {name: sample-own}
spec: {controller: example.com/ingress, parameters: {apiGroup: example.com, kind: Settings, name: own, scope: Namespace, namespace: shop}}
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: {name: sample-wide}
spec: {controller: example.com/ingress, parameters: {kind: ConfigMap, name: wide}}
---
apiVersion: v1
kind: Secret
metadata: {name: pull, namespace: shop}
type: kubernetes.io/dockerconfigjson
stringData: {.dockerconfigjson: '{"auths":{}}'}
---
apiVersion: v1
kind: Secret
metadata: {name: pull-old, namespace: shop}
type: kubernetes.io/dockercfg
data: {.dockercfg: e30=}
---
apiVersion: v1
kind: Node
metadata: {name: sample-two-families}
spec: {podCIDR: 10.244.1.0/24, podCIDRs: [10.244.1.0/24, 'fd00:1::/64'], configSource: {configMap: {name: k, namespace: kube-system, kubeletConfigKey: kubelet}}}
`
