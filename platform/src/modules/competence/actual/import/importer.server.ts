import type { Work } from "../../../../database/work.server.ts";
import { type Importer, importer, type Tell } from "../../../../import/importer.server.ts";
import { currentSheet, type ImportKind } from "../../../../import/kind.server.ts";
import { inTurns, rowsInTurn } from "../../../../import/turns.ts";
import { piecesOf } from "../../../../pieces.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { mayEnter, mayPlan } from "../../rules.ts";
import { listCurrent } from "../service.server.ts";
import { actualSheet } from "../sheet.ts";
import { listActual, writeActual } from "../store.server.ts";
import { type ActualFacts, type ActualPlan, planActual } from "./plan.ts";
import { actualFindings, actualWords, fileSource } from "./text.ts";
import { cellWords, keepersOfEntries } from "./words.server.ts";

/** Reads, plans and writes what units have. */
const actualImporter: Importer = importer({
	sheet: async () => actualSheet,
	text: actualFindings,
	whole: (value) => ({
		...{ ...value, unit: value.unit ?? "", entry: value.entry ?? "", asOf: value.asOf ?? "1900-01-01" },
		...{ heads: value.heads ?? 0, positions: value.positions ?? 0 },
	}),
	async plan(work, organisationId, { rows }) {
		const facts = await factsFor(work, organisationId);
		const plan = await inTurns(planActual(rows, facts));
		const { created, changed, unchanged, untouched, refusals } = plan;
		return {
			created: created.map((one) => one.line),
			changed: changed.map((one) => one.line),
			...{ unchanged, untouched, refusals },
			approved: [
				...created.map(({ unitId, asOf, source, values }) => [unitId, asOf, source, values]),
				...changed.map(({ unitId, asOf, values, line }) => [unitId, asOf, values.entryId, line.changes]),
			],
			write: (tell) => writeAll(work, organisationId, plan, tell),
		};
	},
});

async function factsFor(work: Work, organisationId: string): Promise<ActualFacts> {
	const language = work.actor.kind === "person" ? work.actor.language : "nb";
	return {
		...{ today: work.today, source: fileSource[language], standing: await listActual(work, organisationId) },
		...(await cellWords(work, organisationId)),
	};
}

async function writeAll(work: Work, organisationId: string, { created, changed }: ActualPlan, tell: Tell) {
	const keepers = await keepersOfEntries(work, organisationId);
	const all = [...created, ...changed];
	let written = 0;
	for (const piece of piecesOf(all, rowsInTurn)) {
		await writeActual(
			work,
			organisationId,
			piece.map(({ unitId, asOf, source, values }) => ({
				...{ ...values, unitId, asOf, source },
				entryOrganisationId: keepers.get(values.entryId) ?? organisationId,
			})),
		);
		written += piece.length;
		await tell(written, all.length);
	}
}

/** What units have, from a personnel system: those who plan bring it for all, unit leaders for their own. */
export const actualImport: ImportKind = {
	name: "competence",
	words: (language) => actualWords[language],
	importer: actualImporter,
	mayImport: async (work) => mayEnter(await mandateOf(work)),
	mayOpenAll: async (work) => mayPlan(await mandateOf(work)),
	verbs: { taken: "competence-actual.import", exported: "competence-actual.export" },
	async current(work, _organisationId, about) {
		const rows = (await listCurrent(work)).map(({ unit, fact }) => ({
			...{ unit: unit.code ?? [...unit.above, unit.name].join(" › "), entry: nameOfEntry(about.language, fact) },
			...{ asOf: fact.asOf, heads: fact.heads, positions: fact.positions, aged55: fact.aged55, aged60: fact.aged60 },
			...{ aged65: fact.aged65, turnover: fact.turnover, hasDeputy: fact.hasDeputy, source: fact.source },
		}));
		return currentSheet(actualSheet, rows, about);
	},
	seenAt: () => "/competence",
};
