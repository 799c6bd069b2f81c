import { Hono } from "hono";
import { expect, it } from "vitest";
import { z } from "zod";
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
import { verifyJob } from "./round/verify.server.ts";
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

/** As far as the files of a run are looked at here. */
const problemForm = z.looseObject({ facts: z.looseObject({ claims: z.array(z.unknown()) }) });
const resultForm = z.looseObject({ status: z.string(), assignment: z.array(z.unknown()) });

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
	await workOn(database, { jobs: [runJob, publishJob, verifyJob] });
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
	const checklist = await institution("GET", `/rounds/${roundId}/checklist`, 200);
	expect(checklist).toMatchObject({
		...{ withoutOffer: 0, tooFew: { courses: ["Praksis i sykehjem"], claims: 4, places: 3 } },
		...{ withoutPostcode: 4, withoutWishes: 0 },
	});
	await city("GET", `/rounds/${roundId}/checklist`, 404);
	const begun = await institution("GET", `/rounds/${roundId}`, 200);
	await institution(
		"PUT",
		`/rounds/${roundId}`,
		204,
		{
			...{ name: "Vår 2027", ...spring, wishesFrom: "2026-11-01", wishesUntil: "2026-12-15", wishesMost: 5 },
			confirmBy: "2026-12-31",
		},
		begun.version,
	);
	const dated = await institution("GET", `/rounds/${roundId}`, 200);
	expect(dated.confirmBy).toBe("2026-12-31");
	await institution("PUT", `/rounds/${roundId}/rules`, 204, { ...usualRules, unwishedRank: 6 }, dated.version);
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
	// What it proves, as the checker says it again, and the files anyone can check it by.
	const again = await institution("POST", `/runs/${runId}/checks`, 201);
	expect(await over(again.jobId)).toMatchObject({ state: "done" });
	const proof = await institution("GET", `/runs/${runId}/proof`, 200);
	expect(proof).toMatchObject({ holds: "optimal", flaws: [], snapshotHash: run.snapshotHash, seed: run.seed });
	expect(proof.checks).toMatchObject([{ byName: "Ingrid", flaws: [], withProof: true }]);
	const [problem, certificate] = [
		problemForm.parse(await institution("GET", `/runs/${runId}/problem`, 200)),
		resultForm.parse(await institution("GET", `/runs/${runId}/certificate`, 200)),
	];
	expect(problem.facts.claims).toHaveLength(4);
	expect([certificate.status, certificate.assignment.length]).toEqual(["optimal", 4]);
	for (const file of ["proof", "problem", "certificate"]) await city("GET", `/runs/${runId}/${file}`, 404);
	await city("POST", `/runs/${runId}/checks`, 404);
	const { items: unplaced } = await institution("GET", `/runs/${runId}/unplaced`, 200);
	expect(unplaced).toMatchObject([{ course: "Praksis i sykehjem", open: 2, shortage: { claims: 4, places: 3 } }]);
	const left = await institution("GET", `/runs/${runId}/claims/${unplaced[0].claim}`, 200);
	expect(left).toMatchObject({ offerId: null, proved: true, seen: 0, wishes: [{ name: "Fjellheim", answer: "cost" }] });
	const first = mine.find(({ rank }: { rank: number | null }) => rank === 1);
	// Where else the one without a place could be, and what it would cost to put them where the first wish was met.
	const { items: open } = await institution("GET", `/runs/${runId}/claims/${unplaced[0].claim}/offers`, 200);
	expect(open).toHaveLength(2);
	const trial = (offerId: string) => `/runs/${runId}/claims/${unplaced[0].claim}/trial?offerId=${offerId}`;
	expect(await institution("GET", trial(first.offer), 200)).toMatchObject({
		...{ refused: null, siteName: "Fjellheim", exceeded: [{ name: "Fjellheim", count: 2, places: 1 }], lost: false },
		best: { along: expect.arrayContaining([expect.objectContaining({ claim: first.claim, from: "Fjellheim" })]) },
	});
	expect(await institution("GET", trial("none"), 200)).toMatchObject({ refused: null, siteName: null, exceeded: [] });
	await city("GET", trial(first.offer), 404);
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
	// Why: the institution is told, the host is not told what students wished.
	const why = await institution("GET", `/placements/${one.id}/why`, 200);
	expect(why).toMatchObject({ moves: 2, wishes: [{ name: "Fjellheim" }] });
	await city("GET", `/placements/${one.id}/why`, 404);
	await stranger("GET", `/placements/${one.id}/why`, 404);
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
	const anotherRun = await institution("POST", `/rounds/${roundId}/runs`, 201, { name: "På nytt" });
	expect(await over(anotherRun.jobId)).toMatchObject({ state: "done" });
	await institution("POST", `/runs/${anotherRun.runId}/choose`, 204);
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

it("changes courses, collects capacity and counts who else is there over the API", { timeout: 60_000 }, async () => {
	const school = await makeOrganisation(database, { kind: "institution" });
	const host = await makeOrganisation(database);
	const institution = await client(school, "placement-coordinator", "Ingrid");
	const city = await client(host, "placement-coordinator", "Torstein");
	const stranger = await client(await makeOrganisation(database), "placement-coordinator", "Fremmed");

	// A course and its period are changed by whoever has seen them as they are; taken out of use it comes back.
	const nursing = {
		...{ programme: "Sykepleie", campus: null, code: "SYK301", name: "Hjemmesykepleie", profession: "nursing" },
		...{ yearOfStudy: 3, credits: 15, weeks: 8, hours: 30, settings: [], learningOutcomes: null },
		...{ supervisorRequirement: null, compensationClass: null, requirements: [], published: true },
	};
	const { id: courseId } = await institution("POST", "/courses", 201, { ...nursing, institutionId: school.id });
	const course = `/courses/${courseId}`;
	const { version } = await institution("GET", course, 200);
	await stranger("PUT", course, 403, { ...nursing, hours: 32 }, version);
	const changed = await institution("PUT", course, 200, { ...nursing, hours: 32 }, version);
	await institution("PUT", course, 412, { ...nursing, hours: 28 }, version);
	const away = await institution("PUT", `${course}/archived`, 200, { archived: true }, changed.version);
	await institution("PUT", `${course}/archived`, 200, { archived: false }, away.version);
	const period = { name: "Vår 2027", ...days, studentsExpected: 4, published: true };
	const { id: periodId } = await institution("POST", `${course}/periods`, 201, period);
	const { items } = await institution("GET", course, 200);
	const six = { ...period, studentsExpected: 6 };
	await institution("PUT", `${course}/periods/${periodId}`, 200, six, items[0].version);
	const { id: tooMany } = await institution("POST", `${course}/periods`, 201, { ...period, name: "Høst" });
	await institution("DELETE", `${course}/periods/${tooMany}`, 204, undefined, 1);
	expect(await institution("GET", course, 200)).toMatchObject({
		...{ hours: 32, items: [{ id: periodId, studentsExpected: 6 }] },
	});

	// Sites are asked, given links to answer by, reminded, and the collection is closed.
	const place = { setting: "nursing-home", municipalityNumber: null, postcode: null, housingNote: null };
	const contact = { contactName: "Bente", contactEmail: "bente@example.com", published: true };
	const siteIds: string[] = [];
	for (const name of ["Fjellheim", "Solbakken"])
		siteIds.push((await city("POST", "/sites", 201, { name, ...place, ...contact, hostId: host.id })).id);
	const [first = "", second = ""] = siteIds;
	const asking = { name: "Våren", ...spring, dueOn: "2026-12-01", message: null };
	await city("POST", "/collections", 422, { ...asking, dueOn: "2028-01-01", siteIds: [first] });
	const begun = await city("POST", "/collections", 201, { ...asking, siteIds: [first] });
	expect(begun.asked).toBe(1);
	const collection = `/collections/${begun.id}`;
	await stranger("GET", collection, 404);
	await stranger("POST", `${collection}/links`, 404);
	expect(await city("POST", `${collection}/sites`, 201, { siteIds })).toEqual({ asked: 1 });
	await city("POST", `${collection}/sites`, 422, { siteIds });
	const { items: links } = await city("POST", `${collection}/links`, 201);
	expect(links).toMatchObject([
		{ siteName: "Fjellheim", contactEmail: "bente@example.com" },
		{ siteName: "Solbakken", path: expect.stringMatching(/^\/link\//) },
	]);
	const reminded = await city("POST", `${collection}/reminders`, 201, { capacityIds: null });
	expect(reminded).toEqual({ reminded: 0, left: 2, unreached: 0 });
	const asked = await city("GET", collection, 200);
	const later = { dueOn: "2026-12-08", message: "Vi trenger svar." };
	const moved = await city("PUT", collection, 200, later, asked.version);
	await city("PUT", collection, 412, later, asked.version);
	const closed = await city("PUT", `${collection}/state`, 200, { state: "closed" }, moved.version);
	await city("POST", `${collection}/links`, 422);
	await city("PUT", `${collection}/state`, 200, { state: "open" }, closed.version);
	expect((await city("GET", "/collections", 200)).items).toMatchObject([
		{ id: begun.id, asked: 2, answered: 0, state: "open", dueOn: "2026-12-08" },
	]);
	expect((await city("GET", `/capacity?collectionId=${begun.id}&state=asked`, 200)).items).toHaveLength(2);

	// Pupils take places at a site: said, changed, and taken away as if they had never been said.
	const pupils = { siteId: first, kind: "pupil", name: "Helsefag", ...days, learners: 2, published: false };
	const { id: loadId } = await city("POST", "/loads", 201, pupils);
	await stranger("POST", "/loads", 422, pupils);
	await city("POST", "/loads", 422, { ...pupils, lastDay: "2026-01-01" });
	const load = await city("GET", `/loads/${loadId}`, 200);
	await city("PUT", `/loads/${loadId}`, 200, { ...pupils, learners: 3 }, load.version);
	await city("PUT", `/loads/${loadId}`, 412, pupils, load.version);
	expect((await city("GET", `/loads?siteId=${first}`, 200)).items).toMatchObject([{ learners: 3, version: 2 }]);
	expect((await city("GET", `/loads?siteId=${second}`, 200)).items).toEqual([]);
	await stranger("DELETE", `/loads/${loadId}`, 404);
	await city("DELETE", `/loads/${loadId}`, 204);
	await city("GET", `/loads/${loadId}`, 404);
});
