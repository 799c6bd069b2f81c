import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askedValues, carryOver, changeRows, readAnswers, rowButtons, shownPaths } from "./answers.ts";
import { checkAnswers } from "./check.ts";
import { type Answers, formDefinition } from "./definition.ts";
import { labelsOf } from "./labels.ts";
import { lint } from "./lint.ts";
import { nested, schemaOf } from "./schema.ts";
import { readFormWorkbook, writeFormWorkbook } from "./sheet.server.ts";
import { type AnswerValues, askedPlaces, pathsOf, valueAt } from "./walk.ts";

const word = (nb: string) => ({ nb, nn: `${nb} nn`, en: `${nb} en` });

/** A small call for money: everything the vocabulary has, and rules across it. */
const definition = formDefinition.parse({
	id: "call",
	version: 1,
	title: word("Søknad"),
	parts: [
		{
			kind: "group",
			id: "who",
			label: word("Om søkeren"),
			layout: "page",
			parts: [
				{ kind: "person", id: "leader", label: word("Prosjektleder"), required: true },
				{ kind: "organisation", id: "partner", label: word("Samarbeidspartner"), of: ["institution"] },
				{ kind: "date", id: "begins", label: word("Begynner"), required: true },
				{
					...{ kind: "date", id: "ends", label: word("Slutter") },
					rules: [{ is: "more", than: { question: "begins" }, say: word("Slutten må komme etter begynnelsen.") }],
				},
			],
		},
		{
			kind: "table",
			id: "costs",
			label: word("Kostnader"),
			minimum: 1,
			maximum: 4,
			columns: [
				{
					kind: "one",
					id: "sort",
					label: word("Slag"),
					choices: ["pay", "travel"].map((value) => ({ value, label: word(value) })),
				},
				{ kind: "money", id: "amount", label: word("Beløp"), minimum: 0, required: true },
			],
		},
		{
			kind: "money",
			id: "applied",
			label: word("Søknadssum"),
			required: true,
			rules: [
				{
					...{ is: "at-most", than: { share: 80, of: { table: "costs", column: "amount" } } },
					say: word("Søk om høyst 80 prosent av kostnadene."),
				},
			],
		},
		{
			kind: "repeat",
			id: "measures",
			label: word("Tiltak"),
			each: word("Tiltak"),
			maximum: 3,
			parts: [
				{ kind: "text", id: "name", label: word("Hva"), required: true },
				{ kind: "yesNo", id: "measured", label: word("Blir det målt?"), required: true },
				{ ...{ kind: "indicator", id: "aim", label: word("Mål") }, visible: { question: "measured", is: ["yes"] } },
				{
					kind: "table",
					id: "people",
					label: word("Deltakere"),
					rows: [
						{ id: "nurses", label: word("Sykepleiere") },
						{ id: "others", label: word("Andre") },
					],
					columns: [{ kind: "number", id: "count", label: word("Antall"), whole: true, minimum: 0 }],
				},
			],
		},
	],
});
const answers = (values: AnswerValues): Answers => ({ definition: "call", version: 1, values });
const whole: AnswerValues = {
	"leader.name": "Kari Nes",
	"leader.email": "kari@example.no",
	begins: "2026-08-01",
	ends: "2027-06-30",
	costs: ["r1", "r3"],
	"costs.r1.sort": "pay",
	"costs.r1.amount": 80_000,
	"costs.r3.amount": 20_000,
	applied: 80_000,
	measures: ["r1"],
	"measures.r1.name": "Kurs",
	"measures.r1.measured": "yes",
	"measures.r1.aim": "Fall per beboer",
	"measures.r1.aim.start": 2.5,
	"measures.r1.aim.goal": 1,
	"measures.r1.people.nurses.count": 12,
};
const judged = (change: AnswerValues) =>
	checkAnswers(definition, answers({ ...whole, ...change }), "submission").refusals.map(({ code, field }) => [
		code,
		field,
	]);

describe("rows", () => {
	test("are named by the path of their table, and judged one by one", () => {
		expect(judged({})).toEqual([]);
		expect(judged({ "costs.r3.amount": "mye", "leader.email": "kari", measures: ["r1", "r2"] })).toEqual([
			["email", "leader.email"],
			["number", "costs.r3.amount"],
			["required", "measures.r2.name"],
			["required", "measures.r2.measured"],
		]);
		expect(judged({ costs: ["r1", "r3", "r4", "r5", "r6"] }).slice(0, 1)).toEqual([["too-many", "costs"]]);
	});

	test("come and go with a button, and leave nothing behind", () => {
		const pressed = (name: string, value: string, values: AnswerValues) => {
			const form = new FormData();
			form.set(name, value);
			return changeRows(definition, answers(values), form)?.values;
		};
		expect(pressed(rowButtons.add, "costs", whole)?.costs).toEqual(["r1", "r3", "r4"]);
		expect(pressed(rowButtons.add, "costs", {})?.costs).toEqual(["r1", "r2"]);
		const fewer = pressed(rowButtons.remove, "costs.r1", whole) ?? {};
		expect(fewer.costs).toEqual(["r3"]);
		expect(Object.keys(fewer).filter((path) => path.startsWith("costs.r1"))).toEqual([]);
		expect(pressed(rowButtons.remove, "costs.r9", whole)).toEqual(whole);
		expect(pressed(rowButtons.add, "applied", whole)).toEqual(whole);
		expect(changeRows(definition, answers(whole), new FormData())).toBeUndefined();
		const full = pressed(rowButtons.add, "measures", { measures: ["r1", "r2", "r3"] });
		expect(full?.measures).toEqual(["r1", "r2", "r3"]);
	});

	test("a condition looks at the same row only", () => {
		const two = { ...whole, measures: ["r1", "r2"], "measures.r2.measured": "no", "measures.r2.aim": "Skjult" };
		const shown = shownPaths(definition.parts, two);
		expect([shown.has("measures.r1.aim"), shown.has("measures.r2.aim")]).toEqual([true, false]);
		expect(Object.hasOwn(askedValues(definition.parts, two), "measures.r2.aim")).toBe(false);
	});

	test("are called by their number or name", () => {
		const labels = labelsOf(definition, whole, "nb");
		expect(labels["costs.r3.amount"]).toBe("Beløp, rad 2");
		expect(labels["measures.r1.people.nurses.count"]).toBe("Antall, Tiltak 1, Sykepleiere");
		expect(labels["leader.email"]).toBe("Prosjektleder, e-postadresse");
	});
});

describe("rules across questions", () => {
	test("hold an answer against another, a sum or a share, with their own words", () => {
		expect(judged({ applied: 80_001 })).toEqual([["rule", "applied"]]);
		expect(judged({ ends: "2026-08-01" })).toEqual([["rule", "ends"]]);
		const { refusals } = checkAnswers(definition, answers({ ...whole, applied: 90_000 }), "submission");
		expect(refusals[0]?.detail?.nb).toBe("Søk om høyst 80 prosent av kostnadene.");
	});

	test("are silent while something they look at is missing or cannot be read", () => {
		expect(judged({ "costs.r3.amount": "mye", applied: 999_999 })).toEqual([["number", "costs.r3.amount"]]);
		expect(judged({ begins: "" })).toEqual([["required", "begins"]]);
	});

	test("cannot look at what stands after them, or in another repeat's rows", () => {
		const read = (parts: readonly object[]) =>
			formDefinition.safeParse({ id: "x", version: 1, title: word("x"), parts }).error?.message ?? "";
		const money = (id: string, than?: object) => ({
			...{ kind: "money", id, label: word(id) },
			...(than ? { rules: [{ is: "at-most", than, say: word("nei") }] } : {}),
		});
		expect(read([money("a", { question: "b" }), money("b")])).toContain("unknown-question");
		expect(read([{ kind: "date", id: "d", label: word("d") }, money("a", { question: "d" })])).toContain(
			"not-comparable",
		);
		const inside = { kind: "repeat", id: "r", label: word("r"), each: word("r"), parts: [money("a")] };
		expect(read([inside, money("b", { question: "a" })])).toContain("out-of-scope");
		expect(read([inside, { ...money("b"), visible: { question: "a", answered: true } }])).toContain("out-of-scope");
	});
});

describe("a careful reader", () => {
	const found = (parts: readonly object[], known = [{ fact: "population", label: word("innbyggere") }]) =>
		lint(formDefinition.parse({ id: "x", version: 1, title: word("x"), parts }), known).map(
			({ code, id }) => `${code} ${id}`,
		);
	const yesNo = (id: string, visible?: object) => ({
		kind: "yesNo",
		id,
		label: word(id),
		...(visible ? { visible } : {}),
	});

	test("finds nothing wrong with the sample", () => expect(lint(definition)).toEqual([]));

	test("finds what no answers lead to, and conditions that do nothing", () => {
		const never = {
			all: [
				{ question: "a", is: ["yes"] },
				{ question: "a", is: ["no"] },
			],
		};
		const always = { any: [{ question: "a", answered: true }, { not: { question: "a", answered: true } }] };
		expect(found([yesNo("a"), yesNo("b", never), yesNo("c", always)])).toEqual(["unreachable b", "always-shown c"]);
		const inside = { kind: "group", id: "g", label: word("g"), visible: { question: "a", is: ["yes"] } };
		expect(found([yesNo("a"), { ...inside, parts: [yesNo("b", { question: "a", is: ["no"] })] }])).toEqual([
			"unreachable b",
		]);
		const several = {
			kind: "several",
			id: "s",
			label: word("s"),
			choices: ["x", "y"].map((value) => ({ value, label: word(value) })),
		};
		const both = {
			all: [
				{ question: "s", is: ["x"] },
				{ question: "s", is: ["y"] },
			],
		};
		expect(found([several, yesNo("b", both)])).toEqual([]);
	});

	test("finds limits and rules that contradict each other", () => {
		const number = (id: string, more: object) => ({ kind: "number", id, label: word(id), ...more });
		expect(found([number("a", { minimum: 3, maximum: 2 })])).toEqual(["no-answer-possible a"]);
		expect(found([number("a", { minimum: 1.2, maximum: 1.8, whole: true })])).toEqual(["no-answer-possible a"]);
		const rule = (is: string, than: object) => ({ rules: [{ is, than, say: word("nei") }] });
		expect(found([number("a", { minimum: 10, ...rule("less", { number: 10 }) })])).toEqual(["rule-cannot-hold a"]);
		expect(found([number("a", { maximum: 9, ...rule("less", { number: 10 }) })])).toEqual(["rule-does-nothing a"]);
		expect(
			found([number("a", { minimum: 5 }), number("b", { maximum: 4, ...rule("at-least", { question: "a" }) })]),
		).toEqual(["rule-cannot-hold b"]);
	});

	test("finds questions whose answer is known, and two that are called the same", () => {
		const asks = { kind: "number", id: "n", label: word("Antall innbyggere") };
		expect(found([asks])).toEqual(["already-known n"]);
		expect(found([{ ...asks, fact: "population" }])).toEqual([]);
		expect(found([yesNo("a"), { ...yesNo("b"), label: word("A") }])).toEqual(["same-label b"]);
	});
});

describe("out and in", () => {
	test("a sent form and the answers are the same, whatever they are", () => {
		fc.assert(
			fc.property(anyAnswers(), (values) => {
				const form = new FormData();
				for (const [path, value] of Object.entries(values))
					for (const one of typeof value === "object" ? value : [String(value)]) form.append(path, one);
				expect(readAnswers(definition, form).values).toEqual(values);
			}),
		);
	});

	test("other systems get them whole, in the shape the schema says", () => {
		expect(nested(definition.parts, whole)).toMatchObject({
			leader: { name: "Kari Nes", email: "kari@example.no" },
			costs: [{ sort: "pay", amount: 80_000 }, { amount: 20_000 }],
			measures: [{ name: "Kurs", aim: { name: "Fall per beboer", start: 2.5, goal: 1 }, people: [{ count: 12 }, {}] }],
		});
		const schema = JSON.parse(JSON.stringify(schemaOf(definition, "en")));
		expect(schema.required).toEqual(["leader", "begins", "applied"]);
		expect(schema.properties.costs).toMatchObject({
			type: "array",
			minItems: 1,
			maxItems: 4,
			items: { required: ["amount"] },
		});
	});

	test("a workbook brings back what it was given", async () => {
		await fc.assert(
			fc.asyncProperty(anyAnswers(), fc.constantFrom("nb", "nn", "en"), async (values, language) => {
				const bytes = await writeFormWorkbook(definition, values, language);
				const back = readFormWorkbook(bytes, "svar.xlsx", definition, values);
				expect(back.refusals).toBeUndefined();
				expect(back.values).toEqual(values);
			}),
			{ numRuns: 20 },
		);
	});

	test("a new version keeps rows whose table stands where it stood", () => {
		const next = formDefinition.parse({ ...definition, version: 2, parts: definition.parts.slice(1) });
		const { answers: carried, dropped } = carryOver(answers(whole), definition, next);
		expect(valueAt(carried.values, "costs.r3.amount")).toBe(20_000);
		expect(carried.values.costs).toEqual(["r1", "r3"]);
		expect(dropped.map(({ id }) => id)).toEqual(["leader", "begins", "ends"]);
	});
});

/** Answers such as a person can give: rows that exist, and in each some of what is asked. */
function anyAnswers(): fc.Arbitrary<AnswerValues> {
	const rows = (least: number, most: number) =>
		fc.integer({ min: least, max: most }).map((count) => Array.from({ length: count }, (_, at) => `r${at + 1}`));
	const text = fc.stringMatching(/^[a-zæøå][a-zæøå ]{0,20}[a-zæøå]$/);
	return fc.record({ costs: rows(1, 4), measures: rows(1, 3) }).chain((tables) => {
		const asked = askedPlaces(definition.parts, { ...tables, "measures.r1.measured": "yes" });
		const one = ({ part, path }: (typeof asked)[number]): fc.Arbitrary<readonly [string, string | number]>[] =>
			pathsOf({ part, path, within: [] }).map((at) => {
				const field = at.slice(path.length + 1);
				if (field === "email")
					return fc.constantFrom("kari@example.no", "ola@example.no").map((value) => [at, value] as const);
				if (field === "start" || field === "goal" || part.kind === "money" || part.kind === "number")
					return fc.integer({ min: 0, max: 1_000_000 }).map((value) => [at, value] as const);
				if (part.kind === "date")
					return fc.constantFrom("2026-01-31", "2027-12-01").map((value) => [at, value] as const);
				if (part.kind === "yesNo") return fc.constantFrom("yes", "no").map((value) => [at, value] as const);
				if (part.kind === "one") return fc.constantFrom("pay", "travel").map((value) => [at, value] as const);
				return text.map((value) => [at, value] as const);
			});
		const given = asked.flatMap(one).map((pair) => fc.option(pair, { nil: undefined }));
		return fc.tuple(...given).map((pairs) => ({
			...tables,
			...Object.fromEntries(pairs.flatMap((pair) => (pair === undefined ? [] : [pair]))),
		}));
	});
}
