import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { settleReminders } from "../../../notice/service.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId, type Page } from "../../organisation/contract.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { unitsLed } from "../capacity/asker.server.ts";
import { recordEffort } from "../effort.server.ts";
import { wishPurpose } from "../roster/open.server.ts";
import { findRound } from "../round/store.server.ts";
import { type Asker, mayCoordinate, mayReceiveStudents, maySeeStudents } from "../rules.ts";
import type { Cancelling, HostAnswer, Placement, PlacementEvent, PublishRefusal, StudentAnswer } from "./contract.ts";
import { listReached, listUnplaced, type Reached, type WithoutPlace } from "./lists.store.server.ts";
import { isOver, refuseHostAnswer, refuseStudentAnswer } from "./rules.ts";
import * as store from "./store.server.ts";
import { askToTell } from "./told.server.ts";

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

/** What one side may know: why a student asks for another place is between the student and the institution. */
function shownTo(side: Side, placement: Placement): Placement {
	return side === "host" || side === "owner" || side === "supervisor" ? unreasoned(placement) : placement;
}

const unreasoned = (placement: Placement) => ({ ...placement, studentReason: null, reconsideredReason: null });

function actsFor({ actor }: Work, organisationId: string): boolean {
	return actor.kind === "person" && actor.organisationId === organisationId;
}

export type PlacementPage = {
	readonly placement: Placement;
	readonly events: readonly PlacementEvent[];
	readonly side: Exclude<Side, null>;
	readonly can: {
		readonly confirm: boolean;
		readonly answer: boolean;
		readonly cancel: boolean;
		/** Answers, or answers anew, the student who asks for reconsideration. */
		readonly reconsider: boolean;
		/** Links the asker may make and hand over. */
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
	return {
		placement: shownTo(side, placement),
		events: events.map((event) =>
			(event.bySide === "student" || confided.includes(event.verb)) && side !== "student" && side !== "institution"
				? { ...event, reason: null }
				: event,
		),
		side,
		can: {
			confirm: open && side === "host" && (coordinates || leads || work.actor.kind === "link"),
			answer: open && side === "student",
			cancel: open && coordinates && side !== "student" && side !== "supervisor",
			reconsider: open && coordinates && side === "institution" && placement.studentAnswer === "reconsider",
			link: {
				site: open && coordinates && actsFor(work, placement.roundOwnerId),
				student: open && coordinates && actsFor(work, placement.organisationId),
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
			rows: rows.map((row) => (row.organisationId === own || row.institutionId === own ? row : unreasoned(row))),
		};
	}
	if (actor.kind !== "person") return { rows: [], total: 0 };
	const own = query.personId === undefined ? await ownAtHost(work, mandate) : null;
	if (own === null) return store.listPlacements(work, { ...query, personId: actor.personId });
	const { rows, total } = await store.listPlacements(work, { ...query, ownAtHost: own });
	return { total, rows: rows.map((row) => shownTo("host", row)) };
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

/** The placements a link to a site is about: those of whoever sent it that are not over, with what has been answered. */
export async function listPlacementsOfLink(work: Work): Promise<readonly Placement[]> {
	const { actor } = work;
	if (actor.kind !== "link" || actor.purpose !== "placement-confirm") return [];
	const { rows } = await store.listPlacements(work, { siteId: actor.objectId, sort: "days", pageSize: 1000 });
	return rows
		.filter(
			(row) => row.roundOwnerId === actor.organisationId && row.state !== "cancelled" && row.lastDay >= work.today,
		)
		.map((row) => shownTo("host", row));
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

/** The site says yes or no to one placement. A no frees the place at once, and the coordinators see why. */
export async function answerAsHost(
	work: Work,
	id: string,
	answer: HostAnswer,
	byName: string,
): Promise<Outcome<undefined, PublishRefusal>> {
	const page = await readPlacement(work, id);
	if (!page) return refused("missing");
	if (!page.can.confirm) return refused(isOver(page.placement.state) ? "already-over" : "not-allowed");
	const refusal = refuseHostAnswer(page.placement, answer);
	if (refusal) return refusedAll([refusal]);
	const written = await store.updateAnswer(work, page.placement, answer.version, {
		state: answer.answer,
		host_answer: answer.answer,
		host_reason: answer.reason,
		host_answered_at: work.now,
		host_answered_by: byName,
		...(answer.supervisor === null ? {} : { supervisor_name: answer.supervisor }),
	});
	if (!written) return refused("changed-by-another");
	const verb = answer.answer === "confirmed" ? "confirm" : "decline";
	await store.insertEvent(work, page.placement, { byName, bySide: "host", verb, reason: answer.reason });
	if (answer.answer === "declined") {
		await settled(work, page.placement.id);
		await askToTell(work, page.placement, "declined", "host");
	}
	await recordEffort(work, { kind: "touch", what: `placement-${verb}`, roundId: page.placement.roundId });
	await recorded(work, page.placement, verb);
	return done(undefined);
}

/** The student accepts, or asks for another place and says why. */
export async function answerAsStudent(
	work: Work,
	id: string,
	answer: StudentAnswer,
): Promise<Outcome<undefined, PublishRefusal>> {
	const page = await readPlacement(work, id);
	if (!page) return refused("missing");
	if (!page.can.answer) return refused(isOver(page.placement.state) ? "already-over" : "not-allowed");
	const refusal = refuseStudentAnswer(page.placement, answer);
	if (refusal) return refusedAll([refusal]);
	const written = await store.updateAnswer(work, page.placement, answer.version, {
		student_answer: answer.answer,
		student_reason: answer.reason,
		student_answered_at: work.now,
		// Who answers once more asks anew, or is content after all.
		...{ reconsidered: null, reconsidered_reason: null, reconsidered_at: null, reconsidered_by: null },
	});
	if (!written) return refused("changed-by-another");
	const verb = answer.answer === "accepted" ? "accept" : "ask-reconsideration";
	const byName = page.placement.studentName;
	await store.insertEvent(work, page.placement, { byName, bySide: "student", verb, reason: answer.reason });
	if (answer.answer === "reconsider") await askToTell(work, page.placement, "reconsider", "student");
	await settled(work, page.placement.id);
	await recorded(work, page.placement, verb);
	return done(undefined);
}

/** Ends a placement with a reason: its place is free at once. */
export async function cancelPlacement(
	work: Work,
	id: string,
	{ version, reason }: Cancelling,
	byName: string,
): Promise<Outcome<undefined, PublishRefusal>> {
	const page = await readPlacement(work, id);
	if (!page) return refused("missing");
	if (!page.can.cancel) return refused(isOver(page.placement.state) ? "already-over" : "not-allowed");
	if (!(await store.updateAnswer(work, page.placement, version, { state: "cancelled" })))
		return refused("changed-by-another");
	const bySide = page.side === "student" || page.side === "supervisor" ? "institution" : page.side;
	await store.insertEvent(work, page.placement, { byName, bySide, verb: "cancel", reason });
	await settled(work, page.placement.id);
	await askToTell(work, page.placement, "cancelled", bySide);
	await recorded(work, page.placement, "cancel");
	return done(undefined);
}

/** Nobody is reminded of what is answered. */
async function settled(work: Work, placementId: string): Promise<void> {
	await settleReminders(work, { objectKind: "placement", objectId: placementId });
}

async function recorded(work: Work, placement: Placement, verb: string): Promise<void> {
	await record(work, {
		verb: `placement.${verb}`,
		objectKind: "placement",
		objectId: placement.id,
		aboutPersonId: placement.personId,
	});
}
