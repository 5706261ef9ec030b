import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { table, type View } from '../world.ts'

/** The name of a workload that calls, with its kind where another workload of its namespace has that name too. */
export function callerName(from: Ref, view: View): string {
  const { kind, namespace, name } = partsOf(from)
  return (kindsCalled(view).get(`${namespace}/${name}`)?.length ?? 0) > 1 ? `${name}.${kind}` : name
}

const kindsCalled = table(({ pods }) => Map.groupBy(pods, ({ namespace, name }) => `${namespace}/${name}`))
