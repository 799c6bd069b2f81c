import { formatNumber, type Language } from "../../../../language.ts";
import type { Column } from "../../../../spreadsheet/contract.ts";
import { sheetOf, type WrittenSheet } from "../../../../spreadsheet/written.ts";
import type { Measures, RunResult, Snapshot } from "../contract.ts";
import type { Explanation, SiteAnswer } from "../explain.ts";
import { ruleText, runFindingText, stepText } from "../text.ts";
import type { Places } from "./places.ts";
import { planText } from "./plan.text.ts";
import type { Names } from "./snapshot.ts";

type Given = {
	readonly snapshot: Snapshot;
	readonly names: Names;
	readonly places: Places;
	readonly result: RunResult;
	readonly explanation: Explanation;
	readonly language: Language;
};

const column = <const Key extends string, const Kind extends "text" | "wholeNumber" | "date" | "decimal">(
	key: Key,
	kind: Kind,
	header: string,
) => ({ key, kind, headers: { nb: header, nn: header, en: header } }) as const;

/** Every sheet of the workbook with the plan. */
export async function planSheets(given: Given): Promise<readonly WrittenSheet[]> {
	const text = planText[given.language];
	const rows = placedRows(given);
	const people = [column("number", "text", text.number), column("student", "text", text.student)] as const;
	const where = [column("site", "text", text.site), column("host", "text", text.host)] as const;
	const when = [column("firstDay", "date", text.firstDay), column("lastDay", "date", text.lastDay)] as const;
	const course = [column("institution", "text", text.institution), column("course", "text", text.course)] as const;
	const way = [column("rank", "wholeNumber", text.rank), column("minutes", "wholeNumber", text.minutes)] as const;
	const bySite = rows
		.filter(({ site }) => site !== null)
		.sort(
			(a, b) =>
				(a.host ?? "").localeCompare(b.host ?? "", "nb") ||
				(a.site ?? "").localeCompare(b.site ?? "", "nb") ||
				(a.firstDay < b.firstDay ? -1 : a.firstDay > b.firstDay ? 1 : 0),
		);
	return [
		sheetOf({ columns: [...people, ...course, ...where, ...when, ...way] }, rows, {
			name: text.plan,
			notes: [text.travelNote],
		}),
		sheetOf({ columns: [...where, ...when, ...people, ...course] }, bySite, { name: text.bySite }),
		sheetOf(
			{
				columns: [
					...people,
					column("wish", "text", text.wish),
					column("minutes", "wholeNumber", text.minutes),
					column("why", "text", text.why),
				],
			},
			await whyRows(given),
			{ name: text.byStudent },
		),
		sheetOf(
			{ columns: [...people, ...course, column("open", "wholeNumber", text.open), column("why", "text", text.why)] },
			unplacedRows(given),
			{ name: text.unplaced },
		),
		measuresSheet(given),
		sheetOf(
			{
				columns: [
					column("what", "text", text.what),
					column("value", "text", text.value),
					column("bound", "text", text.bound),
				],
			},
			proofRows(given),
			{ name: text.proof, notes: given.result.findings.map((finding) => findingLine(given, finding)) },
		),
	];
}

/** A finding with what people call what it names. */
export function findingLine(
	{ names, snapshot, places, language }: Pick<Given, "names" | "snapshot" | "places" | "language">,
	finding: RunResult["findings"][number],
): string {
	return runFindingText(finding, language, (field, value) => {
		const claim = snapshot.claims.findIndex(({ id }) => id === value);
		if (field === "claim" && claim >= 0) return nameOf(names, claim);
		const offer = snapshot.offers.find(({ id }) => id === value);
		const site = snapshot.sites.find(({ id }) => id === (offer?.siteId ?? value));
		return site?.name ?? (field === "id" ? places.nameOf(value) : value);
	});
}

function nameOf({ claims }: Names, claim: number): string {
	return claims[claim]?.name ?? claims[claim]?.number ?? "";
}

function placedRows({ snapshot, names, places, result }: Given) {
	const periods = new Map(snapshot.periods.map((period) => [period.id, period] as const));
	const offers = new Map(snapshot.offers.map((offer) => [offer.id, offer] as const));
	const sites = new Map(snapshot.sites.map((site) => [site.id, site] as const));
	return snapshot.claims.map(({ periodId }, claim) => {
		const period = periods.get(periodId);
		const placed = result.plan[claim];
		const site = sites.get(offers.get(placed?.offer ?? "")?.siteId ?? "");
		return {
			number: names.claims[claim]?.number ?? null,
			student: names.claims[claim]?.name ?? null,
			institution: names.institutions.get(period?.institutionId ?? "") ?? null,
			course: period?.courseName ?? null,
			site: site?.name ?? null,
			host: site === undefined ? null : places.nameOf(site.hostId),
			firstDay: period?.firstDay ?? "",
			lastDay: period?.lastDay ?? "",
			rank: placed?.rank ?? null,
			minutes: placed?.minutes ?? null,
		};
	});
}

/** Each wish of each student, and what came of it. */
async function whyRows({ snapshot, names, places, explanation, language }: Given) {
	const sites = new Map(snapshot.sites.map((site) => [site.id, site.name] as const));
	const rows: { number: string | null; student: string | null; wish: string; minutes: number | null; why: string }[] =
		[];
	for (const [claim, { id }] of snapshot.claims.entries())
		for (const { rank, kind, target, site, minutes, answer } of (await explanation.why(id)).wishes) {
			const name = kind === "site" ? (sites.get(target) ?? target) : areaName(places, target);
			const judged = kind === "site" || site === null ? name : `${name} (${sites.get(site) ?? ""})`;
			rows.push({
				number: names.claims[claim]?.number ?? null,
				student: names.claims[claim]?.name ?? null,
				wish: `${rank}. ${judged}`,
				minutes,
				why: answerText(answer, language),
			});
		}
	return rows;
}

function areaName(places: Places, number: string): string {
	return number.length === 2 ? (places.county(number)?.name ?? number) : places.nameOf(number);
}

/** Why a student does not have a site, as one sentence. */
function answerText(answer: SiteAnswer, language: Language): string {
	const text = planText[language];
	const number = (value: number) => formatNumber(language, value);
	switch (answer.kind) {
		case "given":
			return text.given;
		case "nothing-offered":
			return text.nothingOffered;
		case "locked":
			return text.locked;
		case "no-place":
			return text.noPlace;
		case "crossing":
		case "rules-cross":
			return text.rulesCross;
		case "rules":
			return text.rules(answer.removed.map(({ rule }) => ruleText[language][rule]).join("; "));
		case "cost": {
			const { places, minutes, ranks, others, steps } = answer.cost;
			if (steps.length === 0) return text.equal;
			const parts = [
				...(places === 0 ? [] : [text.places(number(places))]),
				...(minutes <= 0 ? [] : [text.moreMinutes(number(minutes))]),
				...(ranks <= 0 ? [] : [text.moreRanks(number(ranks))]),
				...(others === 0 ? [] : [text.others(number(others))]),
			];
			const burden = steps.find(({ name }) => name === "burden")?.change ?? 0;
			return text.cost([...parts, ...(places === 0 ? [text.burden(`+${number(burden)}`)] : [])].join(", "));
		}
	}
}

function unplacedRows(given: Given) {
	const { snapshot, result, language } = given;
	const text = planText[language];
	const rows = placedRows(given);
	const index = new Map(snapshot.claims.map(({ id }, claim) => [id, claim] as const));
	return result.unplaced.flatMap(({ claim, open, removed, shortage }) => {
		const row = rows[index.get(claim) ?? -1];
		const short = result.shortages[shortage ?? -1];
		const number = (value: number) => formatNumber(language, value);
		const why = [
			...(short === undefined ? [] : [text.shared(number(short.claims.length), number(short.places))]),
			...(open === 0 ? [text.noneOpen] : []),
			...removed.map(({ rule, offers }) => text.removed(number(offers), ruleText[language][rule])),
		];
		return row === undefined ? [] : [{ ...row, open, why: why.join("; ") }];
	});
}

function measuresSheet({ result, language }: Given): WrittenSheet {
	const text = planText[language];
	const plans = [result.measures, ...result.comparisons.map(({ measures }) => measures)];
	const ranks = [...new Set(plans.flatMap(({ byRank }) => byRank.map(({ rank }) => rank)))];
	ranks.sort((a, b) => (a ?? 99) - (b ?? 99));
	const lines: readonly (readonly [name: string, of: (measures: Measures) => number | null])[] = [
		[text.claims, ({ claims }) => claims],
		[text.placed, ({ placed }) => placed],
		...result.measures.byPriority.map(
			({ priority }) =>
				[
					text.placedOf(String(priority)),
					({ byPriority }: Measures) => byPriority.find((row) => row.priority === priority)?.placed ?? 0,
				] as const,
		),
		...ranks.map(
			(rank) =>
				[
					rank === null ? text.gotOther : text.gotWish(String(rank)),
					({ byRank }: Measures) => byRank.find((row) => row.rank === rank)?.claims ?? 0,
				] as const,
		),
		[text.mean, ({ minutes }) => minutes?.mean ?? null],
		[text.median, ({ minutes }) => minutes?.median ?? null],
		[text.ninetieth, ({ minutes }) => minutes?.ninetieth ?? null],
		[text.most, ({ minutes }) => minutes?.most ?? null],
	];
	const columns: readonly Column[] = [
		column("measure", "text", text.measure),
		column("plan", "decimal", text.thisPlan),
		...result.comparisons.map(({ name }) => column(name, "decimal", text[name])),
	];
	return {
		...{ name: text.measures, columns, notes: [], spareRows: 0 },
		rows: lines.map(([name, of]) => [name, ...plans.map(of)]),
	};
}

function proofRows({ result, language }: Given) {
	const text = planText[language];
	const number = (value: number) => formatNumber(language, value);
	const line = (what: string, value: string, bound: string | null = null) => ({ what, value, bound });
	const seconds = Object.values(result.milliseconds).reduce((sum, part) => sum + part, 0) / 1000;
	return [
		line(text.holds, text[result.holds]),
		line(text.checker, result.flaws.length === 0 ? text.noFlaws : result.flaws.join("; ")),
		...result.steps.map(({ name, value, bound }) =>
			line(stepText(name, language), number(value), bound === null ? null : number(bound)),
		),
		line(text.pairs, number(result.pairs.open)),
		line(text.considered, number(result.pairs.considered)),
		line(text.hash, result.snapshotHash),
		line(text.seed, result.seed),
		line(text.seconds, number(Math.round(seconds * 100) / 100)),
	];
}
