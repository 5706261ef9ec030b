// Programs that people look at or try things out with: nobody's requests wait for them, and one pod is how they come.
// Source: the images that their own projects publish, 2026-11-21.

import { imageOf } from './image-reference.ts'

const names: ReadonlySet<string> = new Set([
  'adminer',
  'dashboard-web',
  'grafana',
  'kafdrop',
  'kafka-ui',
  'kibana',
  'kubernetes-dashboard',
  'localstack',
  'mailhog',
  'mailpit',
  'mongo-express',
  'pgadmin4',
  'phpmyadmin',
  'redis-commander',
  'redisinsight',
  'swagger-ui',
])

/** Whether an image is one of them, by the last part of its repository. */
export function isToolForPeople(image: string): boolean {
  const repository = imageOf(image)?.repository ?? ''
  return names.has(repository.slice(repository.lastIndexOf('/') + 1))
}
