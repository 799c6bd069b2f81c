import type { Refusal } from "../../../outcome.ts";
import type { CallContent } from "../call/contract.ts";
import { type Applicant, type CallStanding, mostYears } from "../codes.ts";
import { type Misfit, misfitsOf } from "../collect/rules.ts";
import type { Application, Line, Party } from "./contract.ts";

/** The budget years a call's money can be spent in, the first first; at least one. */
export function yearsOf({ decidesOn, opensOn, spendBy }: CallContent, today: string): readonly number[] {
	const first = Number((decidesOn ?? opensOn ?? today).slice(0, 4));
	const last = Math.min(Number((spendBy ?? "").slice(0, 4)) || first, first + mostYears - 1);
	return Array.from({ length: Math.max(1, last - first + 1) }, (_, at) => first + at);
}

export type Total = { readonly people: number; readonly applied: number; readonly own: number };

type Counted = Pick<Line, "people" | "amounts">;

/** What a line comes to over all years, kroner. */
export function totalOf({ people, amounts }: Counted): Total {
	return {
		people,
		applied: amounts.reduce((sum, { applied }) => sum + applied, 0),
		own: amounts.reduce((sum, { own }) => sum + own, 0),
	};
}

export function sumOfLines(lines: readonly Counted[]): Total {
	return lines.map(totalOf).reduce(
		(sum, one) => ({
			...{ people: sum.people + one.people, applied: sum.applied + one.applied, own: sum.own + one.own },
		}),
		{ people: 0, applied: 0, own: 0 },
	);
}

/** What is applied for and borne in each budget year. */
export function sumByYear(lines: readonly Counted[], years: readonly number[]) {
	return years.map((year) => {
		const found = lines.flatMap(({ amounts }) => amounts.filter((one) => one.year === year));
		return {
			year,
			applied: found.reduce((sum, { applied }) => sum + applied, 0),
			own: found.reduce((sum, { own }) => sum + own, 0),
		};
	});
}

/** What of the lines does not fit the call's limits. */
export function misfitsOfLines(content: CallContent, lines: readonly Line[]): readonly Misfit[] {
	return misfitsOf(
		content,
		lines.map((line) => ({ ...line, ...totalOf(line), decision: "in" as const })),
	);
}

/** What stands in the way of sending, each with the page where it is mended. */
export type Lack = {
	readonly code:
		| "not-open"
		| "too-late"
		| "call-withdrawn"
		| "kind"
		| "joint-not-asked"
		| "no-parties"
		| "party-waits"
		| "no-lines"
		| "no-category"
		| "no-amount"
		| "year-outside"
		| "novelty"
		| "argued"
		| "answers"
		| Misfit["code"];
	readonly at: "parties" | "lines" | "answers" | "call";
	readonly name?: string;
	readonly sum?: number;
	readonly limit?: number;
	/** The field of its page, where it has one. */
	readonly field?: string;
};

/** Which kind of applicant an organisation is; undefined where calls have no word for it. */
export function applicantOf(kind: string): Applicant | undefined {
	const kinds: Readonly<Record<string, Applicant>> = {
		...{ municipality: "municipality", county: "county", institution: "institution" },
		...{ "regional-council": "regional", "ks-region": "regional", "development-centre": "regional" },
		...{ provider: "provider", "gp-office": "provider" },
	};
	return kinds[kind];
}

export type Judged = {
	readonly application: Pick<Application, "joint">;
	readonly content: CallContent;
	readonly standing: CallStanding;
	readonly lines: readonly Line[];
	/** The lead among them. */
	readonly parties: readonly Party[];
	/** What the form lacks, by field. */
	readonly answers: readonly Refusal[];
	readonly years: readonly number[];
};

/** All that stands in the way of sending: told to the draft, and refused of a submission. */
export function lacksOf(judged: Judged): readonly Lack[] {
	const { standing, content, lines, answers } = judged;
	const found: Lack[] = [];
	if (standing === "coming") found.push({ code: "not-open", at: "call" });
	if (standing === "closed") found.push({ code: "too-late", at: "call" });
	if (standing === "withdrawn") found.push({ code: "call-withdrawn", at: "call" });
	found.push(...lacksOfParties(judged));
	if (lines.length === 0) found.push({ code: "no-lines", at: "lines" });
	for (const line of lines) found.push(...lacksOfLine(line, judged));
	for (const misfit of misfitsOfLines(content, lines)) found.push({ ...misfit, at: "lines" });
	if (answers.length > 0) {
		const [first] = answers;
		found.push({
			...{ code: "answers", at: "answers", sum: answers.length },
			...(first?.field === undefined ? {} : { field: first.field }),
		});
	}
	return found;
}

function lacksOfParties({ application, content, parties }: Judged): readonly Lack[] {
	const standing = parties.filter(({ state }) => state !== "left");
	const lead = standing.find(({ state }) => state === "lead");
	const others = standing.filter(({ state }) => state !== "lead");
	const kind = lead && applicantOf(lead.kind);
	if (application.joint) {
		const found: Lack[] = [];
		if (!content.joint) found.push({ code: "joint-not-asked", at: "parties" });
		if (others.length === 0) found.push({ code: "no-parties", at: "parties" });
		for (const { state, name } of others)
			if (state !== "approved") found.push({ code: "party-waits", at: "parties", name });
		return found;
	}
	return kind === undefined || !content[kind] ? [{ code: "kind", at: "call" }] : [];
}

function lacksOfLine(line: Line, { content, years }: Judged): readonly Lack[] {
	const about = { at: "lines", name: line.title } as const;
	const found: Lack[] = [];
	const category = content.categories.find(({ id }) => id === line.category);
	if (content.categories.length > 0 && !category) found.push({ ...about, code: "no-category" });
	if (totalOf(line).applied === 0) found.push({ ...about, code: "no-amount" });
	if (line.amounts.some(({ year, applied, own }) => applied + own > 0 && !years.includes(year)))
		found.push({ ...about, code: "year-outside" });
	if (category && category.novelty !== "any") {
		const isNew = line.novelty !== null && line.novelty !== "development";
		if (category.novelty === "new" ? !isNew : line.novelty === null) found.push({ ...about, code: "novelty" });
		else if (line.argued === "") found.push({ ...about, code: "argued" });
	}
	return found;
}

/** What is applied for in more than one place: a measure of the same name, or something for the people of the same unit. */
export type Overlap = { readonly of: "measure" | "people"; readonly title: string; readonly places: readonly string[] };

/** What joins a unit and what it needs, in where a line came from. */
export const unitMark = ": ";

/** The same measure sought twice, by its name or where it came from; else the people of a unit. `place` is what is applied to. */
export function overlapsOf(
	lines: readonly { readonly title: string; readonly source: string; readonly place: string }[],
): readonly Overlap[] {
	const found = new Map<string, { readonly of: Overlap["of"]; readonly title: string; readonly places: Set<string> }>();
	const put = (key: string, of: Overlap["of"], title: string, place: string) => {
		const known = found.get(key) ?? { of, title, places: new Set<string>() };
		known.places.add(place);
		found.set(key, known);
	};
	for (const { title, source, place } of lines) {
		put(`called ${title.trim().toLowerCase()}`, "measure", title, place);
		if (source === "") continue;
		put(`from ${source}`, "measure", title, place);
		const end = source.indexOf(unitMark);
		if (end > 0) put(`of ${source.slice(0, end)}`, "people", source.slice(0, end), place);
	}
	const twice = [...found.values()].filter(({ places }) => places.size > 1);
	// Where the measure itself is sought twice, it goes without saying that its people are.
	const measures = new Set(twice.flatMap(({ of, places }) => (of === "measure" ? [...places].join() : [])));
	const shown = twice.filter(({ of, places }) => of === "measure" || !measures.has([...places].join()));
	return [...new Map(shown.map((one) => [`${one.of} ${one.title}`, { ...one, places: [...one.places] }])).values()];
}
