import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { listAllStudies, payByAward, standing, tieToAward, whoOf } from "../../competence/service.server.ts";
import type { Study } from "../../competence/study/contract.ts";
import type { FundingRefusal } from "../contract.ts";
import { type Admission, admissionOf } from "./admission.ts";
import type { AwardLine } from "./contract.ts";
import { insertEntry, readBalances } from "./ledger.store.server.ts";
import { adjustParts, netOf, postingsOf, refuseEntry } from "./ledger.ts";
import { nameOf, type OpenedAward, openTo } from "./service.server.ts";
import * as store from "./store.server.ts";

/** A conditional line with the studies that have its places, and what it comes to. */
export type AdmittedLine = {
	readonly line: AwardLine;
	readonly studies: readonly Study[];
	readonly admission: Admission;
	/** What the ledger has written off of it so far. */
	readonly lost: number;
};

/** What became of the lines that are conditional on admission. Only for who keeps the award: who gives it reads the ledger. */
export async function readAdmissions(
	work: Work,
	{ award, lines }: Pick<OpenedAward, "award" | "lines">,
): Promise<readonly AdmittedLine[]> {
	const conditional = lines.filter((line) => line.conditional);
	if (conditional.length === 0) return [];
	const placed = await store.listPlaced(work, award);
	const studies = new Map((await listAllStudies(work)).map((one) => [one.id, one]));
	const balances = await readBalances(work, award);
	return conditional.map((line) => {
		const own = placed.flatMap(({ lineId, studyId }) => (lineId === line.id ? (studies.get(studyId) ?? []) : []));
		const rule = { granted: line.granted, places: line.places, settled: line.settledOn !== null };
		return {
			...{ line, studies: own, lost: netOf(balances, "lost", { lineId: line.id }) },
			admission: admissionOf(rule, own.map(placedOf), award.droppedShare),
		};
	});
}

function placedOf(study: Study) {
	return { who: whoOf(study), states: standing(study.steps).map(({ state }) => state) };
}

/** Studies of the organisation that can be given a place: those that have none of this award. */
export async function listToPlace(work: Work, id: string): Promise<readonly Study[]> {
	const opened = await openTo(work, id, "keep");
	if (opened.refused) return [];
	const placed = new Set((await store.listPlaced(work, opened.done.award)).map(({ studyId }) => studyId));
	return (await listAllStudies(work)).filter((study) => !placed.has(study.id));
}

/** Gives a study a place of a line: from then on the amount follows what becomes of it. */
export async function placeStudy(
	work: Work,
	id: string,
	{ lineId, studyId }: { readonly lineId: string; readonly studyId: string },
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openTo(work, id, "keep");
	if (opened.refused) return opened;
	const { award, lines } = opened.done;
	const line = lines.find((one) => one.id === lineId && one.conditional);
	if (!line) return refused("line-unknown", { field: "lineId" });
	if ((await store.listPlaced(work, award)).some((one) => one.studyId === studyId))
		return refused("already-placed", { field: "studyId" });
	const paid = await payByAward(work, { studyId, award: id, kroner: Math.floor(line.granted / line.places) });
	if (paid.refused) return refused("study-unknown", { field: "studyId" });
	await store.insertPlaced(work, award, { lineId, studyId, financeId: paid.done.financeId });
	await record(work, { verb: "funding-award.place", objectKind: "funding-award", objectId: id });
	return done(undefined);
}

/** Takes the place from a study that was given one by mistake. */
export async function unplaceStudy(
	work: Work,
	id: string,
	{ lineId, studyId }: { readonly lineId: string; readonly studyId: string },
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openTo(work, id, "keep");
	if (opened.refused) return opened;
	const { award } = opened.done;
	const placed = (await store.listPlaced(work, award)).find((one) => one.lineId === lineId && one.studyId === studyId);
	if (!placed) return refused("missing");
	await tieToAward(work, { studyId, financeId: placed.financeId, award: null });
	await store.deletePlaced(work, award, placed);
	await record(work, { verb: "funding-award.unplace", objectKind: "funding-award", objectId: id });
	return done(undefined);
}

/** Says that the admissions of a line are known, so that places nobody has are lost; or that they are not after all. */
export async function settleAdmission(
	work: Work,
	id: string,
	{ lineId, settled }: { readonly lineId: string; readonly settled: boolean },
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openTo(work, id, "keep");
	if (opened.refused) return opened;
	const line = opened.done.lines.find((one) => one.id === lineId && one.conditional);
	if (!line) return refused("line-unknown");
	await store.settleLine(work, opened.done.award, lineId, settled ? work.today : null);
	await record(work, { verb: "funding-award.settle", objectKind: "funding-award", objectId: id });
	return done(undefined);
}

/**
 * Enters in the ledger what a line has come to: what fell away, or came back, since it was last done, with what it was
 * reckoned from. Refused where it is as it stands, and where what fell away has been spent.
 */
export async function enterAdmission(
	work: Work,
	id: string,
	lineId: string,
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openTo(work, id, "keep");
	if (opened.refused) return opened;
	const { award } = opened.done;
	const found = (await readAdmissions(work, opened.done)).find(({ line }) => line.id === lineId);
	if (!found) return refused("line-unknown");
	const { line, admission, lost } = found;
	const change = line.granted - admission.amount - lost;
	if (change === 0) return refused("nothing-changed");
	const balances = await readBalances(work, award);
	const parts = adjustParts(balances, lineId, change);
	if (!parts) return refused("over-left");
	const postings = postingsOf({ kind: "adjust", lineId, parts });
	const code = refuseEntry(balances, "adjust", postings);
	if (code) return refused(code);
	const { places, persons, counts, amount } = admission;
	await insertEntry(
		work,
		award,
		{
			...{ kind: "adjust", onDay: work.today, text: line.title, reference: award.reference, seen: true },
			detail: { places, persons, ...counts, granted: line.granted, amount, droppedShare: award.droppedShare },
			by: nameOf(work),
		},
		postings,
	);
	await record(work, { verb: "funding-award.adjust", objectKind: "funding-award", objectId: id });
	return done(undefined);
}
