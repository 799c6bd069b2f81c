import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { doing } from "../../../../test/doing.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { searchWords } from "../../../geography/search.ts";
import type { Actor } from "../../../identity/actor.ts";
import { searchObjects } from "../../../registry/objects.server.ts";
import { writeOut } from "../../../registry/written.server.ts";
import * as hearings from "../../meeting/hearing/service.server.ts";
import * as funding from "../service.server.ts";

const database = await openTestDatabase();
const { does, codes } = doing(database);

it("sends the draft of a call out for hearing, as it stands, by a case officer who holds no other role", async () => {
	const giver = await makeOrganisation(database, { kind: "state-administrator" });
	const officer = await makeActor(database, { organisation: giver, roles: ["case-officer"] });
	const applicant = await makeActor(database, { roles: ["grants-coordinator"] });
	const name = `Kompetanseløft ${giver.id}`;
	const scheme = { name, directorate: "Helsedirektoratet", purpose: "", regulation: "", address: null };
	const schemeId = (await does(officer, (work) => funding.addScheme(work, scheme))).id;
	const begun = { way: "here", title: `Tilskudd til ${name}`, schemeId } as const;
	const { id } = await does(officer, (work) => funding.beginCall(work, begun));
	await does(officer, (work) =>
		funding.changeCall(work, id, { purpose: "Flere fagfolk i distriktene.", pot: 2_000_000, version: 1 }),
	);
	// Found by its words, and read, by those who write it alone.
	const found = (actor: Actor) =>
		database.reading(actor, async (work) => (await searchObjects(work, searchWords(name))).map((one) => one.id));
	expect(await found(officer)).toContain(id);
	expect(await found(applicant)).toEqual([]);
	const reads = (actor: Actor) =>
		database.reading(actor, async (work) => (await writeOut(work, { kind: "funding-call", id }))?.nb ?? null);
	expect(await reads(applicant)).toBeNull();
	const text = await reads(officer);
	expect(text?.edition).toMatch(/^Utkast, /);
	expect(JSON.stringify(text)).toContain("Flere fagfolk i distriktene.");
	expect(JSON.stringify(text).replaceAll(/\s/g, " ")).toContain("2 000 000 kr");
	// What the report will ask is part of what is heard, with what prepares it.
	expect(text?.sections.find(({ title }) => title.startsWith("Det rapporten"))?.points.length).toBeGreaterThan(0);
	const lastDay = await database.reading(officer, async (work) => work.today);
	const facts = {
		...{ title: "Utlysningen", body: "", question: "Treffer den?", phase: "plan" as const, showsAll: false, lastDay },
		...{ objectKind: "funding-call", objectId: id },
	};
	expect(await codes(applicant, (work) => hearings.createHearing(work, facts))).toEqual(["not-allowed"]);
	const hearing = await does(officer, (work) => hearings.createHearing(work, facts));
	const opened = await does(officer, (work) => hearings.openHearing(work, hearing.id));
	expect([opened.object?.title, opened.can.keep]).toEqual([begun.title, true]);
});
