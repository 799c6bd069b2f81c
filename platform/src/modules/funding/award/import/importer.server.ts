import { sql } from "kysely";
import type { Work } from "../../../../database/work.server.ts";
import { type Importer, importer, type Tell } from "../../../../import/importer.server.ts";
import { currentSheet, type ImportKind } from "../../../../import/kind.server.ts";
import { inTurns } from "../../../../import/turns.ts";
import { mayOf } from "../../asker.server.ts";
import { noteEntry } from "../entries.server.ts";
import { listEntries, readBalancesOf } from "../ledger.store.server.ts";
import { amountsOf } from "../ledger.ts";
import { findAwards, listLines } from "../store.server.ts";
import { type Cost, type CostAward, type CostPlan, planCosts } from "./plan.ts";
import { costSheet } from "./sheet.ts";
import { costFindings, costWords } from "./text.ts";

/** Reads, plans and writes what awards have been spent on. */
const costImporter: Importer = importer({
	sheet: async () => costSheet,
	text: costFindings,
	whole: (value) => ({ ...value, reference: value.reference ?? "", onDay: value.onDay ?? "" }),
	async plan(work, organisationId, { rows }) {
		const awards = await keptAwards(work, organisationId);
		const plan = await inTurns(planCosts(rows, { awards, today: work.today }));
		const { created, unchanged, untouched, refusals, warnings } = plan;
		return {
			created: created.map(({ line }) => line),
			...{ changed: [], unchanged, untouched, refusals, warnings },
			approved: created.map(({ awardId, cost }) => [awardId, cost]),
			write: (tell) => writeAll(work, plan, tell),
		};
	},
});

/** The awards whose ledgers the organisation keeps, the last decided first. */
async function keptAwards(work: Work, organisationId: string): Promise<readonly CostAward[]> {
	const awards = await findAwards(work, sql`a.organisation_id = ${organisationId} and a.accepted_at is not null`);
	const lines = await listLines(
		work,
		awards.map(({ id }) => id),
	);
	const balances = await readBalancesOf(work, awards);
	const kept: CostAward[] = [];
	for (const award of awards)
		kept.push({
			...{ id: award.id, title: award.title, reference: award.reference },
			...{ lines: lines.get(award.id) ?? [], balances: balances.get(award.id) ?? [] },
			costs: await costsOf(work, award),
		});
	return kept;
}

/** The costs of an award that stand. */
async function costsOf(work: Work, award: Parameters<typeof listEntries>[1]): Promise<readonly Cost[]> {
	const entries = await listEntries(work, award);
	return entries.flatMap((entry) => {
		const [first] = entry.postings;
		if (entry.kind !== "cost" || entry.reversedBy !== null || !first || first.lineId === null) return [];
		const { amount, own } = amountsOf(entry);
		const { onDay, text, reference } = entry;
		return [{ lineId: first.lineId, budgetYear: first.budgetYear, onDay, kroner: amount, own, text, reference }];
	});
}

async function writeAll(work: Work, { created }: CostPlan, tell: Tell): Promise<void> {
	for (const [index, { awardId, cost }] of created.entries()) {
		const { lineId, budgetYear, ...said } = cost;
		const facts = { ...said, kind: "cost" as const, place: { lineId, budgetYear }, studyId: null, documentId: null };
		const outcome = await noteEntry(work, awardId, facts);
		if (outcome.refused) throw new Error(`a cost that was planned is refused: ${outcome.refused[0]?.code}`);
		if (index % 50 === 49 || index === created.length - 1) await tell(index + 1, created.length);
	}
}

/** What awards have been spent on, from the accounts: those who apply for the organisation bring it. */
export const costImport: ImportKind = {
	name: "grant-costs",
	words: (language) => costWords[language],
	importer: costImporter,
	mayImport: async (work) => (await mayOf(work)).apply,
	mayOpenAll: async (work) => (await mayOf(work)).apply,
	verbs: { taken: "funding-cost.import", exported: "funding-cost.export" },
	async current(work, organisationId, about) {
		const rows = (await keptAwards(work, organisationId)).flatMap((award) => {
			const titles = new Map(award.lines.map(({ id, title }) => [id, title]));
			return award.costs.map(({ lineId, budgetYear, ...cost }) => ({
				...{ ...cost, award: award.reference || award.title, line: titles.get(lineId) ?? null, year: budgetYear },
			}));
		});
		return currentSheet(costSheet, rows, about);
	},
	seenAt: () => "/funding/awards",
};
