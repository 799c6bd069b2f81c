import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import {
	type Involvement,
	lastInvolved,
	type NotedInvolvement,
	noteInvolvement,
	readInvolvement,
} from "../../../involvement/service.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { cutBy } from "../../../statistic/cut.ts";
import { isId } from "../../organisation/contract.ts";
import { mandateOf, readTreeAlone } from "../../organisation/service.server.ts";
import type { Ending, FollowUp } from "../ending/contract.ts";
import { findEnding, listFollowUps } from "../ending/store.server.ts";
import type { Goal, Measurement } from "../goal/contract.ts";
import { listGoals, listMeasurements } from "../goal/store.server.ts";
import { keepResult } from "../practice/result.server.ts";
import { placesOf } from "../programme/places.server.ts";
import { type Asker, mayBegin, mayChange, mayEnter } from "../rules.ts";
import type { Status } from "../status/contract.ts";
import { standingStatuses } from "../status/rules.ts";
import { listStatuses } from "../status/store.server.ts";
import { expectedInvolved, type Stall } from "./codes.ts";
import type { Project, ProjectFacts, ProjectRefusal } from "./contract.ts";
import { emailsOf, overfull, refuseProject, refuseStart, stallsOf, statusDue } from "./rules.ts";
import * as store from "./store.server.ts";

/** A unit a project can be in, with the units above it, itself first. */
export type ProjectUnit = { readonly id: string; readonly name: string; readonly path: readonly string[] };

/** Who asks, with their address, and the units of the organisation they act for. */
export type ProjectReading = {
	readonly organisationId: string;
	readonly asker: Asker;
	readonly email: string | null;
	readonly units: ReadonlyMap<string, ProjectUnit>;
};

/** Undefined where no organisation is acted for, or the asker has no role at it. */
export async function readingOf(work: Work): Promise<ProjectReading | undefined> {
	const asker = await mandateOf(work);
	const { organisationId } = asker;
	if (organisationId === null || !mayEnter(asker)) return undefined;
	const units = new Map<string, ProjectUnit>();
	for (const { id, parentId, name } of await readTreeAlone(work, organisationId))
		units.set(id, { id, name, path: [id, ...(parentId === null ? [] : (units.get(parentId)?.path ?? []))] });
	const email = work.actor.kind === "person" ? await store.addressOf(work, work.actor.personId) : null;
	return { organisationId, asker, email, units };
}

function canChange({ asker, email, units }: ProjectReading, project: Project): boolean {
	const unitPath = (project.unitId === null ? undefined : units.get(project.unitId)?.path) ?? [];
	return mayChange(asker, { emails: emailsOf(project), unitPath }, email);
}

/** A project in a list, with how it stands. */
export type ListedProject = Project & {
	readonly unitName: string | null;
	readonly latest: Status | null;
	readonly statusDue: string | null;
	readonly stalls: readonly Stall[];
	readonly goals: readonly Goal[];
	readonly measurements: readonly Measurement[];
	readonly followUps: readonly FollowUp[];
	readonly mayChange: boolean;
};

function grouped<One extends { readonly projectId: string }>(list: readonly One[]): (id: string) => readonly One[] {
	const found = cutBy(list, ({ projectId }) => projectId);
	return (id) => found.get(id) ?? [];
}

/**
 * The projects of the organisation acted for, by number, with how each stands today.
 * @param known who asks, where the caller has read that already
 */
export async function listProjects(work: Work, known?: ProjectReading): Promise<readonly ListedProject[]> {
	const reading = known ?? (await readingOf(work));
	if (!reading) return [];
	const { organisationId, units } = reading;
	const projects = await store.listProjects(work, organisationId);
	if (projects.length === 0) return [];
	const goals = grouped(await listGoals(work, organisationId));
	const measurements = grouped(await listMeasurements(work, organisationId));
	const statuses = grouped(await listStatuses(work, organisationId));
	const followUps = grouped(await listFollowUps(work, organisationId));
	const around = await aroundProjects(work, organisationId);
	return projects.map((project) => {
		const { id } = project;
		const pulse = pulseOf(project, goals(id), measurements(id), standingStatuses(statuses(id)), around);
		return {
			...{ ...project, latest: pulse.statuses[0] ?? null, goals: goals(id), measurements: measurements(id) },
			unitName: project.unitId === null ? null : (units.get(project.unitId)?.name ?? null),
			...{ statusDue: statusDue(pulse), stalls: stallsOf(pulse, work.today), followUps: followUps(id) },
			mayChange: canChange(reading, project),
		};
	});
}

type Around = { readonly leaders: ReadonlyMap<string, string>; readonly ended: readonly store.EndedDays[] };

/** What a project is held against: when a leader was involved last, and how long those that have ended took. */
async function aroundProjects(work: Work, organisationId: string): Promise<Around> {
	const leaders = await lastInvolved(work, "development-project", "leader");
	return { leaders, ended: await store.listEndedDays(work, organisationId) };
}

function pulseOf(
	project: Project,
	goals: readonly Goal[],
	measurements: readonly Measurement[],
	statuses: readonly Status[],
	{ leaders, ended }: Around,
) {
	return {
		...{ project, goals, statuses, leaderOn: leaders.get(project.id) ?? null },
		measurements: measurements.filter(({ undoneAt }) => undoneAt === null).length,
		comparable: ended
			.filter(({ id, breadth }) => id !== project.id && breadth === project.breadth)
			.map(({ days }) => days),
	};
}

export type OpenedProject = {
	readonly project: Project;
	readonly unitName: string | null;
	readonly goals: readonly Goal[];
	readonly measurements: readonly Measurement[];
	/** In the order they were noted, undone ones too. */
	readonly statuses: readonly Status[];
	readonly statusDue: string | null;
	readonly stalls: readonly Stall[];
	readonly ending: Ending | null;
	readonly followUps: readonly FollowUp[];
	readonly mayChange: boolean;
};

/**
 * A project with all that is known of it; undefined for one that is not the asker's to read.
 * @param known who asks, where the caller has read that already
 */
export async function openProject(work: Work, id: string, known?: ProjectReading): Promise<OpenedProject | undefined> {
	const reading = known ?? (await readingOf(work));
	if (!reading || !isId(id)) return undefined;
	const { organisationId, units } = reading;
	const project = await store.findProject(work, organisationId, id);
	if (!project) return undefined;
	const goals = await listGoals(work, organisationId, id);
	const measurements = await listMeasurements(work, organisationId, id);
	const statuses = await listStatuses(work, organisationId, id);
	const pulse = pulseOf(
		project,
		goals,
		measurements,
		standingStatuses(statuses),
		await aroundProjects(work, organisationId),
	);
	return {
		...{ project, goals, measurements, statuses, statusDue: statusDue(pulse), stalls: stallsOf(pulse, work.today) },
		unitName: project.unitId === null ? null : (units.get(project.unitId)?.name ?? null),
		ending: (await findEnding(work, { organisationId, projectId: id })) ?? null,
		followUps: await listFollowUps(work, organisationId, id),
		mayChange: canChange(reading, project),
	};
}

/** The project for a change by somebody who may; what has ended does not change but by undoing the end. */
export async function toChange(
	work: Work,
	id: string,
	known?: ProjectReading,
): Promise<Outcome<OpenedProject, ProjectRefusal>> {
	const opened = await openProject(work, id, known);
	if (!opened) return refused("missing");
	return opened.mayChange ? done(opened) : refused("not-allowed");
}

export function nameOf({ actor }: Work): string {
	return actor.kind === "person" ? actor.name : "";
}

/** Writes to the log what was done with a project, and to those it is shown to how it goes now. */
export async function noted(work: Work, deed: string, id: string, detail?: Readonly<Record<string, string>>) {
	await keepResult(work, id);
	await record(work, {
		...{ verb: `development-project.${deed}`, objectKind: "development-project", objectId: id },
		...(detail ? { detail } : {}),
	});
}

/** Begins a project, as a draft. */
export async function addProject(work: Work, facts: ProjectFacts): Promise<Outcome<{ id: string }, ProjectRefusal>> {
	const reading = await readingOf(work);
	if (!reading || !mayBegin(reading.asker)) return refused("not-allowed");
	const units = new Set(reading.units.keys());
	const { organisationId } = reading;
	const places = new Set((await placesOf(work, organisationId)).map(({ admissionId }) => admissionId));
	const refusals = refuseProject(facts, { units, places, goals: [], today: work.today });
	if (refusals.length > 0) return refusedAll(refusals);
	const key = { organisationId, id: newId(), number: await store.nextNumber(work, organisationId) };
	await store.insertProject(work, key, facts);
	await noted(work, "create", key.id);
	return done({ id: key.id });
}

/** Changes what a project says, in the version looked at. */
export async function changeProject(
	work: Work,
	id: string,
	{ version, ...facts }: ProjectFacts & { readonly version: number },
): Promise<Outcome<undefined, ProjectRefusal>> {
	const reading = await readingOf(work);
	const opened = await toChange(work, id, reading);
	if (opened.refused) return opened;
	const { project, goals } = opened.done;
	if (project.state === "ended") return refused("has-ended");
	const units = new Set([...(reading?.units.keys() ?? []), ...(project.unitId === null ? [] : [project.unitId])]);
	// A place that was given up keeps its project.
	const open = (await placesOf(work, project.organisationId)).map(({ admissionId }) => admissionId);
	const places = new Set([...open, ...(project.admissionId === null ? [] : [project.admissionId])]);
	const refusals = refuseProject(facts, { units, places, goals, today: work.today });
	if (refusals.length > 0) return refusedAll(refusals);
	if (!(await store.updateProject(work, { ...project, version }, facts))) return refused("changed-by-another");
	await noted(work, "change", id);
	return done(undefined);
}

/** Takes away a project that has not started. What has started stays, and is ended. */
export async function removeProject(
	work: Work,
	id: string,
	version: number,
): Promise<Outcome<undefined, ProjectRefusal>> {
	const opened = await toChange(work, id);
	if (opened.refused) return opened;
	const { project } = opened.done;
	if (project.state !== "draft") return refused("not-draft");
	if (!(await store.deleteProject(work, { ...project, version }))) return refused("changed-by-another");
	await noted(work, "remove", id);
	return done(undefined);
}

/** Starts a project that has goals and is decided by somebody high enough, on a day not ahead. */
export async function startProject(
	work: Work,
	id: string,
	{ version, startedOn = work.today }: { readonly version: number; readonly startedOn?: string },
): Promise<Outcome<undefined, ProjectRefusal>> {
	const opened = await toChange(work, id);
	if (opened.refused) return opened;
	const { project, goals } = opened.done;
	const refusals = refuseStart(project, goals);
	if (refusals.length > 0) return refusedAll(refusals);
	const turn = { state: "running", startedOn } as const;
	if (!(await store.updateProject(work, { ...project, version }, turn))) return refused("changed-by-another");
	await noted(work, "start", id);
	return done(undefined);
}

/** What the leader of a project that has not ended is to lead in all, where it is more than a whole position; else null. */
export async function readOverfull(work: Work, project: Project) {
	if (project.state === "ended") return null;
	return overfull(project, await store.listLeaderShares(work, project.organisationId));
}

/** Who took part in a project and when: those who should, and those who did. */
export function readProjectInvolvement(work: Work, id: string): Promise<Involvement> {
	return readInvolvement(work, { kind: "development-project", id }, expectedInvolved);
}

/** Notes that somebody took part in a project. */
export async function involveInProject(
	work: Work,
	id: string,
	input: NotedInvolvement,
): Promise<Outcome<undefined, ProjectRefusal>> {
	const opened = await toChange(work, id);
	return opened.refused ? opened : noteInvolvement(work, { kind: "development-project", id }, input);
}
