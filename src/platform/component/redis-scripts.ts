// What the containers of a Redis with Sentinel run: each finds out at its start who is the master now, and the proxies
// look again every second. Settings: redis.conf and sentinel.conf of Redis 7; haproxy.cfg of HAProxy 2.6.

export interface SentinelSettings {
  readonly quorum: number
  readonly downAfterSeconds: number
  readonly failoverTimeoutSeconds: number
  readonly parallelSyncs: number
  readonly maxLagSeconds: number
}

const password = '$' + '{REDIS_PASSWORD:-}'

// The one that Sentinel names; at the very first start nobody has named one, and the first member begins.
function masterOf(redis: string): string {
  return [
    `master="$(redis-cli -h ${redis}-sentinel -p 26379 --raw sentinel get-master-addr-by-name ${redis} 2>/dev/null | head -n 1 || true)"`,
    `case "$master" in ''|*ERR*|*'Could not'*) master=${redis}-0.${redis}-headless ;; esac`,
  ].join('\n')
}

/** A member: a follower of whoever is the master, unless that is itself. It refuses writes that no follower takes. */
export function memberCommand(redis: string, { maxLagSeconds }: SentinelSettings): readonly string[] {
  const script = `set -eu
me="$HOSTNAME.${redis}-headless"
${masterOf(redis)}
set -- --port 6379 --dir /data --appendonly yes --replica-announce-ip "$me" --replica-announce-port 6379
set -- "$@" --min-replicas-to-write 1 --min-replicas-max-lag ${maxLagSeconds}
[ -z "${password}" ] || set -- "$@" --requirepass "$REDIS_PASSWORD" --masterauth "$REDIS_PASSWORD"
[ "$master" = "$me" ] || set -- "$@" --replicaof "$master" 6379
exec redis-server "$@"`
  return ['sh', '-c', script]
}

/** A Sentinel: it writes what it learns into its own settings, so these lie where it may write. */
export function sentinelCommand(redis: string, settings: SentinelSettings): readonly string[] {
  const { quorum, downAfterSeconds, failoverTimeoutSeconds, parallelSyncs } = settings
  const script = `set -eu
${masterOf(redis)}
{
  echo 'port 26379'
  echo 'dir /tmp'
  echo 'sentinel resolve-hostnames yes'
  echo 'sentinel announce-hostnames yes'
  echo "sentinel announce-ip $HOSTNAME.${redis}-sentinel"
  echo "sentinel monitor ${redis} $master 6379 ${quorum}"
  echo 'sentinel down-after-milliseconds ${redis} ${downAfterSeconds * 1000}'
  echo 'sentinel failover-timeout ${redis} ${failoverTimeoutSeconds * 1000}'
  echo 'sentinel parallel-syncs ${redis} ${parallelSyncs}'
  [ -z "${password}" ] || echo "sentinel auth-pass ${redis} $REDIS_PASSWORD"
} > /tmp/sentinel.conf
exec redis-sentinel /tmp/sentinel.conf`
  return ['sh', '-c', script]
}

/** Where a proxy says that it answers: to whoever probes the pod. */
export const healthPort = 8404

/** A proxy that leads to whoever says that it has the role: asked every second, and cut off at once. */
export function proxyCommand(redis: string, members: number, role: 'master' | 'slave'): readonly string[] {
  const servers = Array.from(
    { length: members },
    (_, at) => `  server ${redis}-${at} ${redis}-${at}.${redis}-headless:6379`,
  )
  const script = `set -eu
{
  printf '%s\\n' 'global
  maxconn 4096
defaults
  mode tcp
  timeout connect 3s
  timeout client 1h
  timeout server 1h
resolvers cluster
  parse-resolv-conf
  hold valid 1s
frontend health
  bind :${healthPort}
  mode http
  monitor-uri /healthz
frontend redis
  bind :6379
  default_backend redis
backend redis
  option tcp-check
  tcp-check connect'
  [ -z "${password}" ] || printf '  tcp-check send AUTH\\\\ %s\\\\r\\\\n\\n  tcp-check expect string +OK\\n' "$REDIS_PASSWORD"
  printf '%s\\n' '  tcp-check send info\\ replication\\r\\n
  tcp-check expect string role:${role}
  default-server check inter 1s fall 1 rise 1 on-marked-down shutdown-sessions resolvers cluster init-addr none
${servers.join('\n')}'
} > /tmp/haproxy.cfg
exec haproxy -f /tmp/haproxy.cfg`
  return ['sh', '-c', script]
}
