import { expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { system } from "../identity/actor.ts";
import { type RunAs, seedApplicationsDemo } from "../modules/funding/apply/demo.server.ts";
import { seedDecidedDemo } from "../modules/funding/assess/demo.server.ts";
import { demoApplicantId, demoGivers, seedFundingDemo, seedNeedsDemo } from "../modules/funding/demo.server.ts";
import { compareCalls, listCalls, listSchemes } from "../modules/funding/service.server.ts";
import { seedDemo } from "../modules/organisation/demo.server.ts";
import { seedReference } from "../modules/organisation/reference.server.ts";

const database = await openTestDatabase();

it("makes a call of two state administrators of one scheme that differ, once", async () => {
	await database.commanding(system("reference"), seedReference);
	await database.commanding(system("demo"), seedDemo);
	for (const { id, county } of demoGivers()) {
		const seed = () => database.commanding(system("demo", id), (work) => seedFundingDemo(work, county));
		expect(await seed()).toEqual({ done: { calls: 1 } });
		expect(await seed()).toEqual({ done: { calls: 0 } });
	}
	const actor = system("demo", demoGivers()[0]?.id);
	expect((await database.reading(actor, listCalls)).map(({ standing }) => standing)).toEqual(["open", "open"]);
	const [scheme] = await database.reading(actor, listSchemes);
	const compared = await database.reading(actor, (work) => compareCalls(work, scheme?.id ?? ""));
	const needs = () => database.commanding(system("demo", demoApplicantId()), seedNeedsDemo);
	expect((await needs()).done?.needs).toBeGreaterThan(5);
	expect(await needs()).toEqual({ done: { needs: 0 } });
	const refusals: string[] = [];
	const runAs: RunAs = async (id, verb) => {
		const outcome = await database.commanding(system("demo", id), verb);
		refusals.push(...(outcome.refused ?? []).map(({ code }) => code));
	};
	const apply = async () => {
		await seedDecidedDemo(runAs);
		await seedApplicationsDemo(runAs);
	};
	await apply();
	await apply();
	expect(refusals).toEqual([]);
	const applied = await database.reading(system("demo"), async (work) => {
		const rows = await work.db.selectFrom("funding.application").select("state").execute();
		return rows.map(({ state }) => state).sort();
	});
	expect(applied.filter((state) => state !== "sent")).toEqual(["draft", "draft", "withdrawn"]);
	expect(applied.length).toBe(12);
	const decided = await database.reading(system("demo"), (work) =>
		work.db.selectFrom("funding.decision").select("outcome").where("decided_at", "is not", null).execute(),
	);
	expect(decided.map(({ outcome }) => outcome).sort()).toEqual(["granted", "granted", "refused"]);
	expect(new Set(compared.map(({ content }) => content.ownShare))).toEqual(new Set([20, 0]));
});
