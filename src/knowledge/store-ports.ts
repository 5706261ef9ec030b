// Ports at which stores and brokers answer as they come. Ports that other programs use as readily (9000, 8086) are left out.
// Source: IANA's service names, and the projects' own documentation where it has no entry (MongoDB, Redis, Elasticsearch,
// Kafka, Cassandra, etcd, RabbitMQ).

const ports: ReadonlyMap<number, string> = new Map([
  [1433, 'SQL Server'],
  [1521, 'Oracle Database'],
  [2379, 'etcd'],
  [3306, 'MySQL'],
  [5432, 'PostgreSQL'],
  [5672, 'RabbitMQ'],
  [6379, 'Redis'],
  [9042, 'Cassandra'],
  [9092, 'Kafka'],
  [9200, 'Elasticsearch'],
  [26_257, 'CockroachDB'],
  [27_017, 'MongoDB'],
])

/** Whether what keeps data and listens there is a store or a broker. */
export function isStorePort(port: number): boolean {
  return ports.has(port)
}
