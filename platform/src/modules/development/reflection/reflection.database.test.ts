import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { doing } from "../../../../test/doing.ts";
import { makeActor } from "../../../../test/make.ts";
import { makeNetwork } from "../../../../test/make-network.ts";
import { addDays, dayOf } from "../../../day.ts";
import { noteReflection, readReflections, removeReflection } from "../service.server.ts";
import type { ReflectionFacts } from "./contract.ts";
import { countReflections } from "./rules.ts";

const database = await openTestDatabase();
const { does, codes } = doing(database);
const today = dayOf(new Date());

it("is noted by a member whether or not it was held, read by the network, and counted of those planned", async () => {
	const { id, keeper, member, memberId } = await makeNetwork(database);
	const stranger = await makeActor(database);
	const facts: ReflectionFacts = {
		...{ memberId, onDay: today, theme: "Måltidene", tool: "Historie", held: "yes", notBecause: "" },
		changed: "Vi spiser sammen",
	};
	expect(await codes(stranger, (work) => noteReflection(work, id, facts))).toEqual(["missing"]);
	expect(
		await codes(member, (work) => noteReflection(work, id, { ...facts, onDay: addDays(today, 1), held: "no" })),
	).toEqual(["ahead-of-today", "because-missing"]);
	await does(member, (work) => noteReflection(work, id, facts));
	await does(member, (work) => noteReflection(work, id, { ...facts, held: "no", notBecause: "Sykdom", changed: "" }));
	const read = await database.reading(keeper, (work) => readReflections(work, id));
	expect(countReflections(read?.reflections ?? [])).toEqual({ planned: 2, held: 1, changed: 1 });
	expect(await database.reading(stranger, (work) => readReflections(work, id))).toBeUndefined();
	const one = read?.reflections[0]?.id ?? "";
	expect(await codes(stranger, (work) => removeReflection(work, id, one))).toEqual(["missing"]);
	await does(member, (work) => removeReflection(work, id, one));
	expect((await database.reading(member, (work) => readReflections(work, id)))?.reflections).toHaveLength(1);
});
