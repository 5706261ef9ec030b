import { oneOf } from '../schema.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { checkStore, type StoreKind, storePorts, storeTraits } from './store.ts'
import { type StoreOptions, storeFields } from './store-options.ts'
import { portNumbers } from './workload.ts'

export interface SearchOptions extends StoreOptions {
  readonly by?: 'elasticsearch' | 'opensearch'
}

// Port: elastic.co/guide/en/elasticsearch/reference/current/modules-network.html; OpenSearch listens at the same.
//
const KIND: StoreKind = {
  noun: 'search',
  portName: 'http',
  port: 9200,
  mount: '/usr/share/elasticsearch/data',
}

export const searchSpec: ComponentSpec<SearchOptions> = {
  noun: 'search',
  fields: { ...storeFields, by: oneOf('elasticsearch', 'opensearch') },
  ports: (options) => portNumbers(storePorts(KIND, options)),
  traits: (name, options) => storeTraits(kindOf(options), name, options),
  rules: (name, options, say) => checkStore(kindOf(options), name, options, say),
}

function kindOf({ by }: SearchOptions): StoreKind {
  return by === 'opensearch' ? { ...KIND, mount: '/usr/share/opensearch/data' } : KIND
}

/**
 * An index of texts and logs: Elasticsearch or OpenSearch, its port is called `http`.
 * `search('log-index', { by: 'opensearch', members: 3, volume: { size: '200Gi' } })`
 */
export function search(name: string, options: SearchOptions = {}): PortedComponent<'http', SearchOptions> {
  return component(searchSpec, name, options)
}
