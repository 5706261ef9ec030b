/**
 * Resources of Kubernetes itself that lie in no namespace; what a rule allows of them is no object of any.
 * Source: `kubectl api-resources --namespaced=false` of Kubernetes 1.36 (2026-11-21).
 */
export const clusterScoped: ReadonlySet<string> = new Set([
  ...['apiservices', 'certificatesigningrequests', 'clusterrolebindings', 'clusterroles', 'clustertrustbundles'],
  ...['componentstatuses', 'csidrivers', 'csinodes', 'customresourcedefinitions', 'deviceclasses', 'flowschemas'],
  ...['ingressclasses', 'ipaddresses', 'mutatingadmissionpolicies', 'mutatingadmissionpolicybindings'],
  ...['mutatingwebhookconfigurations', 'namespaces', 'nodes', 'persistentvolumes', 'priorityclasses'],
  ...['prioritylevelconfigurations', 'resourceslices', 'runtimeclasses', 'selfsubjectaccessreviews'],
  ...['selfsubjectreviews', 'selfsubjectrulesreviews', 'servicecidrs', 'storageclasses', 'subjectaccessreviews'],
  ...['tokenreviews', 'validatingadmissionpolicies', 'validatingadmissionpolicybindings'],
  ...['validatingwebhookconfigurations', 'volumeattachments', 'volumeattributesclasses'],
])
