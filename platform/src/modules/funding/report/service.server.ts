import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { countInEducation, listAllStudies, standing, whoOf } from "../../competence/service.server.ts";
import type { Study } from "../../competence/study/contract.ts";
import { openApplication, readAnswersOf } from "../apply/service.server.ts";
import { placeOf } from "../award/admission.ts";
import { readBalances } from "../award/ledger.store.server.ts";
import { standingOf } from "../award/ledger.ts";
import { nameOf, type OpenedAward, openAward } from "../award/service.server.ts";
import { listCounts, listPlaced } from "../award/store.server.ts";
import { openCall, readPublishedForm } from "../call/service.server.ts";
import type { FundingRefusal } from "../contract.ts";
import { reportPrepared, reportTemplate } from "../template/forms.ts";
import type { ReportState } from "./codes.ts";
import type { NationalFigure, ReportContent, ReportLine, ReportStep, SentAnswers } from "./contract.ts";
import { factsOf, fieldsOf, type Known, notAskedThen, shown, unanswered } from "./rules.ts";
import * as store from "./store.server.ts";

export type OpenedReport = {
	readonly opened: OpenedAward;
	readonly state: ReportState;
	/** As it stands now, for who writes it; as it was last sent, for who reads it. Null where nothing is sent to them yet. */
	readonly content: ReportContent | null;
	readonly steps: readonly ReportStep[];
	readonly version: number;
	readonly can: {
		readonly write: boolean;
		/** Returns it with a question, or accepts it. Who received the award notes that, where who gave it is not here. */
		readonly judge: boolean;
		readonly noteAccepted: boolean;
	};
};

/** The report of an award, for who keeps the award and who gave it. */
export async function openReport(work: Work, awardId: string): Promise<Outcome<OpenedReport, FundingRefusal>> {
	const found = await openAward(work, awardId);
	if (found.refused) return found;
	const opened = found.done;
	if (!opened.can.keep && !opened.can.give) return refused("missing");
	const steps = await store.listSteps(work, opened.award);
	const state = steps.at(-1)?.kind ?? "draft";
	const draft = opened.can.keep ? await store.findDraft(work, opened.award) : { answers: {}, version: 0 };
	const isWritten = opened.can.keep && (state === "draft" || state === "returned");
	const sent = steps.findLast(({ kind }) => kind === "sent")?.content ?? null;
	return done({
		...{ opened, state, steps, version: draft.version },
		content: isWritten ? await reckon(work, opened, draft.answers) : sent,
		can: {
			...{ write: isWritten, judge: opened.can.give && state === "sent" },
			noteAccepted: opened.can.keep && state === "sent" && opened.award.issuerId === null,
		},
	});
}

/** The questions that bind an award: of the version of the call it was given by, else what any report asks. */
async function questionsFor(work: Work, { award }: OpenedAward) {
	const call = award.callId === null ? undefined : (await openCall(work, award.callId)).done;
	const read = async (number: number | null) => {
		const version = call?.versions.find((one) => one.number === number);
		const form = version && (await readPublishedForm(work, version.reportFormId, version.reportNumber));
		return form && { definition: form, prepared: version.content.prepared };
	};
	const bound = await read(award.callNumber);
	if (!bound) {
		const title = { nb: award.title, nn: award.title, en: award.title };
		return { definition: reportTemplate(title), prepared: reportPrepared, notAsked: [] };
	}
	const newest = await read(call?.versions[0]?.number ?? null);
	return { ...bound, notAsked: newest ? notAskedThen(bound.definition, newest.definition) : [] };
}

function statesOf(study: Study, day: string): readonly string[] {
	return standing(study.steps)
		.filter(({ onDay }) => onDay <= day)
		.map(({ state }) => state);
}

/** What was answered in the application an award came of, by the name a call knows it by; nothing where it is not here. */
async function appliedIn(work: Work, { award }: OpenedAward): Promise<readonly [string, number | string][]> {
	const applied = award.applicationId === null ? undefined : (await openApplication(work, award.applicationId)).done;
	const { values = {} } = (applied && (await readAnswersOf(work, applied))) ?? {};
	return Object.entries(values).map(([path, answer]) => [
		`application ${path}`,
		typeof answer === "string" || typeof answer === "number" ? answer : answer.join(", "),
	]);
}

/** The report as it stands: everything that is known, with where it comes from, and what has been typed. */
export async function reckon(work: Work, opened: OpenedAward, typed: SentAnswers): Promise<ReportContent> {
	const { award, lines } = opened;
	const balances = await readBalances(work, award);
	const studies = await listAllStudies(work);
	const placed = await listPlaced(work, award);
	const { definition, prepared, notAsked } = await questionsFor(work, opened);
	// A report tells of the time the money was for: what comes later is not counted.
	const [asOf = work.today] = [work.today, award.spendBy].sort();
	const ofLine = (lineId: string) =>
		studies.filter(({ id }) => placed.some((one) => one.lineId === lineId && one.studyId === id));
	const own = studies.filter(({ id }) => placed.some((one) => one.studyId === id));
	const persons = (some: readonly Study[], test: (states: readonly string[]) => boolean) =>
		new Set(some.filter((one) => test(statesOf(one, asOf))).map(whoOf)).size;
	const began = (states: readonly string[]) => states.includes("started") || states.includes("completed");
	const completed = (states: readonly string[]) => placeOf({ states }) === "completed";
	const dropped = (states: readonly string[]) => placeOf({ states }) === "dropped";
	const reported = lines.map((line): ReportLine => {
		const { granted, lost, spent, returned, left, ownSpent } = standingOf(balances, { lineId: line.id });
		const carried = balances
			.filter((one) => one.account === "carried" && one.lineId === line.id)
			.reduce((sum, one) => sum + Math.max(one.debit - one.credit, 0), 0);
		const some = ofLine(line.id);
		return {
			...{ title: line.title, category: line.category, budgetYear: line.budgetYear, applied: line.applied, granted },
			...{ lost, carried, spent, returned, left, own: line.own, ownSpent, places: line.places },
			...{ persons: persons(some, () => true), begun: persons(some, began), completed: persons(some, completed) },
			...{ dropped: persons(some, dropped), deviation: spent - (granted - lost) },
		};
	});
	const all = standingOf(balances);
	const financed = countInEducation(studies, asOf, { award: award.id }).persons;
	const everyone = countInEducation(studies, asOf).persons;
	const counts = await listCounts(work, award);
	const measures = new Map<string, number>();
	for (const { measure, counted } of counts) measures.set(measure, (measures.get(measure) ?? 0) + counted);
	const known: Known = new Map<string, number | string>([
		["fact award-amount", all.granted - all.lost],
		["fact award-category", [...new Set(lines.flatMap(({ category }) => category || []))].join(", ")],
		["fact ledger-used", all.spent],
		["fact ledger-left", all.left],
		["fact study-applied", persons(own, (states) => states.some((one) => one !== "planned"))],
		["fact study-started", persons(own, began)],
		["fact study-underway-financed", financed],
		["fact study-underway-all", everyone],
		["fact study-completed", persons(own, completed)],
		["fact study-dropped-out", persons(own, dropped)],
		...(await appliedIn(work, opened)),
		// What a call asks to be counted is nothing until it is counted.
		...Object.values(prepared).flatMap((source): [string, number][] =>
			source.startsWith("measure ") ? [[source, measures.get(source.slice(8)) ?? 0]] : [],
		),
	]);
	const fields = fieldsOf(definition, prepared, known, typed);
	return {
		...{ callNumber: award.callNumber, asOf, fields: [...fields], lines: reported, financed, everyone },
		...{ notAsked: notAsked.map(({ label }) => label), facts: factsOf(fields, reported) },
	};
}

/** Keeps what is typed of a report, in the version that was looked at. */
export async function saveReport(
	work: Work,
	awardId: string,
	{ answers, version }: { readonly answers: SentAnswers; readonly version: number },
): Promise<Outcome<undefined, FundingRefusal>> {
	const found = await openReport(work, awardId);
	if (found.refused) return found;
	if (!found.done.can.write) return refused("not-allowed");
	if (!(await store.writeDraft(work, found.done.opened.award, version, answers))) return refused("changed-by-another");
	await record(work, { verb: "funding-report.write", objectKind: "funding-award", objectId: awardId });
	return done(undefined);
}

/** Sends a report as it now stands. Refused while something that must be answered is not. */
export async function sendReport(work: Work, awardId: string): Promise<Outcome<undefined, FundingRefusal>> {
	const found = await openReport(work, awardId);
	if (found.refused) return found;
	const { can, content, opened } = found.done;
	if (!can.write || !content) return refused("not-allowed");
	const lacking = unanswered(content);
	if (lacking.length > 0)
		return refusedAll(lacking.map(({ id }) => ({ code: "answer-missing" as const, field: `q.${id}` })));
	await store.insertStep(work, opened.award, { kind: "sent", message: "", reference: "", content, by: nameOf(work) });
	await record(work, { verb: "funding-report.send", objectKind: "funding-award", objectId: awardId });
	return done(undefined);
}

/** Sends a report back with a question. */
export async function returnReport(
	work: Work,
	awardId: string,
	message: string,
): Promise<Outcome<undefined, FundingRefusal>> {
	const found = await openReport(work, awardId);
	if (found.refused) return found;
	if (!found.done.can.judge) return refused("not-allowed");
	const step = { kind: "returned", message, reference: "", content: null, by: nameOf(work) } as const;
	await store.insertStep(work, found.done.opened.award, step);
	await record(work, { verb: "funding-report.return", objectKind: "funding-award", objectId: awardId });
	return done(undefined);
}

/** Accepts a report, or notes the letter it was accepted in. What it says goes into the national figures. */
export async function acceptReport(
	work: Work,
	awardId: string,
	{ message, reference }: { readonly message: string; readonly reference: string },
): Promise<Outcome<undefined, FundingRefusal>> {
	const found = await openReport(work, awardId);
	if (found.refused) return found;
	const { can, opened, steps } = found.done;
	if (!can.judge && !can.noteAccepted) return refused("not-allowed");
	if (!can.judge && reference === "") return refused("reference-missing", { field: "reference" });
	const content = steps.findLast(({ kind }) => kind === "sent")?.content;
	if (!content) return refused("missing");
	const { award } = opened;
	await store.insertStep(work, award, { kind: "accepted", message, reference, content: null, by: nameOf(work) });
	await store.insertReported(work, award, award.schemeName ?? award.issuerName, content.lines);
	await record(work, { verb: "funding-report.accept", objectKind: "funding-award", objectId: awardId });
	return done(undefined);
}

/** What accepted reports come to, by scheme, year, category and county; counts of few persons are left out. */
export async function listNational(work: Work): Promise<readonly NationalFigure[]> {
	return (await store.listFigures(work)).map(shown);
}
