import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { system } from "../../../identity/actor.ts";
import { done } from "../../../outcome.ts";
import { listStudents } from "../roster/service.server.ts";
import type { ImportKind } from "./contract.ts";
import { type Doing, previewImport, readImport, takeIn, uploadImport } from "./service.server.ts";

const database = await openTestDatabase();
database.setNow("2026-11-20T09:00:00Z");
await database.commanding(system("make"), async (work) => {
	const about = { licence: "x", facts_date: "2026-01-01", imported_at: work.now, row_count: 1, content_hash: "x" };
	await work.db
		.insertInto("geography.source")
		.values({ id: "postcodes", title: "Bring", ...about })
		.execute();
	await work.db
		.insertInto("geography.postcode")
		.values({
			postcode: "7030",
			place: "TRONDHEIM",
			municipality_number: "5001",
			latitude: 63.4,
			longitude: 10.4,
			source_id: "postcodes",
		})
		.execute();
	return done(undefined);
});

async function setting(kind = "institution") {
	const organisation = await makeOrganisation(database, { kind, name: `Prøve ${Math.random()}` });
	const coordinator = await makeActor(database, { organisation, roles: ["placement-coordinator"] });
	const doing: Doing = {
		reading: (work) => database.reading(coordinator, work),
		commanding: (work) => database.commanding(coordinator, work),
	};
	const look = async (what: ImportKind, lines: readonly string[]) => {
		const content = new TextEncoder().encode(lines.join("\n"));
		const uploaded = await doing.commanding((work) => uploadImport(work, { kind: what, fileName: "fil.csv", content }));
		const id = uploaded.done?.id ?? "";
		const outcome = await previewImport(doing, id, null);
		return { id, preview: outcome.done };
	};
	return { organisation, coordinator, doing, look };
}

const courses = [
	"Emnekode;Emne;Studieprogram;Fag;Studieår;Periode;Første dag;Siste dag;Institusjon",
	"SYK201;Praksis i hjemmetjeneste;Sykepleie;Sykepleie;2;Pulje 1;11.01.2027;07.03.2027;",
	"SYK201;Praksis i hjemmetjeneste;Sykepleie;Sykepleie;2;Pulje 2;15.03.2027;09.05.2027;",
];
const header = "Navn;Studentnummer;E-post;Emne;Periode;Studieår;Postnummer;Reiser med";

describe("an import of courses and students", () => {
	it("shows what would happen, does it once, and changes nothing the second time", async () => {
		const { look, doing, coordinator } = await setting();
		const first = await look("courses", courses);
		expect(first.preview).toMatchObject({ counts: { created: 1, changed: 0, besides: 2 }, refusals: [] });
		expect((await takeIn(doing, first.id)).refused).toBeUndefined();
		expect((await takeIn(doing, first.id)).refused).toMatchObject([{ code: "already-done" }]);
		expect((await look("courses", courses)).preview?.counts).toMatchObject({ created: 0, changed: 0, unchanged: 1 });

		const students = [
			header,
			"Kari Nordmann;1001;kari@student.no;SYK201;Pulje 1;2;7030;Bil",
			"Kari Nordmann;1001;kari@student.no;SYK201;Pulje 2;2;7030;Bil",
			"Ola Nordmann;1002;;Praksis i hjemmetjeneste;pulje 1;;9999;Kollektivt",
		];
		const looked = await look("students", students);
		expect(looked.preview).toMatchObject({
			counts: { created: 2, changed: 0, besides: 3 },
			refusalCount: 0,
			warningCount: 1,
		});
		// An unknown postcode is told, and not lost.
		expect(looked.preview?.warnings[0]?.problem.nb).toContain("9999");
		expect(looked.preview?.warnings[0]?.place.nb).toContain("Rad 4");
		expect((await takeIn(doing, looked.id)).refused).toBeUndefined();
		const { rows } = await database.reading(coordinator, (work) => listStudents(work, {}));
		expect(rows).toMatchObject([
			{ name: "Kari Nordmann", number: "1001", place: "TRONDHEIM", claims: 2, profession: "nursing" },
			{ name: "Ola Nordmann", postcode: "9999", place: null, travel: "public", claims: 1, yearOfStudy: 2 },
		]);
		const again = await look("students", students);
		expect(again.preview?.counts).toMatchObject({ created: 0, changed: 0, unchanged: 2, besides: 0, untouched: 0 });
		expect((await takeIn(doing, again.id)).refused).toMatchObject([{ code: "nothing-to-do" }]);

		const moved = await look("students", [header, "Kari Nordmann;1001;kari@student.no;SYK201;Pulje 1;3;;Bil"]);
		expect(moved.preview?.changed).toMatchObject([{ changes: [{ field: "yearOfStudy", from: "2", to: "3" }] }]);
		// What is approved is what was shown: somebody else took in the same meanwhile.
		const same = await look("students", [header, "Kari Nordmann;1001;kari@student.no;SYK201;Pulje 1;3;;Bil"]);
		expect((await takeIn(doing, same.id)).refused).toBeUndefined();
		expect((await takeIn(doing, moved.id)).refused).toMatchObject([{ code: "changed-since-preview" }]);
	});

	it("names the row, what is wrong and what to do, and takes in nothing", async () => {
		const { look, doing, coordinator } = await setting();
		const made = await look("courses", courses);
		await takeIn(doing, made.id);
		const { preview, id } = await look("students", [
			header,
			"Kari;1;kari@student.no;SYK999;;2;7030;Bil",
			"Ola;2;;SYK201;;2;7030;Bil",
			"Ada;3;;SYK201;Pulje 3;2;7030;Bil",
			"Bo;4;;SYK201;Pulje 1;2;7030;Bil",
			"Bo;4;;SYK201;Pulje 1;2;7030;Bil",
			"Cecilie;4;;SYK201;Pulje 2;2;7030;Bil",
		]);
		expect(preview?.refusals.map(({ place, problem }) => `${place.nb} ${problem.nb}`)).toEqual([
			expect.stringMatching(/^Rad 2, kolonne D .*«SYK999»/),
			expect.stringMatching(/^Rad 3.*flere perioder/),
			expect.stringMatching(/^Rad 4, kolonne E .*«Pulje 3»/),
			expect.stringMatching(/^Rad 6.*rad 5/),
			expect.stringMatching(/^Rad 7, kolonne B .*Studentnummeret 4/),
		]);
		expect((await takeIn(doing, id)).refused).toMatchObject([{ code: "rows-refused" }]);
		expect((await database.reading(coordinator, (work) => listStudents(work, {}))).total).toBe(0);
		const cells = await look("students", [header, "Kari;1;ikke en adresse;SYK201;Pulje 1;2;7030;Bil"]);
		expect(cells.preview?.refusals[0]?.place.nb).toContain("kolonne C");
	});

	it("is for coordinators alone, each at their own organisation", async () => {
		const { look, organisation } = await setting("municipality");
		const { id, preview } = await look("courses", courses);
		// A municipality says whose course it is.
		expect(preview?.refusals[0]?.problem.nb).toContain("institusjon");
		for (const actor of [
			await makeActor(database, { organisation, roles: ["teacher"] }),
			await makeActor(database, { organisation, roles: ["student"] }),
			await makeActor(database, { roles: ["placement-coordinator"] }),
		])
			expect(await database.reading(actor, (work) => readImport(work, id))).toBeUndefined();
		const teacher = await makeActor(database, { organisation, roles: ["teacher"] });
		const file = { kind: "students", fileName: "a.csv", content: new Uint8Array([65]) } as const;
		expect((await database.commanding(teacher, (work) => uploadImport(work, file))).refused).toMatchObject([
			{ code: "not-allowed" },
		]);
	});
});
