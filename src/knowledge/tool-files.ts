// Documents with apiVersion and kind that configure a tool on somebody's machine, and that no API server is sent.
// Looked up on 2026-11-21; the source stands with each row.

interface ToolFile {
  readonly tool: string
  /** The API group, or the whole apiVersion where there is no group. */
  readonly group: string
  /** Where other kinds of the group are objects. */
  readonly kinds?: readonly string[]
}

const files: readonly ToolFile[] = [
  // https://kind.sigs.k8s.io/docs/user/configuration/
  { tool: 'kind', group: 'kind.x-k8s.io' },
  // https://k3d.io/stable/usage/configfile/
  { tool: 'k3d', group: 'k3d.io' },
  // https://github.com/tilt-dev/ctlptl (pkg/api/types.go)
  { tool: 'ctlptl', group: 'ctlptl.dev' },
  // https://skaffold.dev/docs/references/yaml/
  { tool: 'Skaffold', group: 'skaffold' },
  // https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/
  { tool: 'kubectl', group: 'v1', kinds: ['Config'] },
  // https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ and …/builtins/
  { tool: 'kustomize', group: 'kustomize.config.k8s.io' },
  { tool: 'kustomize', group: 'builtin' },
  // https://kubernetes.io/docs/reference/config-api/: files that programs of a node or of the control plane are given
  { tool: 'kubeadm', group: 'kubeadm.k8s.io' },
  { tool: 'kubelet', group: 'kubelet.config.k8s.io' },
  { tool: 'kube-proxy', group: 'kubeproxy.config.k8s.io' },
  { tool: 'kube-scheduler', group: 'kubescheduler.config.k8s.io' },
  { tool: 'kube-apiserver', group: 'audit.k8s.io' },
  { tool: 'kube-apiserver', group: 'apiserver.config.k8s.io' },
  { tool: 'kube-apiserver', group: 'apiserver.k8s.io' },
  { tool: 'kube-apiserver', group: 'pod-security.admission.config.k8s.io' },
  { tool: 'kube-apiserver', group: 'eventratelimit.admission.k8s.io' },
  // https://docs.aws.amazon.com/eks/latest/eksctl/schema.html
  { tool: 'eksctl', group: 'eksctl.io' },
  // https://kops.sigs.k8s.io/manifests_and_customizing_via_api/
  { tool: 'kOps', group: 'kops.k8s.io' },
  // https://docs.kubermatic.com/kubeone/main/references/
  { tool: 'KubeOne', group: 'kubeone.k8c.io' },
  // https://github.com/k0sproject/k0sctl#configuration-file
  { tool: 'k0sctl', group: 'k0sctl.k0sproject.io' },
  // https://kpt.dev/reference/schema/kptfile/
  { tool: 'kpt', group: 'kpt.dev' },
  // https://krew.sigs.k8s.io/docs/developer-guide/plugin-manifest/
  { tool: 'krew', group: 'krew.googlecontainertools.github.com' },
  // https://kuttl.dev/docs/testing/reference.html, https://kyverno.github.io/chainsaw/, https://kyverno.io/docs/kyverno-cli/
  { tool: 'KUTTL', group: 'kuttl.dev' },
  { tool: 'Chainsaw', group: 'chainsaw.kyverno.io' },
  { tool: 'the Kyverno CLI', group: 'cli.kyverno.io' },
  // https://docs.crossplane.io/latest/packages/: metadata inside a package
  { tool: 'Crossplane packages', group: 'meta.pkg.crossplane.io' },
  // https://sdk.operatorframework.io/docs/testing-operators/scorecard/
  { tool: 'the Operator SDK', group: 'scorecard.operatorframework.io' },
  // https://backstage.io/docs/features/software-catalog/descriptor-format
  { tool: 'Backstage', group: 'backstage.io' },
]

const byGroup: ReadonlyMap<string, ToolFile> = new Map(files.map((file) => [file.group, file]))

/** The tool that a document configures; undefined for what is meant for an API server. */
export function toolOf({
  apiVersion,
  kind,
}: {
  readonly apiVersion: string
  readonly kind: string
}): string | undefined {
  const found = byGroup.get(apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : apiVersion)
  return found === undefined || (found.kinds && !found.kinds.includes(kind)) ? undefined : found.tool
}
