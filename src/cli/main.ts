import { checkCommand } from './check-command'
import { compareCommand } from './compare-command'
import { fixtureCommand } from './fixture-command'
import { type Io, write } from './io'
import { manifest } from './manifest'
import { parseCommand } from './parse-command'
import { showCommand } from './show-command'
import { isUsageError } from './usage-error'
import { languageOf, wording } from './wording'

const commands = {
  parse: parseCommand,
  check: checkCommand,
  compare: compareCommand,
  fixture: fixtureCommand,
  show: showCommand,
}

/**
 * Runs one command of `ogi-report`.
 *
 * @param argv what stands behind the program's name
 * @param io   its streams
 * @returns the exit code: 0; 1 where `check` finds something wrong in a report; 2 on misuse or where a file is unreadable
 */
export async function main(argv: string[], io: Io): Promise<number> {
  const [name, ...rest] = argv
  const say = wording[languageOf(argv)]
  try {
    if (name === '--version' || name === '-v') await write(io.stdout, `${manifest().version}\n`)
    else if (name === undefined || name === 'help' || argv.includes('--help') || argv.includes('-h')) {
      await write(name === undefined ? io.stderr : io.stdout, say.usage)
      return name === undefined ? 2 : 0
    } else if (!Object.hasOwn(commands, name)) {
      await write(io.stderr, `ogi-report: ${say.unknownCommand(name)}\n\n${say.usage}`)
      return 2
    } else return await commands[name as keyof typeof commands](rest, io)
    return 0
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    // The reader of our output went away (`ogi-report … | head`): nothing is wrong.
    if (code === 'EPIPE') return 0
    if (!isUsageError(error) && code === undefined) throw error
    await write(io.stderr, `ogi-report: ${message}\n${isUsageError(error) ? `${say.seeHelp}\n` : ''}`)
    return 2
  }
}
