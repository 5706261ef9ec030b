import type { Tree } from './rules.ts'

/** The names that a reference platform gives to its own things: components, namespaces, hosts. */
export function platformNames(platform: string, tree: Tree): Set<string> {
  const texts = [...tree].filter(([path]) => path.startsWith(`platforms/${platform}/`)).map(([, source]) => source)
  const literals = texts.flatMap((source) => [...source.matchAll(/'([^'\n]+)'|"([^"\n]+)"/g)])
  const names = literals.map(([, single, double]) => single ?? double ?? '').filter(isOwnName)
  const own = wordsOfLanguage(tree)
  return new Set(names.filter((name) => !own.has(name) && !publicNames.has(name) && !isOfKubernetes(name)))
}

/** What an option takes is the language's word, whoever says it: `balances: 'least-connections'`. */
function wordsOfLanguage(tree: Tree): ReadonlySet<string> {
  const sources = [...tree].filter(([path]) => path.startsWith('src/platform/')).map(([, source]) => source)
  const choices = sources.flatMap((source) =>
    [...source.matchAll(/\boneOf\(([^)]*)\)/g)].map(([, words = '']) => words),
  )
  return new Set(choices.flatMap((words) => [...words.matchAll(/'([^'\n]+)'/g)].map(([, word = '']) => word)))
}

// A name of two words or with a figure in it is somebody's own; one plain word (`postgres`, `wallet`) is everybody's.
function isOwnName(text: string): boolean {
  return /^[a-z][a-z0-9]*([-.][a-z0-9]+)+$/.test(text) || /^[a-z]+\d{3,}$/.test(text)
}

// Groups and label names of Kubernetes and of well-known projects, and what a quota counts.
function isOfKubernetes(name: string): boolean {
  return /(^|\.)(k8s|kubernetes|k3s|istio|cert-manager)\.io$/.test(name) || /^(requests|limits)\./.test(name)
}

// Names that stand in the documents of Kubernetes, K3s and other public products.
const publicNames = new Set([
  'allkeys-lru',
  'volatile-lru',
  'amazon-vpc-cni',
  'api-gateway',
  'atlas-mongodb',
  'cert-manager',
  'cluster-admin',
  'confluent-cloud',
  'control-plane',
  'default-deny',
  'default-deny-all',
  'docker-desktop',
  'docker.io',
  'ebs.csi.aws.com',
  'efs.csi.aws.com',
  'istio-injection',
  'external-secrets',
  'external-secrets.io',
  'ingress-controller',
  'ghcr.io',
  'ingress-nginx',
  'kube-dns',
  'kube-public',
  'redis-cli',
  'kube-state-metrics',
  'kube-system',
  'load-balancer',
  'local-path',
  'node-exporter',
  'not-ready',
  'object-storage',
  'one-by-one',
  'postgres-exporter',
  'prometheus-operator',
  'pull-request',
  'read-only',
  'redis-exporter',
  'round-robin',
  'several-a-day',
  'topolvm.io',
  'values-prod.yaml',
])

/** Names every place in src where a word of the platform stands. */
export function wordsOfPlatformIn(tree: Tree, names: ReadonlySet<string>): string[] {
  const found: string[] = []
  for (const [path, source] of tree) {
    if (!path.startsWith('src/')) continue
    for (const word of source.match(/[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*/g) ?? []) {
      if (names.has(word) || /^gx$/i.test(word) || /^gx[-.]/i.test(word)) found.push(`${path} says ${word}`)
    }
  }
  return found
}
