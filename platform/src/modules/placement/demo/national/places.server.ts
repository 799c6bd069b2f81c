import { sql } from "kysely";
import { insertMany } from "../../../../database/insert-many.server.ts";
import type { Work } from "../../../../database/work.server.ts";
import type { Random } from "../../../organisation/service.server.ts";
import type { Term } from "../days.ts";
import { demoId } from "../ids.ts";
import type { DemoSite } from "../places.server.ts";
import { nationalCourses } from "./courses.ts";

/** Units of the whole country that suit a course, as sites of their own; those that are sites already as they are. */
export async function makeNationalSites(work: Work): Promise<DemoSite[]> {
	const settings = [...new Set(nationalCourses.flatMap((course) => course.settings))];
	const { rows } = await sql<Omit<DemoSite, "id"> & { searchName: string }>`
		select u.organisation_id "hostId", u.id "unitId", u.name, u.setting, u.municipality_number municipality, u.latitude, u.longitude,
			u.search_name "searchName"
		from organisation.unit u
		join organisation.organisation o on o.id = u.organisation_id and o.kind = 'municipality'
		where u.setting = any(${settings})
			and not exists (select from placement.site s where s.organisation_id = u.organisation_id and s.unit_id = u.id)
		order by u.organisation_id, u.sort, u.id`.execute(work.db);
	const sites = rows.map((row) => ({ ...row, id: demoId(`site:${row.unitId}`) }));
	await insertMany(
		work,
		"placement.site",
		sites.map((site) => ({
			...{ organisation_id: site.hostId, id: site.id, host_id: site.hostId },
			...{ unit_organisation_id: site.hostId, unit_id: site.unitId, name: site.name, setting: site.setting },
			...{ municipality_number: site.municipality, latitude: site.latitude, longitude: site.longitude },
			...{ contact_name: "Enhetsleder", contact_email: `leder.${site.unitId}@kommune.example` },
			...{ published: true, search_name: site.searchName, version: 1 },
		})),
	);
	return sites;
}

/**
 * What the sites can take in a term, published: for each course that suits one a line of places, in all a little more than
 * there are students of it who live about there.
 * @param students how many there are of each course, by key and municipality: `n2:5001`
 */
export async function makeNationalCapacity(
	work: Work,
	sites: readonly DemoSite[],
	term: Term,
	students: ReadonlyMap<string, number>,
	chance: Random,
): Promise<void> {
	const suitable = new Map<string, number>();
	for (const { key, settings } of nationalCourses)
		for (const { setting, municipality } of sites) {
			const there = `${key}:${municipality}`;
			if (settings.includes(setting)) suitable.set(there, (suitable.get(there) ?? 0) + 1);
		}
	const capacities: object[] = [];
	const offers: object[] = [];
	const [organisationDays, published] = [{ first_day: term.firstDay, last_day: term.lastDay }, { published: true }];
	for (const site of sites) {
		const capacity = demoId(`capacity:${term.firstDay}:${site.id}`);
		const lines = nationalCourses.flatMap(({ key, settings, profession, year }) => {
			if (!settings.includes(site.setting)) return [];
			// A fifth more places than students; one site has more than the next.
			const there = `${key}:${site.municipality}`;
			const mean = ((students.get(there) ?? 0) * 1.2) / Math.max(1, suitable.get(there) ?? 1);
			const places = Math.floor(mean * (0.5 + chance.next()) + chance.next());
			return places === 0 ? [] : [{ key, profession, year, places }];
		});
		if (lines.length === 0) continue;
		const sum = lines.reduce((all, { places }) => all + places, 0);
		const place = { organisation_id: site.hostId, site_id: site.id, host_id: site.hostId };
		capacities.push({
			...{ ...place, id: capacity, ...organisationDays, ...published, state: "published", version: 1 },
			...{ most_at_once: Math.max(1, Math.ceil(sum * (0.7 + 0.3 * chance.next()))), supervisors: Math.ceil(sum / 2) },
			...{ asked_at: work.now, answered_at: work.now, answered_by: "Enhetsleder" },
			...{ approved_at: work.now, published_at: work.now },
		});
		for (const { key, profession, year, places } of lines)
			offers.push({
				...{ ...place, id: demoId(`offer:${term.firstDay}:${site.id}:${key}`), capacity_id: capacity },
				...{ profession, years: [year], ...organisationDays, places, ...published },
			});
	}
	await insertMany(work, "placement.capacity", capacities);
	await insertMany(work, "placement.offer", offers);
}
