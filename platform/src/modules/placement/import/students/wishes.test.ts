import { expect, it } from "vitest";
import type { RowFinding } from "../../../../import/contract.ts";
import { inEachLanguage } from "../../../../language.ts";
import type { Refuse } from "./place.ts";
import { named, studentSheet, wishColumns } from "./sheet.ts";
import { type StudentFinding, studentFindings } from "./text.ts";
import { toldOnce } from "./told-once.ts";
import { noWishes, wishReader } from "./wishes.ts";

const blank = named({
	...{ name: null, firstName: null, lastName: null, number: null, email: null, phone: null, institution: null },
	...{ programme: null, course: null, period: null, yearOfStudy: null, postcode: null, travel: null, language: null },
	...{ wish1: null, wish2: null, wish3: null, wish4: null, wish5: null, wish6: null, wish7: null, wish8: null },
});

/** What is said of rows with these wishes, whatever else is wrong with them. */
function found(facts: Partial<typeof noWishes>, rows: readonly (readonly string[])[]) {
	const findings: RowFinding<StudentFinding>[] = [];
	const read = wishReader({ ...noWishes, ...facts });
	for (const [at, texts] of rows.entries()) {
		const cells = Object.fromEntries(wishColumns.map((key, rank) => [key, texts[rank] ?? null]));
		const refuse: Refuse = (code, key, detail = {}) => {
			const value = new Map(Object.entries(cells)).get(key ?? "") ?? null;
			findings.push({ code, row: at + 2, key, value, detail });
		};
		expect(read({ ...blank, ...cells }, null, refuse)).toBeNull();
	}
	return toldOnce(findings, { "wish-unknown": facts.names ?? [] });
}

function say({ code, value, detail = {} }: RowFinding<StudentFinding>) {
	return inEachLanguage((language) => {
		const { problem, remedy } = studentFindings[language][code]({ value: value ?? "", detail });
		return `${problem} ${remedy}`;
	});
}

it("says once that places come first, where no sites are published", () => {
	const told = found({ hasSites: false }, [["Sandvollan", "Ekrene"], ["Ekrene"], []]);
	expect(told).toMatchObject([{ code: "places-first", row: 2, detail: { rows: 2 } }]);
	for (const one of told) {
		expect(say(one).nb).toMatch(/Gjelder 2 rader\. Legg inn plassene .* publiser dem/);
		expect(say(one).nn).toMatch(/Gjeld 2 rader\. Legg inn plassane/);
		expect(say(one).en).toMatch(/concerns 2 rows\. Enter the places/);
	}
});

it("says a name not known once, with its rows, and what may have been meant", () => {
	const names = ["Sandvollan, Inderøy", "Ekrene omsorgssenter, Inderøy", "Bakken, Oslo", "Trondheim"];
	const told = found({ names }, [["Sandvolan", "Ekrene"], ["sandvolan"], ["Sandvolan, Inderøy"], ["Noe helt annet"]]);
	expect(told).toEqual([
		expect.objectContaining({ row: 2, value: "Sandvolan", detail: { rows: 2, near: "Sandvollan, Inderøy" } }),
		expect.objectContaining({ row: 2, value: "Ekrene", detail: { near: "Ekrene omsorgssenter, Inderøy" } }),
		expect.objectContaining({ row: 4, detail: { near: "Sandvollan, Inderøy" } }),
		expect.objectContaining({ row: 5, detail: {} }),
	]);
	expect(told.slice(0, 1).map(say)).toEqual([
		{
			nb: expect.stringMatching(/Gjelder 2 rader\. Mente du «Sandvollan, Inderøy»\?/),
			nn: expect.stringMatching(/Gjeld 2 rader\. Meinte du «Sandvollan, Inderøy»\?/),
			en: expect.stringMatching(/concerns 2 rows\. Did you mean “Sandvollan, Inderøy”\?/),
		},
	]);
});

it("reads the headers people write", () => {
	const headers = new Map(
		studentSheet.columns.map((column) => [column.key, "aliases" in column ? [...column.aliases] : []]),
	);
	expect(headers.get("email")).toEqual(expect.arrayContaining(["Mail", "E-postadresse"]));
	expect(headers.get("wish1")).toEqual(expect.arrayContaining(["1. ønske", "Førstevalg", "1. valg"]));
	expect(headers.get("wish2")).toEqual(expect.arrayContaining(["Andrevalg", "Andreønske"]));
});

it("knows a municipality by its name in either language, and a site by the name with it", () => {
	const places = [
		{ kind: "municipality" as const, target: "5007", name: "Namsos - Nåavmesjenjaelmie", host: null },
		{ kind: "site" as const, target: "a", name: "Helsehuset", host: "Namsos - Nåavmesjenjaelmie" },
	];
	const known = ["Namsos", "namsos kommune", "Nåavmesjenjaelmie", "5007", "Helsehuset, Namsos", "Helsehuset"];
	expect(found({ places }, [known.slice(0, 1), ...known.slice(1).map((one) => [one])])).toEqual([]);
	expect(found({ places }, [["Namdal"]])).toMatchObject([{ code: "wish-unknown" }]);
});
