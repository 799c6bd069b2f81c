import type { Database } from "../../../database/work.server.ts";
import { system } from "../../../identity/actor.ts";
import { frozen } from "../allocate/frozen.ts";
import { checkInThread } from "../allocate/run.server.ts";
import { checkRound, type RoundCheck } from "./checks.ts";
import type { Round } from "./contract.ts";
import { readSnapshotRows } from "./snapshot.server.ts";

/** So many students are looked at faster than a thread starts. */
const checkedHere = 300;

/**
 * What blocks or weakens a round as it stands. The caller has judged who may ask. Read as the system, because what other
 * keepers have brought along counts too; only numbers and names of sites come out. A national round takes some seconds.
 */
export async function checkedRound(database: Database, organisationId: string, round: Round): Promise<RoundCheck> {
	const rows = await database.reading(system("placement checks", organisationId), (work) =>
		readSnapshotRows(work, round),
	);
	return rows.claims.length > checkedHere ? checkInThread(rows) : checkRound(frozen(rows));
}
