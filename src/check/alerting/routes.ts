// The one tree of routes that every alert of a cluster goes through, where all of it is shown.
// Source: prometheus-operator@v0.85, pkg/alertmanager/amcfg.go: routes of an AlertmanagerConfig stand before those of the
// first one, want alerts of their own namespace, and go on.

import { fieldsOf } from '../../engine/pods/untrusted.ts'
import { unseenFor } from '../../engine/unseen.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { type Route, type Routing, routingOf } from '../../estate/monitoring/route-tree.ts'
import type { Matcher } from '../../estate/promql/query.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { table, type View } from '../world.ts'
import { isTaken, monitoringGroup } from './collectors.ts'
import { alertmanagers } from './taken.ts'

export interface Routes {
  readonly root: Route
  /** Names of the receivers that tell somebody. */
  readonly telling: ReadonlySet<string>
}

/** undefined where a part of it is not shown, or where there are several. */
export const routes = table((view): Routes | undefined => {
  const { estate } = view
  const kinds = ['Alertmanager', 'AlertmanagerConfig', 'Secret']
  if (kinds.some((kind) => unseenFor(estate, { kind }).length > 0)) return undefined
  const files = estate.monitoring?.alertmanager ?? []
  const [shown, ...more] = alertmanagers(view)
  if (more.length > 0) return undefined
  if (shown) return files.length === 0 ? operatedRoutes(shown, view) : undefined
  const [file, ...others] = files
  return file && others.length === 0 ? routesOf(routingOf(file.value)) : undefined
})

function routesOf({ route, receivers }: Routing, prefix = ''): Routes | undefined {
  if (!route) return undefined
  return { root: route, telling: new Set(receivers.filter(({ tells }) => tells).map(({ name }) => `${prefix}${name}`)) }
}

function operatedRoutes(by: EstateObject, view: View): Routes | undefined {
  const configs = view.estate.objects.filter(
    ({ manifest }) => manifest.kind === 'AlertmanagerConfig' && manifest.apiVersion.startsWith(monitoringGroup),
  )
  const spec = fieldsOf(by.manifest.spec)
  const { namespace } = partsOf(by.ref)
  const { name } = fieldsOf(spec.alertmanagerConfiguration)
  const first = configs.find(({ ref }) => partsOf(ref).namespace === namespace && partsOf(ref).name === name)
  const root = first && routesOf(routingOf(fieldsOf(first.manifest.spec)))
  if (!root) return undefined
  const taken = configs.filter(
    (config) => config !== first && isTaken(config, by, 'alertmanagerConfig', view) !== false,
  )
  const below = taken.flatMap((config) => ownRoutes(config, { strategy: strategyOf(spec), namespace }))
  return {
    root: { ...root.root, matchers: [], routes: [...below.map(({ root: route }) => route), ...root.root.routes] },
    telling: new Set([root, ...below].flatMap(({ telling }) => [...telling])),
  }
}

function strategyOf(spec: { readonly [field: string]: unknown }): unknown {
  return fieldsOf(spec.alertmanagerConfigMatcherStrategy).type ?? 'OnNamespace'
}

function ownRoutes(
  { ref, manifest }: EstateObject,
  by: { readonly strategy: unknown; readonly namespace: string },
): readonly Routes[] {
  const { namespace, name } = partsOf(ref)
  const prefix = `${namespace}/${name}/`
  const own = routesOf(routingOf(fieldsOf(manifest.spec)), prefix)
  if (!own) return []
  const isOf = by.strategy === 'None' || (by.strategy !== 'OnNamespace' && namespace === by.namespace)
  const matchers: readonly Matcher[] = isOf ? [] : [{ label: 'namespace', op: '=', value: namespace }]
  const { root } = own
  const wanted = root.matchers && [...root.matchers, ...matchers]
  return [{ ...own, root: { ...named(root, prefix), matchers: wanted, goesOn: true } }]
}

function named(route: Route, prefix: string): Route {
  const { receiver } = route
  return {
    ...route,
    ...(receiver !== undefined && { receiver: `${prefix}${receiver}` }),
    routes: route.routes.map((each) => named(each, prefix)),
  }
}
