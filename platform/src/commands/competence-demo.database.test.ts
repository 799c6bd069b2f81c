import { expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { system } from "../identity/actor.ts";
import {
	demoPlanners,
	seedCollection,
	seedCompetenceDemo,
	seedPlan,
	seedStudies,
	seedUsed,
} from "../modules/competence/demo.server.ts";
import { listPlans, listStudies, reckonGaps, summariseUnits } from "../modules/competence/service.server.ts";
import { seedDemo } from "../modules/organisation/demo.server.ts";
import { seedReference } from "../modules/organisation/reference.server.ts";

const database = await openTestDatabase();

it("tells what services of two municipalities of the demo region have, once", async () => {
	await database.commanding(system("reference"), seedReference);
	await database.commanding(system("demo"), seedDemo);
	for (const { id, answered, named, plan } of demoPlanners()) {
		const seed = () => database.commanding(system("demo", id), (work) => seedCompetenceDemo(work, answered));
		expect((await seed()).done?.units).toBeGreaterThan(4);
		expect(await seed()).toEqual({ done: { units: 0 } });
		const units = await database.reading(system("demo", id), summariseUnits);
		const standings = new Set(units.map(({ freshness }) => freshness));
		expect([...standings].sort()).toEqual(["fresh", "missing", "stale"]);
		const gaps = await database.reading(system("demo", id), (work) => reckonGaps(work, { turnover: null, growth: 0 }));
		expect(gaps.some(({ lacking }) => (lacking[0]?.total ?? 0) > 1)).toBe(true);
		const planned = () => database.commanding(system("demo", id), (work) => seedPlan(work, plan));
		expect((await planned()).done?.measures).toBeGreaterThan(2);
		expect(await planned()).toEqual({ done: { measures: 0 } });
		const [made] = await database.reading(system("demo", id), listPlans);
		expect(made).toMatchObject({ title: plan.title, state: plan.steps.length > 0 ? "adopted" : "draft" });
		const study = () => database.commanding(system("demo", id), (work) => seedStudies(work, named));
		expect((await study()).done?.studies).toBeGreaterThan(4);
		expect(await study()).toEqual({ done: { studies: 0 } });
		const studies = await database.reading(system("demo", id), listStudies);
		expect(studies.some(({ state }) => state === "dropped-out")).toBe(true);
		expect(studies.some(({ measureId }) => measureId !== null)).toBe(true);
		expect(studies.some(({ name }) => name !== null)).toBe(named);
		expect(studies.some(({ personId }) => personId !== null)).toBe(named);
		const ask = () => database.commanding(system("demo", id), seedCollection);
		expect((await ask()).done?.answers).toBeGreaterThan(2);
		expect(await ask()).toEqual({ done: { answers: 0 } });
		const use = () => database.commanding(system("demo", id), seedUsed);
		expect((await use()).done?.answers).toBeGreaterThan(50);
		expect(await use()).toEqual({ done: { answers: 0 } });
	}
});
