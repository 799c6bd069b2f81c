import { newId, type Work } from "../../../../database/work.server.ts";
import { record } from "../../../../identity/audit.server.ts";
import { type Importer, importer } from "../../../../import/importer.server.ts";
import { inTurns } from "../../../../import/turns.ts";
import { insertContacts, listContacts, updateContact } from "../../contact/store.server.ts";
import { professionName, responsibilityName } from "../../text.ts";
import { ownMandate } from "../own-mandate.server.ts";
import { listAllMemberships } from "../people/store.server.ts";
import { refusalText } from "../refusal-text.ts";
import { listAllUnits } from "../units/store.server.ts";
import { type ContactFacts, type ContactPlan, planContacts } from "./plan.ts";
import { contactSheet } from "./sheet.ts";

/** Reads, plans and writes who answers for what. */
export const contactImporter: Importer = importer({
	sheet: async () => contactSheet,
	text: refusalText,
	whole: (value) => ({ ...value, responsibility: value.responsibility ?? "placements" }),
	async plan(work, organisationId, read) {
		const language = work.actor.kind === "person" ? work.actor.language : "nb";
		const facts: ContactFacts = {
			contacts: await listContacts(work, organisationId),
			holders: await listAllMemberships(work, organisationId),
			units: await listAllUnits(work, organisationId),
			mandate: await ownMandate(work, organisationId),
			today: work.today,
			nameOf: ({ responsibility, profession }) =>
				[responsibilityName(language, responsibility), profession && professionName(language, profession)]
					.filter(Boolean)
					.join(", "),
		};
		const plan = await inTurns(planContacts(read.rows, new Set(read.absentColumns), facts));
		const { created, changed, unchanged, untouched, refusals } = plan;
		return {
			created: created.map((one) => one.line),
			changed: changed.map((one) => one.line),
			...{ unchanged, untouched, refusals },
			approved: [
				...created.map((one) => one.values),
				...changed.map(({ before, values, line }) => [before.id, values, line.changes]),
			],
			write: () => writeContacts(work, organisationId, plan),
		};
	},
});

/** Writes what was planned; what is written counts as verified. */
async function writeContacts(work: Work, organisationId: string, { created, changed }: ContactPlan): Promise<void> {
	await insertContacts(
		work,
		organisationId,
		created.map(({ values, holder, deputy }) => ({ values, holder, deputy, id: newId(), verifiedAt: work.now })),
	);
	for (const { before, values, holder, deputy, line } of changed) {
		await updateContact(work, before, { values, holder, deputy });
		await record(work, {
			verb: "contact.change",
			objectKind: "contact",
			objectId: before.id,
			aboutPersonId: holder?.personId ?? null,
			organisationId,
			detail: { imported: true, fields: line.changes.map((change) => change.field) },
		});
	}
}
