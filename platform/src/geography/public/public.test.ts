import { describe, expect, it } from "vitest";
import { describeShared, readShared } from "../../../test/shared.ts";
import { languages } from "../../language.ts";
import { readGazetteer } from "../gazetteer.server.ts";
import { numbersIn, periodsCompleteFrom } from "../succession.ts";
import { borderLines, municipalAreas, readBoundaries } from "./boundaries.ts";
import { readChanges } from "./changes.server.ts";
import { publicFiles, recognisePublicFile } from "./files.ts";
import { readCampuses, readInstitutions } from "./institutions.server.ts";
import { readMunicipalities } from "./municipalities.server.ts";
import { readPostcodes } from "./postcodes.server.ts";
import type { PublicRead } from "./refusal.ts";
import { readRegions, travelTableOf } from "./regions.server.ts";
import { describePublicRefusal } from "./text.ts";

const known = new Map(readGazetteer().municipalities.map((place) => [place.number, place.centre.at]));

/** The facts of a file that must be taken; else fails with the refusals in words. */
function taken<Facts>(read: PublicRead<Facts>) {
	if ("refusals" in read) {
		throw new Error(read.refusals.map((one) => Object.values(describePublicRefusal(one, "nb")).join(" ")).join("\n"));
	}
	return read;
}

describeShared("municipalities", ["kommuner-2024.csv"], () => {
	const { facts, sources } = taken(readMunicipalities(readShared("kommuner-2024.csv"), "kommuner-2024.csv", known));

	it("gives thirteen numbers for each of 357 municipalities, each with a source that is shown", () => {
		expect(facts.profiles).toHaveLength(357);
		expect(facts.facts).toHaveLength(357 * 13);
		const ids = new Set<string>(sources.map((source) => source.id));
		expect(facts.facts.every((fact) => ids.has(fact.source))).toBe(true);
		expect(sources.map((source) => source.licence)).toContain("CC BY 4.0");
	});

	it("gives Norway's population and Oslo's centrality as Statistics Norway does", () => {
		const of = (municipality: string, name: string, year: number) =>
			facts.facts.find((fact) => fact.municipality === municipality && fact.name === name && fact.year === year)?.value;
		expect(of("0301", "population", 2026)).toBe(728_714);
		expect(of("0301", "centrality-index", 2024)).toBe(1000);
		expect(of("0301", "centrality-class", 2024)).toBe(1);
		const norway = facts.facts.filter((fact) => fact.name === "population" && fact.year === 2024);
		expect(norway.reduce((sum, fact) => sum + fact.value, 0)).toBe(5_550_203);
	});

	it("gives the form of Norwegian and the labour-market region", () => {
		expect(facts.profiles.find((profile) => profile.number === "1101")).toMatchObject({
			name: "Eigersund",
			languageForm: "nb",
			labourMarketRegion: { number: 48, name: "Eigersund" },
		});
	});
});

describeShared("postcodes", ["postnummer-2026.csv"], () => {
	const { facts, setAside } = taken(readPostcodes(readShared("postnummer-2026.csv"), "postnummer-2026.csv", known));

	it("gives 5121 postcodes, those without coordinates without", () => {
		expect(facts).toHaveLength(5121);
		expect(facts.find((fact) => fact.postcode === "0001")).toEqual({
			postcode: "0001",
			place: "Oslo",
			municipality: "0301",
			at: { latitude: 59.9116, longitude: 10.7545 },
			use: "boxes",
		});
		expect(facts.find((fact) => fact.postcode === "1553")?.at).toBeNull();
	});

	it("sets aside the one published point that is not in Norway, and says where it stands", () => {
		expect(setAside).toHaveLength(1);
		expect(setAside[0]).toMatchObject({ code: "outsideNorway", row: 4997, value: "69.00995, 84" });
		expect(facts.filter((fact) => fact.at !== null)).toHaveLength(5061 - 1);
	});
});

describeShared("municipal changes", ["kommune-endringer-2000-2026.csv"], () => {
	const { facts } = taken(readChanges(readShared("kommune-endringer-2000-2026.csv"), "endringer.csv", known));

	it.each([
		[2006, 431],
		[2008, 430],
		[2012, 429],
		[2013, 428],
		[2017, 426],
		[2018, 422],
		[2020, 356],
		[2023, 356],
		[2024, 357],
	])("counts the municipalities of %i: %i", (year, count) => {
		expect(year).toBeGreaterThanOrEqual(periodsCompleteFrom);
		expect(numbersIn(facts.periods, year)).toHaveLength(count);
	});

	it("has today's numbers as the municipalities of 2024", () => {
		expect(numbersIn(facts.periods, 2024).sort()).toEqual([...known.keys()].sort());
	});

	it("derives who became whom, with shares that add up for every number that ended", () => {
		const ended = facts.periods.filter((period) => period.lastYear !== null);
		for (const { number, lastYear } of ended) {
			const links = facts.successions.filter(
				(link) => link.predecessor === number && link.happenedOn === `${(lastYear ?? 0) + 1}-01-01`,
			);
			expect(
				links.reduce((sum, link) => sum + link.share, 0),
				number,
			).toBeCloseTo(1, 3);
		}
		expect(facts.successions.filter((link) => link.happenedOn === "2013-01-01")).toMatchObject([
			{ predecessor: "1901", successor: "1903", manner: "merged" },
			{ predecessor: "1915", successor: "1903", manner: "merged" },
		]);
	});

	it("tells apart the municipalities of Trøndelag that changed number together on their way into one", () => {
		const became = (number: string) => facts.successions.find((link) => link.predecessor === number)?.successor;
		expect(["1601", "1662", "1638", "1750", "1703"].map(became)).toEqual(["5001", "5030", "5024", "5050", "5005"]);
	});

	it("reaches the same municipality of 2024, link by link, as the file says outright", () => {
		for (const period of facts.periods) {
			const reached = follow(period.number, period.lastYear, facts.successions);
			for (const [number, share] of period.became) {
				if (period.became.size === 1) expect([...reached.keys()], period.number).toContain(number);
				else expect(reached.get(number) ?? 0, period.number).toBeCloseTo(share, 3);
			}
		}
	});
});

describeShared("labour-market regions", ["ba-regioner-2024.csv"], () => {
	const { facts } = taken(readRegions(readShared("ba-regioner-2024.csv"), "ba-regioner-2024.csv", known));

	it("gives every municipality its region and 190 of them road minutes to its centre", () => {
		expect(facts.members).toHaveLength(357);
		expect(facts.travel).toHaveLength(190);
		expect(travelTableOf(facts.travel).minutes.get("1101:1111")).toBe(29.37);
	});
});

describeShared("boundaries", ["kommuner-2024.topo.json"], () => {
	const { facts } = taken(readBoundaries(readShared("kommuner-2024.topo.json"), known));

	it("gives an area for each municipality, and lines between counties that are fewer than all lines", () => {
		expect(
			municipalAreas(facts)
				.map((area) => area.id)
				.sort(),
		).toEqual([...known.keys()].sort());
		const length = (kind: "counties" | "municipalities") => borderLines(facts, kind).flat().length;
		expect(length("counties")).toBeGreaterThan(500);
		expect(length("municipalities")).toBeGreaterThan(2 * length("counties"));
	});
});

describeShared("campuses and institutions", ["campus-kuratert.csv", "laresteder-dbh.csv"], () => {
	it("gives campuses of institutions that the register has", () => {
		const institutions = taken(readInstitutions(readShared("laresteder-dbh.csv"), "laresteder-dbh.csv"));
		const campuses = taken(readCampuses(readShared("campus-kuratert.csv"), "campus-kuratert.csv", known));
		expect(institutions.facts).toHaveLength(36);
		expect(campuses.facts).toHaveLength(70);
		const codes = new Set(institutions.facts.map((institution) => institution.code));
		expect(campuses.facts.filter((campus) => !codes.has(campus.institution))).toEqual([]);
	});
});

describe("what is wrong in a file", () => {
	const bytes = (text: string) => new TextEncoder().encode(text);
	const postcodes = (text: string) =>
		readPostcodes(bytes(`postnummer,poststed,kommunenummer,kommunenavn,lat,lon,bruksomraade\n${text}`), "p.csv", known);
	const changes = (text: string) =>
		readChanges(bytes(`kommunenummer_da,fra_aar,til_aar,kommunenummer_2024,vekt_befolkning\n${text}`), "e.csv", known);

	it("is refused with row, column, value and remedy, in three languages", () => {
		const read = postcodes(
			"0001,Oslo,0301,Oslo,59.9,10.7,Postboksar\n7010,Trondheim,1601,Trondheim,63.4,10.4,Postboksar\n",
		);
		if (!("refusals" in read)) throw new Error("taken");
		expect(read.refusals).toMatchObject([
			{ code: "unknownMunicipality", row: 3, header: "kommunenummer", value: "1601" },
		]);
		for (const language of languages) {
			for (const refusal of read.refusals) {
				const { place, problem, remedy } = describePublicRefusal(refusal, language);
				expect(place).toContain("3");
				expect(problem).toContain("1601");
				expect(remedy).toMatch(/\.$/);
			}
		}
	});

	it("can be several things at once, all told", () => {
		const read = postcodes("abc,Oslo,0301,Oslo,north,10.7,Postboksar\n0010,,0301,Oslo,59.9,10.7,Annet\n");
		if (!("refusals" in read)) throw new Error("taken");
		expect(read.refusals.map((refusal) => refusal.code)).toEqual(["notPostcode", "notNumber", "required", "notChoice"]);
	});

	it.each([
		["0301,2000,1999,0301,1.0\n", "periodBackwards"],
		["0301,2000,2026,0301,0.4\n", "sharesDoNotAddUp"],
		["0101,2000,2019,0101,1.0\n0301,2000,2026,0301,1.0\n", "unknownMunicipality"],
		["0101,2000,2019,3101,1.0\n0301,2000,2026,0301,1.0\n", "unclearSuccessor"],
	])("makes changes that do not hold together a refusal: %j", (text, code) => {
		const read = changes(text);
		expect("refusals" in read && read.refusals.map((refusal) => refusal.code)).toContain(code);
	});

	it("makes a file without all municipalities a refusal that names those missing", () => {
		const header = "kommunenummer,ba_nr,ba_navn,reisetid_min_til_ba_senter,utpendling_pst,innpendling_pst,grunnlag";
		const read = readRegions(bytes(`${header}\n0301,5,Oslo/Bærum,11.88,70.21,70.21,Senterkommune\n`), "b.csv", known);
		if (!("refusals" in read)) throw new Error("taken");
		const [refusal] = read.refusals;
		expect(refusal?.code).toBe("missingMunicipalities");
		expect(refusal && describePublicRefusal(refusal, "nb").problem).toMatch(
			/mangler 356 kommuner: 1101, .* og 346 til/,
		);
	});

	it.each([
		["not json", "notJson"],
		["{}", "notBoundaries"],
		[
			'{"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},"arcs":[],"objects":{"kommuner":{"type":"GeometryCollection","geometries":[{"type":"Polygon","id":"0301","arcs":[[7]]}]}}}',
			"notBoundaries",
		],
		[
			'{"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},"arcs":[],"objects":{"kommuner":{"type":"GeometryCollection","geometries":[]}}}',
			"missingMunicipalities",
		],
		["\ufffe", "notJson"],
	])("makes %j instead of boundaries a refusal: %s", (text, code) => {
		const read = readBoundaries(text === "\ufffe" ? Uint8Array.of(0xff, 0xfe, 0x00) : bytes(text), known);
		expect("refusals" in read && read.refusals[0]?.code).toBe(code);
	});

	it("has words for every refusal in every language", () => {
		const details = {
			unknownMunicipality: {},
			countyDiffers: { county: "03", municipality: "1101" },
			outsideNorway: {},
			sumDiffers: { sum: 1, total: 2 },
			missingMunicipalities: { numbers: ["0301"] },
			periodBackwards: { from: 2000, to: 1999 },
			sharesDoNotAddUp: { number: "0301", sum: 0.4 },
			unclearSuccessor: { number: "0301", candidates: ["1101", "1103"] },
			notInstitutionCode: {},
			notJson: {},
			notBoundaries: { path: "" },
		} as const;
		const place = { sheet: null, row: 2, column: null, header: "kommunenummer", value: "x" };
		const texts = languages.map((language) => [
			describePublicRefusal({ ...place, code: "countyDiffers", detail: details.countyDiffers }, language),
			describePublicRefusal({ ...place, code: "sumDiffers", detail: details.sumDiffers }, language),
			describePublicRefusal({ ...place, code: "periodBackwards", detail: details.periodBackwards }, language),
			describePublicRefusal({ ...place, code: "sharesDoNotAddUp", detail: details.sharesDoNotAddUp }, language),
			describePublicRefusal({ ...place, code: "unclearSuccessor", detail: details.unclearSuccessor }, language),
			describePublicRefusal({ ...place, code: "notInstitutionCode", detail: {} }, language),
			describePublicRefusal({ ...place, code: "notBoundaries", detail: details.notBoundaries }, language),
		]);
		for (const words of texts) {
			for (const { problem, remedy } of words)
				expect(`${problem} ${remedy}`).toMatch(/^\p{Lu}.*\. .*\.$|^x .*\. .*\.$/u);
		}
		expect(new Set(texts.map((words) => words.map((one) => one.remedy).join())).size).toBe(3);
	});
});

describe("recognisePublicFile", () => {
	it.each([
		["kommuner-2024.csv", "municipalities"],
		["kommuner-2027.xlsx", "municipalities"],
		["kommuner-2024.topo.json", "boundaries"],
		["kommune-endringer-2000-2026.csv", "changes"],
		["postnummer-2026.csv", "postcodes"],
		["ba-regioner-2024.csv", "regions"],
		["laresteder-dbh.csv", "institutions"],
		["Læresteder DBH.csv", "institutions"],
		["campus-kuratert.csv", "campuses"],
		["enheter.xlsx", undefined],
		["kommuner", undefined],
		["", undefined],
	])("knows %s as %s", (name, id) => {
		expect(recognisePublicFile(name)?.id).toBe(id);
	});

	it("says for every file what is missing without it", () => {
		for (const file of publicFiles) {
			for (const language of languages) expect(file.missing[language]).toMatch(/^\p{Lu}.*\.$/u);
			expect(file.sources.length).toBeGreaterThan(0);
		}
	});
});

type Link = { predecessor: string; successor: string; happenedOn: string; share: number };

/** The shares of a number's people by the number they have now, link by link. */
function follow(number: string, lastYear: number | null, links: readonly Link[], share = 1): Map<string, number> {
	const reached = new Map<string, number>();
	if (lastYear === null) return reached.set(number, share);
	const next = links.filter((link) => link.predecessor === number && link.happenedOn === `${lastYear + 1}-01-01`);
	for (const link of next) {
		const later = links.find((one) => one.predecessor === link.successor && one.happenedOn > link.happenedOn);
		const until = later ? Number(later.happenedOn.slice(0, 4)) - 1 : null;
		for (const [end, part] of follow(link.successor, until, links, share * link.share)) {
			reached.set(end, (reached.get(end) ?? 0) + part);
		}
	}
	return reached;
}
