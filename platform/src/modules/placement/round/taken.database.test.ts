import { sql } from "kysely";
import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeOrganisation } from "../../../../test/make.ts";
import { makePlacements } from "../../../../test/make-placement.ts";
import { newId } from "../../../database/work.server.ts";
import { system } from "../../../identity/actor.ts";
import { usualRules } from "../allocate/contract.ts";
import { occupiedOffers, snapshotOffers } from "./snapshot.store.server.ts";
import { addParties, findRound, insertRound } from "./store.server.ts";

const database = await openTestDatabase();

it("counts the most that other rounds have at an offer on one day of the round's, and no more", async () => {
	const school = await makeOrganisation(database, { kind: "institution" });
	const host = await makeOrganisation(database);
	const ids = await makePlacements(database, school.id, host.id, {
		...{ students: 6, firstDay: "2027-01-11", lastDay: "2027-01-31" },
	});
	const round = { organisationId: school.id, id: newId() };
	const days = [
		["2027-01-11", "2027-01-31", "published"],
		// The day after: the two are never there at once.
		["2027-02-01", "2027-02-20", "confirmed"],
		["2027-01-20", "2027-02-05", "published"],
		["2027-01-01", "2027-06-30", "cancelled"],
		["2026-08-01", "2026-12-20", "completed"],
		["2026-12-01", "2027-01-05", "published"],
	] as const;
	await database.commanding(system("make", school.id), async (work) => {
		for (const [at, [firstDay, lastDay, state]] of days.entries())
			await sql`update placement.placement set first_day = ${firstDay}, last_day = ${lastDay}, state = ${state}
				where id = ${ids[at] ?? ""}`.execute(work.db);
		await sql`update placement.offer set places = 10 where host_id = ${host.id}`.execute(work.db);
		const values = {
			...{ name: "Vår 2027", firstDay: "2027-01-01", lastDay: "2027-06-30", confirmBy: null },
			...{ wishesFrom: null, wishesUntil: null, wishesMost: 5 },
		};
		await insertRound(work, { ...round, values, rules: usualRules, seed: "test" });
		await addParties(work, round, "host", [host.id]);
		return { done: undefined };
	});
	const places = async () =>
		database.reading(system("look", school.id), async (work) => {
			const found = await findRound(work, round.id);
			return found && JSON.parse((await occupiedOffers(work, found)).text);
		});
	expect(await places()).toMatchObject([{ places: 8 }]);
	await database.commanding(system("make"), async (work) => {
		await sql`update placement.placement set last_day = '2027-02-01' where id = ${ids[0] ?? ""}`.execute(work.db);
		return { done: undefined };
	});
	expect(await places()).toMatchObject([{ places: 7 }]);
	// The same where only some sites are asked about.
	const at = await database.reading(system("look", school.id), async (work) => {
		const found = await findRound(work, round.id);
		const [offer] = found ? await snapshotOffers(work, found) : [];
		return (
			found && [await snapshotOffers(work, found, [offer?.siteId ?? ""]), await snapshotOffers(work, found, [newId()])]
		);
	});
	expect(at).toMatchObject([[{ places: 7 }], []]);
});
