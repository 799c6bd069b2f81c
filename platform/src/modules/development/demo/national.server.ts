import { v5 as nameUuid } from "uuid";
import { insertMany } from "../../../database/insert-many.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { foldName } from "../../../geography/search.ts";
import { done, type Outcome } from "../../../outcome.ts";
import { listOrganisations, random, recordParticipation } from "../../organisation/service.server.ts";
import { makeNationalProjects } from "./national-projects.server.ts";

/** Names under it become ids, the same in every installation. */
const namespace = "0193c9a4-7b2d-7d41-8f10-5c2e9a7d3b67";
export const nationalDevelopmentId = (key: string) => nameUuid(`development:${key}`, namespace);

const [programmes, participations, networks, inNetwork] = [7, 1_200, 120, 6] as const;

export type NationalDevelopment = {
	/** The programme most take part in. */
	readonly programmeId: string;
	/** The card most have adopted. */
	readonly cardId: string;
};

/** A place of a municipality in a programme. */
export type NationalPlace = {
	readonly organisationId: string;
	readonly name: string;
	readonly admissionId: string;
	readonly programme: number;
};

/**
 * Seven programmes with 1,200 places in them, 350 projects, 120 networks of municipalities, and cards that others adopt: for
 * measuring. Runs as the program on behalf of whoever keeps the programmes. Made up, the same every time. Once only.
 */
export async function seedNationalDevelopment(work: Work, keeper: string): Promise<Outcome<NationalDevelopment>> {
	const made = { programmeId: nationalDevelopmentId("programme:0"), cardId: nationalDevelopmentId("card:0") };
	const there = await work.db.selectFrom("development.programme").select("id").limit(1).executeTakeFirst();
	if (there) return done(made);
	const { rows } = await listOrganisations(work, { kind: "municipality" });
	await makeProgrammes(work, keeper);
	const places = await makePlaces(work, keeper, rows);
	await makeNationalProjects(work, places);
	await makeNetworks(work, keeper, rows);
	return done(made);
}

async function makeProgrammes(work: Work, keeper: string): Promise<void> {
	const ago = (days: number) => addDays(work.today, -days);
	const numbers = Array.from({ length: programmes }, (_, number) => number);
	const key = (number: number) => ({
		organisation_id: keeper,
		programme_id: nationalDevelopmentId(`programme:${number}`),
	});
	await insertMany(
		work,
		"development.programme",
		numbers.map((number) => ({
			...{
				organisation_id: keeper,
				id: nationalDevelopmentId(`programme:${number}`),
				title: `Tryggere hverdag ${number + 1}`,
			},
			...{ commissioner: "Helsedirektoratet", mandate: "Tildelingsbrevet", themes: ["Fall"], admits: "all" },
			...{ purpose: "Folk skal tørre å bo hjemme.", money_for: "Frikjøp", no_arena_because: "Møtes i egne nettverk" },
			...{ first_day: ago(600 - number), last_day: addDays(work.today, 300), state: "under-way", opened_on: ago(590) },
			search_name: foldName(`Tryggere hverdag ${number + 1}`),
		})),
	);
	await insertMany(
		work,
		"development.programme_goal",
		numbers.map((number) => ({
			...{ ...key(number), id: nationalDevelopmentId(`goal:${number}`), wording: "Færre fall med skade" },
			local_example: "Fra tolv til åtte",
		})),
	);
	await insertMany(
		work,
		"development.programme_measure",
		numbers.map((number) => ({
			...{
				...key(number),
				goal_id: nationalDevelopmentId(`goal:${number}`),
				id: nationalDevelopmentId(`measure:${number}`),
			},
			...{ number: 1, indicator: "Fall med skade", definition: "Til lege", measured_in: "fall i måneden", adds: "sum" },
			from_day: ago(590),
		})),
	);
	await insertMany(
		work,
		"development.programme_batch",
		numbers.map((number) => ({
			...{ ...key(number), id: nationalDevelopmentId(`batch:${number}`), name: "Pulje 1", apply_by: ago(560) },
			...{ starts_on: ago(530), ends_on: addDays(work.today, 200) },
		})),
	);
}

/** Every eighth municipality is never in anything; the others in turn, so that some are in all. */
async function makePlaces(
	work: Work,
	keeper: string,
	municipalities: readonly { readonly id: string; readonly name: string }[],
): Promise<readonly NationalPlace[]> {
	const those = municipalities.filter((_, at) => at % 8 !== 0);
	const places = Array.from({ length: participations }, (_, at): NationalPlace => {
		const one = those[at % those.length];
		return {
			...{ organisationId: one?.id ?? "", name: one?.name ?? "", programme: Math.floor(at / those.length) },
			admissionId: nationalDevelopmentId(`admission:${at}`),
		};
	});
	const day = addDays(work.today, -550);
	await insertMany(
		work,
		"development.admission",
		places.map(({ organisationId, admissionId, programme }) => ({
			...{ organisation_id: organisationId, id: admissionId, programme_organisation_id: keeper },
			...{ programme_id: nationalDevelopmentId(`programme:${programme}`) },
			...{ batch_id: nationalDevelopmentId(`batch:${programme}`), need: "Mange faller.", gain: "Tryggere netter." },
			...{
				is_first: programme === 0,
				leader_name: "Kari Nes",
				leader_share: 20,
				title: `Tryggere hverdag ${programme + 1}`,
			},
			...{ state: "admitted", sent_at: `${day}T10:00:00Z`, sent_by: "Kari Nes", decided_on: day, admitted_on: day },
		})),
	);
	for (const { organisationId, programme } of places)
		await recordParticipation(work, {
			...{ organisationId, objectKind: "programme", objectId: nationalDevelopmentId(`programme:${programme}`) },
			...{
				title: `Tryggere hverdag ${programme + 1}`,
				role: "participant",
				fromDate: day,
				toDate: null,
				published: true,
			},
		});
	return places;
}

async function makeNetworks(
	work: Work,
	keeper: string,
	municipalities: readonly { readonly id: string; readonly name: string }[],
) {
	const chance = random(77);
	const [rows, members]: [object[], object[]] = [[], []];
	for (let number = 0; number < networks; number++) {
		const id = nationalDevelopmentId(`network:${number}`);
		const first = chance.whole(0, municipalities.length - 1);
		const parties = Array.from({ length: inNetwork }, (_, at) => municipalities[(first + at) % municipalities.length]);
		const readers = [keeper, ...parties.flatMap((one) => one?.id ?? [])];
		rows.push({
			...{
				organisation_id: keeper,
				id,
				name: `Læringsnettverk ${number + 1}`,
				purpose: "Lære av hverandre.",
				kind: "owned",
			},
			...{
				founded_on: addDays(work.today, -chance.whole(100, 3000)),
				founded_by: "Kommunestyrene",
				money_kind: "budgets",
			},
			...{ gatherings_a_year: 4, readers, search_name: foldName(`Læringsnettverk ${number + 1}`) },
		});
		for (const one of parties)
			if (one)
				members.push({
					...{ organisation_id: keeper, network_id: id, id: nationalDevelopmentId(`member:${number}:${one.id}`) },
					...{ party_id: one.id, name: one.name, standing: "member", joined_on: addDays(work.today, -90) },
					...{ adopted_on: addDays(work.today, -95), anchored: "line", pledged_hours: 80, readers },
				});
	}
	await insertMany(work, "development.network", rows);
	await insertMany(work, "development.network_member", members);
}
