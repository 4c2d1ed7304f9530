import { type Command, say } from './command.ts'
import { backupCommand } from './backup.ts'
import { createAdminCommand } from './create-admin.ts'
import { doctorCommand } from './doctor.ts'
import { importCommand } from './import.ts'
import { migrateCommand } from './migrate.ts'
import { restoreCommand } from './restore.ts'
import { rotateKeysCommand } from './rotate-keys.ts'

const commands: readonly Command[] = [
  migrateCommand,
  importCommand,
  createAdminCommand,
  backupCommand,
  restoreCommand,
  rotateKeysCommand,
  doctorCommand,
]

const wantsHelp = (word: string | undefined): boolean => word === '--help' || word === '-h'

async function run([name, ...words]: string[]): Promise<number> {
  const command = commands.find((command) => command.name === name)
  if (!command) {
    const list = commands.map(({ name, summary }) => `  ${name.padEnd(14)} ${summary}`)
    const known = name === undefined || wantsHelp(name)
    const problem = known ? [] : [`There is no command ${name}.`, '']
    say([...problem, 'bin/splot COMMAND [--help]', '', ...list].join('\n'))
    return known ? 0 : 2
  }
  if (words.some(wantsHelp)) {
    say(`${command.summary}\n\n${command.usage}`)
    return 0
  }
  await command.run(words, process.env)
  return Number(process.exitCode ?? 0)
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
}
