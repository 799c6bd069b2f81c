import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { problemOf } from "@laeringsarena/allocation";
import { problemForm, resultForm } from "@laeringsarena/allocation/form";
import { resultFlaws } from "@laeringsarena/allocation/verified";
import ExcelJS from "exceljs";
import { afterAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { capacityToAllocate, studentsToAllocate } from "../modules/placement/allocate/sheets/contracts.ts";
import type { Contract, RowOf } from "../spreadsheet/contract.ts";
import { writeWorkbook } from "../spreadsheet/write.server.ts";
import { sheetOf } from "../spreadsheet/written.ts";
import { allocateCommand } from "./allocate.ts";
import type { Values } from "./command.ts";
import { Problem } from "./problem.ts";

const folder = await mkdtemp(join(tmpdir(), "laeringsarena-allocate-"));
afterAll(() => rm(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
let said = "";
beforeEach(() => {
	said = "";
	for (const stream of [process.stdout, process.stderr])
		vi.spyOn(stream, "write").mockImplementation((text) => {
			said += String(text);
			return true;
		});
	onTestFinished(() => {
		vi.restoreAllMocks();
	});
});

/** Rows as people fill them in: only what they know. */
async function write<One extends Contract>(name: string, contract: One, rows: readonly object[]): Promise<string> {
	const filled = rows.map((row) =>
		Object.fromEntries(contract.columns.map(({ key }) => [key, Reflect.get(row, key) ?? null])),
	);
	const sheet = {
		...sheetOf(contract, [], { name: contract.title.nb }),
		rows: filled.map((row) => Object.values(row)),
	};
	await writeFile(at(name), await writeWorkbook({ sheets: [sheet], language: "nb" }));
	return at(name);
}

const student = {
	...{ institution: "NTNU", course: "SYK3001", profession: "nursing", year: 3 },
	...{ firstDay: "2027-01-11", lastDay: "2027-03-05", municipality: "Trondheim" },
} satisfies Partial<RowOf<typeof studentsToAllocate>>;
const offer = {
	...{ profession: "nursing", firstDay: "2027-01-01", lastDay: "2027-06-30", places: 1 },
} satisfies Partial<RowOf<typeof capacityToAllocate>>;

const run = (positionals: readonly string[], values: Values) => allocateCommand.run({ positionals, values });
async function refusedLines(positionals: readonly string[], values: Values): Promise<string> {
	const fault = await run(positionals, values).then(
		() => null,
		(error: unknown) => error,
	);
	if (fault instanceof Problem) return fault.message;
	throw fault ?? new Error("it went well");
}

describe("allocate from two spreadsheets", () => {
	it("writes plan, reasons, measures and a proof that the engine's own program accepts", async () => {
		const students = await write("students.xlsx", studentsToAllocate, [
			{ ...student, number: "1", name: "Kari", wish1: "Halsen", wish2: "Byåsen" },
			{ ...student, number: "2", name: "Ola", wish1: "Halsen, Stjørdal" },
			{ ...student, number: "3", firstName: "Liv", lastName: "Moe", wish1: "Trøndelag", mostMinutes: 30, priority: 0 },
			{ ...student, number: "4", name: "Per", profession: "physiotherapy" },
		]);
		const capacity = await write("capacity.xlsx", capacityToAllocate, [
			{ ...offer, host: "Stjørdal", site: "Halsen" },
			{ ...offer, host: "5001", site: "Byåsen", places: 2, mostAtOnce: 2 },
		]);
		const out = at("plan.xlsx");
		expect(await run([students, capacity], { out, json: at("result.json"), language: "en" })).toBe(0);
		expect(said).toContain("4 students, 2 sites, 3 places.");
		expect(said).toContain("3 of 4 have a place.");
		expect(said).toContain("It is proved that no plan is better");

		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.readFile(out);
		const rowsOf = (name: string) => {
			const rows: unknown[][] = [];
			workbook.getWorksheet(name)?.eachRow((row, number) => {
				if (number > 1) rows.push(Array.from({ length: 6 }, (_, cell) => row.getCell(cell + 1).value));
			});
			return rows;
		};
		expect(rowsOf("Plan").map((row) => [row[0], row[4], row[5]])).toEqual([
			["1", "Byåsen", "Trondheim"],
			["2", "Halsen", "Stjørdal"],
			["3", "Byåsen", "Trondheim"],
			["4", null, null],
		]);
		// A name in two columns is one.
		expect(rowsOf("Plan")[2]).toContain("Liv Moe");
		expect(rowsOf("By site")).toHaveLength(3);
		const why = rowsOf("By student").map((row) => [row[0], row[2], row[4]]);
		expect(why[0]).toEqual(["1", "1. Halsen", expect.stringContaining("would have cost in all")]);
		expect(why[1]).toEqual(["1", "2. Byåsen", "got a place here"]);
		expect(rowsOf("Without a place").map((row) => [row[0], row[4], row[5]])).toEqual([
			["4", 0, "no offers are open to the student; 2 offers: is for another profession"],
		]);
		expect(rowsOf("Measures")[1]).toEqual(["With a place", 3, 3, 3, 3, null]);
		expect(rowsOf("Proof")[0]?.[1]).toContain("No plan is better");

		const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(at(name), "utf8"));
		const problem = problemForm.parse(await read("result.problem.json"));
		const built = problemOf(problem.facts);
		if (built.kind === "refused") throw new Error(JSON.stringify(built.findings));
		expect(resultFlaws(built.problem, problem.levels, resultForm.parse(await read("result.json")))).toEqual([]);
	});

	it("names sheet, row, column, value and remedy of everything that is wrong, and writes nothing", async () => {
		const students = await write("wrong-students.xlsx", studentsToAllocate, [
			{ ...student, number: "1", wish1: "Halsenn" },
			{ ...student, number: "1" },
			{ ...student, name: "Ola", municipality: "Trondhjem" },
			{ ...student },
			{ ...student, number: "5", lastDay: "2027-01-01" },
		]);
		const capacity = await write("wrong-capacity.xlsx", capacityToAllocate, [
			{ ...offer, host: "Stjørdal", site: "Halsen", places: 0 },
			{ ...offer, host: "Stjørdal", site: "Halsen", firstDay: "2027-03-01" },
			{ ...offer, host: "Ukjent", site: "Byåsen", years: "3.klasse" },
		]);
		const lines = await refusedLines([students, capacity], { out: at("none.xlsx") });
		expect(lines.split("\n").map((line) => line.trim())).toEqual([
			expect.stringContaining("wrong-students.xlsx:"),
			"Ark «Studenter», rad 2, kolonne N («Ønske 1»): Ønsket «Halsenn» er verken et praksissted i kapasitetsfilen, en kommune eller et fylke. Mente du «Halsen»?",
			"Ark «Studenter», rad 3, kolonne A («Studentnummer»): Studenten «1» står også i rad 2 med samme emne og overlappende dager. Slett den ene raden.",
			expect.stringContaining(
				"rad 4, kolonne L («Kommune hjem»): «Trondhjem» er ikke en kommune i Norge. Mente du Trondheim?",
			),
			expect.stringContaining("rad 5, kolonne A («Studentnummer»): Studenten har verken nummer eller navn."),
			expect.stringContaining("rad 6, kolonne J («Siste dag»): Siste dag (2027-01-01) er før første dag (2027-01-11)."),
			expect.stringContaining("wrong-capacity.xlsx:"),
			expect.stringContaining("rad 3, kolonne B («Praksissted»): Tilbudet på «Halsen» overlapper tilbudet i rad 2"),
			expect.stringContaining("rad 4, kolonne A («Kommune»): «Ukjent» er ikke en kommune"),
			expect.stringContaining("rad 4, kolonne F («Studieår»): Studieårene «3.klasse» kan ikke leses."),
			"",
			"Ingenting er skrevet.",
		]);
		await expect(readFile(at("none.xlsx"))).rejects.toThrow("ENOENT");
	});

	it("follows rules of its own, and says what is wrong with them", async () => {
		const students = await write("two.xlsx", studentsToAllocate, [
			{ ...student, number: "1" },
			{ ...student, number: "2" },
		]);
		const capacity = await write("far.xlsx", capacityToAllocate, [
			{ ...offer, host: "Oslo", site: "Sagene", places: 2 },
		]);
		const rules = at("rules.json");
		await writeFile(rules, JSON.stringify({ travelCap: 1000, floors: [] }));
		await run([students, capacity], { out: at("ruled.xlsx"), rules, language: "nn" });
		expect(said).toContain("2 av 2 har fått plass.");
		await run([students, capacity], { out: at("ruled.xlsx") });
		expect(said).toContain("0 av 2 har fått plass.");
		await writeFile(rules, JSON.stringify({ travelcap: 1000 }));
		expect(await refusedLines([students, capacity], { out: at("ruled.xlsx"), rules })).toContain("travelcap");
		const floor = { profession: null, yearOfStudy: null, least: 1, municipality: "Oslu" };
		await writeFile(rules, JSON.stringify({ floors: [floor] }));
		expect(await refusedLines([students, capacity], { out: at("ruled.xlsx"), rules })).toContain("Mente du Oslo?");
	});

	it("makes do with two ordinary lists: names and wishes, sites and places", async () => {
		const list = at("ordinary.csv");
		await writeFile(list, "Navn;Ønske 1\nKari;Halsen\nOla;Halsen\nAntall studenter: 2;\n");
		const sites = at("sites.csv");
		await writeFile(sites, "Sted;Antall plasser\nHalsen;1\nByåsen;3\nSum;4\n");
		const out = at("ordinary.xlsx");
		expect(await refusedLines([list, sites], { out })).toContain("eller si det for alle med --from");
		expect(await refusedLines([list, sites], { out, from: "i morgen", to: "05.03.2027" })).toContain("--from:");
		expect(await run([list, sites], { out, from: "11.01.2027", to: "05.03.2027" })).toBe(0);
		expect(said).toContain("Rad 4 i ");
		expect(said).toContain("2 studenter, 2 praksissteder, 4 plasser.");
		expect(said).toContain("Plasser uten dager er åpne hele tiden: 11. januar 2027–5. mars 2027.");
		expect(said).toContain("2 av 2 har fått plass.");
	});

	const dated = { ...offer, host: "Stjørdal", years: "2" };

	it("fills in what all places say alike", async () => {
		const list = at("blank.csv");
		await writeFile(list, "Navn;Studieår\nKari;\nOla;3\n");
		const alike = await write("alike.xlsx", capacityToAllocate, [{ ...dated, site: "Halsen", places: 2 }]);
		expect(await run([list, alike], { out: at("blank.xlsx") })).toBe(0);
		expect(said).toContain("Utdanning, der den mangler: Sykepleie.");
		expect(said).toContain("Studieår, der det mangler: 2.");
		// One is of another year than the places are for.
		expect(said).toContain("1 av 2 har fått plass.");
	});

	it("asks for what places differ in, once, and takes it for all from the command line", async () => {
		const list = at("unsaid.csv");
		await writeFile(list, "Navn;Studieår\nKari;\nOla;3\n");
		const other = await write("other.xlsx", capacityToAllocate, [
			{ ...dated, site: "Halsen" },
			{ ...dated, site: "Byåsen", profession: "physiotherapy", years: "3", lastDay: "2027-04-30" },
		]);
		const out = at("unsaid.xlsx");
		const lines = await refusedLines([list, other], { out });
		expect(lines).toContain("Utdanning mangler i 2 av radene, og plassene er for ulike utdanninger.");
		expect(lines).toContain("Studieår mangler i 1 av radene");
		expect(lines).toContain("Siste dag mangler i 2 av radene");
		expect(lines).not.toContain("Første dag mangler");
		const forAll = { profession: "sykepleie", year: "2", to: "2027-03-05" };
		expect(await run([list, other], { out, ...forAll })).toBe(0);
		expect(said).toContain("1 av 2 har fått plass.");
	});

	it("takes coordinates of postcodes from a file", async () => {
		const codes = at("codes.csv");
		await writeFile(codes, "postnummer,poststed,kommunenummer,lat,lon\n7030,Trondheim,5001,63.41,10.38\n");
		const students = await write("posted.xlsx", studentsToAllocate, [
			{ ...student, number: "1", municipality: null, postcode: "7030" },
			{ ...student, number: "2", municipality: null, postcode: "7031" },
		]);
		const capacity = await write("near.xlsx", capacityToAllocate, [{ ...offer, host: "Trondheim", site: "Byåsen" }]);
		expect(await refusedLines([students, capacity], { out: at("posted-plan.xlsx"), postcodes: codes })).toContain(
			"Postnummeret 7031 finnes ikke",
		);
		await run([students, capacity], { out: at("posted-plan.xlsx") });
		expect(said).toContain("Reisetiden er ukjent for 2 par");
	});

	it("writes the two templates, which are read again, and never over a file", async () => {
		const before = process.cwd();
		vi.spyOn(process, "cwd").mockReturnValue(folder);
		process.chdir(folder);
		onTestFinished(() => process.chdir(before));
		expect(await run([], { template: true })).toBe(0);
		expect(said).toContain("studenter.xlsx, kapasitet.xlsx");
		expect(await refusedLines([at("studenter.xlsx"), at("kapasitet.xlsx")], { out: at("none.xlsx") })).toContain(
			"Det er ingen studenter",
		);
		expect(await refusedLines([], { template: true })).toContain("finnes allerede");
	});
});
