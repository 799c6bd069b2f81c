import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { languages } from "../language.ts";
import { writtenNumber } from "../ui/written-number.ts";
import { parseForm } from "./parse.ts";
import { readDate, readNumber } from "./read-text.ts";
import { formText, saying } from "./text.ts";

function form(entries: readonly (readonly [string, string | File])[]): FormData {
	const data = new FormData();
	for (const [name, value] of entries) data.append(name, value);
	return data;
}

const person = z.object({
	name: z.string().min(2).max(20),
	email: z.email().optional(),
	share: z.number().min(0).max(100).nullable(),
	places: z.int().optional(),
	from: z.iso.date(),
	kind: z.enum(["line", "staff"]).default("line"),
	units: z.array(z.uuid()).min(1),
	lead: z.boolean(),
});
const unit = "0190a0a0-0000-7000-8000-000000000001";

describe("parseForm", () => {
	test("reads each kind of field as Norwegians write it", () => {
		const parsed = parseForm(
			person,
			form([
				["name", "  Åse \r\n"],
				["share", "1,5"],
				["places", "1 200"],
				["from", "1.2.2026"],
				["units", unit],
				["lead", "on"],
				["extra", "not asked for"],
			]),
		);
		expect(parsed.values).toEqual({
			name: "Åse",
			share: 1.5,
			places: 1200,
			from: "2026-02-01",
			kind: "line",
			units: [unit],
			lead: true,
		});
	});

	test("refuses with one code for each field, and gives back what was typed", () => {
		const parsed = parseForm(
			person,
			form([
				["name", "Å"],
				["email", "ikke en adresse"],
				["share", "mye"],
				["places", "1,5"],
				["from", "31.02.2026"],
				["kind", "boss"],
				["units", ""],
			]),
		);
		expect(parsed.refusals).toEqual([
			{ code: "too-short", field: "name", detail: { minimum: 2 } },
			{ code: "email", field: "email" },
			{ code: "number", field: "share" },
			{ code: "whole-number", field: "places" },
			{ code: "date", field: "from" },
			{ code: "choice", field: "kind" },
			{ code: "required", field: "units" },
		]);
		expect(parsed.given).toMatchObject({ name: "Å", share: "mye", from: "31.02.2026", units: [""] });
	});

	test("asks for a whole number where one is counted, whatever was typed", () => {
		const counts = z.object({ plain: z.int().min(1), maybe: z.number().int().nullable(), share: z.number() });
		const { refusals } = parseForm(counts, form(["plain", "maybe", "share"].map((name) => [name, "mange"] as const)));
		expect(refusals?.map(({ code }) => code)).toEqual(["whole-number", "whole-number", "number"]);
	});

	test("gives what could be read of a refused form, so that rules can be tried on it in the same answer", () => {
		const schema = z.object({ a: z.int(), b: z.string().nullable(), c: z.stringFormat("postcode", /^[0-9]{4}$/) });
		const parsed = parseForm(
			schema,
			form([
				["a", "1"],
				["c", "75x"],
			]),
		);
		expect(parsed.refusals).toEqual([{ code: "postcode", field: "c" }]);
		expect(parsed.refusals && parsed.readable).toEqual({ a: 1, b: null });
	});

	test("nothing is null where the schema says nullable, left out where it says optional, refused elsewhere", () => {
		const schema = z.object({ a: z.string().nullable(), b: z.string().optional(), c: z.string() });
		expect(
			parseForm(
				schema,
				form([
					["a", " "],
					["b", ""],
					["c", "x"],
				]),
			).values,
		).toEqual({ a: null, c: "x" });
		expect(parseForm(schema, form([])).refusals).toEqual([{ code: "required", field: "c" }]);
	});

	test("a rule of the room's own brings its code", () => {
		const schema = z
			.object({ from: z.iso.date(), to: z.iso.date() })
			.refine(({ from, to }) => from <= to, { path: ["to"], params: { code: "ends-before-start" } });
		expect(
			parseForm(
				schema,
				form([
					["from", "2.1.2026"],
					["to", "1.1.2026"],
				]),
			).refusals,
		).toEqual([{ code: "ends-before-start", field: "to" }]);
	});

	test("a file field without a chosen file is empty, and a chosen one is the file", () => {
		const schema = z.object({ sheet: z.file() });
		expect(parseForm(schema, form([["sheet", new File([], "")]])).refusals).toEqual([
			{ code: "required", field: "sheet" },
		]);
		expect(parseForm(schema, form([["sheet", new File(["a"], "a.csv")]])).values?.sheet.name).toBe("a.csv");
	});

	test("text of any kind never throws and holds nothing the database refuses", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				const parsed = parseForm(z.object({ note: z.string().optional() }), form([["note", text]]));
				expect(parsed.values?.note ?? "").not.toContain("\u0000");
			}),
		);
	});
});

describe("numbers and dates", () => {
	test.each([
		["1 234,5", 1234.5],
		["1\u00a0234", 1234],
		["−3", -3],
		["1.234,50", 1234.5],
		["0.125", 0.125],
		["1.5", 1.5],
	])("%s is read", (text, value) => expect(readNumber(text)).toBe(value));

	test.each(["1.234", "1,2,3", "12 kr", "1e5", "Infinity", "", "0x10"])("%s is no number to rely on", (text) =>
		expect(readNumber(text)).toBeUndefined(),
	);

	test("every whole number formatted in Norwegian is read back", () => {
		const format = new Intl.NumberFormat("nb-NO");
		fc.assert(
			fc.property(fc.integer(), (value) => {
				expect(readNumber(format.format(value))).toBe(value);
			}),
		);
	});

	test("every number shown in a field is read back as it was, in each language", () => {
		const back = (value: number) => {
			for (const language of languages) expect(readNumber(writtenNumber(language, value))).toBe(value);
		};
		for (const latitude of [63.468, -7.125, 63.4681, 500, 0.125]) back(latitude);
		fc.assert(
			fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (whole, decimals) =>
				back(whole / 10 ** decimals || 0),
			),
		);
		expect([writtenNumber("nb", 63.468), writtenNumber("en", 63.468)]).toEqual(["63,468", "63.4680"]);
	});

	test("every date written the Norwegian way is read back, and none that does not exist", () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
				(date) => {
					const plain = date.toISOString().slice(0, 10);
					const [year, month, day] = plain.split("-");
					expect(readDate(`${day}.${month}.${year}`)).toBe(plain);
					expect(readDate(plain)).toBe(plain);
				},
			),
		);
		expect(readDate("29.02.2026")).toBeUndefined();
		expect(readDate("2026-13-01")).toBeUndefined();
	});
});

describe("saying", () => {
	test("the room's words go first, and facts are filled in", () => {
		const say = saying("nb", {
			"name-taken": "{name} finnes allerede.",
			full: ({ places }) => `Bare ${places} plasser.`,
		});
		expect(say({ code: "name-taken", detail: { name: "Solgløtt" } })).toBe("Solgløtt finnes allerede.");
		expect(say({ code: "full", detail: { places: 3 } })).toBe("Bare 3 plasser.");
		expect(say({ code: "too-long", detail: { maximum: 1000 } })).toBe(
			"Bruk høyst 1 000 tegn.".replace(" 0", "\u00a00"),
		);
		expect(say({ code: "toString" })).toBe(formText.nb.format);
	});
});
