import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { newId } from "../../../database/work.server.ts";
import { writeWorkbook } from "../../../spreadsheet/write.server.ts";
import { closeSite, listCapacity, listOwnOffers, listSites, stepCapacity } from "../capacity/service.server.ts";
import { addRequests, answerRequest, sendRequests } from "../request/service.server.ts";
import { placementImports } from "./kinds.server.ts";
import { knowPostcode, makeSetting } from "./test/setting.ts";

const database = await openTestDatabase();
database.setNow("2026-11-20T09:00:00Z");
await knowPostcode(database);
const header =
	"Kommune;Praksissted;Postnummer;Utdanning;Studieår;Første dag;Siste dag;Plasser;Høyst samtidig;Minst sammen;Holdt av til";
const nurses = ";Sykehjemmet;;Sykepleie;2;04.01.2027;12.03.2027;3;;;";
const autumn = ";Sykehjemmet;;Sykepleie;2;16.08.2027;22.10.2027;2;;;";

let setting: Awaited<ReturnType<typeof makeSetting>>;
beforeEach(async () => {
	setting = await makeSetting(database, "municipality");
});
const offers = async () =>
	(await database.reading(setting.coordinator, (work) => listOwnOffers(work, {}))).rows.map(
		({ siteName, firstDay, places, state }) => [siteName, firstDay, places, state],
	);

describe("an import of capacity", () => {
	it("makes sites and offers, changes what stands, and the same file twice changes nothing", async () => {
		const { bring, look, take } = setting;
		const file = [header, nurses, autumn, ";Nytt sykehjem;7030;Sykepleie;2;04.01.2027;12.03.2027;1;2;;"];
		const brought = await bring("capacity", file);
		expect(brought.counts).toMatchObject({ created: 3, besides: 2 });
		expect(brought.created[0]?.where).toBe("Sykepleie, 2. år, 04.01.2027–12.03.2027: 3 plasser");
		expect((await database.reading(setting.coordinator, (work) => listSites(work, {}))).rows).toMatchObject([
			{ name: "Nytt sykehjem", municipalityNumber: "5001", latitude: 63.4 },
			{ name: "Sykehjemmet" },
		]);
		const again = await look("capacity", file);
		expect(again.preview).toMatchObject({
			counts: { created: 0, changed: 0, unchanged: 3, untouched: 0 },
			warnings: [],
		});
		expect((await take(again.id)).refused).toMatchObject([{ code: "nothing-to-do" }]);
		// Another number of places changes the offer, in the capacity it stands in; another offer joins that capacity.
		const { rows } = await database.reading(setting.coordinator, (work) => listCapacity(work, {}));
		await database.commanding(setting.coordinator, (work) =>
			stepCapacity(
				work,
				"publish",
				rows.map(({ id }) => id),
			),
		);
		const changed = await bring("capacity", [
			header,
			nurses.replace(";3;", ";5;"),
			";Sykehjemmet;7030;Vernepleie;3;04.01.2027;12.03.2027;1;;;",
		]);
		expect(changed.counts).toMatchObject({ created: 1, changed: 1, untouched: 2, besides: 0 });
		expect(changed.changed).toMatchObject([{ row: 2, changes: [{ field: "places", from: 3, to: 5 }] }]);
		// Where a site is, is not changed from here, and that is said.
		expect(changed.warnings.map(({ place }) => place.nb)).toEqual([expect.stringMatching(/^Rad 3, kolonne C/)]);
		expect((await offers()).sort()).toEqual([
			["Nytt sykehjem", "2027-01-04", 1, "published"],
			["Sykehjemmet", "2027-01-04", 1, "published"],
			["Sykehjemmet", "2027-01-04", 5, "published"],
			["Sykehjemmet", "2027-08-16", 2, "published"],
		]);
		expect((await database.reading(setting.coordinator, (work) => listCapacity(work, {}))).total).toBe(3);
	});

	it("says who answers for a site: of a new one, and of one that stands; blank changes nothing", async () => {
		const { bring, look } = setting;
		const withContact = (row: string, contact: string) => `${row};${contact}`;
		const head = withContact(header, "Enhetsleder;E-post");
		await bring("capacity", [head, withContact(nurses, "Kari Moe;kari@example.no"), withContact(autumn, ";")]);
		const site = async () => (await database.reading(setting.coordinator, (work) => listSites(work, {}))).rows[0];
		expect(await site()).toMatchObject({ contactName: "Kari Moe", contactEmail: "kari@example.no" });
		// A new site nobody can write to is told of, once for them all.
		const [one, two] = [`${nurses.replace("Sykehjemmet", "Bakken")}`, `${nurses.replace("Sykehjemmet", "Lia")}`];
		const silent = await look("capacity", [head, withContact(one, "Per;"), withContact(two, ";")]);
		expect(silent.preview.warnings.map(({ problem }) => problem.nb)).toEqual([
			expect.stringMatching(/^2 nye praksissteder står uten e-post/),
		]);
		const blank = await look("capacity", [head, withContact(nurses, ";")]);
		expect(blank.preview.warningCount).toBe(0);
		expect(blank.preview.counts).toMatchObject({ created: 0, changed: 0, unchanged: 1 });
		const other = await bring("capacity", [head, withContact(nurses, ";ola@example.no")]);
		expect(other.changed).toMatchObject([{ changes: [{ field: "contactEmail", to: "ola@example.no" }] }]);
		expect(await site()).toMatchObject({ contactName: "Kari Moe", contactEmail: "ola@example.no" });
	});

	it("comes back unchanged as it was taken out, also where two municipalities have one name", async () => {
		const name = `Herøy ${newId()}`;
		for (const number of ["1515", "1818"]) await makeOrganisation(database, { name, number });
		const { bring, look } = setting;
		await bring("capacity", [header, nurses, autumn, `${name} (1515);Fjorden;;;;04.01.2027;12.03.2027;2;;2;`]);
		const kind = placementImports.find((one) => one.name === "capacity");
		const current = await database.reading(setting.coordinator, async (work) =>
			kind?.current(work, setting.organisation.id, { language: "nn", notes: [] }),
		);
		const content = await writeWorkbook({ sheets: current ? [current.sheet] : [], language: "nn" });
		const { preview } = await look("capacity", [], content);
		expect(preview).toMatchObject({ counts: { created: 0, changed: 0, unchanged: 3, untouched: 0 }, refusals: [] });
	});

	it("tells all that is wrong in one round, and takes in nothing", async () => {
		const { problems, bring, coordinator } = setting;
		await bring("capacity", [header, nurses, ";Nedlagt;;;;04.01.2027;12.03.2027;1;;;"]);
		const { rows } = await database.reading(coordinator, (work) => listSites(work, { search: "Nedlagt" }));
		const { id = "", version = 0 } = rows[0] ?? {};
		await database.commanding(coordinator, (work) => closeSite(work, id, { version, lastDay: "2027-03-31" }));
		expect(
			await problems("capacity", [
				header,
				"Ingensteds;Sted;;Sykepleie;2;04.01.2027;12.03.2027;3;;;",
				";Sted;;Sykepleie;ni;04.01.2027;12.03.2027;3;;;Ingen",
				";Sted;;Sykepleie;2;04.01.2027;12.03.2026;3;;;",
				";Sted;9999;Sykepleie;2;04.01.2027;12.03.2027;tre;;;",
				";Sted A;9999;Sykepleie;2;04.01.2027;12.03.2027;3;;;",
				";Sted B;;Sykepleie;2;04.01.2027;12.03.2027;3;2;4;",
				";Sted C;;Sykepleie;2;04.01.2027;12.03.2027;3;;;",
				";Sted C;;Sykepleie;1-3;01.03.2027;30.04.2027;3;;;",
				";Sted D;;Sykepleie;1;04.01.2027;12.03.2027;1;4;;",
				";Sted D;;Sykepleie;2;04.01.2027;12.03.2027;1;5;;",
				";Sykehjemmet;;Sykepleie;2;05.01.2027;12.03.2027;4;;;",
				";Nedlagt;;;;16.08.2027;22.10.2027;1;;;",
			]),
		).toEqual([
			expect.stringMatching(/^Rad 2, kolonne A .*«Ingensteds»/),
			expect.stringMatching(/^Rad 3, kolonne E .*«ni»/),
			expect.stringMatching(/^Rad 3, kolonne K .*«Ingen»/),
			expect.stringMatching(/^Rad 4, kolonne G .*før første dag/),
			expect.stringMatching(/^Rad 5, kolonne H/),
			expect.stringMatching(/^Rad 6, kolonne C .*9999/),
			expect.stringMatching(/^Rad 7, kolonne J .*flere sammen/),
			expect.stringMatching(/^Rad 7, kolonne H .*samtidig \(2\)/),
			expect.stringMatching(/^Rad 9, kolonne D .*Rad 8 gjelder/),
			expect.stringMatching(/^Rad 11, kolonne I .*4 i rad 10/),
			expect.stringMatching(/^Rad 12, kolonne D .*allerede et tilbud/),
			expect.stringMatching(/^Rad 13, kolonne B .*lagt ned/),
		]);
		expect(await offers()).toHaveLength(2);
	});

	it("never goes below what is promised: not the places, not the most at once", async () => {
		const { bring, problems, coordinator, organisation } = setting;
		await bring("capacity", [header, nurses]);
		const { rows } = await database.reading(coordinator, (work) => listCapacity(work, {}));
		await database.commanding(coordinator, (work) => stepCapacity(work, "publish", [rows[0]?.id ?? ""]));
		const institution = await makeOrganisation(database, { kind: "institution", name: `Høgskolen ${newId()}` });
		const university = await makeActor(database, { organisation: institution, roles: ["placement-coordinator"] });
		const asked = await database.commanding(university, (work) =>
			addRequests(work, {
				...{ institutionId: institution.id, periodId: null, programme: "", courseName: "Praksis 2" },
				...{ profession: "nursing", yearOfStudy: 2, settings: [], firstDay: "2027-01-11", lastDay: "2027-03-05" },
				...{ answerBy: null, message: null, lines: [{ hostId: organisation.id, places: 3 }] },
			}),
		);
		const [id = ""] = asked.done?.ids ?? [];
		await database.commanding(university, (work) => sendRequests(work, [id], { mails: false, language: "nb" }));
		const own = await database.reading(coordinator, (work) => listOwnOffers(work, {}));
		const answered = await database.commanding(coordinator, (work) =>
			answerRequest(work, id, {
				...{ lines: [{ offerId: own.rows[0]?.id ?? "", siteName: "", places: 3 }], unmetReason: null },
				...{ message: null, answeredBy: null, version: 2 },
			}),
		);
		expect(answered.refused).toBeUndefined();
		expect(await problems("capacity", [header, nurses.replace(";3;;", ";2;1;")])).toEqual([
			expect.stringMatching(/^Rad 2, kolonne H .*samtidig \(1\)/),
			expect.stringMatching(/^Rad 2, kolonne H .*3 plasser er lovet bort \(Praksis 2/),
			expect.stringMatching(/^Rad 2, kolonne I .*3 plasser er lovet bort samtidig/),
		]);
		expect((await bring("capacity", [header, nurses.replace(";3;", ";4;")])).counts).toMatchObject({ changed: 1 });
	});
});
