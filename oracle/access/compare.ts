// Who may do what, and who may become whom, under random roles and bindings.

import { allows, type Permission } from '../../src/engine/access/access-rule.ts'
import { actsAs, type RunningPods } from '../../src/engine/access/acts-as.ts'
import { type Account, type Grants, grantsOf } from '../../src/engine/access/grants.ts'
import { importManifests } from '../../src/estate/import.ts'
import { readManifests } from '../../src/kubernetes/read.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import type { ValueComparison } from '../values/comparison.ts'
import { inventAccess } from './invent.ts'

interface Asked {
  readonly objects: readonly JsonObject[]
  readonly running: readonly { readonly account: Account; readonly name: string }[]
  readonly requests: readonly Request[]
}

interface Request {
  readonly account: Account
  readonly verb: string
  readonly url?: string
  readonly group?: string
  readonly resource?: string
  /** Empty for what is in none. */
  readonly namespace?: string
  readonly name?: string
}

export const access: ValueComparison = {
  asks: 'access',
  says: 'what accounts may do, and whom they may become',
  cases: 1_000,
  invent: inventAccess,
  ours: (asked) => oursOf(asked as unknown as Asked),
  alike,
  apart: (_, theirs) =>
    isObject(theirs) && theirs.byOrder === true
      ? 'roles that aggregate each other, where the first one wins'
      : undefined,
  wellFormed,
}

/** `unknown`: not shown to be allowed, and not everything is shown. */
function oursOf({ objects, running, requests }: Asked): Json {
  const text = objects.map((object) => JSON.stringify(object)).join('\n---\n')
  const { estate } = importManifests(readManifests(text, 'access.yaml').manifests, {})
  const grants = grantsOf(
    estate,
    running.map(({ account }) => account),
  )
  const allowed = requests.map((request) => mayDo(grants, request))
  const runs = (namespace: string) => podsIn(namespace, running)
  const becomes = grants.accounts.map((account) => [account, becoming(account, grants, runs)] as const)
  return { allowed, becomes: Object.fromEntries(becomes) }
}

function mayDo(grants: Grants, { account, namespace = '', ...request }: Request): Json {
  const asked = permissionOf(request)
  const where = 'url' in asked ? '' : namespace
  const isHere = (granted: string) => granted === '' || granted === where
  if (grants.of(account).some((grant) => isHere(grant.namespace) && allows(grant.rule, asked))) return true
  return grants.unread(account).length > 0 ? 'unknown' : false
}

function permissionOf({ verb, url, group = '', resource = '', name }: Omit<Request, 'account'>): Permission {
  return url === undefined ? { verb, group, resource, ...(name && { name }) } : { verb, url }
}

function podsIn(namespace: string, running: Asked['running']): readonly RunningPods[] {
  return running
    .filter(({ account }) => namespace === '' || account.startsWith(`${namespace}/`))
    .map(({ account, name }) => ({ account, names: name === '' ? [] : [name] }))
}

function becoming(account: Account, grants: Grants, runs: (namespace: string) => readonly RunningPods[]): Json {
  const found = [...actsAs(account, grants, runs).keys()]
  const isOpen = found.some((one) => grants.unread(one).length > 0)
  return { becomes: found.filter((one) => one !== account).sort(), ...(isOpen && { isOpen }) }
}

function alike(ours: Json, theirs: Json): boolean {
  if (!isObject(ours) || !isObject(theirs)) return false
  const [mine, real] = [ours.allowed, theirs.allowed]
  if (!Array.isArray(mine) || !Array.isArray(real) || mine.length !== real.length) return false
  if (mine.some((one, at) => one !== 'unknown' && one !== real[at])) return false
  const [own, others] = [ours.becomes, theirs.becomes]
  if (!isObject(own) || !isObject(others)) return false
  const all = new Set([...Object.keys(own), ...Object.keys(others)])
  return [...all].every((account) => isSameReach(own[account], others[account]))
}

/** What ours shows is so; where not everything is shown there may be more. */
function isSameReach(ours: Json | undefined, theirs: Json | undefined): boolean {
  if (!isObject(ours) || !Array.isArray(ours.becomes) || !Array.isArray(theirs)) return false
  const { becomes, isOpen } = ours as { readonly becomes: readonly Json[]; readonly isOpen?: boolean }
  const isWithin = becomes.every((one) => theirs.includes(one))
  return isWithin && (isOpen === true || theirs.length === becomes.length)
}

const kinds: readonly Json[] = ['ServiceAccount', 'Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding']

function wellFormed({ objects, running, requests }: JsonObject): boolean {
  if (![objects, running, requests].every((list) => Array.isArray(list) && list.every(isObject))) return false
  const isRequest = (one: JsonObject) =>
    isAccount(one.account) && isText(one.verb) && (isText(one.url) || (isText(one.group) && isText(one.resource)))
  return (
    (objects as readonly JsonObject[]).every(isWhole) &&
    (running as readonly JsonObject[]).every(({ account, name }) => isAccount(account) && typeof name === 'string') &&
    (requests as readonly JsonObject[]).every(isRequest)
  )
}

function isText(value: Json | undefined): boolean {
  return typeof value === 'string'
}

function isAccount(value: Json | undefined): boolean {
  return typeof value === 'string' && /^[a-z-]+\/[a-z]+$/.test(value)
}

// As the API server would take it; a shrunk one may have lost its name.
function isWhole({ apiVersion, kind, metadata, rules, subjects, roleRef, aggregationRule }: JsonObject): boolean {
  const version = kind === 'ServiceAccount' ? 'v1' : 'rbac.authorization.k8s.io/v1'
  if (apiVersion !== version || !kinds.includes(kind ?? null) || !isObject(metadata)) return false
  const isNamed = isText(metadata.name) && metadata.name !== ''
  const isPlaced = `${kind}`.startsWith('Cluster') || ['shop', 'books', 'kube-system'].includes(`${metadata.namespace}`)
  const isBinding = `${kind}`.endsWith('Binding')
  const refers =
    !isBinding || (isObject(roleRef) && ['Role', 'ClusterRole'].includes(`${roleRef.kind}`) && isText(roleRef.name))
  const isSubject = (one: Json) => isObject(one) && isText(one.kind) && isText(one.name) && one.name !== ''
  const selects =
    aggregationRule === undefined ||
    (isObject(aggregationRule) &&
      Array.isArray(aggregationRule.clusterRoleSelectors) &&
      aggregationRule.clusterRoleSelectors.length > 0 &&
      aggregationRule.clusterRoleSelectors.every(isSelector))
  const lists = [rules, subjects].every((list) => list === undefined || (Array.isArray(list) && list.every(isObject)))
  return isNamed && isPlaced && refers && selects && lists && (!Array.isArray(subjects) || subjects.every(isSubject))
}

function isSelector(selector: Json): boolean {
  if (!isObject(selector)) return false
  const { matchExpressions = [] } = selector
  return (
    Array.isArray(matchExpressions) &&
    matchExpressions.every(
      (one) =>
        isObject(one) &&
        isText(one.key) &&
        ['Exists', 'DoesNotExist', 'In', 'NotIn'].includes(`${one.operator}`) &&
        (one.values === undefined || (Array.isArray(one.values) && one.values.length > 0)),
    )
  )
}
