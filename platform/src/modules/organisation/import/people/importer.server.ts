import { newId, type Work } from "../../../../database/work.server.ts";
import { record } from "../../../../identity/audit.server.ts";
import { revokeLinksTo } from "../../../../identity/link-token.server.ts";
import { type Importer, importer } from "../../../../import/importer.server.ts";
import { inTurns, rowsInTurn } from "../../../../import/turns.ts";
import { piecesOf } from "../../../../pieces.ts";
import { searchNameOf } from "../../people/rules.ts";
import { followContacts, insertMemberships } from "../../people/store.server.ts";
import { ownMandate } from "../own-mandate.server.ts";
import { refusalText } from "../refusal-text.ts";
import { listAllUnits } from "../units/store.server.ts";
import { type PeopleFacts, type PeoplePlan, planPeople } from "./plan.ts";
import { peopleSheet } from "./sheet.ts";
import * as store from "./store.server.ts";

/** Reads, plans and writes people in roles. */
export const peopleImporter: Importer = importer({
	sheet: async () => peopleSheet,
	text: refusalText,
	whole: (value) => ({ ...value, name: value.name ?? "", role: value.role ?? "student" }),
	async plan(work, organisationId, read) {
		const facts: PeopleFacts = {
			memberships: await store.listAllMemberships(work, organisationId),
			units: await listAllUnits(work, organisationId),
			mandate: await ownMandate(work, organisationId),
			today: work.today,
		};
		const plan = await inTurns(planPeople(read.rows, new Set(read.absentColumns), facts));
		const { created, changed, unchanged, untouched, refusals } = plan;
		return {
			created: created.map((one) => one.line),
			changed: changed.map((one) => one.line),
			...{ unchanged, untouched, refusals },
			approved: [
				...created.map((one) => one.values),
				...changed.map(({ id, values, line }) => [id, values.deputyId, line.changes]),
			],
			write: () => writePeople(work, organisationId, plan),
		};
	},
});

/** Writes what was planned; contacts that carry name and address follow. */
async function writePeople(work: Work, organisationId: string, { created, changed }: PeoplePlan): Promise<void> {
	const made = new Map(created.map((one) => [one.id, newId()]));
	const idOf = (id: string) => made.get(id) ?? id;
	const deputyOf = (id: string | null) => (id === null ? null : idOf(id));
	for (const piece of piecesOf(created, rowsInTurn))
		await insertMemberships(
			work,
			piece.map(({ id, values }) => ({
				...{ organisationId, id: idOf(id), personId: null, values: { ...values, deputyId: null } },
				...{ verifiedAt: work.now, searchName: searchNameOf(values) },
			})),
		);
	// A deputy may stand further down in the file, so whoever has one is written when all of them are there.
	for (const piece of piecesOf(changed, rowsInTurn))
		await store.updateMemberships(
			work,
			organisationId,
			piece.map(({ id, values }) => ({
				...{ id, values: { ...values, deputyId: deputyOf(values.deputyId) }, searchName: searchNameOf(values) },
			})),
		);
	await store.updateDeputies(
		work,
		organisationId,
		created.flatMap(({ id, values }) => {
			const deputyId = deputyOf(values.deputyId);
			return deputyId === null ? [] : [{ id: idOf(id), deputyId }];
		}),
	);
	await followContacts(
		work,
		organisationId,
		changed.map((one) => one.id),
	);
	for (const { id, before, values, line } of changed) {
		// What was sent to a wrong address must not give the role to whoever got it.
		if (values.email !== before.email) await revokeLinksTo(work, { kind: "membership", id }, "join");
		// Whoever has an account can look up what was done to what is held about them.
		if (before.personId !== null)
			await record(work, {
				verb: "membership.change",
				objectKind: "membership",
				objectId: id,
				aboutPersonId: before.personId,
				organisationId,
				detail: { imported: true, fields: line.changes.map((change) => change.field) },
			});
	}
}
