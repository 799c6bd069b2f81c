import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor } from "../../../../test/make.ts";
import { readImport, uploadImport } from "../../../import/service.server.ts";
import { writeWorkbook } from "../../../spreadsheet/write.server.ts";
import { listStudents } from "../roster/service.server.ts";
import { placementImports } from "./kinds.server.ts";
import { knowPostcode, makeSetting } from "./test/setting.ts";

const database = await openTestDatabase();
database.setNow("2026-11-20T09:00:00Z");
await knowPostcode(database);

const courses = [
	"Emnekode;Emne;Studieprogram;Fag;Studieår;Periode;Første dag;Siste dag;Institusjon",
	"SYK201;Praksis i hjemmetjeneste;Sykepleie;Sykepleie;2;Pulje 1;11.01.2027;07.03.2027;",
	"SYK201;Praksis i hjemmetjeneste;Sykepleie;Sykepleie;2;Pulje 2;15.03.2027;09.05.2027;",
];
const header = "Navn;Studentnummer;E-post;Emne;Periode;Studieår;Postnummer;Reiser med";

describe("an import of courses and students", () => {
	it("shows what would happen, does it once, and changes nothing the second time", async () => {
		const { look, take, bring, coordinator } = await makeSetting(database);
		const first = await look("courses", courses);
		expect(first.preview).toMatchObject({ counts: { created: 1, changed: 0, besides: 2 }, refusals: [] });
		expect((await take(first.id)).refused).toBeUndefined();
		expect((await take(first.id)).refused).toMatchObject([{ code: "already-done" }]);
		expect((await look("courses", courses)).preview.counts).toMatchObject({ created: 0, changed: 0, unchanged: 1 });

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
		expect(looked.preview.warnings[0]?.problem.nb).toContain("9999");
		expect(looked.preview.warnings[0]?.place.nb).toContain("Rad 4");
		expect((await take(looked.id)).refused).toBeUndefined();
		const { rows } = await database.reading(coordinator, (work) => listStudents(work, {}));
		expect(rows).toMatchObject([
			{ name: "Kari Nordmann", number: "1001", place: "TRONDHEIM", claims: 2, profession: "nursing" },
			{ name: "Ola Nordmann", postcode: "9999", place: null, travel: "public", claims: 1, yearOfStudy: 2 },
		]);
		const again = await look("students", students);
		expect(again.preview.counts).toMatchObject({ created: 0, changed: 0, unchanged: 2, besides: 0, untouched: 0 });
		expect((await take(again.id)).refused).toMatchObject([{ code: "nothing-to-do" }]);

		const moved = await look("students", [header, "Kari Nordmann;1001;kari@student.no;SYK201;Pulje 1;3;;Bil"]);
		expect(moved.preview.changed).toMatchObject([{ changes: [{ field: "yearOfStudy", from: 2, to: 3 }] }]);
		// What is approved is what was shown: somebody else took in the same meanwhile.
		await bring("students", [header, "Kari Nordmann;1001;kari@student.no;SYK201;Pulje 1;3;;Bil"]);
		expect((await take(moved.id)).refused).toMatchObject([{ code: "changed-since-preview" }]);
		const after = await database.reading(coordinator, (work) => listStudents(work, { search: "Kari" }));
		expect(after.rows).toMatchObject([{ yearOfStudy: 3, postcode: "7030", place: "TRONDHEIM", claims: 2 }]);
	});

	it("takes how a student travels as people write it", async () => {
		const { bring, coordinator } = await makeSetting(database);
		await bring("students", ["Navn;Reiser med", "Ada;Buss", "Bo;egen bil", "Cato;Sykkel", "Dina;Kollektivt"]);
		const { rows } = await database.reading(coordinator, (work) => listStudents(work, {}));
		expect(rows.map(({ name, travel }) => [name, travel])).toEqual([
			["Ada", "public"],
			["Bo", "car"],
			["Cato", "foot"],
			["Dina", "public"],
		]);
	});

	it("takes names in one column or two", async () => {
		const { look, bring, problems } = await makeSetting(database);
		await bring("courses", courses);
		const looked = await look("students", ["Fornavn;Etternavn;Studnr;Emne;Periode", "Kari;Nordmann;7;SYK201;Pulje 1"]);
		expect(looked.preview).toMatchObject({ refusalCount: 0, created: [{ name: "Kari Nordmann" }] });
		// Without any column of names it is said once; else of each that has none.
		const nameless = await problems("students", ["Studnr;Emne;Periode", "8;SYK201;Pulje 1", "9;SYK201;Pulje 1"]);
		expect(nameless).toEqual([expect.stringContaining("Studenten mangler navn.")]);
		const unnamed = await problems("students", ["Fornavn;Etternavn;Studnr", ";;8", "Ola;;9"]);
		expect(unnamed).toEqual([expect.stringMatching(/^Rad 2.*: Studenten mangler navn\.$/)]);
	});

	it("tells all that is wrong in one round, cells and rows, in the order of the sheet, and takes in nothing", async () => {
		const { look, take, bring, coordinator, problems } = await makeSetting(database);
		await bring("courses", courses);
		const lines = [
			header,
			"Kari;1;kari@student.no;SYK999;;2;7030;Bil",
			"Ola;2;ikke en adresse;SYK201;;2;7030;Bil",
			"Ada;3;;SYK201;Pulje 3;2;7030;Bil",
			"Bo;4;;SYK201;Pulje 1;2;7030;Bil",
			"Bo;4;;SYK201;Pulje 1;2;7030;Bil",
			"Cecilie;4;;SYK201;Pulje 2;2;7030;Bil",
			"Dina;5;dina@student.no;SYK201;Pulje 1;2;7030;Bil",
			"Dina;5;dina@student.no;SYK201;Pulje 2;2;7031;Bil",
			"Eli;6;;SYK201;Pulje 1;ni;7030;Bil",
		];
		expect(await problems("students", lines)).toEqual([
			expect.stringMatching(/^Rad 2, kolonne D .*«SYK999»/),
			expect.stringMatching(/^Rad 3, kolonne C/),
			expect.stringMatching(/^Rad 3.*flere perioder/),
			expect.stringMatching(/^Rad 4, kolonne E .*«Pulje 3»/),
			expect.stringMatching(/^Rad 6.*rad 5/),
			expect.stringMatching(/^Rad 7, kolonne B .*Studentnummeret 4/),
			expect.stringMatching(/^Rad 9, kolonne G .*rad 8, med noe annet/),
			expect.stringMatching(/^Rad 10, kolonne F/),
		]);
		const { id } = await look("students", lines);
		expect((await take(id)).refused).toMatchObject([{ code: "rows-refused" }]);
		expect((await database.reading(coordinator, (work) => listStudents(work, {}))).total).toBe(0);
	});

	it("holds two students of one name apart by number, and refuses an address another has", async () => {
		const { bring, problems, coordinator } = await makeSetting(database);
		await bring("students", [header, "Kari;1;kari@student.no;;;;;", "Kari;2;;;;;;"]);
		const { rows } = await database.reading(coordinator, (work) => listStudents(work, {}));
		expect(rows.map((row) => row.number).sort()).toEqual(["1", "2"]);
		expect(await problems("students", [header, "Kari;2;kari@student.no;;;;;"])).toEqual([
			expect.stringMatching(/^Rad 2, kolonne C .*En annen student/),
		]);
		// A student who is not in the file stays; one who is comes once, whatever the file has of blanks.
		expect((await bring("students", [header, "Kari Ny;1;;;;;7030;"])).counts).toMatchObject({
			changed: 1,
			untouched: 1,
		});
		const after = await database.reading(coordinator, (work) => listStudents(work, {}));
		expect(after.rows).toMatchObject([
			{ name: "Kari" },
			{ name: "Kari Ny", email: "kari@student.no", postcode: "7030" },
		]);
	});

	it("comes back unchanged as it was taken out", async () => {
		const { bring, look, coordinator, organisation } = await makeSetting(database);
		await bring("courses", courses);
		await bring("students", [header, "Kari;1;kari@student.no;SYK201;Pulje 1;2;7030;Bil", "Ola;2;;SYK201;Pulje 2;;;"]);
		for (const name of ["courses", "students"]) {
			const kind = placementImports.find((one) => one.name === name);
			const sheet = await database.reading(coordinator, async (work) =>
				kind?.current(work, organisation.id, { language: "nb", notes: ["En merknad."] }),
			);
			const content = await writeWorkbook({ sheets: sheet ? [sheet.sheet] : [], language: "nb" });
			const { preview } = await look(name, [], content);
			expect(preview).toMatchObject({ counts: { created: 0, changed: 0, untouched: 0 }, refusals: [] });
			expect(preview.counts.unchanged).toBe(sheet?.rows === 2 && name === "courses" ? 1 : 2);
		}
	});

	it("is for coordinators alone, each at their own organisation", async () => {
		const { look, organisation } = await makeSetting(database, "municipality");
		const { id, preview } = await look("courses", courses);
		// A municipality says whose course it is.
		expect(preview.refusals[0]?.problem.nb).toContain("institusjon");
		for (const actor of [
			await makeActor(database, { organisation, roles: ["teacher"] }),
			await makeActor(database, { organisation, roles: ["student"] }),
			await makeActor(database, { roles: ["placement-coordinator"] }),
		])
			expect(await database.reading(actor, (work) => readImport(work, id))).toBeUndefined();
		const colleague = await makeActor(database, { organisation, roles: ["placement-coordinator"] });
		expect(await database.reading(colleague, (work) => readImport(work, id))).toMatchObject({ kind: "courses" });
		const teacher = await makeActor(database, { organisation, roles: ["teacher"] });
		const file = { kind: "students", fileName: "a.csv", content: new Uint8Array([65]) } as const;
		expect((await database.commanding(teacher, (work) => uploadImport(work, file))).refused).toMatchObject([
			{ code: "not-allowed" },
		]);
	});
});

describe("an import of courses", () => {
	it("calls a period by its season where the file has no name for it, and knows it again by its days", async () => {
		const { look, bring, problems } = await makeSetting(database);
		const rows = [
			"Emnekode;Emne;Studieprogram;Fag;Studieår;Fra dato;Til dato;Timer pr uke",
			"SYK1;Praksis;Sykepleie;Sykepleie;1;11.01.27;07.03.27;30",
			"SYK1;Praksis;Sykepleie;Sykepleie;1;15.03.27;09.05.27;30",
			"SYK1;Praksis;Sykepleie;Sykepleie;1;16.08.2027;08.10.2027;30",
		];
		expect((await bring("courses", rows)).created).toMatchObject([
			{
				where:
					"vår 2027, 11.01.2027–07.03.2027; vår 2027, fra 15.03., 15.03.2027–09.05.2027; høst 2027, 16.08.2027–08.10.2027",
			},
		]);
		expect((await look("courses", rows)).preview.counts).toMatchObject({ changed: 0, unchanged: 1 });
		expect(await problems("courses", [...rows, rows[1] ?? ""])).toEqual([expect.stringMatching(/^Rad 5/)]);
	});

	it("tells what is wrong with courses, their settings and their days", async () => {
		const { problems } = await makeSetting(database);
		const header = "Emnekode;Emne;Studieprogram;Fag;Studieår;Typer praksissted som passer;Periode;Første dag;Siste dag";
		expect(
			await problems("courses", [
				header,
				"A1;Praksis;Sykepleie;Sykepleie;2;Sykehjem, Slottet;;;",
				"A2;Praksis;Sykepleie;Sykepleie;2;;Vår;11.01.2027;",
				"A3;Praksis;Sykepleie;Sykepleie;2;;Vår;11.03.2027;11.01.2027",
				"A4;Praksis;Sykepleie;Sykepleie;2;;Vår;11.01.2027;11.03.2027",
				"A4;Praksis;Sykepleie;Sykepleie;2;;Vår;12.01.2027;11.03.2027",
				"A4;Noe annet;Sykepleie;Sykepleie;2;;Høst;12.08.2027;11.10.2027",
			]),
		).toEqual([
			expect.stringMatching(/^Rad 2, kolonne F .*«Slottet»/),
			expect.stringMatching(/^Rad 3, kolonne I .*mangler første eller siste dag/),
			expect.stringMatching(/^Rad 4, kolonne I .*før første dag/),
			expect.stringMatching(/^Rad 6, kolonne G .*rad 5/),
			expect.stringMatching(/^Rad 7, kolonne B .*ulikt i rad 5/),
		]);
	});
});
