import { describe, expect, it } from "vitest";
import { describeShared, readShared } from "../../../../test/shared.ts";
import { countyNumbers } from "../../../geography/codes.ts";
import { kilometresBetween } from "../../../geography/distance.ts";
import { readGazetteer } from "../../../geography/gazetteer.server.ts";
import { readCampuses, readInstitutions } from "../../../geography/public/institutions.server.ts";
import { institutions } from "./institutions.ts";
import { locate } from "./list.ts";
import { referenceLists } from "./lists.ts";
import { countyAuthorities, stateAdministrators } from "./regional.ts";

const gazetteer = readGazetteer();
const all = referenceLists.flatMap((list) => list.organisations);

describe("the reference lists", () => {
	it("say where they come from and which day they held", () => {
		for (const { id, source, asOf } of referenceLists) {
			expect(source.length, id).toBeGreaterThan(2);
			expect(asOf, id).toMatch(/^20\d\d-\d\d-\d\d$/);
		}
	});

	it("name every body once, in three languages, under a key of its own", () => {
		expect(new Set(all.map((one) => one.key)).size).toBe(all.length);
		for (const { name, key } of all) {
			for (const text of Object.values(name)) expect(text.trim(), key).toBe(text);
			expect(name.nb && name.nn && name.en, key).toBeTruthy();
		}
		expect(new Set(all.map((one) => one.name.nb)).size).toBe(all.length);
	});

	it("place every seat and campus in a town of the gazetteer", () => {
		for (const { seat, campuses = [] } of all) {
			for (const place of [...(seat ? [seat] : []), ...campuses.map((campus) => campus.seat)]) {
				expect(locate(place, gazetteer).latitude).toBeGreaterThan(57);
			}
		}
		expect(() => locate({ municipality: "0301", town: "Bergen" }, gazetteer)).toThrow(/Bergen.*0301/);
	});

	it("cover every county once by the state administrators and the county authorities", () => {
		for (const list of [stateAdministrators, countyAuthorities]) {
			expect(list.organisations.flatMap((one) => one.counties ?? []).sort()).toEqual([...countyNumbers].sort());
		}
		expect(stateAdministrators.organisations).toHaveLength(10);
		expect(countyAuthorities.organisations).toHaveLength(15);
	});

	it("are hosted by municipalities and institutions that exist, and cover counties that exist", () => {
		const numbers = new Set([
			...gazetteer.municipalities.map((place) => place.number),
			...institutions.organisations.map((one) => one.number),
		]);
		const counties = new Set<string>(countyNumbers);
		for (const { key, hosts = [], counties: covered = [] } of all) {
			expect(
				hosts.filter((host) => !numbers.has(host)),
				key,
			).toEqual([]);
			expect(
				covered.filter((county) => !counties.has(county)),
				key,
			).toEqual([]);
		}
	});
});

describeShared("the institutions", ["laresteder-dbh.csv", "campus-kuratert.csv"], () => {
	const register = readInstitutions(readShared("laresteder-dbh.csv"), "laresteder-dbh.csv");
	const known = new Map(gazetteer.municipalities.map((place) => [place.number, place.centre.at]));
	const campuses = readCampuses(readShared("campus-kuratert.csv"), "campus-kuratert.csv", known);

	it("have the codes of the register, and leave out only the one whose seat is not certain", () => {
		const codes = "facts" in register ? register.facts.map((one) => one.code) : [];
		const ours = institutions.organisations.map((one) => one.number ?? "");
		expect(codes).toHaveLength(36);
		expect(ours.filter((code) => !codes.includes(code))).toEqual([]);
		expect(codes.filter((code) => !ours.includes(code))).toEqual(["8248"]);
	});

	it("teach within 40 km of where an unverified list puts them, but for one place we are not certain of", () => {
		const rows = "facts" in campuses ? campuses.facts : [];
		expect(rows).toHaveLength(70);
		const far = rows.filter((row) => {
			const ours = institutions.organisations.find((one) => one.number === row.institution)?.campuses ?? [];
			return !ours.some((campus) => kilometresBetween(locate(campus.seat, gazetteer), row.at) < 40);
		});
		expect(far.map((row) => `${row.institution} ${row.campus}`).sort()).toEqual(["8253 Bergen"]);
	});
});
