import type { Address } from './address.ts'

/**
 * Small: one centre's data and some ten connections, app and database idle below 400 MB together.
 * Quiet: an error's statement and detail can hold a person's data, so neither reaches the log.
 */
const modest: Record<string, string> = {
  shared_buffers: '64MB',
  max_connections: '50',
  max_worker_processes: '4',
  max_parallel_workers: '2',
  max_parallel_workers_per_gather: '1',
  max_logical_replication_workers: '0',
  autovacuum_max_workers: '2',
  io_method: 'sync',
  jit: 'off',
  huge_pages: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  client_connection_check_interval: '2s',
}

export function serverArguments(cluster: string, address: Address, settings: Record<string, string>): string[] {
  const listening: Record<string, string> =
    'socketFolder' in address
      ? { listen_addresses: '', unix_socket_directories: address.socketFolder, unix_socket_permissions: '0700' }
      : { listen_addresses: address.host, unix_socket_directories: '' }
  const all = { ...modest, ...settings, ...listening, port: String(address.port) }
  return ['-D', cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}
