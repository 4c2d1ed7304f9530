import { createServices } from './services.ts'
import { serve } from './serve.ts'
import { readConfig } from '#platform/config.ts'
import { createLog } from '#platform/log.ts'

const config = readConfig(process.env)
const log = createLog(config.logLevel)
const services = await createServices(config, log)
const running = await serve(services)

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    void running
      .stop()
      .then(() => services.stop())
      .then(() => process.exit(0))
  })
}
