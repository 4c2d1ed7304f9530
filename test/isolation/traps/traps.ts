/** The rules that test/isolation/catalogue.test.ts tries, each with breaches, and bin/splot doctor asks too. */
const catalogue = 'src/platform/catalogue/rules.ts'
const tables = 'test/isolation/tables.test.ts'
const policies = 'test/isolation/traps/policies.test.ts'
const oracles = 'test/isolation/traps/oracles.test.ts'
const plans = 'test/isolation/traps/plans.test.ts'
const connections = 'test/isolation/traps/connections.test.ts'
const source = 'test/isolation/traps/source.test.ts'
const dump = 'test/isolation/traps/dump.test.ts'
const role = 'src/platform/serving-role.test.ts'
const release = 'src/platform/server-release.test.ts'
const opening = 'src/platform/database-server.test.ts'

/** A known way past row-level security, what Splot does against it, and the tests that hold it. */
export interface KnownTrap {
  trap: string
  defence: string
  /** A test's file and words of its name. Each test of a defence has one beside it in which the defence is removed. */
  heldBy: readonly (readonly [file: string, test: string])[]
}

/** The 24 traps, to be read one by one. */
export const knownTraps: Readonly<Record<number, KnownTrap>> = {
  1: {
    trap: 'The owner of a table sees all of its rows.',
    defence: 'Row-level security is forced, and the role that serves owns nothing.',
    heldBy: [
      [policies, 'the owner of the tables is bound by their policies'],
      [catalogue, 'row-level security is on and forced on every tenant table'],
    ],
  },
  2: {
    trap: 'A superuser, or a role with BYPASSRLS, sees everything.',
    defence: 'Splot refuses to start with such a role.',
    heldBy: [
      [policies, 'the role that serves is bound by row-level security'],
      [
        role,
        'a role that bypasses row-level security, makes roles, makes tables or belongs to the owner may not serve',
      ],
      [opening, 'Splot does not start with the role of the owner'],
    ],
  },
  3: {
    trap: 'A view runs with the rights of its owner.',
    defence: 'Views have security_invoker.',
    heldBy: [[catalogue, 'no view runs with its owner’s rights and none is materialized']],
  },
  4: {
    trap: 'A materialized view is a copy without policies.',
    defence: 'There is none.',
    heldBy: [[catalogue, 'no view runs with its owner’s rights and none is materialized']],
  },
  5: {
    trap: 'A SECURITY DEFINER function runs with the rights of its owner.',
    defence: 'There is none.',
    heldBy: [[catalogue, 'no function runs with its owner’s rights but those listed, and none is marked leakproof']],
  },
  6: {
    trap: 'A function marked LEAKPROOF is shown the rows of all before the policy decides.',
    defence: 'None is marked, and the role that serves may create no function.',
    heldBy: [
      [catalogue, 'no function runs with its owner’s rights but those listed, and none is marked leakproof'],
      [
        role,
        'a role that bypasses row-level security, makes roles, makes tables or belongs to the owner may not serve',
      ],
    ],
  },
  7: {
    trap: 'A unique key over all centres tells that a value is taken elsewhere.',
    defence: 'tenant_id stands first in every unique key.',
    heldBy: [
      [oracles, 'no unique key tells that another centre has the same value'],
      [catalogue, 'tenant_id stands first in every primary key, unique index and exclusion'],
    ],
  },
  8: {
    trap: 'A foreign key accepts a row of another centre, and tells that it exists.',
    defence: 'Every foreign key between tables of centres begins with tenant_id.',
    heldBy: [
      [oracles, 'a row of another centre can’t be pointed at, and is refused like one that isn’t there'],
      [catalogue, 'every foreign key between tenant tables begins with tenant_id on both sides'],
    ],
  },
  9: {
    trap: 'A sequence tells how much others do.',
    defence: 'Ids are random, numbers that people read are counted within a centre.',
    heldBy: [[catalogue, 'no sequence tells one centre the volume of another']],
  },
  10: {
    trap: 'Permissive policies add up: one loose helper opens the table.',
    defence: 'Each table has one permissive and one restrictive policy.',
    heldBy: [
      [policies, 'one more permissive policy opens nothing, because the restrictive one stands'],
      [catalogue, 'every tenant table has one permissive and one restrictive policy, for all commands and roles'],
    ],
  },
  11: {
    trap: 'A loose policy lets an update without a condition move the rows of all centres.',
    defence: 'The restrictive policy is for all commands and checks what is written.',
    heldBy: [
      [policies, 'an update without a condition moves the rows of the own centre only'],
      [policies, 'no row is moved into another centre'],
    ],
  },
  12: {
    trap: 'A partition read by its own name knows nothing of its parent’s policies.',
    defence: 'Partitions have policies of their own and no grants.',
    heldBy: [[catalogue, 'no partition or child of a table is granted by itself, and each has policies of its own']],
  },
  13: {
    trap: 'TRUNCATE asks no policy.',
    defence: 'It isn’t granted.',
    heldBy: [
      [policies, 'no table can be emptied past the policies by truncate'],
      [catalogue, 'the app owns nothing, and may not truncate, reference or trigger anything'],
    ],
  },
  14: {
    trap: 'COPY FROM is refused under row-level security, which tempts to switch that off.',
    defence: 'Imports insert.',
    heldBy: [
      [policies, 'rows are not copied in past the policies'],
      [source, 'what serves pages copies no rows into tables'],
    ],
  },
  15: {
    trap: 'After `set local` the setting is an empty text, not null.',
    defence: 'The policy takes it for no centre: there is nothing, and no error.',
    heldBy: [
      [policies, 'without a centre every table is empty, and asking is no error'],
      [tables, 'without a centre there is nothing'],
      [connections, 'what isn’t an id never becomes a centre'],
    ],
  },
  16: {
    trap: 'A pooled connection keeps the setting of a session.',
    defence: 'The centre is set in one place, for one transaction.',
    heldBy: [
      [connections, 'the next use of a connection knows nothing of the centre before, whether that ended well or not'],
      [source, 'the centre is set in one place, for one transaction'],
    ],
  },
  17: {
    trap: 'Two requests on one connection answer each other.',
    defence: 'Each transaction has its connection; there is one pool, behind one helper.',
    heldBy: [
      [connections, 'a thousand requests of two centres over three connections: none gets the other’s row'],
      [source, 'there is one pool, behind the transaction helper'],
    ],
  },
  18: {
    trap: 'A dump by the role that serves is empty and says that all went well.',
    defence: 'With row_security off PostgreSQL refuses instead; what is copied is counted.',
    heldBy: [
      [dump, 'the role that serves can’t make an empty dump by mistake'],
      [dump, 'a role that bypasses row-level security copies every row'],
    ],
  },
  19: {
    trap: 'Operators that aren’t leakproof lose their index under row-level security.',
    defence: 'What is searched for is searched by equality and ^@, in columns made for it.',
    heldBy: [[plans, 'each table is reached by an index']],
  },
  20: {
    trap: 'A function in a policy is called for each row.',
    defence: 'Policies call current_setting and nothing else; queries name their centre, so they are asked once.',
    heldBy: [
      [policies, 'a policy calls nothing but current_setting, and the same for reading and writing'],
      [plans, 'the policy is asked once'],
    ],
  },
  21: {
    trap: 'The statistics of the planner tell of protected rows.',
    defence: 'They are hidden, and Splot refuses a server in which they aren’t (CVE-2025-8713).',
    heldBy: [
      [policies, 'the statistics of the planner tell the app nothing of a table of centres'],
      [release, 'a release in which statistics tell of protected rows is refused, the next one is not'],
      [opening, 'Splot does not start on a server whose statistics leak'],
    ],
  },
  22: {
    trap: 'row_security can be switched off.',
    defence: 'For a role that is bound by policies that is an error, and no code of ours does it.',
    heldBy: [
      [policies, 'switching row-level security off is refused, not obeyed'],
      [source, 'nobody becomes another role or switches row-level security off'],
    ],
  },
  23: {
    trap: 'Audit, outbox and job tables are forgotten.',
    defence: 'Whatever has the column of a centre has its policies, in any schema.',
    heldBy: [
      [catalogue, 'whatever has the column of a centre, in any schema, has its policies'],
      [catalogue, 'every table is kept by tenant or listed as shared'],
    ],
  },
  24: {
    trap: 'A replica, or a reader of the log, gets the rows of all centres.',
    defence: 'Nothing is published, and a role that may replicate doesn’t serve.',
    heldBy: [
      [catalogue, 'nothing is published or decoded for a reader elsewhere, which would get the rows of all centres'],
      [role, 'a role that replicates, or reads all tables, the server’s files or others’ queries, may not serve'],
    ],
  },
}
