import { request, type Agent } from 'node:http'

/** One request, from the address that the trusted proxy names. */
export interface Ask {
  path: string
  from: string
  /** A form is sent where there is one. */
  body?: string
  cookie?: string
}

export interface Sent {
  /** 0 when nobody answered. */
  status: number
  milliseconds: number
}

export function send(agent: Agent, port: number, { path, from, body, cookie }: Ask): Promise<Sent> {
  const headers = {
    host: `localhost:${port}`,
    'x-forwarded-for': from,
    ...(cookie !== undefined && { cookie }),
    ...(body !== undefined && {
      origin: `http://localhost:${port}`,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    }),
  }
  const began = performance.now()
  return new Promise((resolve) => {
    const done = (status: number) => resolve({ status, milliseconds: performance.now() - began })
    request({ agent, host: '127.0.0.1', port, path, headers, method: body === undefined ? 'GET' : 'POST' })
      .on('response', (answer) => void answer.resume().on('end', () => done(answer.statusCode ?? 0)))
      .on('error', () => done(0))
      .end(body)
  })
}
