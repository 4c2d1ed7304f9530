import { startEmbeddedPostgres } from '#platform/postgres/start.ts'

/** A program of its own for tests that kill it: starts a server in the folder given, says so, and waits. */
const [dataDir = '', diesWithUs] = process.argv.slice(2)
const server = await startEmbeddedPostgres({
  dataDir,
  diesWithUs: diesWithUs !== 'outlives',
  settings: { fsync: 'off' },
})
console.log(JSON.stringify({ pid: server.pid }))
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)))
setInterval(() => {}, 60_000)
