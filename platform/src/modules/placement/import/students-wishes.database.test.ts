import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeOrganisation } from "../../../../test/make.ts";
import { makeSiteOf } from "../../../../test/make-placement.ts";
import { newId } from "../../../database/work.server.ts";
import { system } from "../../../identity/actor.ts";
import { likelierKind } from "../../../import/likeness.server.ts";
import { writeWorkbook } from "../../../spreadsheet/write.server.ts";
import { listStudents } from "../roster/service.server.ts";
import { addParties, createRound, readRound, removeHost } from "../round/service.server.ts";
import { placementImports } from "./kinds.server.ts";
import { knowPostcode, makeSetting } from "./test/setting.ts";

const database = await openTestDatabase();
database.setNow("2026-11-20T09:00:00Z");
await knowPostcode(database);

const courses = [
	"Emnekode;Emne;Studieprogram;Fag;Studieår;Periode;Første dag;Siste dag;Institusjon",
	"SYK201;Praksis i hjemmetjeneste;Sykepleie;Sykepleie;3;Vår;11.01.2027;07.03.2027;",
];
const header = "Navn;Studentnummer;Emne;Ønske 1;Ønske 2;Ønske 3";

/** A round with one host of two sites and a site elsewhere of the same name as one of them. */
async function region(most = 5) {
	const setting = await makeSetting(database);
	await setting.bring("courses", courses);
	const mark = newId().slice(-6);
	const host = await makeOrganisation(database, { name: `Fjord ${mark}`, number: mark.slice(-4) });
	const other = await makeOrganisation(database, { name: `Fjell ${mark}` });
	const sites = {
		a: await makeSiteOf(database, host.id, { name: `Åsheim ${mark}` }),
		b: await makeSiteOf(database, host.id, { name: `Bakken ${mark}` }),
		away: await makeSiteOf(database, other.id, { name: `Åsheim ${mark}` }),
		lonely: await makeSiteOf(database, other.id, { name: `Lunden ${mark}` }),
	};
	const values = {
		...{ name: "Vår 2027", firstDay: "2027-01-01", lastDay: "2027-06-30", wishesMost: most, confirmBy: null },
		...{ wishesFrom: "2026-11-01", wishesUntil: "2026-12-15" },
	};
	const made = await database.commanding(setting.coordinator, (work) => createRound(work, values, "institution"));
	const roundId = made.done?.id ?? "";
	for (const { hostId } of (await database.reading(setting.coordinator, (work) => readRound(work, roundId)))?.hosts ??
		[])
		if (hostId !== host.id) await database.commanding(setting.coordinator, (work) => removeHost(work, roundId, hostId));
	const wishesOf = async (name: string) => {
		const { rows } = await database.reading(system("test"), (work) =>
			work.db
				.selectFrom("placement.wish as w")
				.innerJoin("placement.claim as c", "c.id", "w.claim_id")
				.innerJoin("placement.student as s", "s.id", "c.student_id")
				.select(["w.target", "w.stated_by as by"])
				.where("s.name", "=", name)
				.where("s.organisation_id", "=", setting.organisation.id)
				.orderBy("w.rank")
				.execute()
				.then((rows) => ({ rows })),
		);
		return rows;
	};
	return { ...setting, host, other, sites, mark, roundId, wishesOf };
}

describe("wishes in the sheet of students", () => {
	it("are taken in by name, with the host or by number, once; the same file again changes nothing", async () => {
		const { look, bring, wishesOf, host, sites, mark } = await region();
		const lines = [
			header,
			`Kari;1;SYK201;Bakken ${mark};${host.name};`,
			`Ola;2;SYK201;åsheim ${mark}, ${host.name};${mark.slice(-4)};Bakken ${mark}`,
			"Liv;3;SYK201;;;",
		];
		expect(await bring("students", lines)).toMatchObject({ counts: { created: 3, further: 5 }, refusalCount: 0 });
		expect((await wishesOf("Kari")).map(({ target, by }) => [target, by])).toEqual([
			[sites.b.id, "import"],
			[mark.slice(-4), "import"],
		]);
		expect((await wishesOf("Ola")).map(({ target }) => target)).toEqual([...[sites.a.id, mark.slice(-4), sites.b.id]]);
		expect(await wishesOf("Liv")).toEqual([]);
		expect((await look("students", lines)).preview.counts).toMatchObject({ created: 0, changed: 0, unchanged: 3 });
		// The name that two sites have means the one in the round; blanks take nothing away.
		const changed = await bring("students", [header, `Kari;1;SYK201;Åsheim ${mark};;`, "Ola;2;SYK201;;;"]);
		expect(changed.counts).toMatchObject({ changed: 1, unchanged: 1, untouched: 1 });
		expect((await wishesOf("Kari")).map(({ target }) => target)).toEqual([sites.a.id]);
		expect(await wishesOf("Ola")).toHaveLength(3);
	});

	it("are refused all at once, each with what to do, and nothing is taken in", async () => {
		const { problems, look, mark, coordinator } = await region(2);
		const lines = [
			header,
			`Kari;1;SYK201;Lunden ${mark};Finnes ikke;`,
			`Ola;2;SYK201;Bakken ${mark};Bakken ${mark};`,
			`Liv;3;;Bakken ${mark};;`,
			`Per;4;SYK201;Bakken ${mark};Åsheim ${mark};${mark.slice(-4)}`,
			// What is wrong with the course hides nothing of the wishes; a name met before is counted where it stood.
			"Eva;5;SYK999;Finnes ikke;;",
			`Mia;6;SYK999;Bakken ${mark};Bakkn ${mark};`,
		];
		expect(await problems("students", lines)).toEqual([
			expect.stringMatching(/^Rad 2, kolonne D .*ikke med i praksisrunden/),
			expect.stringMatching(/^Rad 2, kolonne E .*«Finnes ikke»\. Gjelder 2 rader\./),
			expect.stringMatching(/^Rad 3, kolonne E .*to ganger/),
			expect.stringMatching(/^Rad 4, kolonne D .*ikke noe emne/),
			expect.stringMatching(/^Rad 5, kolonne F .*2 ønsker/),
			expect.stringMatching(/^Rad 6, kolonne C .*«SYK999»\. Gjelder 2 rader\./),
			expect.stringMatching(/^Rad 7, kolonne E .*«Bakkn /),
		]);
		const { preview } = await look("students", lines);
		expect(preview.refusals[0]?.remedy.nb).toContain("ta praksisverten med i runden");
		expect(preview.refusals.at(-1)?.remedy.nb).toMatch(`Mente du «Bakken ${mark}, Fjord ${mark}»?`);
		expect((await database.reading(coordinator, (work) => listStudents(work, {}))).total).toBe(0);
	});

	it("are read under the headers people give them; what is not read is told, and a sheet of places is known as one", async () => {
		const { look, host, mark, coordinator } = await region();
		const lines = [
			"Navn;Mail;Emne;Førstevalg;Andrevalg;Ønske3;Skostørrelse",
			`Kari;kari@example.no;SYK201;Bakken ${mark};${host.name};Åsheim ${mark};38`,
		];
		const { preview } = await look("students", lines);
		expect(preview).toMatchObject({ counts: { created: 1, further: 3 }, ignored: ["Skostørrelse"] });
		const likelier = (headers: readonly string[] = []) =>
			database.reading(coordinator, (work) => likelierKind(work, "students", headers));
		expect(await likelier(preview.headers)).toBeUndefined();
		const places = await look("students", [
			"Kommune;Praksissted;Postnummer;Utdanning;Studieår;Første dag;Siste dag;Plasser",
			";Bakken;7030;Sykepleie;2;04.01.2027;12.03.2027;3",
		]);
		expect(places.preview.refusalCount).toBeGreaterThan(0);
		expect((await likelier(places.preview.headers))?.name).toBe("capacity");
	});

	it("can be outside the round once its host is taken in, and not once the plan is out", async () => {
		const { bring, problems, other, mark, roundId, coordinator, wishesOf } = await region();
		const lines = [header, `Kari;1;SYK201;Lunden ${mark};;`];
		expect(await problems("students", lines)).toHaveLength(1);
		await database.commanding(coordinator, (work) => addParties(work, roundId, "host", [other.id]));
		await bring("students", lines);
		expect(await wishesOf("Kari")).toHaveLength(1);
		await database.commanding(system("test"), async (work) => {
			await work.db.updateTable("placement.round").set({ state: "published" }).where("id", "=", roundId).execute();
			return { done: undefined };
		});
		expect(await problems("students", lines)).toEqual([]);
		expect(await problems("students", [header, `Kari;1;SYK201;Bakken ${mark};;`])).toEqual([
			expect.stringMatching(/^Rad 2, kolonne D .*publisert/),
		]);
	});

	it("come back unchanged as they were taken out", async () => {
		const { bring, look, coordinator, organisation, mark, host } = await region();
		await bring("students", [header, `Kari;1;SYK201;Åsheim ${mark}, ${host.name};${host.name};Bakken ${mark}`]);
		const kind = placementImports.find((one) => one.name === "students");
		const sheet = await database.reading(coordinator, async (work) =>
			kind?.current(work, organisation.id, { language: "nb", notes: [] }),
		);
		const content = await writeWorkbook({ sheets: sheet ? [sheet.sheet] : [], language: "nb" });
		const { preview } = await look("students", [], content);
		expect(preview).toMatchObject({ counts: { created: 0, changed: 0, unchanged: 1 }, refusals: [] });
	});
});
