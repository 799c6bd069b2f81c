import { kilometresBetween } from "../src/geography/distance.ts";
import { readGazetteer } from "../src/geography/gazetteer.server.ts";
import type { Municipality } from "../src/geography/place.ts";
import { random } from "../src/modules/organisation/service.server.ts";
import { capacityToAllocate, studentsToAllocate } from "../src/modules/placement/allocate/sheets/contracts.ts";
import { capacitySheet } from "../src/modules/placement/capacity/sheet.ts";
import { courseSheet } from "../src/modules/placement/import/courses/sheet.ts";
import { studentSheet } from "../src/modules/placement/import/students/sheet.ts";
import type { Column } from "../src/spreadsheet/contract.ts";
import { writeWorkbook } from "../src/spreadsheet/write.server.ts";
import { sheetOf } from "../src/spreadsheet/written.ts";

/**
 * A round of a region as its coordinator has it in Excel: courses, students and capacity, as the product's import pages
 * take them, and as the command line takes them. Made up; the municipalities and where they are, are not.
 */
export type RegionalFiles = {
	/** For the import pages. */
	readonly courses: Uint8Array;
	readonly students: Uint8Array;
	readonly capacity: Uint8Array;
	/** For the command line, which also takes the wishes from the sheet. */
	readonly studentsToAllocate: Uint8Array;
	readonly capacityToAllocate: Uint8Array;
	/** The public file of postcodes, as far as the round needs it. */
	readonly postcodes: Uint8Array;
	readonly hosts: readonly string[];
	/** A student among the first, and the site most of the places are at. */
	readonly courseCodes: readonly string[];
};

export type RegionalSize = { readonly students: number; readonly municipalities: number; readonly sites: number };

const courses = [
	{ code: "SYK2", name: "Sykepleie i kommunehelsetjenesten", profession: "nursing", year: 2, share: 0.4 },
	{ code: "SYK3", name: "Hjemmebasert sykepleie", profession: "nursing", year: 3, share: 0.3 },
	{ code: "VER2", name: "Miljøarbeid i praksis", profession: "learning-disability-nursing", year: 2, share: 0.15 },
	{ code: "SOS2", name: "Sosialt arbeid i praksis", profession: "social-work", year: 2, share: 0.15 },
] as const;
/** What a site is, which of the courses it takes, and how many students of each share its places are made for. */
const kinds = [
	{ name: "omsorgssenter", takes: ["SYK2", "VER2"] },
	{ name: "hjemmetjeneste", takes: ["SYK2", "SYK3"] },
	{ name: "bofellesskap", takes: ["VER2", "SYK3"] },
	{ name: "Nav-kontor", takes: ["SOS2"] },
	{ name: "helsehus", takes: ["SYK2", "SYK3"] },
] as const;

/**
 * Files of a round over the municipalities nearest to Trondheim.
 * @param mark goes into codes and names, so that two rounds can stand in one installation
 * @param term days the capacity holds for and the placements are in
 */
export async function regionalFiles(
	size: RegionalSize,
	mark: string,
	term: { readonly firstDay: string; readonly lastDay: string; readonly from: string; readonly to: string },
): Promise<RegionalFiles> {
	const chance = random(1500);
	const towns = nearestTo("5001", size.municipalities);
	// A town has people by its place in the list: the first as many as the next ten.
	const weights = towns.map((_, at) => 1 / (at + 1.5));
	const all = weights.reduce((sum, weight) => sum + weight, 0);
	const pickTown = () => {
		let left = chance.next() * all;
		const at = weights.findIndex((weight) => {
			left -= weight;
			return left <= 0;
		});
		return Math.max(0, at);
	};
	const around = ({ centre }: Municipality) => ({
		latitude: centre.at.latitude + (chance.next() - 0.5) * 0.1,
		longitude: centre.at.longitude + (chance.next() - 0.5) * 0.2,
	});
	const postcodes = towns.flatMap((town, at) =>
		Array.from({ length: 5 }, (_, number) => ({
			postcode: String(7000 + at * 10 + number),
			town,
			at: around(town),
		})),
	);
	const postcodeIn = (town: number) => postcodes[town * 5 + chance.whole(0, 4)]?.postcode ?? "7000";
	const sites = Array.from({ length: size.sites }, (_, at) => {
		const town = at < towns.length ? at : pickTown();
		const kind = kinds[at % kinds.length] ?? kinds[0];
		const name = `${towns[town]?.centre.name} ${kind.name} ${mark}${at + 1}`;
		return { name, town, postcode: postcodeIn(town), kind };
	});
	const students = courses.flatMap((course) =>
		Array.from({ length: Math.round(size.students * course.share) }, (_, at) => {
			const town = pickTown();
			const suitable = sites.filter(({ kind }) => kind.takes.some((code) => code === course.code));
			const wished = new Set<string>();
			while (wished.size < Math.min(4, suitable.length)) {
				const near = suitable.filter((site) => site.town === town);
				wished.add((near.length > 2 && chance.chance(0.6) ? chance.pick(near) : chance.pick(suitable)).name);
			}
			const number = `${mark}${course.code}-${String(at + 1).padStart(4, "0")}`;
			return { course, number, name: `Prøve ${number}`, town, postcode: postcodeIn(town), wishes: [...wished] };
		}),
	);
	// Nine places to ten students and a half: tight, with somebody left over.
	const places = (code: string) => {
		const takers = sites.filter(({ kind }) => kind.takes.some((one) => one === code)).length;
		return (students.filter((student) => student.course.code === code).length * 0.98) / Math.max(1, takers);
	};
	const owed = new Map<string, number>();
	const offers = sites.flatMap((site) =>
		site.kind.takes.flatMap((code) => {
			const course = courses.find((one) => one.code === code);
			const due = (owed.get(code) ?? 0) + places(code);
			owed.set(code, due - Math.floor(due));
			return course && due >= 1 ? [{ site, course, places: Math.floor(due) }] : [];
		}),
	);
	const offerRow = ({ site, course, places: count }: (typeof offers)[number]) => ({
		host: towns[site.town]?.name ?? "",
		...{ site: site.name, setting: null, postcode: site.postcode, profession: course.profession },
		...{ years: String(course.year), firstDay: term.firstDay, lastDay: term.lastDay, places: count },
		...{ mostAtOnce: null, leastTogether: null, reservedFor: null },
	});
	const workbook = (contract: { readonly columns: readonly Column[] }, rows: readonly object[]) =>
		writeWorkbook({
			sheets: [
				sheetOf<{ readonly columns: readonly Column[] }>(
					contract,
					rows.map((row) =>
						Object.fromEntries(contract.columns.map(({ key }) => [key, Reflect.get(row, key) ?? null])),
					),
					{ name: "Ark" },
				),
			],
			language: "nb",
		});
	const codeOf = (code: string) => `${code}${mark}`;
	return {
		courses: await workbook(
			courseSheet,
			courses.map(({ code, name, profession, year }) => ({
				...{ code: codeOf(code), name: `${name} ${mark}`, programme: "Bachelor", profession, yearOfStudy: year },
				...{ period: `Pulje ${mark}`, firstDay: term.from, lastDay: term.to },
			})),
		),
		students: await workbook(
			studentSheet,
			students.map(({ name, number, course, postcode }) => ({
				...{ name, number, course: codeOf(course.code), yearOfStudy: course.year, postcode },
				email: `${number.toLowerCase()}@student.example`,
			})),
		),
		capacity: await workbook(capacitySheet, offers.map(offerRow)),
		studentsToAllocate: await workbook(
			studentsToAllocate,
			students.map(({ name, number, course, postcode, wishes: [wish1, wish2, wish3, wish4] }, at) => ({
				...{ name, number, institution: "NTNU", course: codeOf(course.code), profession: course.profession },
				...{ year: course.year, firstDay: term.from, lastDay: term.to, postcode, wish1, wish2, wish3, wish4 },
				priority: at % 25 === 3 ? 0 : null,
			})),
		),
		capacityToAllocate: await workbook(capacityToAllocate, offers.map(offerRow)),
		postcodes: new TextEncoder().encode(
			[
				"postnummer,poststed,kommunenummer,breddegrad,lengdegrad",
				...postcodes.map(({ postcode, town, at }) =>
					[postcode, town.centre.name, town.number, at.latitude.toFixed(5), at.longitude.toFixed(5)].join(),
				),
			].join("\n"),
		),
		hosts: towns.map(({ name }) => name),
		courseCodes: courses.map(({ code }) => codeOf(code)),
	};
}

function nearestTo(number: string, count: number): Municipality[] {
	const { municipalities } = readGazetteer();
	const middle = municipalities.find((one) => one.number === number);
	if (!middle) throw new Error(`${number} is not a municipality`);
	const away = (one: Municipality) => kilometresBetween(middle.centre.at, one.centre.at);
	return municipalities.toSorted((a, b) => away(a) - away(b)).slice(0, count);
}
