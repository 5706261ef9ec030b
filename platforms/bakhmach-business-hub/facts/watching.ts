// Monitoring, tracing, signing in and delivery: what is gathered, who is told, and what goes out when.

import { broken, type Claim, holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, components, held, listed } from '../../findings/changing.ts'
import { live, meshed, with_ } from './told.ts'

const prometheus = (path: readonly string[], value: unknown): Claim =>
  live('Prometheus/monitoring/prometheus', ['spec', ...path], value)

/** How much of one kind of record is taken. */
const sampled = (by: string, of: string, share: string) =>
  components([by], (options) => ({
    ...options,
    samples: listed(options.samples).map((one) => (one.of === of ? { ...one, share } : one)),
  }))

const tiers = (tier: string, edit: object) =>
  components(['elk'], (options) => ({
    ...options,
    keeps: listed(options.keeps).map((one) => (one.tier === tier ? { ...one, ...edit } : one)),
  }))

const tokens = (edit: object) =>
  components(['keycloak'], (options) => ({ ...options, tokens: { ...held(options.tokens), ...edit } }))

const keycloak = 'signs-in/bakhmach-business-hub/provider/keycloak'
const routed = (field: string, value: unknown): Claim =>
  live('VirtualService/production/auth-service', ['spec', 'http', '0', field], value)

export const watching: readonly Fact[] = [
  {
    id: 'BK-120',
    title: 'metrics are gathered every thirty seconds',
    kinds: ['render'],
    holds: [prometheus(['scrapeInterval'], '30s'), holds('scrapes/production/prometheus', 'scrapes every 30s')],
    unless: with_('prometheus', { every: '60s' }),
  },
  {
    id: 'BK-121',
    title: 'metrics are kept for fifteen days',
    kinds: ['render'],
    holds: [prometheus(['retention'], '15d')],
    unless: with_('prometheus', { retention: '30d' }),
  },
  {
    id: 'BK-122',
    title: 'fifty million series have the memory and the disk that they take',
    kinds: ['check'],
    holds: [
      holds('holds-series/bakhmach-business-hub/prometheus', '50M series / 30s = 1.67M', '2.16 × 10¹²', '192Gi', '5Ti'),
    ],
    unless: components(['prometheus'], (options) => ({ ...options, volume: { ...held(options.volume), size: '1Ti' } })),
  },
  {
    id: 'BK-130',
    title: 'each line of a log is JSON',
    kinds: ['check'],
    holds: [kept('gathers/production/elk', 'format of elk: json')],
    unless: with_('elk', { format: 'text' }),
  },
  {
    id: 'BK-131',
    title: 'logs are at hand for thirty days',
    kinds: ['render'],
    holds: [kept('gathers/production/hot/elk', 'hot of elk keeps it for 30d')],
    unless: tiers('hot', { for: '7d' }),
  },
  {
    id: 'BK-132',
    title: 'logs are kept for ninety days in all',
    kinds: ['render', 'check'],
    holds: [kept('gathered/bakhmach-business-hub/elk', 'kept for 90d in all')],
    unless: tiers('cold', { from: 'entry' }),
  },
  {
    id: 'BK-133',
    title: 'a tenth of what is logged to find faults is taken',
    kinds: ['render', 'observe'],
    holds: [kept('gathers/production/debug/elk', 'elk takes 10% of debug')],
    unless: sampled('elk', 'debug', '5%'),
  },
  {
    id: 'BK-134',
    title: 'every line about an error is taken',
    kinds: ['observe'],
    holds: [kept('gathers/production/errors/elk', 'elk takes 100% of errors')],
    unless: sampled('elk', 'errors', '50%'),
  },
  {
    id: 'BK-136',
    title: 'a twentieth of the usual requests leaves a trace',
    kinds: ['render', 'observe'],
    holds: [kept('gathers/production/normal/jaeger', 'jaeger takes 5% of normal')],
    unless: sampled('jaeger', 'normal', '1%'),
  },
  {
    id: 'BK-137',
    title: 'every failed request leaves a trace, decided once it is whole',
    kinds: ['render', 'check', 'observe'],
    holds: [kept('gathered/bakhmach-business-hub/jaeger', 'decides once the whole trace is there')],
    unless: with_('jaeger', { decides: 'head' }),
  },
  {
    id: 'BK-138',
    title: 'a trace goes on by the headers of W3C',
    kinds: ['observe'],
    holds: [kept('gathers/production/jaeger', 'headers of jaeger: w3c')],
    unless: with_('jaeger', { propagates: 'b3' }),
  },
  {
    id: 'BK-139',
    title: 'traces are kept for three days',
    kinds: ['render'],
    holds: [kept('gathers/production/jaeger', 'keeps it for 3d, no less than 72h')],
    unless: with_('jaeger', { keeps: [{ tier: 'local', for: '24h' }] }),
  },
  {
    id: 'BK-140',
    title: 'alerts look at production, of which an availability is promised',
    kinds: ['check'],
    holds: [kept('covered/production/monitoring', '6 alerts look at production')],
    unless: change('platform', ['bakhmach-business-hub'], (options) => ({
      ...options,
      alerts: listed(options.alerts).filter(({ name }) => name === 'Watchdog'),
    })),
  },
  {
    id: 'BK-141',
    title: 'who signs in does so by OAuth and OpenID Connect',
    kinds: ['express', 'render'],
    holds: [kept(keycloak, 'keycloak speaks oauth, oidc')],
    unless: with_('keycloak', { protocols: ['saml'] }),
  },
  {
    id: 'BK-143',
    title: 'tokens are signed with RS256',
    kinds: ['run'],
    holds: [kept(keycloak, 'keycloak signs with RS256')],
    unless: tokens({ signs: 'ES256' }),
  },
  {
    id: 'BK-144',
    title: 'a token is good for an hour',
    kinds: ['render', 'run'],
    holds: [kept(keycloak, 'is good for 1h')],
    unless: tokens({ access: '2h' }),
  },
  {
    id: 'BK-145',
    title: 'a token is had anew for seven days',
    kinds: ['render'],
    holds: [kept(keycloak, 'is had anew for 7d')],
    unless: tokens({ refresh: '30d' }),
  },
  {
    id: 'BK-151',
    title: 'whoever signs in to production shows a second proof',
    kinds: ['secure', 'run'],
    holds: [holds('secondFactor/production', 'keycloak asks for one in production')],
    unless: components(['keycloak'], (options) => ({ ...options, mfa: { ...held(options.mfa), for: ['staging'] } })),
  },
  {
    id: 'BK-174',
    title: 'a security patch is there within a day',
    kinds: ['check', 'deliver'],
    holds: [kept('released/production/security patches', 'and 24h is said')],
    unless: change('stage', ['test'], (options) => ({ ...options, takes: '30h' })),
  },
  {
    id: 'BK-69',
    title: 'nobody waits longer than thirty seconds for an answer',
    kinds: ['render', 'run'],
    holds: [routed('timeout', '30s')],
    unless: meshed({ timeout: '60s' }),
  },
  {
    id: 'BK-71',
    title: 'a call is tried three times at most, and there is time for each',
    kinds: ['render', 'check'],
    holds: [
      routed('retries', { attempts: 2, perTryTimeout: '8s' }),
      kept('retries/production/api-gateway/auth-service'),
    ],
    unless: meshed({ retries: { attempts: 3, backoff: 'exponential', perTry: '12s' } }),
  },
  {
    id: 'BK-154',
    title: 'pods refuse what shows no certificate of the mesh',
    kinds: ['render', 'run'],
    holds: [
      live('PeerAuthentication/production/default', ['spec', 'mtls', 'mode'], 'STRICT'),
      kept('mutualTls/production/mtls'),
    ],
    unless: meshed({ mtls: 'permissive' }),
  },
  {
    id: 'BK-156',
    title: 'the key that seals is renewed every month',
    kinds: ['render', 'check'],
    holds: [holds('rotates/bakhmach-business-hub/keys', 'the sealing key of sealed-secrets is replaced every month')],
    unless: change('secretStore', ['sealed-secrets'], (options) => ({ ...options, renewsKey: 'year' })),
  },
  {
    id: 'BK-182',
    title: 'what is said to be ready for production has twenty open tasks',
    kinds: ['document', 'check'],
    on: 'as-written',
    holds: [broken('ready/bakhmach-business-hub/roadmap', '20 of 20 tasks are open')],
    unless: change('paper', [''], (options) => ({ ...options, status: 'target' })),
  },
]
