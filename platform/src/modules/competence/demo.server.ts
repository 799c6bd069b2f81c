import type { Work } from "../../database/work.server.ts";
import { addDays, addYears } from "../../day.ts";
import { record } from "../../identity/audit.server.ts";
import { done, finished, type Outcome } from "../../outcome.ts";
import { demoPlaces, type Random, random } from "../organisation/service.server.ts";
import type { ActualRow } from "./actual/contract.ts";
import { answerForUnit } from "./actual/service.server.ts";
import { hasNumbers } from "./actual/store.server.ts";
import { demoNeeds, demoSizes, demoStaff } from "./demo/numbers.ts";
import { adoptedPlan, type DemoPlan, draftPlan } from "./demo/plans.ts";
import { addEntry } from "./framework/service.server.ts";
import { listAllEntries } from "./framework/store.server.ts";
import { addNeed } from "./need/service.server.ts";
import { readingOf } from "./units.server.ts";

export { seedCollection } from "./demo/collection.server.ts";
export { seedPlan } from "./demo/plans.server.ts";
export { seedStudies } from "./demo/studies.server.ts";
export { seedUsed } from "./demo/used.server.ts";

/** A municipality of the demo region that plans competence. */
type DemoPlanner = {
	readonly id: string;
	/** How many in ten of its services have answered. */
	readonly answered: number;
	/** Whether it keeps the names of those who study. */
	readonly named: boolean;
	readonly plan: DemoPlan;
};

export function demoPlanners(): readonly DemoPlanner[] {
	const { municipalities } = demoPlaces();
	const id = (number: string) => municipalities.find((one) => one.number === number)?.id ?? "";
	return [
		{ id: id("5037"), answered: 9, named: false, plan: adoptedPlan },
		{ id: id("5035"), answered: 6, named: true, plan: draftPlan },
	];
}

/**
 * What the services of one municipality of the demo region have and need, some numbers old and some services without any. Runs as
 * the program on behalf of the municipality. Once only.
 */
export async function seedCompetenceDemo(work: Work, answered: number): Promise<Outcome<{ units: number }>> {
	const reading = await readingOf(work);
	if (!reading || (await hasNumbers(work, reading.organisationId))) return done({ units: 0 });
	const entries = new Map((await listAllEntries(work, reading.organisationId)).map((entry) => [entry.name, entry.id]));
	const own = { level: "further", nameNn: null, nameEn: null, occupation: null } as const;
	finished(
		await addEntry(work, {
			...{ ...own, kind: "specialisation", name: "Demenskoordinator" },
			mappedId: entries.get("Videreutdanning i aldring og demens") ?? null,
		}),
	);
	const chance = random(Number.parseInt(reading.organisationId.slice(-6), 16));
	let units = 0;
	for (const { id, setting } of reading.units) {
		const size = setting === null ? undefined : demoSizes[setting];
		if (setting === null || !size || chance.whole(1, 10) > answered) continue;
		const rows = rowsOf(setting, chance.whole(...size), chance, entries);
		// One in six has not told for two years.
		const daysAgo = chance.chance(1 / 6) ? chance.whole(500, 800) : chance.whole(10, 250);
		const source = chance.chance(0.7) ? "Lønns- og personalsystemet" : "Enhetslederen";
		finished(await answerForUnit(work, id, { asOf: addDays(work.today, -daysAgo), source, rows }));
		for (const { name, ofHas, inYears, ...about } of demoNeeds[setting] ?? []) {
			const entryId = entries.get(name);
			const has = rows.find((row) => row.entryId === entryId);
			if (entryId === undefined || !has) continue;
			finished(
				await addNeed(work, {
					...{ ...about, unitId: id, entryId, users: null, usersEach: null },
					...{ positions: Math.ceil(has.positions * ofHas * 2) / 2 },
					fromDay: inYears === 0 ? null : addYears(work.today, inYears),
				}),
			);
		}
		units += 1;
	}
	await record(work, { verb: "demo.seed", objectKind: "competence-entry", objectId: null, detail: { units } });
	return done({ units });
}

function rowsOf(setting: string, size: number, chance: Random, entries: ReadonlyMap<string, string>): ActualRow[] {
	return (demoStaff[setting] ?? []).flatMap(([name, ofTen, share, kind]): ActualRow[] => {
		const entryId = entries.get(name);
		const heads = Math.max(kind === "besides" ? 0 : 1, Math.round((size * ofTen) / 10) + chance.whole(-1, 1));
		if (entryId === undefined || heads === 0) return [];
		const among = (part: number) => Math.round(heads * part);
		return [
			{
				...{ entryId, heads, positions: Math.round(heads * share * 100) / 100 },
				...(kind === "besides"
					? { aged55: null, aged60: null, aged65: null, turnover: null }
					: { aged55: among(0.15), aged60: among(0.12), aged65: among(0.04), turnover: chance.whole(4, 14) }),
				hasDeputy: heads === 1 ? chance.chance(0.4) : null,
			},
		];
	});
}
