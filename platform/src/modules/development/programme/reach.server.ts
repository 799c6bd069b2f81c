import type { Work } from "../../../database/work.server.ts";
import { countParticipation, listOrganisations } from "../../organisation/service.server.ts";
import { listAdmissions, listInvitations } from "./admission.store.server.ts";
import { openProgramme } from "./open.server.ts";
import { hereOf, type Reached } from "./reach.ts";

/** Every municipality, and what it has to do with a programme; undefined for others than whoever keeps it. */
export async function readReach(work: Work, programmeId: string) {
	const opened = await openProgramme(work, programmeId);
	if (!opened?.isOwn || opened.programme.state === "draft") return undefined;
	const { programme } = opened;
	const admissions = (await listAdmissions(work, programme)).filter(({ sentAt }) => sentAt !== null);
	const idsOf = (list: typeof admissions) => new Set(list.map(({ organisationId }) => organisationId));
	const known = {
		invited: new Set((await listInvitations(work, programme)).map(({ partyId }) => partyId)),
		applied: idsOf(admissions),
		admitted: idsOf(admissions.filter(({ admittedOn }) => admittedOn !== null)),
	};
	const since = { from: "1900-01-01", to: work.today };
	const taken = new Map(
		(await countParticipation(work, { kind: "municipality", objectKind: "programme", ...since })).map((one) => [
			one.id,
			one.count,
		]),
	);
	const { rows } = await listOrganisations(work, { kind: "municipality" });
	const reached = rows.map((row): Reached => {
		// Whoever was admitted here is in the register with this programme too.
		const before = (taken.get(row.id) ?? 0) - (known.admitted.has(row.id) ? 1 : 0);
		return {
			...{ id: row.id, name: row.name, countyName: row.countyName, population: row.population?.value ?? null },
			...{ before: Math.max(0, before), invited: known.invited.has(row.id), here: hereOf(row.id, known) },
		};
	});
	return { programme, reached };
}
