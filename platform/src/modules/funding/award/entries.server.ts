import { newId, type Work } from "../../../database/work.server.ts";
import { cleanFileName, documentTypeOf } from "../../../file/upload.server.ts";
import { isId } from "../../../id.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { openCall } from "../call/service.server.ts";
import type { FundingRefusal } from "../contract.ts";
import type { Ask, AskFacts, CountFacts, DecisionFacts, DocumentFacts, Entry, EntryFacts } from "./contract.ts";
import {
	decideAsk,
	type EntryToWrite,
	insertAsk,
	insertEntry,
	listAsks,
	listEntries,
	readBalances,
} from "./ledger.store.server.ts";
import { cashOf, type Deed, postingsOf, refuseEntry, reversed } from "./ledger.ts";
import { nameOf, type OpenedAward, openAward, openTo } from "./service.server.ts";
import * as store from "./store.server.ts";

async function write(
	work: Work,
	{ award }: OpenedAward,
	deed: Deed,
	entry: Omit<EntryToWrite, "kind" | "by">,
): Promise<Outcome<{ readonly id: string }, FundingRefusal>> {
	const postings = postingsOf(deed);
	if (postings.length === 0) return refused("amount-missing", { field: "kroner" });
	const code = refuseEntry(await readBalances(work, award), deed.kind, postings);
	if (code) return refused(code, { field: "kroner" });
	const id = await insertEntry(work, award, { ...entry, kind: deed.kind, by: nameOf(work) }, postings);
	await record(work, {
		...{ verb: "funding-award.enter", objectKind: "funding-award", objectId: award.id, detail: { kind: deed.kind } },
	});
	return done({ id });
}

/**
 * Notes a cost, a payment, money returned or paid back. Costs and what is returned are the recipient's to note; payments
 * both may. A cost is of the grant, of one's own money, or of both.
 */
export async function noteEntry(
	work: Work,
	id: string,
	facts: EntryFacts,
): Promise<Outcome<{ readonly id: string }, FundingRefusal>> {
	const opened = await openAward(work, id);
	if (opened.refused) return opened;
	const { can, lines, award } = opened.done;
	if (!can.keep && !(can.give && facts.kind === "pay")) return refused("not-allowed");
	const { lineId, budgetYear } = facts.place;
	if (!lines.some((line) => line.id === lineId)) return refused("line-unknown", { field: "place" });
	if (facts.onDay > work.today) return refused("day-ahead", { field: "onDay" });
	const { kind, kroner, own } = facts;
	if (kroner === 0 && !(kind === "cost" && own > 0)) return refused("amount-missing", { field: "kroner" });
	if (facts.documentId !== null && !(await store.listDocuments(work, award)).some((one) => one.id === facts.documentId))
		return refused("missing", { field: "documentId" });
	const { paid } = cashOf(await readBalances(work, award));
	const deed: Deed =
		kind === "cost"
			? { kind, lineId, budgetYear, kroner, own }
			: kind === "return"
				? { kind, lineId, budgetYear, kroner, paid }
				: { kind, budgetYear, kroner };
	const { onDay, text, reference, studyId, documentId } = facts;
	const entry = { onDay, text, reference, studyId, documentId, seen: kind !== "cost" };
	return write(work, opened.done, deed, entry);
}

/** Whether who reads an award may reverse an entry of it: each what they themselves can enter, and never the grant. */
export function mayReverse({ award, can }: Pick<OpenedAward, "award" | "can">, { kind, reversedBy }: Entry): boolean {
	if (reversedBy !== null || kind === "grant" || kind === "reverse") return false;
	if (can.give) return kind === "pay" || ((kind === "carry" || kind === "purpose") && award.way === "here");
	const isOwn = award.issuerId === null || award.way === "letter" || (kind === "carry" && award.carries === "free");
	return can.keep && (kind === "carry" || kind === "purpose" ? isOwn : true);
}

/** Reverses an entry that was wrong, with why. Both stay to be read. */
export async function reverseEntry(
	work: Work,
	id: string,
	{ entryId, because }: { readonly entryId: string; readonly because: string },
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openAward(work, id);
	if (opened.refused) return opened;
	const entry = (await listEntries(work, opened.done.award)).find((one) => one.id === entryId);
	if (!entry) return refused("missing");
	if (!mayReverse(opened.done, entry)) return refused("not-allowed");
	if (because === "") return refused("note-missing", { field: "because" });
	const { award } = opened.done;
	const postings = reversed(entry.postings);
	const code = refuseEntry(await readBalances(work, award), "reverse", postings);
	if (code) return refused(code);
	const { documentId, studyId, seen } = entry;
	await insertEntry(
		work,
		award,
		{
			...{ kind: "reverse", onDay: work.today, text: because, reference: "", documentId, studyId, seen },
			...{ reverses: entryId, by: nameOf(work) },
		},
		postings,
	);
	await record(work, { verb: "funding-award.reverse", objectKind: "funding-award", objectId: id });
	return done(undefined);
}

/**
 * Asks who gives an award to carry money over to a later year or use it for another line. Where the award says that what is
 * left follows by rule, carrying over is entered at once, with the rule as its ground.
 */
export async function ask(
	work: Work,
	id: string,
	facts: AskFacts,
): Promise<Outcome<{ readonly isEntered: boolean }, FundingRefusal>> {
	const opened = await openTo(work, id, "keep");
	if (opened.refused) return opened;
	const { award, lines } = opened.done;
	const { kind, kroner, reason } = facts;
	const { lineId, budgetYear: fromYear } = facts.place;
	if (!lines.some((line) => line.id === lineId)) return refused("line-unknown", { field: "place" });
	const toYear = kind === "carry" ? facts.toYear : fromYear;
	const toLineId = kind === "carry" ? lineId : facts.toLineId;
	if (toYear === null || (kind === "carry" && toYear <= fromYear))
		return refused("year-not-later", { field: "toYear" });
	if (toLineId === null || !lines.some((line) => line.id === toLineId) || (kind === "purpose" && toLineId === lineId))
		return refused("line-unknown", { field: "toLineId" });
	const asked = { kind, lineId, toLineId, fromYear, toYear, kroner, reason };
	const postings = postingsOf(deedOf(asked));
	const code = refuseEntry(await readBalances(work, award), kind, postings);
	if (code) return refused(code, { field: "kroner" });
	if (kind === "carry" && award.carries === "free") {
		const entry = {
			onDay: work.today,
			text: reason,
			reference: award.reference,
			detail: { rule: award.carryOver },
			seen: true,
		};
		const written = await write(work, opened.done, deedOf(asked), entry);
		return written.refused ? written : done({ isEntered: true });
	}
	await insertAsk(work, award, asked, nameOf(work));
	await record(work, { verb: "funding-award.ask", objectKind: "funding-award", objectId: id, detail: { kind } });
	return done({ isEntered: false });
}

function deedOf(asked: {
	readonly kind: "carry" | "purpose";
	readonly lineId: string;
	readonly toLineId: string;
	readonly fromYear: number;
	readonly toYear: number;
	readonly kroner: number;
}): Deed {
	const { lineId, toLineId, fromYear, toYear, kroner } = asked;
	return asked.kind === "carry"
		? { kind: "carry", lineId, fromYear, toYear, kroner }
		: { kind: "purpose", lineId, toLineId, budgetYear: fromYear, kroner };
}

/** What has been asked of who gives an award, for both; nothing where the asker may not read it. */
export async function listAwardAsks(work: Work, id: string): Promise<readonly Ask[]> {
	const opened = await openAward(work, id);
	return opened.refused ? [] : listAsks(work, opened.done.award);
}

/** Who answers what is asked: who gives the award, where they are here; else who received it notes the letter. */
export function mayDecide({ award, can }: Pick<OpenedAward, "award" | "can">): boolean {
	return can.give ? award.way === "here" : can.keep && award.way === "letter";
}

/** Decides what was asked, or notes the letter it was decided in; granted, it is entered in the ledger. */
export async function decide(
	work: Work,
	id: string,
	{ askId, ...facts }: DecisionFacts & { readonly askId: string },
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openAward(work, id);
	if (opened.refused) return opened;
	if (!mayDecide(opened.done)) return refused("not-allowed");
	const { award, can } = opened.done;
	const asked = (await listAsks(work, award)).find((one) => one.id === askId);
	if (!asked) return refused("missing");
	if (asked.decision !== null) return refused("already-answered");
	if (facts.decidedOn > work.today) return refused("day-ahead", { field: "decidedOn" });
	// What is decided elsewhere is known by its letter.
	if (!can.give && facts.reference === "") return refused("reference-missing", { field: "reference" });
	if (facts.decision === "refused" && facts.answer === "") return refused("note-missing", { field: "answer" });
	if (!(await decideAsk(work, award, askId, facts, nameOf(work)))) return refused("already-answered");
	await record(work, {
		...{
			verb: "funding-award.decide",
			objectKind: "funding-award",
			objectId: id,
			detail: { decision: facts.decision },
		},
	});
	if (facts.decision === "refused") return done(undefined);
	const entry = {
		onDay: facts.decidedOn,
		text: asked.reason.slice(0, 500),
		reference: facts.reference,
		askId,
		seen: true,
	};
	const written = await write(work, opened.done, deedOf(asked), entry);
	return written.refused ? written : done(undefined);
}

/** Keeps a letter or a voucher with its number and day, and the file where there is one. */
export async function addAwardDocument(
	work: Work,
	id: string,
	{ file, ...facts }: DocumentFacts & { readonly file: { readonly name: string; readonly content: Uint8Array } | null },
): Promise<Outcome<{ readonly id: string }, FundingRefusal>> {
	const opened = await openAward(work, id);
	if (opened.refused) return opened;
	const { can, award } = opened.done;
	if (!can.keep && !can.give && !can.write) return refused("not-allowed");
	if (facts.datedOn > work.today) return refused("day-ahead", { field: "datedOn" });
	const mediaType = file === null ? undefined : documentTypeOf(file.content);
	if (file !== null && mediaType === undefined) return refused("file-type", { field: "file" });
	const documentId = newId();
	await store.insertDocument(work, award, {
		...{ ...facts, id: documentId, by: nameOf(work) },
		file:
			file === null || mediaType === undefined
				? null
				: { name: cleanFileName(file.name, "dokument"), mediaType, content: Buffer.from(file.content) },
	});
	await record(work, { verb: "funding-award.document", objectKind: "funding-award", objectId: id });
	return done({ id: documentId });
}

export async function readAwardFile(
	work: Work,
	id: string,
	documentId: string,
): Promise<store.DocumentFile | undefined> {
	const opened = await openAward(work, id);
	return opened.refused || !isId(documentId) ? undefined : store.findFile(work, opened.done.award, documentId);
}

/** What the call of an award asks to be counted from the first day: as the version that binds it says. */
export async function measuresOf(work: Work, { award }: Pick<OpenedAward, "award">) {
	if (award.callId === null) return [];
	const opened = (await openCall(work, award.callId)).done;
	const bound = opened?.versions.find(({ number }) => number === award.callNumber)?.content ?? opened?.draft?.content;
	return bound?.measures ?? [];
}

/** Notes a count when it happens; a count that was wrong is noted the other way. */
export async function noteCount(
	work: Work,
	id: string,
	facts: CountFacts,
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openTo(work, id, "keep");
	if (opened.refused) return opened;
	if (!(await measuresOf(work, opened.done)).some((one) => one.id === facts.measure))
		return refused("measure-unknown", { field: "measure" });
	if (facts.onDay > work.today) return refused("day-ahead", { field: "onDay" });
	if (facts.counted === 0) return refused("amount-missing", { field: "counted" });
	await store.insertCount(work, opened.done.award, { ...facts, by: nameOf(work) });
	await record(work, { verb: "funding-award.count", objectKind: "funding-award", objectId: id });
	return done(undefined);
}
