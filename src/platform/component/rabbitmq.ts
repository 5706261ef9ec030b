import { type BrokerOptions, brokerFields, brokerTraits, checkBroker } from './broker.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { type StoreKind, storePorts } from './store.ts'
import { portNumbers } from './workload.ts'

// Port: rabbitmq.com/docs/networking.
const KIND: StoreKind = {
  noun: 'rabbitmq',
  portName: 'amqp',
  port: 5672,
  mount: '/var/lib/rabbitmq/mnesia',
}

export const rabbitmqSpec: ComponentSpec<BrokerOptions> = {
  noun: 'rabbitmq',
  fields: brokerFields,
  ports: (options) => portNumbers(storePorts(KIND, options)),
  traits: (name, options) => brokerTraits(KIND, name, options),
  rules: (name, options, say) => checkBroker(KIND, name, options, say),
}

/**
 * RabbitMQ: members that share out queues, its port is called `amqp`. A queue with copies is a quorum queue.
 * `rabbitmq('jobs', { members: 3, copies: 3 })`
 */
export function rabbitmq(name: string, options: BrokerOptions = {}): PortedComponent<'amqp', BrokerOptions> {
  return component(rabbitmqSpec, name, options)
}
