import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import type { Random } from "../../organisation/service.server.ts";
import { demoCapacity } from "./courses.ts";
import type { Term } from "./days.ts";
import { demoId } from "./ids.ts";

export type DemoSite = {
	readonly id: string;
	readonly hostId: string;
	readonly unitId: string;
	readonly name: string;
	readonly setting: string;
	readonly municipality: string;
	readonly latitude: number | null;
	readonly longitude: number | null;
};

const settings = Object.keys(demoCapacity);

/** The units of the demo's municipalities that take students, as sites of their own. */
export async function makeSites(work: Work, hostIds: readonly string[]): Promise<DemoSite[]> {
	const { rows } = await sql<Omit<DemoSite, "id">>`
		select u.organisation_id "hostId", u.id "unitId", u.name, u.setting, u.municipality_number municipality, u.latitude, u.longitude
		from organisation.unit u
		where u.organisation_id = any(${hostIds}) and u.setting = any(${settings}) order by u.organisation_id, u.sort, u.id`.execute(
		work.db,
	);
	const sites = rows.map((row) => ({ ...row, id: demoId(`site:${row.unitId}`) }));
	await work.db
		.insertInto("placement.site")
		.values(
			sites.map((site) => ({
				organisation_id: site.hostId,
				id: site.id,
				host_id: site.hostId,
				unit_organisation_id: site.hostId,
				unit_id: site.unitId,
				name: site.name,
				setting: site.setting,
				municipality_number: site.municipality,
				latitude: site.latitude,
				longitude: site.longitude,
				contact_name: `Enhetsleder, ${site.name}`,
				contact_email: `leder.${site.unitId.slice(0, 8)}@kommune.example`,
				search_name: foldName(site.name),
			})),
		)
		.execute();
	return sites;
}

type State = "published" | "answered" | "asked";

/** What each site has said it can take in a term; `stateOf` says how far that has come, null that it was not asked. */
export async function makeCapacity(
	work: Work,
	sites: readonly DemoSite[],
	term: Term,
	chance: Random,
	stateOf: (site: DemoSite) => State | null,
	collectionOf: (site: DemoSite) => string | null = () => null,
): Promise<void> {
	for (const site of sites) {
		const plan = demoCapacity[site.setting];
		const state = stateOf(site);
		if (!plan || state === null) continue;
		const id = demoId(`capacity:${term.firstDay}:${site.id}`);
		const answered = state !== "asked";
		await work.db
			.insertInto("placement.capacity")
			.values({
				organisation_id: site.hostId,
				id,
				site_id: site.id,
				host_id: site.hostId,
				collection_id: collectionOf(site),
				first_day: term.firstDay,
				last_day: term.lastDay,
				most_at_once: answered ? plan.most : null,
				supervisors: answered ? plan.supervisors : null,
				state,
				asked_at: work.now,
				answered_at: answered ? work.now : null,
				answered_by: answered ? `Enhetsleder, ${site.name}` : null,
				approved_at: state === "published" ? work.now : null,
				published_at: state === "published" ? work.now : null,
				published: state === "published",
			})
			.execute();
		if (!answered) continue;
		await work.db
			.insertInto("placement.offer")
			.values(
				plan.offers.map(({ profession, years, places: [least, most] }, at) => ({
					organisation_id: site.hostId,
					id: demoId(`offer:${term.firstDay}:${site.id}:${at}`),
					capacity_id: id,
					site_id: site.id,
					host_id: site.hostId,
					profession,
					years: [...years],
					first_day: term.firstDay,
					last_day: term.lastDay,
					places: chance.whole(least, most),
					published: state === "published",
				})),
			)
			.execute();
	}
}
