import { type BrokerOptions, brokerFields, brokerTraits, checkBroker } from './broker.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { type StoreKind, storePorts } from './store.ts'
import { portNumbers } from './workload.ts'

// Port: kafka.apache.org/documentation, listeners.
const KIND: StoreKind = {
  noun: 'kafka',
  portName: 'kafka',
  port: 9092,
  mount: '/var/lib/kafka/data',
}

export const kafkaSpec: ComponentSpec<BrokerOptions> = {
  noun: 'kafka',
  fields: brokerFields,
  ports: (options) => portNumbers(storePorts(KIND, options)),
  traits: (name, options) => brokerTraits(KIND, name, options),
  rules: (name, options, say) => checkBroker(KIND, name, options, say),
}

/**
 * Kafka: brokers that share out topics, its port is called `kafka`.
 * `kafka('events', { members: 3, copies: 3, minInSync: 2 })`
 */
export function kafka(name: string, options: BrokerOptions = {}): PortedComponent<'kafka', BrokerOptions> {
  return component(kafkaSpec, name, options)
}
