import { missing, type Visit } from "../../../../visit.server.ts";
import type { Remedy } from "../opened/remedies.ts";
import { readyWithin } from "../ready.ts";
import { nameClaims } from "../run.store.server.ts";
import { namesOf, openStanding } from "../run-view.server.ts";

/** So many offers are tried for a page, and for a whole list. */
export const tried = { page: 60, list: 600 };
/** What it would take is worked out at once in runs of so many students; in larger ones when somebody asks. */
const largeRun = 5000;

/**
 * Those of a plan without a place, each with why, and what it would take.
 * @param inTime as far as a page waits for that: else it is told to be in the making
 */
export async function readUnplaced(
	reading: Visit["reading"],
	runId: string,
	cut: { readonly offset: number; readonly pageSize: number },
	{ most, whole, inTime }: { readonly most: number; readonly whole: boolean; readonly inTime: boolean },
) {
	const { run, ask, edits } = (await openStanding(reading, runId)) ?? missing();
	const { total, rows } = await ask("unplacedPage", { edits, ...cut });
	const waits = !whole && (run.claims ?? 0) > largeRun;
	const claims = rows.filter(({ byHand }) => !byHand).map(({ claim }) => claim);
	const asked = waits || claims.length === 0 ? [] : ask("remedies", { claims, most });
	const made = await (inTime ? readyWithin(Promise.resolve(asked)) : asked);
	const remedies = made ?? [];
	const byClaim = new Map(remedies.map((one) => [one.claim, one]));
	return reading(async (work) => {
		const named = await nameClaims(
			work,
			rows.map(({ claim }) => claim),
		);
		const names = new Map(named.map(({ id, name }) => [id, name]));
		const hosts = remedies.flatMap(({ more, beyond, agreements }) => [
			...more.map(({ hostId }) => hostId),
			...(beyond === null ? [] : [beyond.site.hostId]),
			...agreements,
		]);
		const organisations = await namesOf(work, [...rows.map(({ institutionId }) => institutionId), ...hosts]);
		return {
			...{ total, waits, making: made === undefined, moved: edits.length > 0 },
			rows: rows.map(({ institutionId, ...row }) => ({
				...row,
				...{ student: names.get(row.claim) ?? null, institution: organisations[institutionId] ?? "" },
				remedy: withNames(byClaim.get(row.claim), organisations),
			})),
		};
	});
}

/** Sites with the host they belong to: several of one name are told apart by it. */
function withNames(remedy: Remedy | undefined, organisations: Readonly<Record<string, string>>) {
	if (remedy === undefined) return null;
	const called = ({ name, hostId }: Remedy["more"][number]) => {
		const host = organisations[hostId];
		return host === undefined || name.endsWith(`(${host})`) ? name : `${name} (${host})`;
	};
	const { lookedAt, more, beyond, agreements } = remedy;
	return {
		...{ lookedAt, more: more.map(called) },
		beyond: beyond && { site: called(beyond.site), minutes: beyond.minutes, own: beyond.own },
		agreements: agreements.flatMap((id) => organisations[id] ?? []),
	};
}

export type Unplaced = Awaited<ReturnType<typeof readUnplaced>>["rows"][number];
