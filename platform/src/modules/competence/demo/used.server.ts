import { randomUUID } from "node:crypto";
import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { done, type Outcome } from "../../../outcome.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { listAllEntries } from "../framework/store.server.ts";
import { type AskedMonths, type Hinder, usesOf } from "../used/codes.ts";
import { countAsked } from "../used/store.server.ts";

type Answers = readonly [often: number, some: number, hardly: number];

/** What those who completed an education in the demo have answered, and how many did not. */
const answered: readonly (readonly [entry: string, months: AskedMonths, answers: Answers, silent: number])[] = [
	["Videreutdanning i aldring og demens", 6, [8, 6, 2], 5],
	["Videreutdanning i aldring og demens", 18, [6, 5, 2], 4],
	["Fagskole i helse", 6, [7, 5, 3], 4],
	["Fagskole i helse", 18, [5, 3, 2], 6],
	["Praksisveileder med veilederutdanning", 6, [9, 4, 1], 3],
	["Praksisveileder med veilederutdanning", 18, [6, 3, 1], 2],
];
const inTheWay: readonly Hinder[] = ["tasks", "time", "tasks", "leading"];

/** Whether completed educations of a municipality of the demo region are used: counts of the last years, without who. Once only. */
export async function seedUsed(work: Work): Promise<Outcome<{ answers: number }>> {
	const { organisationId } = await mandateOf(work);
	if (organisationId === null || (await countAsked(work, organisationId)).length > 0) return done({ answers: 0 });
	const entries = new Map((await listAllEntries(work, organisationId)).map((entry) => [entry.name, entry]));
	const rows = answered.flatMap(([name, months, answers, silent]) => {
		const entry = entries.get(name);
		const key = () => ({
			...{ organisation_id: organisationId, id: randomUUID(), months },
			...{ entry_organisation_id: entry?.organisationId ?? "", entry_id: entry?.id ?? "" },
		});
		if (!entry) return [];
		const said = usesOf.flatMap((uses, at) => Array.from({ length: answers[at] ?? 0 }, () => uses));
		return [
			...said.map((uses, at) => ({
				key,
				uses,
				hinder: uses === "often" ? null : (inTheWay[at % inTheWay.length] ?? null),
			})),
			...Array.from({ length: silent }, () => ({ key, uses: null, hinder: null })),
		];
	});
	if (rows.length === 0) return done({ answers: 0 });
	await work.db
		.insertInto("competence.used_ask")
		.values(
			rows.map(({ key, uses }, at) => ({
				...key(),
				asked_on: addDays(work.today, -400 - at),
				answered: uses !== null,
			})),
		)
		.execute();
	const given = rows.flatMap(({ key, uses, hinder }) => (uses === null ? [] : [{ ...key(), uses, hinder }]));
	await work.db.insertInto("competence.used_answer").values(given).execute();
	return done({ answers: given.length });
}
