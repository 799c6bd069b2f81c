import { sql } from "kysely";
import { insertMany } from "../../../../database/insert-many.server.ts";
import type { Work } from "../../../../database/work.server.ts";
import { record } from "../../../../identity/audit.server.ts";
import { lastNameOf } from "../../capacity/site.store.server.ts";
import type { PeriodChoice } from "../../course/contract.ts";
import { listClaimsIn } from "../../roster/claim.store.server.ts";
import type { Claim, WishInput } from "../../roster/contract.ts";
import { sameWishes, wishKey, wishWindow } from "../../roster/rules.ts";
import { refusalOf } from "../../roster/wish.server.ts";
import { findSites, listPlaces, listWishes, readReach } from "../../roster/wish.store.server.ts";
import { fold } from "../fold.ts";
import { type Wishable, type WishFacts, type WishPeriod, wordsOf, writtenWish } from "./wishes.ts";

/** Published sites, municipalities and counties, as they can be wished for. */
export async function listWishable(work: Work): Promise<Wishable[]> {
	const { rows } = await sql<Wishable>`select 'site' kind, s.id::text target, s.name, ${lastNameOf(sql`s.host_id`)} host
		from placement.site s where s.published and (s.closed_on is null or s.closed_on > ${work.today})`.execute(work.db);
	const places = await listPlaces(work);
	return [...rows, ...places.map(({ kind, target, name }) => ({ kind, target, name, host: null }))];
}

/** What is known of wishes that are written so: nothing is read where nobody writes any. */
export async function readWishFacts(
	work: Work,
	organisationId: string,
	periods: readonly PeriodChoice[],
	texts: ReadonlySet<string>,
): Promise<WishFacts> {
	const words = new Set([...texts].map(fold));
	const isNamed = (place: Wishable) => wordsOf(place).some((word) => words.has(word));
	const all = await listWishable(work);
	const places = all.filter(isNamed);
	const areas = (await listPlaces(work)).filter((row) => places.some((place) => wishKey(place) === wishKey(row)));
	const siteIds = places.flatMap(({ kind, target }) => (kind === "site" ? [target] : []));
	const found = new Map<string, WishPeriod>();
	const stood = new Map<string, readonly WishInput[]>();
	for (const period of periods) {
		const claims = await listClaimsIn(work, organisationId, period.id);
		const wishes = await listWishes(
			work,
			claims.map(({ id }) => id),
		);
		for (const { id, studentId } of claims) stood.set(`${studentId} ${period.id}`, wishes.get(id) ?? []);
		const claim = claims[0] ?? (await claimToCome(work, organisationId, period));
		const { most, why } = wishWindow({ ...claim, withdrawnAt: null }, work.today);
		const reach = await readReach(work, claim);
		const rows = [...(await findSites(work, claim, siteIds)), ...areas];
		const refusals = new Map(rows.map((row) => [wishKey(row), refusalOf(row, reach)]));
		found.set(period.id, { most, isOut: why === "published", refusals });
	}
	const names = all.map((place) => writtenWish(place, () => true));
	return { places, names, hasSites: all.some(({ kind }) => kind === "site"), periods: found, stood };
}

/** A period's round and days as a claim of it would have them, where nobody has one yet. */
async function claimToCome(work: Work, organisationId: string, period: PeriodChoice): Promise<Claim> {
	const { rows } = await sql<NonNullable<Claim["round"]>>`
		select r.id, r.organisation_id "organisationId", r.name, r.state, r.wishes_from "wishesFrom",
			r.wishes_until "wishesUntil", r.wishes_most "wishesMost"
		from placement.round_period rp
		join placement.round r on r.organisation_id = rp.organisation_id and r.id = rp.round_id and r.state <> 'closed'
		where rp.period_id = ${period.id} order by r.created_at desc limit 1`.execute(work.db);
	const nobody = { id: "", studentId: "", studentName: "", personId: null, priority: 1, priorityReason: null };
	return {
		...{ ...nobody, organisationId, together: null, withdrawnAt: null, version: 1, round: rows[0] ?? null },
		...{ periodId: period.id, periodName: period.name, institutionId: period.institutionId, institutionName: "" },
		...{ courseId: period.courseId, courseName: period.courseName, firstDay: period.firstDay, lastDay: period.lastDay },
		...{ profession: period.profession, yearOfStudy: period.yearOfStudy },
	};
}

export type WishesToWrite = {
	readonly studentId: string;
	readonly periodId: string;
	readonly wishes: readonly WishInput[];
};

/** Puts lists of wishes in place of what was there. What stood keeps when it was said, and by whom. */
export async function writeWishes(work: Work, organisationId: string, lists: readonly WishesToWrite[]): Promise<void> {
	const wanted = new Map(lists.map((list) => [`${list.studentId} ${list.periodId}`, list.wishes]));
	for (const periodId of new Set(lists.map((list) => list.periodId))) {
		const claims = (await listClaimsIn(work, organisationId, periodId)).filter(({ studentId }) =>
			wanted.has(`${studentId} ${periodId}`),
		);
		const ids = claims.map(({ id }) => id);
		const before = await listWishes(work, ids);
		await sql`delete from placement.wish where organisation_id = ${organisationId} and claim_id = any(${ids}::uuid[])`.execute(
			work.db,
		);
		const rows = claims.flatMap((claim) => {
			const stood = new Map((before.get(claim.id) ?? []).map((wish) => [wishKey(wish), wish]));
			return (wanted.get(`${claim.studentId} ${periodId}`) ?? []).map(({ kind, target }, at) => ({
				...{ organisation_id: organisationId, claim_id: claim.id, rank: at + 1, kind, target },
				...{ person_id: claim.personId, round_owner_id: claim.round?.organisationId ?? null },
				stated_at: stood.get(wishKey({ kind, target }))?.statedAt ?? work.now,
				stated_by: stood.get(wishKey({ kind, target }))?.statedBy ?? "import",
			}));
		});
		await insertMany(work, "placement.wish", rows);
		for (const claim of claims) {
			const wishes = wanted.get(`${claim.studentId} ${periodId}`) ?? [];
			if (claim.personId === null || sameWishes(wishes, before.get(claim.id) ?? [])) continue;
			await record(work, {
				...{ verb: "wish.state", objectKind: "claim", objectId: claim.id, aboutPersonId: claim.personId },
				...{ organisationId, detail: { wishes: wishes.length, by: "import" } },
			});
		}
	}
}
