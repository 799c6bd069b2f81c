import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { mayOf } from "../asker.server.ts";
import type { FundingRefusal } from "../contract.ts";
import type { LineFacts } from "./contract.ts";
import { insertEntry } from "./ledger.store.server.ts";
import { postingsOf } from "./ledger.ts";
import { nameOf } from "./service.server.ts";
import * as store from "./store.server.ts";

/**
 * Raises an award an appeal gave more: what is added stands on the lines it had, or on new ones, and in the ledger where the
 * award is accepted. One that was declined stands open again. On behalf of who gives it.
 * @param more what is granted beyond what was, line by line; whole kroner
 */
export async function raiseAward(
	work: Work,
	id: string,
	{ more, because }: { readonly more: readonly LineFacts[]; readonly because: string },
): Promise<Outcome<undefined, FundingRefusal>> {
	const [award] = await store.findAwards(work, sql`a.id = ${id}`);
	const may = await mayOf(work);
	if (!award || !may.makeCalls || award.issuerId !== may.organisationId) return refused("missing");
	const lines = (await store.listLines(work, [id])).get(id) ?? [];
	const declined = award.state === "declined" ? { declined_at: null, declined_because: null } : {};
	if (!(await store.updateAward(work, award, declined))) return refused("changed-by-another");
	for (const added of more) {
		const known = lines.find((one) => one.title === added.title && one.budgetYear === added.budgetYear);
		const lineId = known
			? await store.raiseLine(work, award, known.id, added.granted)
			: await store.insertLine(work, award, added, lines.length);
		if (award.state !== "accepted") continue;
		const entry = {
			kind: "grant",
			onDay: work.today,
			text: because.slice(0, 500),
			reference: award.reference,
		} as const;
		const { budgetYear, granted: kroner } = added;
		const deed = { kind: "grant", lineId, budgetYear, kroner } as const;
		await insertEntry(work, award, { ...entry, seen: true, by: nameOf(work) }, postingsOf(deed));
	}
	await record(work, {
		...{ verb: "funding-award.raise", objectKind: "funding-award", objectId: id },
		detail: { kroner: more.reduce((sum, { granted }) => sum + granted, 0) },
	});
	return done(undefined);
}
