import type { Work } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, type Refusal, refused, refusedAll } from "../../../outcome.ts";
import { listOrganisations } from "../../organisation/service.server.ts";
import { coordinatedBy } from "../capacity/asker.server.ts";
import { hostKinds } from "../capacity/codes.ts";
import type { RequestRefusal } from "./contract.ts";
import { addRequests } from "./service.server.ts";
import type { RequestSheetRow } from "./sheet.ts";

/**
 * Takes in orders as drafts: all of them, or none. Refusals name the row of the file in `detail.row`.
 */
export async function takeInRequests(
	work: Work,
	rows: readonly { readonly row: number; readonly value: RequestSheetRow }[],
): Promise<Outcome<{ created: number; places: number }, RequestRefusal>> {
	const organisationId = await coordinatedBy(work);
	if (organisationId === undefined) return refused("not-allowed");
	const hosts = await namesOf(work, hostKinds);
	const institutions = await namesOf(work, ["institution", "vocational-college"]);
	const refusals: Refusal<RequestRefusal>[] = [];
	let places = 0;
	for (const { row, value } of rows) {
		const institutionId = value.institution === null ? organisationId : institutions.get(foldName(value.institution));
		const hostId = value.host === null ? organisationId : hosts.get(foldName(value.host));
		if (institutionId === undefined) refusals.push({ code: "institution-unknown", detail: { row } });
		if (hostId === undefined) refusals.push({ code: "host-unknown", detail: { row } });
		if (institutionId === undefined || hostId === undefined) continue;
		const { courseName, profession, yearOfStudy, firstDay, lastDay, answerBy, message } = value;
		const outcome = await addRequests(work, {
			...{ institutionId, periodId: null, programme: value.programme ?? "", courseName, profession, yearOfStudy },
			...{ settings: [], firstDay, lastDay, answerBy, message, lines: [{ hostId, places: value.places }] },
		});
		if (outcome.refused) refusals.push(...outcome.refused.map((one) => ({ ...one, detail: { ...one.detail, row } })));
		places += value.places;
	}
	if (refusals.length > 0) return refusedAll(refusals);
	await record(work, {
		...{ verb: "request.import", objectKind: "organisation", objectId: organisationId, organisationId },
		detail: { created: rows.length, places },
	});
	return done({ created: rows.length, places });
}

/** Organisations by name and number; a name that two have means nobody. */
async function namesOf(work: Work, kinds: readonly string[]): Promise<ReadonlyMap<string, string | undefined>> {
	const names = new Map<string, string | undefined>();
	for (const kind of kinds)
		for (const { id, name, number } of (await listOrganisations(work, { kind })).rows)
			for (const word of [name, `${name} kommune`, ...(number === null ? [] : [number, `${name} (${number})`])]) {
				const key = foldName(word);
				names.set(key, names.has(key) && names.get(key) !== id ? undefined : id);
			}
	return names;
}
