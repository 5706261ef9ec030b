// Routes that no alert comes to: whoever wrote them waits for what goes elsewhere.

import { shadowedIn } from '../../engine/monitoring/shadowed.ts'
import { fieldsOf } from '../../engine/pods/untrusted.ts'
import { type Route, routingOf } from '../../estate/monitoring/route-tree.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { Advice } from '../report.ts'
import type { View, World } from '../world.ts'
import { monitoringGroup } from './collectors.ts'

export function* shadowed({ views }: World): Generator<Advice> {
  for (const view of views) {
    const rows = treesOf(view).flatMap(({ name, route }) =>
      shadowedIn(route).map(({ route: lost, by }) => [name, `${sayRoute(lost)} ${whyOf(lost, by)}`] as const),
    )
    if (rows.length === 0) continue
    const line = `${rows.length === 1 ? '1 route takes' : `${rows.length} routes take`} no alert, ever`
    yield { id: `shadowed/${view.estate.cluster}`, says: { line, rows } }
  }
}

function treesOf({ estate }: View): readonly { readonly name: string; readonly route: Route }[] {
  const files = (estate.monitoring?.alertmanager ?? []).map(({ name, value }) => ({ name, value }))
  const configs = estate.objects
    .filter(
      ({ manifest: { kind, apiVersion } }) => kind === 'AlertmanagerConfig' && apiVersion.startsWith(monitoringGroup),
    )
    .map(({ ref, manifest }) => ({
      name: `AlertmanagerConfig ${partsOf(ref).namespace}/${partsOf(ref).name}`,
      value: fieldsOf(manifest.spec),
    }))
  return [...files, ...configs].flatMap(({ name, value }) => {
    const { route } = routingOf(value)
    return route ? [{ name, route }] : []
  })
}

function sayRoute({ receiver, matchers = [] }: Route): string {
  const wants = matchers.map(({ label, op, value }) => `${label}${op}"${value}"`).join(', ') || 'everything'
  return `${wants}${receiver === undefined ? '' : ` → ${receiver}`}:`
}

function whyOf(route: Route, by: Route | undefined): string {
  if (by) return `${sayRoute(by).slice(0, -1)} stands before it and takes them all`
  return (route.matchers ?? []).length === 0 ? 'nothing comes here' : 'no alert has such labels at once'
}
