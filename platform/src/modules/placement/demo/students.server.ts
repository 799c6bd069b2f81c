import type { Work } from "../../../database/work.server.ts";
import type { Municipality } from "../../../geography/place.ts";
import { foldName } from "../../../geography/search.ts";
import { makePerson, type Random } from "../../organisation/service.server.ts";
import type { DemoCourse } from "./courses.ts";
import { demoId } from "./ids.ts";
import type { DemoSite } from "./places.server.ts";

/** A postcode in the middle of each town students live in. */
const postcodes: Readonly<Record<string, string>> = {
	"5001": "7030",
	"5035": "7500",
	"5037": "7600",
	"5038": "7650",
	"5006": "7713",
	"5031": "7550",
	"5501": "9008",
	"5503": "9405",
	"1804": "8006",
	"1806": "8514",
	"5601": "9510",
};

export type DemoClaim = { readonly id: string; readonly studentId: string; readonly organisationId: string };

type Cohort = {
	readonly course: DemoCourse;
	readonly institutionId: string;
	readonly periodId: string;
	readonly students: number;
	/** Where students live, near the first most often. */
	readonly towns: readonly Municipality[];
	/** Sites that could suit, to wish from. */
	readonly sites: readonly DemoSite[];
	readonly round: { readonly organisationId: string; readonly id: string } | null;
	/** Share of students who have wished. */
	readonly wished: number;
	/** The visitor who is one of them. */
	readonly visitor: { readonly personId: string; readonly name: string } | null;
	readonly statedAt: Date;
};

/** Made-up students of one course and period, each with a claim, most with wishes. */
export async function makeCohort(work: Work, cohort: Cohort, chance: Random): Promise<DemoClaim[]> {
	const { course, institutionId, periodId, round } = cohort;
	const made = Array.from({ length: cohort.students }, (_, at) => {
		const key = `${course.key}:${periodId}:${at}`;
		const visitor = at === 0 ? cohort.visitor : null;
		const person = makePerson("student.example", chance, at + 1);
		const near = chance.chance(0.55);
		const town = (near ? cohort.towns[0] : chance.pick(cohort.towns)) ?? chance.pick(cohort.towns);
		return {
			at,
			id: visitor ? demoId("student:visitor") : demoId(`student:${key}`),
			claimId: demoId(`claim:${key}`),
			name: visitor?.name ?? person.name,
			email: visitor ? null : person.email,
			personId: visitor?.personId ?? null,
			postcode: postcodes[town.number] ?? null,
			latitude: town.centre.at.latitude + (chance.next() - 0.5) * 0.08,
			longitude: town.centre.at.longitude + (chance.next() - 0.5) * 0.16,
		};
	});
	await inSlices(made, (slice) =>
		work.db
			.insertInto("placement.student")
			.values(
				slice.map((one) => ({
					organisation_id: institutionId,
					id: one.id,
					institution_id: institutionId,
					person_id: one.personId,
					name: one.name,
					number:
						one.personId === null
							? `${course.key}-${periodId.slice(0, 4)}-${String(one.at + 1).padStart(4, "0")}`
							: "demo-0001",
					email: one.email,
					programme: course.programme,
					profession: course.profession,
					year_of_study: course.year,
					postcode: one.postcode,
					latitude: one.latitude,
					longitude: one.longitude,
					search_name: foldName(one.name),
				})),
			)
			// The visitor is one student, however many cohorts they have been in.
			.onConflict((conflict) => conflict.columns(["organisation_id", "id"]).doNothing())
			.execute(),
	);
	await inSlices(made, (slice) =>
		work.db
			.insertInto("placement.claim")
			.values(
				slice.map((one) => ({
					organisation_id: institutionId,
					id: one.claimId,
					student_id: one.id,
					person_id: one.personId,
					period_id: periodId,
					institution_id: institutionId,
					round_owner_id: round?.organisationId ?? null,
					round_id: round?.id ?? null,
					priority: one.at % 25 === 3 ? 0 : 1,
					priority_reason: one.at % 25 === 3 ? "Mister et semester uten plass" : null,
					arrived_at: new Date(cohort.statedAt.getTime() + chance.whole(0, 14 * 24 * 3600) * 1000),
				})),
			)
			.execute(),
	);
	const wishes = made.flatMap((one) =>
		chance.chance(cohort.wished) && cohort.sites.length > 0 ? wishesOf(one, cohort, chance) : [],
	);
	await inSlices(wishes, (slice) =>
		work.db
			.insertInto("placement.wish")
			.values([...slice])
			.execute(),
	);
	return made.map(({ claimId, id }) => ({ id: claimId, studentId: id, organisationId: institutionId }));
}

/** Wishes as people make them: near home, with a pull towards the popular. */
function wishesOf(
	one: {
		readonly claimId: string;
		readonly personId: string | null;
		readonly latitude: number;
		readonly longitude: number;
	},
	{ sites, institutionId, round, statedAt }: Cohort,
	chance: Random,
) {
	const scored = sites
		.map((site, at) => ({
			site,
			score:
				Math.hypot((site.latitude ?? 64) - one.latitude, ((site.longitude ?? 11) - one.longitude) / 2.2) * 60 +
				(at % 7 === 0 ? -8 : 0) +
				chance.next() * 30,
		}))
		.sort((a, b) => a.score - b.score);
	return scored.slice(0, chance.whole(2, 5)).map(({ site }, at) => ({
		organisation_id: institutionId,
		claim_id: one.claimId,
		rank: at + 1,
		person_id: one.personId,
		round_owner_id: round?.organisationId ?? null,
		kind: "site",
		target: site.id,
		stated_at: statedAt,
		stated_by: "student",
	}));
}

async function inSlices<Row>(rows: readonly Row[], write: (slice: readonly Row[]) => Promise<unknown>): Promise<void> {
	for (let first = 0; first < rows.length; first += 1000) await write(rows.slice(first, first + 1000));
}
