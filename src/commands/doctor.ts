import { parseArgs } from 'node:util'
import { readConfig } from '#platform/config.ts'
import { reachAsItIs } from '#platform/database-server.ts'
import { type Command, say } from './command.ts'
import { checks, type Examined, examine, exitStatus } from './doctor/examine.ts'
import { lookAt } from './doctor/scene.ts'

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'look a running installation over and say what to do',
  usage: `bin/splot doctor [--json] [--all]

Looks at roles, policies, grants, schema, server, secrets, mail, disk, backups, audit and accounts,
with the settings and the role that Splot serves with; changes nothing. Tells what isn't well;
--all tells what is well too, --json all of it for a program to read.
Exit status: 0 all is well, 1 there are warnings, 2 something failed.`,
  run: async (args, environment) => {
    const flag = { type: 'boolean' } as const
    const { json, all } = parseArgs({ args, options: { json: flag, all: flag } }).values
    const server = await reachAsItIs(readConfig(environment), { info: () => {}, warn: () => {} })
    try {
      const examined = await lookAt(server, environment, async (scene) => {
        const found: Examined[] = []
        for (const check of checks) found.push(await examine(check, scene))
        return found
      })
      say(json ? JSON.stringify(examined, null, 2) : report(examined, all === true))
      process.exitCode = exitStatus(examined)
    } finally {
      await server.stop()
    }
  },
}

function report(examined: readonly Examined[], all: boolean): string {
  const shown = examined.filter(({ state }) => all || state === 'warn' || state === 'fail')
  const lines = shown.flatMap(({ id, state, what, found, advice }) => [
    `${state.toUpperCase().padEnd(8)}${id.padEnd(34)} ${what}: ${found}`,
    ...(advice === undefined ? [] : [`${' '.repeat(8)}→ ${advice}`]),
  ])
  const count = (state: string): string => `${examined.filter((one) => one.state === state).length} ${state}`
  return [...lines, `${examined.length} checks: ${['ok', 'warn', 'fail', 'skipped'].map(count).join(', ')}.`].join('\n')
}
