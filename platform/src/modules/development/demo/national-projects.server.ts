import { insertMany } from "../../../database/insert-many.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { foldName } from "../../../geography/search.ts";
import { random } from "../../organisation/service.server.ts";
import { type NationalPlace, nationalDevelopmentId } from "./national.server.ts";

const [projects, statuses] = [350, 6] as const;

/**
 * Projects of those who have places, with two goals each, what was measured and how they stood; three of ten have ended with a
 * card, and every fourth of the others tries out the first card.
 */
export async function makeNationalProjects(work: Work, places: readonly NationalPlace[]): Promise<void> {
	const chance = random(350);
	const ago = (days: number) => addDays(work.today, -days);
	const rows: Record<string, object[]> = {};
	const add = (table: string, row: object) => {
		const list = rows[table] ?? [];
		rows[table] = list;
		list.push(row);
	};
	for (let at = 0; at < projects; at++) {
		// Every third place has one.
		const place = places[(at * 3) % places.length];
		if (!place) continue;
		const { organisationId, admissionId, programme, name } = place;
		const id = nationalDevelopmentId(`project:${at}`);
		const key = { organisation_id: organisationId, project_id: id };
		const [isEnded, begun] = [at % 10 < 3, chance.whole(150, 500)];
		const title = `Tryggere trapper ${at + 1}`;
		add("development.project", {
			...{ organisation_id: organisationId, id, number: at + 1, title, need: "Mange faller.", noticed: "Jeg går ned." },
			...{ purpose: "Folk skal tørre å gå ut.", anchored_in: "Helseplanen", novelty: "here", breadth: "units" },
			...{ decided_by: "chief-executive", decided_on: ago(begun + 20), leader_name: "Kari Nes", leader_share: 20 },
			...{ owner_name: "Ola Li", first_day: ago(begun), last_day: addDays(ago(begun), 700), status_days: 42 },
			...{ hours: 400, kroner: 200_000, state: isEnded ? "ended" : "running", started_on: ago(begun) },
			...{ search_name: foldName(title), admission_id: admissionId },
		});
		for (const number of [0, 1]) {
			const goalId = nationalDevelopmentId(`goal:${at}:${number}`);
			const isServing = number === 0;
			const baseline = chance.chance(0.85) ? chance.whole(8, 30) : null;
			add("development.goal", {
				...{ ...key, id: goalId, kind: "result", wording: isServing ? "Færre fall" : "Flere går ut" },
				...{ indicator: isServing ? "Fall med skade" : "Turer", definition: isServing ? "Til lege" : "" },
				...{ measured_in: isServing ? "fall i måneden" : "turer", baseline, target: 5 },
				...{ baseline_on: baseline === null ? null : ago(begun), baseline_source: baseline === null ? "" : "Journal" },
				serves_id: isServing ? nationalDevelopmentId(`goal:${programme}`) : null,
				measured_as_id: isServing && chance.chance(0.8) ? nationalDevelopmentId(`measure:${programme}`) : null,
			});
			for (let time = 1; time <= 3; time++)
				add("development.measurement", {
					...{ ...key, goal_id: goalId, id: nationalDevelopmentId(`value:${at}:${number}:${time}`) },
					...{ value: chance.whole(2, 20), measured_on: ago(begun - time * 40), source: "Journal" },
					recorded_at: work.now,
				});
		}
		for (let time = 1; time <= statuses; time++)
			add("development.status", {
				...{ ...key, id: nationalDevelopmentId(`status:${at}:${time}`), on_day: ago(Math.max(5, begun - time * 60)) },
				...{ standing: chance.pick(["as-planned", "as-planned", "behind", "stuck"]), done: "Målt", next: "Måle igjen" },
				...{ hours_used: 20 * time, kroner_used: 9_000 * time, recorded_at: work.now },
			});
		const adopts = !isEnded && at % 4 === 0;
		if (isEnded) {
			add("development.ending", {
				...{ ...key, id: nationalDevelopmentId(`ending:${at}`), outcome: "operations", decided_on: ago(40) },
				...{ decided_by: "Rådmannen", purpose: "Folk skal tørre å gå ut.", reached: "partly", answer: "Flere går." },
				...{
					operations_owner: "Ola Li",
					operations_budget: "Rammen",
					operations_routine: "Rutine 7",
					lesson: "Begynn ute.",
				},
				recorded_at: work.now,
			});
			add("development.practice_card", {
				...{ organisation_id: organisationId, id: nationalDevelopmentId(`card:${at}`), project_id: id, title },
				...{ setting: "Hjemmetjeneste", size: "Én kommune", needed: "Tid", done: "Rekkverk", better: "Færre faller" },
				...{
					lesson: "Begynn ute.",
					validated_on: ago(30),
					revalidate_on: addDays(work.today, 300),
					visibility: "public",
				},
				search_name: foldName(title),
			});
		}
		if (adopts)
			add("development.practice_adoption", {
				...{ ...key, card_organisation_id: places[0]?.organisationId, card_id: nationalDevelopmentId("card:0") },
				...{
					card_title: "Tryggere trapper 1",
					differs: "Flere i blokk",
					changes: "Begynner inne",
					adopted_on: ago(begun),
				},
			});
		if (isEnded || adopts)
			add("development.practice_result", {
				...{ ...key, organisation_name: name, title, purpose: "Folk skal tørre å gå ut.", measured: [] },
				...{ state: isEnded ? "ended" : "running", ended_on: isEnded ? ago(40) : null },
				...{ outcome: isEnded ? "operations" : null, reached: isEnded ? "partly" : null },
			});
	}
	for (const [table, of] of Object.entries(rows)) await insertMany(work, table, of);
}
