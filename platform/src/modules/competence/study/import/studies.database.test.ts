import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../../test/database.ts";
import { importingInto } from "../../../../../test/importing.ts";
import { makeActor, makeOrganisation } from "../../../../../test/make.ts";
import { newId } from "../../../../database/work.server.ts";
import { foldName } from "../../../../geography/search.ts";
import { type PersonActor, system } from "../../../../identity/actor.ts";
import { choose, countInEducation, listAllStudies, listStudies } from "../../service.server.ts";

const database = await openTestDatabase();
const importing = importingInto(database);

const header = "Plass;Navn;Enhet;Studium eller kurs;Kompetansen det gir;Starter;Søkt;I gang;Fullført;Falt fra;Hvorfor";
const bytes = (lines: readonly string[]) => new TextEncoder().encode([header, ...lines].join("\n"));

async function municipality() {
	database.setNow("2027-05-01T10:00:00Z");
	const organisation = await makeOrganisation(database);
	const homeId = newId();
	await database.commanding(system("make", organisation.id), async (work) => {
		const unit = (id: string, name: string) => ({
			...{ organisation_id: organisation.id, id, name, sector: "health-and-care", valid_from: "2020-01-01" },
			search_name: foldName(name),
		});
		await work.db
			.insertInto("organisation.unit")
			.values([unit(homeId, "Solbakken"), unit(newId(), "Nord")])
			.execute();
		return { done: undefined };
	});
	const planner = await makeActor(database, { organisation, roles: ["competence-planner"] });
	const leader = await makeActor(database, { organisation, roles: ["unit-leader"], unitId: homeId });
	const bring = async (actor: PersonActor, lines: readonly string[]) => {
		const { id, preview } = await importing.preview(actor, "competence-studies", bytes(lines), "hr.csv");
		const done = await importing.doIt(actor, id);
		if (!done.done && preview.counts.created + preview.counts.changed > 0)
			throw new Error(JSON.stringify(done.refused));
		return preview.counts;
	};
	const problems = (actor: PersonActor, lines: readonly string[]) =>
		importing.problemsOf(actor, "competence-studies", [header, ...lines]);
	return { planner, leader, bring, problems };
}

it("takes in who is in education with their steps, and the next file only what is new", async () => {
	const { planner, leader, bring, problems } = await municipality();
	const first = ";;Solbakken;AKS;Sykepleier;20.08.2026;15.04.2026;20.08.2026;;;";
	expect(await bring(planner, [first, ";;Nord;ABC;Sykepleier;;;10.01.2027;;;"])).toMatchObject({ created: 2 });
	const studies = () => database.reading(planner, listAllStudies);
	expect(countInEducation(await studies(), "2027-02-01").persons).toBe(2);
	expect(countInEducation(await studies(), "2026-12-01").persons).toBe(1);
	expect((await studies()).map(({ steps }) => steps.map(({ state, onDay }) => `${state} ${onDay}`))).toEqual([
		["planned 2026-04-15", "applied 2026-04-15", "started 2026-08-20"],
		["planned 2027-01-10", "started 2027-01-10"],
	]);
	// The same places with what has happened since: one has completed, one dropped out.
	const later = [
		"1;;Solbakken;AKS;Sykepleier;20.08.2026;15.04.2026;20.08.2026;20.04.2027;;",
		"2;;Nord;ABC;Sykepleier;;;10.01.2027;;15.03.2027;For lang reise",
	];
	expect(await bring(planner, later)).toMatchObject({ created: 0, changed: 2, untouched: 0 });
	expect(await bring(planner, later)).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
	expect((await database.reading(planner, listStudies)).map(({ state }) => state).sort()).toEqual([
		...["completed", "dropped-out"],
	]);
	expect(countInEducation(await studies(), "2027-05-01").persons).toBe(0);
	// A unit leader brings those of the own unit, and no others.
	expect(await problems(leader, [";;Nord;AKS;Sykepleier;;;;;;", "2;;Solbakken;ABC;Sykepleier;;;;;;"])).toEqual([
		expect.stringMatching(/^Rad 2.*Vi finner ingen enhet|^Rad 2.*Du svarer ikke for denne enheten/),
		expect.stringContaining("Vi finner ingen plass 2 som du kan føre på."),
	]);
});

it("refuses what cannot have happened, and names where they are not kept", async () => {
	const { planner, bring, problems } = await municipality();
	expect(
		await problems(planner, [
			";Kari Nes;Solbakken;AKS;Sykepleier;;;;;;",
			";;Solbakken;AKS;Sykepleier;;;;20.04.2027;;",
			";;Solbakken;AKS;Sykepleier;;;20.08.2027;;;",
			";;Solbakken;AKS;Sykepleier;;;20.08.2026;;15.03.2027;",
		]),
	).toEqual([
		expect.stringContaining("ikke føre navn"),
		expect.stringContaining("Dette kan ikke ha skjedd etter det som er ført før det."),
		expect.stringContaining("Dagen er ikke kommet."),
		expect.stringContaining("Raden sier ikke hvorfor."),
	]);
	expect((await database.reading(planner, listAllStudies)).length).toBe(0);
	const named = { staleMonths: 12, leavingAge: 65, namedStudies: true, nameYears: 3, version: 0 };
	expect((await database.commanding(planner, (work) => choose(work, named))).refused).toBeUndefined();
	const kari = (started: string, completed = "") => `;Kari Nes;Solbakken;AKS;Sykepleier;;;${started};${completed};;`;
	expect(await bring(planner, [kari("20.08.2026")])).toMatchObject({ created: 1 });
	expect(await bring(planner, [kari("20.08.2026", "20.04.2027")])).toMatchObject({ created: 0, changed: 1 });
	expect(await problems(planner, [kari("21.08.2026", "20.04.2027")])).toEqual([
		expect.stringContaining("Dette er alt ført 20.08.2026."),
	]);
	expect(await problems(planner, [kari("20.08.2026"), kari("20.08.2026")])).toEqual([
		expect.stringContaining("Rad 2 gjelder samme utdanning."),
	]);
});

it("knows places that have neither number nor name again, as often as a list without them is brought", async () => {
	const { planner, bring } = await municipality();
	const at = (started: string, completed = "") => `;;Nord;AKS;Sykepleier;;;${started};${completed};;`;
	const first = [at("20.08.2026"), at("20.08.2026"), at("10.01.2027"), at("")];
	expect(await bring(planner, first)).toMatchObject({ created: 4 });
	expect(await bring(planner, first)).toMatchObject({ created: 0, changed: 0, unchanged: 4, untouched: 0 });
	// In another order, one completed, one more at the same unit.
	const next = [at(""), at("10.01.2027"), at("20.08.2026"), at("20.08.2026", "20.04.2027"), at("01.02.2027")];
	expect(await bring(planner, next)).toMatchObject({ created: 1, changed: 1, unchanged: 3, untouched: 0 });
	expect(await bring(planner, next)).toMatchObject({ created: 0, changed: 0, unchanged: 5 });
	// A place that some row names by its number is no other row's.
	const numbered = ["1;;Nord;AKS;Sykepleier;;;20.08.2026;;;", at("20.08.2026", "20.04.2027"), at("20.08.2026")];
	expect(await bring(planner, numbered)).toMatchObject({ changed: 0 });
});
