import { type Check, fail, isProduction, none, ok, skipped, warn } from './check.ts'

const isLoopback = (host: string): boolean => /^(localhost|127\.|\[?::1)/.test(host)
const patience = 3000

export const siteChecks: readonly Check[] = [
  {
    id: 'base-url-https',
    what: 'people reach the pages by https',
    advice: 'Put a proxy with TLS before Splot and set SPLOT_BASE_URL=https://…',
    look: (scene) => {
      const { protocol, hostname } = new URL(scene.config.baseUrl)
      if (protocol === 'https:') return ok(scene.config.baseUrl)
      return isProduction(scene) || !isLoopback(hostname)
        ? fail(scene.config.baseUrl)
        : skipped('on loopback, for trying')
    },
  },
  {
    id: 'trusted-proxy',
    what: 'the proxy before Splot is named, so that limits count by person',
    advice:
      'SPLOT_TRUSTED_PROXY=127.0.0.1, ::1 (the addresses that the proxy comes from). Without it SPLOT_PAGES_PER_SECOND is for everyone together.',
    look: (scene) => {
      if (!scene.config.baseUrl.startsWith('https:')) return skipped('there is no proxy')
      return scene.trustsProxy ? ok('it is named') : fail('everyone counts as one address')
    },
  },
  {
    id: 'listening-address',
    what: 'the program listens where only the proxy reaches it',
    advice: 'HOST=127.0.0.1, or a private network with a firewall.',
    look: ({ config }) => {
      const everywhere = ['0.0.0.0', '::', '*'].includes(config.host)
      return everywhere ? warn(`${config.host}: every network of this machine`) : ok(config.host)
    },
  },
  {
    id: 'answers',
    what: 'the program runs and is ready',
    advice: 'Start it (systemctl start splot) and read its log.',
    look: async ({ config }) => {
      const host = ['0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host
      const address = `http://${host.includes(':') ? `[${host}]` : host}:${config.port}/readyz`
      try {
        const answer = await fetch(address, { signal: AbortSignal.timeout(patience) })
        return answer.ok ? ok(address) : fail(`${address} answered ${answer.status}`)
      } catch {
        return warn(`${address} does not answer`)
      }
    },
  },
  {
    id: 'hosts',
    what: 'every centre has a host name of its own',
    advice: 'Put the names into "hosts" of centre.json and run bin/splot import.',
    look: async ({ ask, centres }) => {
      if (centres.length === 0) return warn('there is no centre yet')
      if (centres.length === 1) return skipped('with one centre every name is its')
      const known = await ask<{ id: string }>('select tenant_id as id from tenant_host')
      const ids = new Set(known.map(({ id }) => id))
      return none(
        centres.filter(({ id }) => !ids.has(id)).map(({ slug }) => slug),
        'each has one',
      )
    },
  },
  {
    id: 'log-level',
    what: 'the log says what happens, and not more',
    advice: 'LOG_LEVEL=info',
    look: ({ config }) =>
      ['info', 'warn'].includes(config.logLevel) ? ok(config.logLevel) : warn(`LOG_LEVEL is ${config.logLevel}`),
  },
  {
    id: 'sample-setting',
    what: 'an installation for residents loads no sample',
    advice: 'SPLOT_SAMPLE=no',
    look: (scene) => (isProduction(scene) && scene.config.sample ? fail('SPLOT_SAMPLE is yes') : ok('so it is')),
  },
  {
    id: 'sample-centre',
    what: 'no sample centre stands beside real ones',
    advice: 'Begin an installation for residents with an empty database.',
    look: (scene) => {
      if (!isProduction(scene)) return skipped('this installation is for trying things out')
      return none(
        scene.centres.filter(({ sample }) => sample).map(({ slug }) => slug),
        'none',
      )
    },
  },
]
