import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { makeActor } from "../../test/make.ts";
import { newId } from "../database/work.server.ts";
import { timeliness } from "./rules.ts";
import { listInvolvement, recordInvolvement } from "./service.server.ts";

const database = await openTestDatabase();

describe("involvement", () => {
	it("is recorded by phase, seen by its organisation and no other", async () => {
		const actor = await makeActor(database);
		const stranger = await makeActor(database);
		const object = { kind: "plan", id: newId() };
		await database.commanding(actor, (work) =>
			recordInvolvement(work, object, { role: "user-council", phase: "plan", on: "2026-01-10" }),
		);
		await database.commanding(actor, (work) =>
			recordInvolvement(work, object, { role: "union", phase: "decision", on: "2026-02-10" }),
		);
		const seen = await database.reading(actor, (work) => listInvolvement(work, object));
		expect(seen.map(({ role, phase }) => [role, phase])).toEqual([
			["user-council", "plan"],
			["union", "decision"],
		]);
		expect(await database.reading(stranger, (work) => listInvolvement(work, object))).toEqual([]);
	});

	it("cannot be in the future", async () => {
		const actor = await makeActor(database);
		const outcome = await database.commanding(actor, (work) =>
			recordInvolvement(work, { kind: "plan", id: newId() }, { role: "user", phase: "idea", on: "2999-01-01" }),
		);
		expect(outcome.refused?.[0]).toMatchObject({ code: "in-the-future", field: "on" });
	});

	it("tells early from late from never", () => {
		const recorded = [
			{ role: "union", phase: "decision", on: "2026-02-01" },
			{ role: "user", phase: "evaluation", on: "2026-01-01" },
			{ role: "user", phase: "idea", on: "2026-03-01" },
		] as const;
		expect([...timeliness(["user", "union", "politician"], recorded)]).toEqual([
			["user", "early"],
			["union", "late"],
			["politician", "never"],
		]);
	});
});
