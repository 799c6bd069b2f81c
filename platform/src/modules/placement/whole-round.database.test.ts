import { Hono } from "hono";
import { expect, it } from "vitest";
import { openTestDatabase } from "../../../test/database.ts";
import { type MadeOrganisation, makeActor, makeOrganisation } from "../../../test/make.ts";
import { eventually, workOn } from "../../../test/worker.ts";
import { createApi } from "../../api/api.server.ts";
import { readConfiguration } from "../../configuration.server.ts";
import { newId } from "../../database/work.server.ts";
import { authenticateToken, createAccessToken } from "../../identity/access-token.server.ts";
import { openLog } from "../../log.server.ts";
import { operations } from "../../operations.server.ts";
import { usualRules } from "./allocate/contract.ts";
import { publishJob } from "./publish/jobs.server.ts";
import { runJob } from "./round/jobs.server.ts";
import "../../registrations.server.ts";

const database = await openTestDatabase();
const now = "2026-11-20T09:00:00Z";
database.setNow(now);
const house = {
	configuration: readConfiguration({}),
	database,
	owner: database.owner,
	program: database.owner,
	log: openLog("silent"),
	close: async () => {},
};
const api = new Hono().route("/api/v1", createApi(house, operations, authenticateToken));

function operationOf(method: string, path: string) {
	const [bare = ""] = `/placement${path}`.split("?");
	const found = operations.find(
		(one) =>
			one.method === method.toLowerCase() &&
			new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, "[0-9a-f-]{36}")}$`).test(bare),
	);
	if (!found) throw new Error(`no operation ${method} ${path}`);
	return found;
}

/** Somebody with a token of their own, as a client of the API: each call gives the answer, and fails on another status. */
async function client(organisation: MadeOrganisation, role: string, name: string) {
	const actor = await makeActor(database, { organisation, roles: [role], name });
	const input = { name: "Studentsystemet", scopes: ["placement:write"], days: 90 };
	const made = await database.commanding({ ...actor, sessionId: newId() }, (work) => createAccessToken(work, input));
	if (made.refused) throw new Error(JSON.stringify(made.refused));
	const { token } = made.done;
	return async (method: string, path: string, status: number, body?: unknown, version?: number) => {
		const answer = await api.request(`/api/v1/placement${path}`, {
			method,
			headers: {
				Authorization: `Bearer ${token}`,
				...(body === undefined ? {} : { "Content-Type": "application/json" }),
				...(version === undefined ? {} : { "If-Match": `"${version}"` }),
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const text = await answer.text();
		expect(`${method} ${path} ${answer.status} ${text.slice(0, 300)}`).toContain(`${method} ${path} ${status}`);
		const told = text === "" ? null : JSON.parse(text);
		// What the document describes is what comes: all of it, and nothing more.
		const described = operationOf(method, path).answerShape;
		if (answer.ok) expect(described ? described.parse(told) : null, `${method} ${path}`).toEqual(told);
		return told;
	};
}
type Client = Awaited<ReturnType<typeof client>>;

const days = { firstDay: "2027-01-11", lastDay: "2027-03-05" };
const spring = { firstDay: "2027-01-01", lastDay: "2027-06-30" };

/** A site of the municipality that takes so many students of nursing: said, approved and published. */
async function publishSite(city: Client, hostId: string, name: string, places: number): Promise<string> {
	const place = { setting: "nursing-home", municipalityNumber: null, postcode: null, housingNote: null };
	const contact = { contactName: null, contactEmail: null, published: true };
	const { id: siteId } = await city("POST", "/sites", 201, { name, ...place, ...contact, hostId });
	const offer = {
		id: null,
		profession: "nursing",
		years: [2],
		...spring,
		places,
		leastTogether: null,
		reservedFor: null,
	};
	const said = { takes: true, mostAtOnce: places, supervisors: 1, note: null, offers: [offer] };
	const { id } = await city("POST", "/capacity", 201, { siteId, ...spring, ...said });
	for (const step of ["approve", "publish"]) {
		const stepped = await city("POST", "/capacity/steps", 201, { step, capacityIds: [id] });
		expect(stepped).toEqual({ done: 1, left: 0 });
	}
	return siteId;
}

it("is a whole round over the API alone, by both sides with tokens of their own", { timeout: 120_000 }, async () => {
	await workOn(database, { jobs: [runJob, publishJob] });
	const school = await makeOrganisation(database, { kind: "institution", name: "Høgskolen i prøvefylket" });
	const host = await makeOrganisation(database, { name: "Prøvekommunen" });
	const institution = await client(school, "placement-coordinator", "Ingrid");
	const city = await client(host, "placement-coordinator", "Torstein");
	const stranger = await client(await makeOrganisation(database), "placement-coordinator", "Fremmed");
	const over = async (jobId: string) =>
		eventually(async () => {
			const job = await institution("GET", `/jobs/${jobId}`, 200);
			return ["done", "failed", "cancelled"].includes(job.state) && job;
		});

	// The institution: a course with a period, and four students in it.
	const { id: courseId } = await institution("POST", "/courses", 201, {
		...{ institutionId: school.id, programme: "Sykepleie", campus: null, code: "SYK201", name: "Praksis i sykehjem" },
		...{ profession: "nursing", yearOfStudy: 2, credits: 15, weeks: 8, hours: 30, settings: [] },
		...{
			learningOutcomes: null,
			supervisorRequirement: null,
			compensationClass: null,
			requirements: [],
			published: true,
		},
	});
	const period = { name: "Vår 2027", ...days, studentsExpected: 4, published: true };
	const { id: periodId } = await institution("POST", `/courses/${courseId}/periods`, 201, period);
	const claims: { id: string; name: string }[] = [];
	for (const name of ["Anne", "Berit", "Cato", "Dag"]) {
		const { id: studentId } = await institution("POST", "/students", 201, {
			...{ institutionId: school.id, name, number: null, email: null, phone: null, programme: null },
			...{ profession: "nursing", yearOfStudy: 2, postcode: null, travel: "car" },
		});
		const need = { periodId, priority: 1, priorityReason: null };
		const { id } = await institution("POST", `/students/${studentId}/claims`, 201, need);
		claims.push({ id, name });
	}

	// The municipality publishes what it can take, and answers an order from it.
	const small = await publishSite(city, host.id, "Fjellheim", 1);
	await publishSite(city, host.id, "Solbakken", 2);
	const { ids } = await institution("POST", "/requests", 201, {
		...{
			programme: "Sykepleie",
			courseName: "Praksis i sykehjem",
			profession: "nursing",
			yearOfStudy: 2,
			settings: [],
		},
		...{ ...days, answerBy: null, message: null, periodId, institutionId: school.id },
		lines: [{ hostId: host.id, places: 4 }],
	});
	await institution("POST", "/requests/send", 201, { requestIds: ids });
	const order = await city("GET", `/requests/${ids[0]}`, 200);
	expect(order.offersThatFit).toMatchObject([{ free: 1 }, { free: 2 }]);
	const lines = order.offersThatFit.map(
		({ id, siteName, places }: { id: string; siteName: string; places: number }) => ({
			...{ offerId: id, siteName, places },
		}),
	);
	const answer = { lines, message: null, answeredBy: null };
	await city("POST", `/requests/${ids[0]}/answer`, 422, { ...answer, unmetReason: null }, order.version);
	await city("POST", `/requests/${ids[0]}/answer`, 201, { ...answer, unmetReason: "no-supervisor" }, order.version);
	expect(await institution("GET", `/requests/${ids[0]}`, 200)).toMatchObject({
		offered: 3,
		unmetReason: "no-supervisor",
	});

	// Wishes: all want the one place at Fjellheim.
	for (const { id } of claims)
		await institution("PUT", `/claims/${id}/wishes`, 200, { wishes: [{ kind: "site", target: small }] });

	// The round: its rules, a run, why, one place by hand, and the run that is meant.
	const { id: roundId } = await institution("POST", "/rounds", 201, {
		...{ name: "Vår 2027", ...spring, wishesFrom: "2026-11-01", wishesUntil: "2026-12-15", wishesMost: 5 },
		confirmBy: null,
	});
	await institution("POST", `/rounds/${roundId}/parties`, 204, { side: "host", organisationIds: [host.id] });
	await stranger("POST", `/rounds/${roundId}/parties`, 404, { side: "host", organisationIds: [host.id] });
	const begun = await institution("GET", `/rounds/${roundId}`, 200);
	await institution("PUT", `/rounds/${roundId}/rules`, 204, { ...usualRules, unwishedRank: 6 }, begun.version);
	await institution("PUT", `/rounds/${roundId}/rules`, 412, usualRules, begun.version);
	const { runId, jobId } = await institution("POST", `/rounds/${roundId}/runs`, 201, { name: null });
	expect(await over(jobId)).toMatchObject({ state: "done", refused: null });
	await stranger("GET", `/jobs/${jobId}`, 404);
	const run = await institution("GET", `/runs/${runId}`, 200);
	expect(run).toMatchObject({ state: "done", holds: "optimal", claims: 4 });
	await city("GET", `/runs/${runId}`, 404);
	const mine = run.plan.filter(({ offer }: { offer: string | null }) =>
		lines.some((line: { offerId: string }) => line.offerId === offer),
	);
	expect(mine).toHaveLength(3);
	const { items: unplaced } = await institution("GET", `/runs/${runId}/unplaced`, 200);
	expect(unplaced).toMatchObject([{ course: "Praksis i sykehjem", open: 2, shortage: { claims: 4, places: 3 } }]);
	const left = await institution("GET", `/runs/${runId}/claims/${unplaced[0].claim}`, 200);
	expect(left).toMatchObject({ offerId: null, proved: true, seen: 0, wishes: [{ name: "Fjellheim", answer: "cost" }] });
	const first = mine.find(({ rank }: { rank: number | null }) => rank === 1);
	const move = { reason: "Etter avtale", seen: 0 };
	const at = (claim: string) => `/runs/${runId}/claims/${claim}`;
	await institution("POST", `${at(unplaced[0].claim)}/move`, 422, { ...move, offerId: first.offer });
	await institution("POST", `${at(first.claim)}/move`, 204, { ...move, offerId: null });
	await institution("POST", `${at(unplaced[0].claim)}/move`, 412, { ...move, offerId: first.offer });
	await institution("POST", `${at(unplaced[0].claim)}/move`, 204, { ...move, seen: 1, offerId: first.offer });
	await institution("PUT", `${at(unplaced[0].claim)}/lock`, 204, { locked: true });
	await institution("POST", `${at(unplaced[0].claim)}/move`, 422, { ...move, seen: 2, offerId: null });
	await institution("POST", `/runs/${runId}/choose`, 204);

	// Published: one placement each for three, answered by the site and, written down by the school, by the student.
	const publishing = await institution("POST", `/rounds/${roundId}/publications`, 201);
	expect(await over(publishing.jobId)).toMatchObject({ state: "done" });
	expect(await institution("GET", `/rounds/${roundId}`, 200)).toMatchObject({ publication: 1, chosenRunId: runId });
	const placements = async (who: Client) => (await who("GET", `/placements?roundId=${roundId}`, 200)).items;
	expect(await placements(stranger)).toEqual([]);
	const given = await placements(institution);
	expect(given.map(({ claimId }: { claimId: string }) => claimId)).toContain(unplaced[0].claim);
	const [one, two] = await placements(city);
	expect([given.length, one.rank, one.minutes]).toEqual([3, null, null]);
	const yes = { answer: "confirmed", reason: null, supervisor: "Kari Veileder" };
	await institution("POST", `/placements/${one.id}/site-answer`, 403, yes, one.version);
	await city("POST", `/placements/${one.id}/site-answer`, 204, yes, one.version);
	await institution("POST", `/placements/${one.id}/student-answer`, 204, { answer: "accepted", reason: null }, 2);
	await city(
		"POST",
		`/placements/${two.id}/site-answer`,
		204,
		{ answer: "declined", reason: "Oppussing", supervisor: null },
		two.version,
	);

	// A place is lost, and the round is run anew with everybody else where they are.
	const lost = await institution("GET", `/placements/${one.id}`, 200);
	expect(lost).toMatchObject({ state: "confirmed", studentAnswer: "accepted", supervisorName: "Kari Veileder" });
	const ending = { reason: "Sluttet på studiet", next: "out" };
	await stranger("POST", `/placements/${one.id}/cancellation`, 404, ending, lost.version);
	await institution("POST", `/placements/${one.id}/cancellation`, 204, ending, lost.version);
	const now = await institution("GET", `/rounds/${roundId}`, 200);
	await institution("PUT", `/rounds/${roundId}/rules`, 204, { ...now.rules, keepPublished: true }, now.version);
	const again = await institution("POST", `/rounds/${roundId}/runs`, 201, { name: "På nytt" });
	expect(await over(again.jobId)).toMatchObject({ state: "done" });
	await institution("POST", `/runs/${again.runId}/choose`, 204);
	const anew = await institution("POST", `/rounds/${roundId}/publications`, 201);
	expect(await over(anew.jobId)).toMatchObject({ state: "done" });
	const standing = (await placements(institution)).filter(({ state }: { state: string }) => state === "published");
	const third = given.find(({ id }: { id: string }) => id !== one.id && id !== two.id);
	expect(standing.map(({ id }: { id: string }) => id)).toContain(third.id);
	expect(standing.map(({ claimId }: { claimId: string }) => claimId)).not.toContain(one.claimId);
	// Asked for once more there is nothing to publish, and the job says so.
	const nothing = await institution("POST", `/rounds/${roundId}/publications`, 201);
	expect(await over(nothing.jobId)).toMatchObject({ state: "failed", refused: [{ code: "nothing-placed" }] });
});
