// Programs that take a copy of a store, by the words of their command lines.
// Source: the manual pages of PostgreSQL 18, MySQL 8.4, MariaDB 11, MongoDB Database Tools 100, Redis 8, etcd 3.6, and of
// WAL-G, pgBackRest, Barman, clickhouse-backup, Neo4j, elasticdump, restic and Borg, 2026-11-21.

const programs: readonly (readonly [name: string, words: RegExp])[] = [
  ['pg_dump', /\bpg_dump(?:all)?\b/],
  ['pg_basebackup', /\bpg_basebackup\b/],
  ['WAL-G', /\bwal-g\b.*\bbackup-push\b/],
  ['pgBackRest', /\bpgbackrest\b.*\bbackup\b/],
  ['Barman', /\bbarman(?:-cloud)?[ -]backup\b/],
  ['mysqldump', /\b(?:mysqldump|mariadb-dump|mydumper|mysqlpump)\b/],
  ['XtraBackup', /\b(?:xtrabackup|mariabackup|mariadb-backup)\b/],
  ['mongodump', /\bmongodump\b/],
  ['redis-cli', /\bredis-cli\b.*\s--rdb\b/],
  ['etcdctl', /\betcdctl\b.*\bsnapshot save\b/],
  ['clickhouse-backup', /\bclickhouse-backup\b.*\bcreate/],
  ['neo4j-admin', /\bneo4j-admin\b.*\b(?:dump|backup)\b/],
  ['elasticdump', /\b(?:elasticdump|multielasticdump)\b/],
  ['restic', /\brestic\b.*\bbackup\b/],
  ['Borg', /\bborg\b.*\bcreate\b/],
]

/** The program in the words of a command line, scripts among them, that copies a store; undefined where none is known. */
export function dumpProgramIn(command: readonly string[]): string | undefined {
  const line = command.map((word) => word.replaceAll(/^\s*#.*$/gm, '')).join(' ')
  return programs.find(([, words]) => words.test(line))?.[0]
}

/** Whether a program can take nothing but all rows, as its manual says: a dump knows no last one. */
export function takesOnlyWhole(program: string): boolean {
  return wholeAlone.has(program)
}

const wholeAlone: ReadonlySet<string> = new Set([
  'pg_dump',
  'pg_dumpall',
  'mysqldump',
  'mongodump',
  'redis-cli',
  'etcdctl',
])
