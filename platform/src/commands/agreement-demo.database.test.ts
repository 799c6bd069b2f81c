import { expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { system } from "../identity/actor.ts";
import { demoKeepers, seedAgreementDemo } from "../modules/agreement/demo.server.ts";
import { countStandings } from "../modules/agreement/service.server.ts";
import { seedDemo } from "../modules/organisation/demo.server.ts";
import { seedReference } from "../modules/organisation/reference.server.ts";

const database = await openTestDatabase();

it("fills the demo region with agreements at each standing, once", async () => {
	await database.commanding(system("reference"), seedReference);
	await database.commanding(system("demo"), seedDemo);
	for (const { at, id } of demoKeepers()) {
		const made = await database.commanding(system("demo", id), (work) => seedAgreementDemo(work, at));
		expect(made.done?.agreements).toBeGreaterThan(0);
		expect(await database.commanding(system("demo", id), (work) => seedAgreementDemo(work, at))).toEqual({
			done: { agreements: 0 },
		});
	}
	const host = demoKeepers().find(({ at }) => at === "stjordal")?.id ?? "";
	const counts = await database.reading(system("demo", host), countStandings);
	expect(Object.fromEntries(counts)).toEqual({
		...{ draft: 1, negotiating: 1, signing: 1, "not-begun": 1, "in-force": 1, "to-renew": 1, "run-out": 1 },
	});
});
