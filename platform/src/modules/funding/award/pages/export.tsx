import { dayOf } from "../../../../day.ts";
import { record } from "../../../../identity/audit.server.ts";
import { formatDate } from "../../../../language.ts";
import { excelAnswer } from "../../../../spreadsheet/answer.server.ts";
import { header } from "../../../../spreadsheet/list.server.ts";
import { sheetOf } from "../../../../spreadsheet/written.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { openTo, readLedgerPage } from "../../service.server.ts";
import { placesOf, standingOf } from "../ledger.ts";
import type { Route } from "./+types/export";
import { awardPageText } from "./award.text.ts";
import { ledgerText } from "./ledger.text.ts";

const say = (pick: (text: (typeof ledgerText)["nb"]) => string) => header((language) => pick(ledgerText[language]));

const entryColumns = [
	{ key: "number", kind: "wholeNumber", required: true, ...say((text) => text.number) },
	{ key: "day", kind: "date", ...say((text) => text.columns.day) },
	{ key: "kind", kind: "text", ...say((text) => text.columns.kind) },
	{ key: "text", kind: "text", ...say((text) => text.fields.text) },
	{ key: "account", kind: "text", ...say((text) => text.account) },
	{ key: "line", kind: "text", ...say((text) => text.columns.line) },
	{ key: "year", kind: "wholeNumber", ...say((text) => text.year) },
	{ key: "debit", kind: "wholeNumber", ...say((text) => text.debit) },
	{ key: "credit", kind: "wholeNumber", ...say((text) => text.credit) },
	{ key: "source", kind: "text", ...say((text) => text.columns.source) },
	{ key: "reverses", kind: "wholeNumber", ...say((text) => text.kinds.reverse) },
	{ key: "recorded", kind: "date", ...say((text) => text.recorded) },
	{ key: "by", kind: "text", ...say((text) => text.columns.by) },
] as const;

const standingColumns = [
	{ key: "line", kind: "text", required: true, ...say((text) => text.columns.line) },
	{ key: "year", kind: "wholeNumber", ...say((text) => text.year) },
	{ key: "granted", kind: "wholeNumber", ...say((text) => text.accounts.granted) },
	{ key: "spent", kind: "wholeNumber", ...say((text) => text.accounts.spent) },
	{ key: "carried", kind: "wholeNumber", ...say((text) => text.accounts.carried) },
	{ key: "returned", kind: "wholeNumber", ...say((text) => text.accounts.returned) },
	{ key: "lost", kind: "wholeNumber", ...say((text) => text.accounts.lost) },
	{ key: "left", kind: "wholeNumber", ...say((text) => text.accounts.left) },
	{ key: "ownSpent", kind: "wholeNumber", ...say((text) => text.accounts["own-spent"]) },
] as const;

const documentColumns = [
	{ key: "title", kind: "text", required: true, ...header((language) => awardPageText[language].documentFields.title) },
	{ key: "reference", kind: "text", ...header((language) => awardPageText[language].documentFields.reference) },
	{ key: "day", kind: "date", ...header((language) => awardPageText[language].documentFields.datedOn) },
	{ key: "file", kind: "text", ...header((language) => awardPageText[language].documentFields.file) },
] as const;

/** For the auditor: every posting with its ground, what it comes to, and the documents. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, commanding } = representing(context, request);
	const text = ledgerText[language];
	const outcome = await commanding(async (work) => {
		const opened = await openTo(work, params.awardId, "keep");
		if (opened.refused) return opened;
		await record(work, { verb: "funding-award.export", objectKind: "funding-award", objectId: params.awardId });
		return { done: { ...opened.done, ...(await readLedgerPage(work, opened.done)), today: work.today } };
	});
	if (outcome.refused) missing();
	const { award, lines, entries, balances, documents, today } = outcome.done;
	const titles = new Map(lines.map(({ id, title }) => [id, title]));
	const names = new Map(
		documents.map(({ id, title, reference }) => [id, [title, reference].filter(Boolean).join(" ")]),
	);
	const numbers = new Map(entries.map(({ id }, at) => [id, at + 1]));
	const notes = [text.sourceNote(award.title, formatDate(language, today)), awardPageText[language].yearsLead];
	const rows = entries.flatMap((entry) =>
		entry.postings.map((one) => ({
			...{ number: numbers.get(entry.id) ?? 0, day: entry.onDay, kind: text.kinds[entry.kind], text: entry.text },
			...{ account: text.accounts[one.account], line: titles.get(one.lineId ?? "") ?? null, year: one.budgetYear },
			...{ debit: one.debit || null, credit: one.credit || null },
			source: [entry.reference, names.get(entry.documentId ?? "")].filter(Boolean).join(", "),
			...{ reverses: entry.reverses === null ? null : (numbers.get(entry.reverses) ?? null) },
			...{ recorded: dayOf(entry.recordedAt), by: entry.recordedBy },
		})),
	);
	const standings = placesOf(balances).map(({ lineId, budgetYear }) => ({
		...{ line: titles.get(lineId) ?? "", year: budgetYear, ...standingOf(balances, { lineId, budgetYear }) },
	}));
	const letters = documents.map((one) => ({
		...{ title: one.title, reference: one.reference, day: one.datedOn, file: one.name },
	}));
	return excelAnswer(
		[
			sheetOf({ columns: entryColumns }, rows, { name: text.sheets.entries, notes }),
			sheetOf({ columns: standingColumns }, standings, { name: text.sheets.standing, notes }),
			sheetOf({ columns: documentColumns }, letters, { name: text.sheets.documents, notes }),
		],
		language,
		`${text.file}-${today}`,
	);
}
