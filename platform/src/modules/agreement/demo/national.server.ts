import { v5 as nameUuid } from "uuid";
import { insertMany } from "../../../database/insert-many.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { foldName } from "../../../geography/search.ts";
import { done, type Outcome } from "../../../outcome.ts";
import { listOrganisations, nationalInstitutions, random } from "../../organisation/service.server.ts";
import { themes } from "../codes.ts";

/** Names under it become ids, the same in every installation. */
const namespace = "0193c9a4-7b2d-7d41-8f10-5c2e9a7d3b65";
/** One municipality in this many has no agreement. */
const without = 6;
const mostAgreements = 4;

/**
 * Agreements over the whole country, in force, for measuring: most municipalities with one to four institutions, some with
 * a neighbour; four in five published, two in three with an arena. Made up, the same every time. Once only.
 */
export async function seedNationalAgreements(work: Work): Promise<Outcome<{ readonly agreements: number }>> {
	const there = await work.db.selectFrom("agreement.agreement").select("id").limit(1).executeTakeFirst();
	if (there) return done({ agreements: 0 });
	const chance = random(414);
	const institutions = nationalInstitutions();
	const { rows } = await listOrganisations(work, { kind: "municipality" });
	const [agreements, parties, ofThemes]: [object[], object[], object[]] = [[], [], []];
	for (const [index, { id: keeper, name }] of rows.entries()) {
		if (index % without === 0) continue;
		for (let number = 0; number < 1 + (index % mostAgreements); number++) {
			const id = nameUuid(`agreement:${keeper}:${number}`, namespace);
			const neighbour = rows[(index + 1) % rows.length]?.id ?? keeper;
			const partyIds = [keeper, chance.pick(institutions).id, ...(chance.next() < 0.2 ? [neighbour] : [])];
			const [published, readers] = [chance.next() < 0.8, [...new Set(partyIds)]];
			const key = { organisation_id: keeper, agreement_id: id };
			const followedUp = chance.next() < 0.67;
			const about = themes.filter((one) => one !== "other" && chance.next() < 0.3);
			const sectors =
				chance.next() < 0.3 ? [] : [chance.pick(["health-and-care", "health-and-care", "childhood", "social"])];
			agreements.push({
				...{ organisation_id: keeper, id, kind: "framework", level: "top", title: `Samarbeid om praksis ${name}` },
				...{ purpose: "", first_day: addDays(work.today, -400), last_day: addDays(work.today, 600), renewal_months: 6 },
				...{ state: "signed", content_version: 0, published, created_at: work.now, signed_at: work.now },
				...{ readers, writers: [], search_name: foldName(name), version: 1 },
				...{ theme_codes: about, sector_codes: sectors, has_arena: followedUp && about.length > 0 },
			});
			for (const party of readers)
				parties.push({
					...{ ...key, party_id: party, id: nameUuid(`party:${id}:${party}`, namespace) },
					...{ side: institutions.some((one) => one.id === party) ? "education" : "service", signs: true },
					...{ coordinator_name: "Kari Nes", deputy_name: chance.next() < 0.7 ? "Ola Nes" : null },
					...{ published, readers, version: 1 },
				});
			for (const [sort, theme] of about.entries())
				ofThemes.push({
					...{ ...key, id: nameUuid(`theme:${id}:${theme}`, namespace), theme, sort, goal: "", responsibility: "" },
					...{ obligations: "", payer: "", arena: followedUp ? "Samarbeidsutvalg" : "", plan_name: "", note: "" },
					...{ meetings_a_year: followedUp ? 2 : null, plan_decision: "", published, readers, writers: [], version: 1 },
				});
		}
	}
	await insertMany(work, "agreement.agreement", agreements);
	await insertMany(work, "agreement.party", parties);
	await insertMany(work, "agreement.theme", ofThemes);
	return done({ agreements: agreements.length });
}
