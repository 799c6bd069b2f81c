import type { Work } from "../../../database/work.server.ts";
import { isId, type Page } from "../../organisation/contract.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { unitsLed } from "../capacity/asker.server.ts";
import { wishPurpose } from "../roster/open.server.ts";
import { findRound } from "../round/store.server.ts";
import { type Asker, mayCoordinate, mayReceiveStudents, maySeeStudents } from "../rules.ts";
import type { Placement, PlacementEvent } from "./contract.ts";
import { listReached, listUnplaced, type Reached, type WithoutPlace } from "./lists.store.server.ts";
import { hostMay, isOver, studentMay } from "./rules.ts";
import * as store from "./store.server.ts";

/** On which side of a placement the asker stands; null: none, and nothing is shown. A supervisor sees, and answers for nothing. */
type Side = "institution" | "host" | "owner" | "student" | "supervisor" | null;

async function sideOn(work: Work, placement: Placement): Promise<Side> {
	const { actor } = work;
	if (actor.kind === "link") {
		const asks = actor.organisationId === placement.roundOwnerId;
		if (actor.purpose === "placement-confirm" && asks && actor.objectId === placement.siteId) return "host";
		if (actor.purpose === "placement-answer")
			return actor.objectId === placement.id || (await store.findLatestOf(work, actor.objectId)) === placement.id
				? "student"
				: null;
		const isOwn = actor.organisationId === placement.organisationId && actor.objectId === placement.studentId;
		return actor.purpose === wishPurpose && isOwn ? "student" : null;
	}
	if (actor.kind === "person" && placement.personId === actor.personId) return "student";
	const mandate = await mandateOf(work);
	if (mandate.organisationId === null) return null;
	if (!maySeeStudents(mandate)) {
		const own = mandate.organisationId === placement.hostId ? await ownAtHost(work, mandate) : null;
		return own && store.ownAmong(work, placement, own);
	}
	if (mandate.organisationId === placement.organisationId || mandate.organisationId === placement.institutionId)
		return "institution";
	if (mandate.organisationId === placement.hostId) return "host";
	return mandate.organisationId === placement.roundOwnerId ? "owner" : null;
}

/** What a unit leader and a supervisor have at the host acted for: sites of the units led, students supervised by name. */
async function ownAtHost(work: Work, mandate: Asker): Promise<store.OwnAtHost | null> {
	const { organisationId } = mandate;
	if (organisationId === null || work.actor.kind !== "person" || !mayReceiveStudents(mandate)) return null;
	const { personId } = work.actor;
	const supervises = mandate.holdings.some(({ role }) => role === "supervisor");
	return {
		organisationId,
		unitIds: await unitsLed(work, mandate),
		supervisorNames: supervises ? await store.listSupervisorNames(work, organisationId, personId) : [],
	};
}

/**
 * What one side may know: why a student asks for another place is between the student and the institution; what the
 * student wished, and how far home is, is not for the site.
 */
function shownTo(side: Side, placement: Placement): Placement {
	if (side === "host" || side === "supervisor")
		return { ...unreasoned(placement), rank: null, minutes: null, hasWished: null };
	// Whether a site's no was about this student alone is for those who plan; the student reads the reason.
	if (side === "student") return { ...placement, hostCloses: null };
	return side === "owner" ? unreasoned(placement) : placement;
}

const unreasoned = (placement: Placement) => ({ ...placement, studentReason: null, reconsideredReason: null });

function actsFor({ actor }: Work, organisationId: string): boolean {
	return actor.kind === "person" && actor.organisationId === organisationId;
}

export type PlacementPage = {
	readonly placement: Placement;
	readonly events: readonly PlacementEvent[];
	readonly side: Exclude<Side, null>;
	/** Whether the asker answers for the site: as the site, or as whoever keeps it and was told by mail or telephone. */
	readonly isSite: boolean;
	/** Whether the asker answers for the student: as the student, or as whoever keeps the student and was told. */
	readonly isStudent: boolean;
	readonly can: {
		/** The site's answer: to come, or to be changed; and to name who supervises, once it is a yes. */
		readonly confirm: boolean;
		readonly change: boolean;
		readonly supervise: boolean;
		/** The student's answer: a yes, and to ask for another place. */
		readonly accept: boolean;
		readonly askAnew: boolean;
		readonly cancel: boolean;
		/** May take the student out of the round, too. */
		readonly withdraw: boolean;
		/** Answers, or answers anew, the student who asks for reconsideration. */
		readonly reconsider: boolean;
		/** Links the asker may make and hand over, as long as there is something to answer by them. */
		readonly link: { readonly site: boolean; readonly student: boolean };
	};
	/** The run whose plan a student who is to have another place can be moved in; null: not the asker's to do. */
	readonly replanRunId: string | null;
};

/** Reasons between the student and the institution. */
const confided = ["ask-reconsideration", "grant-reconsideration", "refuse-reconsideration"];

/** One placement, to those it concerns; undefined for everybody else. */
export async function readPlacement(work: Work, id: string): Promise<PlacementPage | undefined> {
	const placement = isId(id) ? await store.findPlacement(work, id) : undefined;
	const side = placement ? await sideOn(work, placement) : null;
	if (!placement || side === null) return undefined;
	const events = await store.listEvents(work, placement);
	const mandate = work.actor.kind === "link" ? null : await mandateOf(work);
	const coordinates = mandate !== null && mayCoordinate(mandate);
	const led = mandate !== null && side === "host" && !coordinates ? await ownAtHost(work, mandate) : null;
	const leads = led !== null && (await store.ownAmong(work, placement, led)) === "host";
	const open = !isOver(placement.state);
	const inHand = [placement.hostId, placement.siteKeeperId].some((id) => actsFor(work, id));
	const isSite =
		side === "host" ? coordinates || leads || work.actor.kind === "link" : side !== "student" && coordinates && inHand;
	const isStudent =
		side === "student" ||
		(side === "institution" && coordinates && placement.named && actsFor(work, placement.organisationId));
	const may = hostMay(placement, work.today);
	const says = studentMay(placement, work.today);
	return {
		placement: shownTo(side, placement),
		events: events.map((event) =>
			(event.bySide === "student" || confided.includes(event.verb)) && side !== "student" && side !== "institution"
				? { ...event, reason: null }
				: event,
		),
		side,
		isSite,
		isStudent,
		can: {
			...{ confirm: isSite && may.answer, change: isSite && may.change, supervise: isSite && may.supervise },
			...{ accept: isStudent && says.accept, askAnew: isStudent && says.reconsider },
			cancel: open && coordinates && side !== "student" && side !== "supervisor",
			withdraw: open && coordinates && actsFor(work, placement.organisationId),
			reconsider: open && coordinates && side === "institution" && placement.studentAnswer === "reconsider",
			link: {
				site: coordinates && actsFor(work, placement.roundOwnerId) && (may.answer || may.change || may.supervise),
				student:
					(says.accept || says.reconsider) && coordinates && placement.named && actsFor(work, placement.organisationId),
			},
		},
		replanRunId:
			open && coordinates && placement.reconsidered === "granted" && actsFor(work, placement.roundOwnerId)
				? ((await findRound(work, placement.roundId))?.chosenRunId ?? null)
				: null,
	};
}

/**
 * Placements the asker has a part in: all of the organisation's for those who follow students, those at own units for unit
 * leaders, those supervised for supervisors, their own for students.
 */
export async function listPlacements(work: Work, query: store.PlacementQuery): Promise<Page<Placement>> {
	const { actor } = work;
	const mandate = await mandateOf(work);
	if (maySeeStudents(mandate)) {
		const { rows, total } = await store.listPlacements(work, query);
		const own = mandate.organisationId;
		return {
			total,
			rows: rows.map((row) =>
				row.organisationId === own || row.institutionId === own
					? row
					: shownTo(row.roundOwnerId === own ? "owner" : "host", row),
			),
		};
	}
	if (actor.kind !== "person") return { rows: [], total: 0 };
	const own = query.personId === undefined ? await ownAtHost(work, mandate) : null;
	if (own === null) return store.listPlacements(work, { ...query, personId: actor.personId });
	const { rows, total } = await store.listPlacements(work, { ...query, ownAtHost: own });
	return { total, rows: rows.map((row) => shownTo("host", row)) };
}

/** Of some placements, those whose sites the asker can say yes for now. */
export async function listToConfirm(work: Work, rows: readonly Placement[]): Promise<ReadonlySet<string>> {
	const mandate = await mandateOf(work);
	const own = mandate.organisationId;
	const open = rows.filter((row) => row.hostId === own && hostMay(row, work.today).answer).map(({ id }) => id);
	if (open.length === 0 || mayCoordinate(mandate)) return new Set(open);
	const led = maySeeStudents(mandate) ? null : await ownAtHost(work, mandate);
	return new Set(led === null ? [] : await store.listLed(work, open, led));
}

/** The placements to be given out as a list, how their students are reached, and those who have none, where the asker may know. */
export async function listToShare(
	work: Work,
	query: store.PlacementQuery,
): Promise<{
	readonly rows: readonly Placement[];
	readonly reached: ReadonlyMap<string, Reached>;
	readonly unplaced: readonly WithoutPlace[];
}> {
	const mandate = await mandateOf(work);
	const { rows } = await listPlacements(work, query);
	const { search, state, waiting, roundId } = query;
	const isWhole = search === undefined && state === undefined && waiting === undefined;
	return {
		...{ rows, reached: await listReached(work, rows) },
		unplaced:
			isWhole && maySeeStudents(mandate) && mandate.organisationId !== null
				? await listUnplaced(work, mandate.organisationId, roundId)
				: [],
	};
}

/** A student's placement as the student's own page shows it. */
export function ownPlacement(work: Work, placement: Placement) {
	const { id, siteName, hostName, courseName, firstDay, lastDay, state, studentAnswer } = placement;
	const waits = studentAnswer === null && studentMay(placement, work.today).accept;
	return { id, siteName, hostName, courseName, firstDay, lastDay, state, waits };
}

/** The placements a link to a site is about: those of whoever sent it that are not over, with what has been answered and can be. */
export async function listPlacementsOfLink(work: Work) {
	const { actor } = work;
	if (actor.kind !== "link" || actor.purpose !== "placement-confirm") return [];
	const { rows } = await store.listPlacements(work, { siteId: actor.objectId, sort: "days", pageSize: 1000 });
	return rows
		.filter(
			(row) => row.roundOwnerId === actor.organisationId && row.state !== "cancelled" && row.lastDay >= work.today,
		)
		.map((row) => {
			const { answer, change, supervise } = hostMay(row, work.today);
			return { placement: shownTo("host", row), can: { confirm: answer, change, supervise } };
		});
}

/** The placement a link sent to a student is about: the one it was sent for, or the one the student has had since. */
export async function readPlacementOfLink(work: Work): Promise<PlacementPage | undefined> {
	const { actor } = work;
	if (actor.kind !== "link" || actor.purpose !== "placement-answer") return undefined;
	const latest = await store.findLatestOf(work, actor.objectId);
	return latest === undefined ? undefined : readPlacement(work, latest);
}

/** The placements of the student whose link to wish this is, the next first. */
export async function listPlacementsOfStudent(work: Work): Promise<readonly Placement[]> {
	const { actor } = work;
	if (actor.kind !== "link" || actor.purpose !== wishPurpose) return [];
	const query = { studentId: actor.objectId, standing: true, sort: "days", descending: true } as const;
	const { rows } = await store.listPlacements(work, query);
	return rows.filter(({ organisationId }) => organisationId === actor.organisationId);
}
