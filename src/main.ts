import { readConfig } from '#platform/config.ts'
import { createLog } from '#platform/log.ts'
import { serve } from './serve.ts'
import { createServices } from './services.ts'
import { welcome } from './welcome.ts'

const config = readConfig(process.env)
const log = createLog(config.logLevel)
const services = await createServices(config, log)
const running = await serve(services)
process.stdout.write(await welcome(services, running.address))

let stopping = false
async function stop(reason: string, status: number): Promise<void> {
  if (stopping) return
  stopping = true
  log.info({ reason }, 'stopping')
  await running.stop()
  await services.stop()
  process.exit(status)
}
process.on('SIGINT', () => void stop('SIGINT', 0))
process.on('SIGTERM', () => void stop('SIGTERM', 0))
void services.server.lost.then((error) => {
  log.fatal({ err: error }, 'the database server ended')
  return stop('the database server ended', 1)
})
