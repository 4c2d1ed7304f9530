import { readConfig } from '#platform/config.ts'
import { createLog } from '#platform/log.ts'
import { serve, type Running } from './serve.ts'
import { createServices, type Services } from './services.ts'
import { welcome } from './welcome.ts'

/** What can't be started is told in a sentence, as by bin/splot; a stack would only hide it. */
async function orSaySo<T>(step: Promise<T>, services?: Services): Promise<T> {
  try {
    return await step
  } catch (error) {
    await services?.stop()
    process.stderr.write(`${(error as Error).message}\n`)
    return process.exit(1)
  }
}

const config = await orSaySo(Promise.resolve(process.env).then(readConfig))
const log = createLog(config.logLevel)
const services = await orSaySo(createServices(config, log))
const running: Running = await orSaySo(serve(services), services)
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
