import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { newId } from "../../../database/work.server.ts";
import { done } from "../../../outcome.ts";
import { writeWorkbook } from "../../../spreadsheet/write.server.ts";
import { sheetOf } from "../../../spreadsheet/written.ts";
import { listedRequest } from "../request/listed.ts";
import { listRequests, readRequest, sendRequests, withdrawRequest } from "../request/service.server.ts";
import { requestList } from "../request/sheet.ts";
import { insertRequests } from "../request/store.server.ts";
import { placementImports } from "./kinds.server.ts";
import { makeSetting } from "./test/setting.ts";

const database = await openTestDatabase();
database.setNow("2026-11-20T09:00:00Z");
const header =
	"Lærested;Kommune;Studieprogram;Praksisemne;Utdanning;Studieår;Første dag;Siste dag;Plasser;Svarfrist;Tilbudt;Grunn";

let setting: Awaited<ReturnType<typeof makeSetting>>;
let host: Awaited<ReturnType<typeof makeOrganisation>>;
beforeEach(async () => {
	setting = await makeSetting(database);
	host = await makeOrganisation(database);
});
const line = (places: string, offered = "", reason = "", name = host.name) =>
	`;${name};;Praksis 2;Sykepleie;2;11.01.2027;05.03.2027;${places};15.12.2026;${offered};${reason}`;
const requests = async () => (await database.reading(setting.coordinator, (work) => listRequests(work, {}))).rows;
const telling = { mails: false, language: "nb" as const };

describe("an import of requests", () => {
	it("makes drafts, changes drafts, and the same file twice changes nothing", async () => {
		const { bring, look } = setting;
		expect((await bring("requests", [header, line("4")])).counts).toMatchObject({ created: 1, besides: 0 });
		expect(await requests()).toMatchObject([{ state: "draft", places: 4, hostName: host.name }]);
		expect((await look("requests", [header, line("4")])).preview.counts).toMatchObject({ created: 0, unchanged: 1 });
		const changed = await bring("requests", [header, line("6")]);
		expect(changed.changed).toMatchObject([{ changes: [{ field: "places", from: 4, to: 6 }] }]);
		expect(await requests()).toMatchObject([{ state: "draft", places: 6 }]);
	});

	it("takes in what hosts have answered by telephone: of new ones, of drafts, and of those that are sent", async () => {
		const { bring, look, problems } = setting;
		const other = await makeOrganisation(database);
		const third = await makeOrganisation(database);
		await bring("requests", [header, line("4"), line("5", "", "", other.name)]);
		const sent = (await requests()).find(({ places }) => places === 4)?.id ?? "";
		await database.commanding(setting.coordinator, (work) => sendRequests(work, [sent], telling));
		const file = [
			header,
			line("4", "3", "Mangler veileder"),
			line("5", "5", "", other.name),
			line("2", "0", "Ikke kapasitet", third.name),
		];
		expect((await bring("requests", file)).counts).toMatchObject({ created: 1, changed: 2, besides: 3 });
		expect([...(await requests())].sort((one, another) => one.places - another.places)).toMatchObject([
			{ places: 2, state: "answered", offered: 0, unmetReason: "no-capacity", answeredBy: third.name },
			{ places: 4, state: "answered", offered: 3, unmetReason: "no-supervisor", answeredBy: host.name },
			{ places: 5, state: "answered", offered: 5, unmetReason: null, answeredBy: other.name },
		]);
		expect((await look("requests", file)).preview.counts).toMatchObject({ created: 0, changed: 0, unchanged: 3 });
		// An answer can be put right the same way; one that is sent stands as it was sent.
		expect((await bring("requests", [header, line("4", "4")])).counts).toMatchObject({ changed: 1, besides: 1 });
		expect(await database.reading(setting.coordinator, (work) => readRequest(work, sent))).toMatchObject({
			request: { offered: 4, unmetReason: null },
		});
		expect(await problems("requests", [header, line("7")])).toEqual([
			expect.stringMatching(/^Rad 2, kolonne I .*er sendt/),
		]);
	});

	it("comes back unchanged as it was taken out", async () => {
		const { bring, look, organisation, coordinator } = setting;
		await bring("requests", [
			header,
			line("4", "3", "Mangler veileder"),
			line("2", "", "", (await makeOrganisation(database)).name),
		]);
		const kind = placementImports.find((one) => one.name === "requests");
		const current = await database.reading(coordinator, async (work) =>
			kind?.current(work, organisation.id, { language: "en", notes: [] }),
		);
		const content = await writeWorkbook({ sheets: current ? [current.sheet] : [], language: "en" });
		const { preview } = await look("requests", [], content);
		expect(preview).toMatchObject({ counts: { created: 0, changed: 0, unchanged: 2 }, refusals: [] });
	});

	it("comes back unchanged from the list taken out, with what became of each, alike ones and a withdrawn one", async () => {
		const { bring, look, coordinator } = setting;
		const other = await makeOrganisation(database);
		await bring("requests", [
			header,
			line("4"),
			line("2", "", "", other.name),
			line("9", "8", "Ikke kapasitet", (await makeOrganisation(database)).name),
		]);
		const gone = (await requests()).find(({ places }) => places === 4)?.id ?? "";
		await database.commanding(coordinator, (work) => sendRequests(work, [gone], telling));
		await database.commanding(coordinator, (work) => withdrawRequest(work, gone, 2));
		// The same course asked for twice of one host, for two programmes.
		const [like] = (await requests()).filter(({ hostName }) => hostName === other.name);
		if (!like) throw new Error("no request");
		await database.commanding(coordinator, async (work) => {
			const id = newId();
			await insertRequests(work, coordinator.organisationId ?? "", [
				{ ...like, id, programme: "Deltid", places: 3, profession: "nursing" },
			]);
			return done(id);
		});
		const rows = (await requests()).flatMap((one) => listedRequest(one, "nb", "2026-11-20"));
		expect(rows.map(({ state }) => state).sort()).toEqual(["Ikke fullt dekket", "Trukket", "Utkast", "Utkast"]);
		const sheet = sheetOf(requestList, rows, { name: "Bestillinger", notes: ["Kilde: Læringsarena"] });
		const content = await writeWorkbook({ sheets: [sheet], language: "nb" });
		const listed = (await look("requests", [], content)).preview;
		expect(listed).toMatchObject({
			counts: { created: 0, changed: 0, unchanged: 4 },
			refusals: [],
			ignored: [],
			warningCount: 0,
		});
	});

	it("tells all that is wrong in one round, and what a withdrawn one becomes", async () => {
		const { bring, problems, look, coordinator } = setting;
		expect(
			await problems("requests", [
				header,
				line("4", "", "", "Ingensteds"),
				line("4", "", "", ""),
				line("4", "5"),
				line("4", "2"),
				`${line("4").replace("05.03.2027", "05.03.2026")}`,
				line("mange"),
				`Ingen;${line("4").slice(1)}`,
			]),
		).toEqual([
			expect.stringMatching(/^Rad 2, kolonne B .*«Ingensteds»/),
			expect.stringMatching(/^Rad 3, kolonne B .*hvem plassene/),
			expect.stringMatching(/^Rad 4, kolonne K .*bare bestilt 4/),
			expect.stringMatching(/^Rad 5.*også i rad 4/),
			expect.stringMatching(/^Rad 6, kolonne H .*før første dag/),
			expect.stringMatching(/^Rad 7, kolonne I/),
			expect.stringMatching(/^Rad 8, kolonne A .*«Ingen»/),
		]);
		expect(await problems("requests", [header, line("4", "2")])).toEqual([
			expect.stringMatching(/^Rad 2, kolonne L .*2 plasser er ikke dekket/),
		]);
		await bring("requests", [header, line("4")]);
		const [{ id = "" } = {}] = await requests();
		await database.commanding(coordinator, (work) => sendRequests(work, [id], telling));
		await database.commanding(coordinator, (work) => withdrawRequest(work, id, 2));
		const again = await look("requests", [header, line("4")]);
		expect(again.preview).toMatchObject({ counts: { created: 1 }, warningCount: 1 });
	});

	it("lets a host write down what institutions have ordered of it, and nobody order for others", async () => {
		const municipality = await makeActor(database, { organisation: host, roles: ["placement-coordinator"] });
		const other = await makeSetting(database, "municipality");
		expect(await other.problems("requests", [header, line("4")])).toEqual([
			expect.stringMatching(/^Rad 2, kolonne A .*hvilken institusjon/),
		]);
		expect(await other.problems("requests", [header, `${setting.organisation.name}${line("4")}`])).toEqual([
			expect.stringMatching(/^Rad 2: .*verken fra dere/),
		]);
		const own = await other.bring("requests", [header, `${setting.organisation.name}${line("4", "", "", "")}`]);
		expect(own.counts).toMatchObject({ created: 1 });
		expect(municipality.organisationId).toBe(host.id);
	});
});
