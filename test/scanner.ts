import { createServer, type AddressInfo, type Socket } from 'node:net'
import type { ClamdAddress } from '#platform/files/virus-scan.ts'

/** The harmless text that every scanner calls a virus; put together here so that none finds it in this file. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('-')

export interface Scanner {
  address: ClamdAddress
  /** What was given to be looked at. */
  seen: Buffer[]
  stop(): Promise<void>
}

/** A program that talks as clamd does (PING and INSTREAM, ended by zero bytes) and knows one virus. */
export async function aScanner(path?: string): Promise<Scanner> {
  const seen: Buffer[] = []
  const server = createServer((socket) => hear(socket, seen))
  await new Promise<void>((resolve) => (path ? server.listen(path, resolve) : server.listen(0, '127.0.0.1', resolve)))
  const address = path ? { path } : { host: '127.0.0.1', port: (server.address() as AddressInfo).port }
  const stop = () => new Promise<void>((resolve) => void server.close(() => resolve()))
  return { address, seen, stop }
}

function hear(socket: Socket, seen: Buffer[]): void {
  const heard: Buffer[] = []
  socket
    .on('error', () => {})
    .on('data', (bytes: Buffer) => {
      heard.push(bytes)
      const all = Buffer.concat(heard)
      const answer = answerTo(all, seen)
      if (answer !== undefined) socket.end(`${answer}\0`)
    })
}

/** Undefined while more is to come. */
function answerTo(said: Buffer, seen: Buffer[]): string | undefined {
  const command = said.subarray(0, said.indexOf(0) + 1).toString()
  if (command === 'zPING\0') return 'PONG'
  if (command === '') return undefined
  if (command !== 'zINSTREAM\0') return 'UNKNOWN COMMAND'
  const pieces: Buffer[] = []
  let at = command.length
  while (at + 4 <= said.length) {
    const length = said.readUInt32BE(at)
    if (length === 0) return verdict(Buffer.concat(pieces), seen)
    pieces.push(said.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}

function verdict(bytes: Buffer, seen: Buffer[]): string {
  seen.push(bytes)
  return bytes.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK'
}
