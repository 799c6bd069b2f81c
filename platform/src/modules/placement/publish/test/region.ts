import { expect } from "vitest";
import { openTestDatabase } from "../../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../../test/make.ts";
import { makePeriodOf, makeSiteOf } from "../../../../../test/make-placement.ts";
import { eventually, testContext, workOn } from "../../../../../test/worker.ts";
import { newId, type Work } from "../../../../database/work.server.ts";
import { type Actor, system } from "../../../../identity/actor.ts";
import { issueLink, openLink } from "../../../../identity/link-token.server.ts";
import { isOver } from "../../../../job/rules.ts";
import { findJobRow } from "../../../../job/store.server.ts";
import { done, type Outcome } from "../../../../outcome.ts";
import { runJob } from "../../round/jobs.server.ts";
import { reasonsJob } from "../../round/reasons.server.ts";
import { chooseRun, requestRun } from "../../round/run.server.ts";
import { addParties, choosePeriods, createRound, readRound, removeHost } from "../../round/service.server.ts";
import { publishJob } from "../jobs.server.ts";
import { requestPublication } from "../publication.server.ts";
import { listPlacements } from "../service.server.ts";
import { tellPlacementTask } from "../told.server.ts";
import "../../../../registrations.server.ts";

/** An installation that sends e-mail; nobody is there to take it, so that all of it waits. */
export const mailing = { LAERINGSARENA_SMTP_URL: "smtp://localhost:1" };

export function finished<Value>(outcome: Outcome<Value>): Value {
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done;
}
export const codes = (outcome: Outcome<unknown>) => (outcome.refused ?? []).map(({ code }) => code);
type Made = Awaited<ReturnType<typeof makeOrganisation>>;

export const yes = (version = 1) => ({
	version,
	answer: "confirmed" as const,
	reason: null,
	supervisor: "Kari",
	closes: null,
});
export const no = (version = 1) => ({
	version,
	answer: "declined" as const,
	reason: "Ingen veileder",
	supervisor: null,
	closes: "student" as const,
});
export const reconsider = { version: 1, answer: "reconsider" as const, reason: "Passer pasienten min der" };

/** A test database with what tests of publishing do in it: rounds that are run and published, links that are opened, what was told. */
export async function openRegions() {
	const database = await openTestDatabase();
	const as = <Value, Code extends string>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value, Code>>) =>
		database.commanding(actor, verb);
	const read = <Value>(actor: Actor, verb: (work: Work) => Promise<Value>) => database.reading(actor, verb);
	const coordinator = (organisation: Made) => makeActor(database, { organisation, roles: ["placement-coordinator"] });
	const institution = () => makeOrganisation(database, { kind: "institution", name: `Høgskolen ${newId().slice(-6)}` });

	async function over(jobId: string) {
		return eventually(async () => {
			const job = await read(system("test"), (work) => findJobRow(work, jobId));
			return job && isOver(job.state) ? job : null;
		});
	}

	/** Runs and chooses. */
	async function ran(owner: Actor, roundId: string): Promise<string> {
		const { runId, jobId } = finished(await as(owner, (work) => requestRun(work, roundId, null)));
		expect(await over(jobId)).toMatchObject({ state: "done" });
		finished(await as(owner, (work) => chooseRun(work, runId)));
		return runId;
	}

	async function published(owner: Actor, roundId: string) {
		const { jobId } = finished(await as(owner, (work) => requestPublication(work, roundId)));
		return over(jobId);
	}

	/**
	 * Two institutions with students and one municipality with two sites, in one round of the first: run and chosen. One of
	 * the students has an account, one an address.
	 */
	async function region({ mails = true } = {}) {
		const [school, guest, host] = [await institution(), await institution(), await makeOrganisation(database)];
		const [owner, guesting, hosting] = [await coordinator(school), await coordinator(guest), await coordinator(host)];
		const person = await makeActor(database, { organisation: school, roles: ["student"] });
		const sites = [
			await makeSiteOf(database, host.id, { places: 2, name: "Solbakken" }),
			await makeSiteOf(database, host.id, { places: 2, name: "Fjellheim", email: null }),
		] as const;
		const period = await makePeriodOf(database, school.id, {
			students: 2,
			personIds: [person.personId],
			email: (at) => (at === 0 ? null : "student@example.no"),
		});
		const brought = await makePeriodOf(database, guest.id, { students: 1 });
		const values = {
			...{ name: "Vår 2027", firstDay: "2027-01-01", lastDay: "2027-06-30" },
			...{ wishesFrom: null, wishesUntil: null, wishesMost: 5, confirmBy: "2026-12-20" },
		};
		const { id: roundId } = finished(await as(owner, (work) => createRound(work, values, "institution")));
		for (const { hostId } of (await read(owner, (work) => readRound(work, roundId)))?.hosts ?? [])
			if (hostId !== host.id) finished(await as(owner, (work) => removeHost(work, roundId, hostId)));
		finished(await as(owner, (work) => addParties(work, roundId, "institution", [guest.id])));
		finished(await as(guesting, (work) => choosePeriods(work, roundId, [brought.id])));
		await workOn(database, { jobs: [runJob, publishJob, reasonsJob] }, { env: mails ? mailing : {} });
		const runId = await ran(owner, roundId);
		// Who gets which of two places alike is chance: the round owner's own students come first, by name, and the guest's last.
		const all = async () => {
			const { rows } = await read(owner, (work) => listPlacements(work, { sort: "student" }));
			const isOwn = (one: (typeof rows)[number]) => one.organisationId === school.id;
			return [...rows.filter(isOwn), ...rows.filter((one) => !isOwn(one))];
		};
		const standing = async () => (await all()).filter(({ state }) => state !== "cancelled" && state !== "declined");
		return {
			school,
			guest,
			host,
			owner,
			guesting,
			hosting,
			person,
			sites,
			period,
			brought,
			roundId,
			runId,
			all,
			standing,
		};
	}

	async function linkTo(owner: Actor, purpose: string, kind: string, objectId: string, days = 10) {
		const { path } = finished(
			await as(owner, async (work) =>
				done(await issueLink(work, { purpose, objectKind: kind, objectId, days, reason: "Svar" })),
			),
		);
		return path.split("/").at(-1) ?? "";
	}
	async function through(token: string): Promise<Actor> {
		return finished(await openLink(database, token)).actor;
	}

	const mails = (organisationId: string) =>
		read(system("test"), (work) =>
			work.db
				.selectFrom("notice.mail")
				.select(["recipient", "subject", "body"])
				.where("organisation_id", "=", organisationId)
				.orderBy("id")
				.execute(),
		);

	/** What somebody has found in the inbox. */
	const told = ({ personId }: { personId: string }) =>
		read(system("test"), (work) =>
			work.db
				.selectFrom("notice.notice")
				.select(["kind", "detail"])
				.where("person_id", "=", personId)
				.orderBy("id")
				.execute(),
		);
	const kindsTold = async (actor: { personId: string }) => (await told(actor)).map(({ kind }) => kind);
	/** Does what was asked for in the background for the placements given, the latest last. */
	async function tellOf(placementId: string, telling: string, by: string): Promise<void> {
		await tellPlacementTask.run(testContext(database), { placementId, telling, by });
	}
	return {
		database,
		as,
		read,
		coordinator,
		institution,
		ran,
		published,
		over,
		region,
		linkTo,
		through,
		mails,
		told,
		kindsTold,
		tellOf,
	};
}
