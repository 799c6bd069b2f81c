import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { newId, type Work } from "../../../database/work.server.ts";
import { system } from "../../../identity/actor.ts";
import { openLink } from "../../../identity/link-token.server.ts";
import type { Outcome } from "../../../outcome.ts";
import {
	addSite,
	answerCapacity,
	enterCapacity,
	listInstitutions,
	listOwnOffers,
	listSites,
	readAnswerPage,
	stepCapacity,
} from "../capacity/service.server.ts";
import type { NewRequests, RequestAnswer } from "./contract.ts";
import {
	addRequests,
	answerRequest,
	changeRequest,
	countRequests,
	listRequests,
	makeRequestLink,
	readRequest,
	sendRequests,
	withdrawRequest,
} from "./service.server.ts";

const database = await openTestDatabase();
const telling = { mails: true, language: "nb" as const };

let host: Awaited<ReturnType<typeof makeActor>>;
let university: Awaited<ReturnType<typeof makeActor>>;
let order: Omit<NewRequests, "lines">;
let offerId: string;
let capacityId: string;

function finished<Value>(outcome: Outcome<Value>): Value {
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done;
}
function codes(outcome: Outcome<unknown>): readonly string[] {
	return (outcome.refused ?? []).map(({ code }) => code);
}
const as = <Value>(actor: Parameters<typeof database.commanding>[0], verb: (work: Work) => Promise<Outcome<Value>>) =>
	database.commanding(actor, verb);

const answer = (given: Partial<RequestAnswer> = {}): RequestAnswer => ({
	...{ lines: [{ offerId, siteName: "", places: 3 }], unmetReason: null, message: null, answeredBy: null, version: 2 },
	...given,
});

async function sent(places = 3): Promise<string> {
	const { ids } = finished(
		await as(university, (work) => addRequests(work, { ...order, lines: [{ hostId: host.organisationId, places }] })),
	);
	finished(await as(university, (work) => sendRequests(work, ids, telling)));
	return ids[0] ?? "";
}

beforeEach(async () => {
	database.setNow("2026-11-22T10:00:00Z");
	host = await makeActor(database, { roles: ["placement-coordinator"] });
	const institution = await makeOrganisation(database, { kind: "institution", name: `Høgskolen ${newId().slice(-6)}` });
	university = await makeActor(database, { organisation: institution, roles: ["placement-coordinator"] });
	order = {
		...{
			periodId: null,
			institutionId: institution.id,
			programme: "Sykepleie",
			courseName: "Praksis 2",
			profession: "nursing",
		},
		...{
			yearOfStudy: 2,
			settings: [],
			firstDay: "2027-01-11",
			lastDay: "2027-03-05",
			answerBy: "2026-12-15",
			message: null,
		},
	};
	finished(
		await as(host, (work) =>
			addSite(work, {
				...{
					hostId: host.organisationId,
					name: "Sykehjemmet",
					setting: null,
					municipalityNumber: null,
					postcode: null,
				},
				...{ housingNote: null, contactName: null, contactEmail: null, published: true },
			}),
		),
	);
	const { rows } = await database.reading(host, (work) => listSites(work, {}));
	const entered = await as(host, (work) =>
		enterCapacity(work, {
			...{ siteId: rows[0]?.id ?? "", firstDay: "2027-01-01", lastDay: "2027-06-30", takes: true, mostAtOnce: null },
			...{ supervisors: null, note: null },
			offers: [
				{
					...{ id: null, profession: "nursing", years: [2], firstDay: "2027-01-04", lastDay: "2027-03-12", places: 4 },
					...{ leastTogether: null, reservedFor: null },
				},
			],
		}),
	);
	capacityId = finished(entered).id;
	finished(await as(host, (work) => stepCapacity(work, "publish", [capacityId])));
	offerId = (await database.reading(host, (work) => listOwnOffers(work, {}))).rows[0]?.id ?? "";
});

describe("a county that runs schools", () => {
	it("orders places for its pupils as an institution does, and is told what it got", async () => {
		const county = await makeOrganisation(database, { kind: "county", name: `Fylke ${newId().slice(-6)}` });
		const school = await makeActor(database, { organisation: county, roles: ["placement-coordinator"] });
		// Whoever has places can keep some for it, or write down what it has asked for by telephone.
		const institutions = await database.reading(host, listInstitutions);
		expect(institutions.map(({ id }) => id)).toContain(county.id);
		const pupils = {
			programme: "Helsearbeiderfag",
			courseName: "Vg2, utplassering",
			profession: "health-care-work",
		} as const;
		const asked = { ...order, ...pupils, institutionId: county.id };
		const { ids } = finished(
			await as(school, (work) => addRequests(work, { ...asked, lines: [{ hostId: host.organisationId, places: 2 }] })),
		);
		finished(await as(school, (work) => sendRequests(work, ids, telling)));
		const [id = ""] = ids;
		const lines = [{ offerId: null, siteName: "Solsida", places: 2 }];
		finished(await as(host, (work) => answerRequest(work, id, answer({ lines }))));
		expect(await database.reading(school, (work) => readRequest(work, id))).toMatchObject({
			request: { institutionId: county.id, state: "answered", offered: 2 },
		});
	});
});

describe("an order", () => {
	it("is seen by its keeper alone until it is sent, then by the host, who is told", async () => {
		const { ids } = finished(
			await as(university, (work) =>
				addRequests(work, { ...order, lines: [{ hostId: host.organisationId, places: 3 }] }),
			),
		);
		expect((await database.reading(host, (work) => listRequests(work, {}))).total).toBe(0);
		expect(finished(await as(university, (work) => sendRequests(work, ids, telling)))).toEqual({
			sent: 1,
			told: 1,
			mailed: 0,
			silent: 0,
		});
		expect((await database.reading(host, (work) => listRequests(work, { side: "asked" }))).total).toBe(1);
		// Searched for as people write it: letters with marks and without, also in what has no words kept for searching.
		await database.commanding(system("make"), async ({ db }) => {
			await db
				.updateTable("placement.request")
				.set({ course_name: "Praksis på Stjørdal" })
				.where("id", "=", ids[0] ?? "")
				.execute();
			return { done: undefined };
		});
		for (const [search, found] of [
			["Stjørdal", 1],
			["stjordal på", 1],
			["Trysil", 0],
		] as const)
			expect((await database.reading(host, (work) => listRequests(work, { search }))).total).toBe(found);
		const notices = await database.reading(host, (work) =>
			work.db.selectFrom("notice.notice").select("kind").where("person_id", "=", host.personId).execute(),
		);
		expect(notices).toEqual([{ kind: "placement.request-sent" }]);
		const stranger = await makeActor(database, { roles: ["placement-coordinator"] });
		expect(await database.reading(stranger, (work) => readRequest(work, ids[0] ?? ""))).toBeUndefined();
	});
	it("is from or to whoever enters it, and by coordinators alone", async () => {
		const lines = [{ hostId: host.organisationId, places: 3 }];
		const stranger = await makeActor(database, { roles: ["placement-coordinator"] });
		expect(codes(await as(stranger, (work) => addRequests(work, { ...order, lines })))).toEqual(["not-party"]);
		const teacher = await makeActor(database, {
			organisation: { id: university.organisationId, name: "", kind: "institution" },
			roles: ["teacher"],
		});
		expect(codes(await as(teacher, (work) => addRequests(work, { ...order, lines })))).toEqual(["not-allowed"]);
		// A municipality writes down what an institution without an account has ordered.
		const { ids } = finished(await as(host, (work) => addRequests(work, { ...order, lines })));
		finished(await as(host, (work) => sendRequests(work, ids, telling)));
		expect(finished(await as(host, (work) => answerRequest(work, ids[0] ?? "", answer())))).toMatchObject({
			offered: 3,
		});
	});
	it("is not changed after it is sent, and is answered by nobody after it is withdrawn", async () => {
		const id = await sent();
		const { institutionId: _institution, periodId: _period, ...values } = order;
		expect(
			codes(await as(university, (work) => changeRequest(work, id, { ...values, places: 9, version: 2 }))),
		).toEqual(["already-sent"]);
		expect(codes(await as(host, (work) => withdrawRequest(work, id, 2)))).toEqual(["not-allowed"]);
		finished(await as(university, (work) => withdrawRequest(work, id, 2)));
		expect(codes(await as(host, (work) => answerRequest(work, id, answer({ version: 3 }))))).toEqual(["withdrawn"]);
	});
});

describe("an answer", () => {
	it("is given from published capacity, and holds it against others and against the site itself", async () => {
		const id = await sent();
		const page = await database.reading(host, (work) => readRequest(work, id));
		expect(page?.offers.map(({ id, free }) => [id, free])).toEqual([[offerId, 4]]);
		expect(finished(await as(host, (work) => answerRequest(work, id, answer())))).toEqual({ offered: 3, version: 3 });
		const second = await sent();
		const outcome = await as(host, (work) => answerRequest(work, second, answer()));
		expect(outcome.refused).toMatchObject([{ code: "offer-taken", detail: { free: 1 } }]);
		const standing = await database.reading(host, (work) => readAnswerPage(work, capacityId));
		const lower = await as(host, (work) =>
			answerCapacity(work, capacityId, {
				...{ takes: true, mostAtOnce: null, supervisors: null, note: null, version: standing?.capacity.version ?? 0 },
				offers: (standing?.shown.offers ?? []).map((offer) => ({ ...offer, places: 2 })),
			}),
		);
		expect(lower.refused).toMatchObject([{ code: "promised", detail: { places: 3, holder: "Praksis 2" } }]);
		expect(codes(await as(host, (work) => stepCapacity(work, "takeBack", [capacityId])))).toEqual(["promised-gone"]);
		// Withdrawn, the places are free again.
		finished(await as(university, (work) => withdrawRequest(work, id, 3)));
		finished(await as(host, (work) => answerRequest(work, second, answer())));
	});
	it("is partly met with a reason that is kept and counted", async () => {
		const id = await sent(10);
		expect(codes(await as(host, (work) => answerRequest(work, id, answer())))).toEqual(["reason-missing"]);
		finished(await as(host, (work) => answerRequest(work, id, answer({ unmetReason: "no-supervisor" }))));
		await sent(5);
		database.setNow("2026-12-20T10:00:00Z");
		expect(await database.reading(university, (work) => countRequests(work, {}))).toEqual({
			...{ requests: 2, places: 15, settledPlaces: 15, offered: 3 },
			unmet: [
				{ reason: "no-supervisor", places: 7 },
				{ reason: "no-answer", places: 5 },
			],
		});
		expect((await database.reading(university, (work) => listRequests(work, { standing: "overdue" }))).total).toBe(1);
	});
	it("is given by link without an account, for that order alone, and until the link expires", async () => {
		const [id, other] = [await sent(), await sent()];
		const { path } = finished(await as(university, (work) => makeRequestLink(work, id, "nb")));
		const open = () => openLink(database, path.replace("/link/", ""));
		const { actor } = finished(await open());
		expect((await database.reading(actor, (work) => readRequest(work, id)))?.offers.map(({ free }) => free)).toEqual([
			4,
		]);
		finished(await as(actor, (work) => answerRequest(work, id, answer())));
		const twice = await Promise.all(
			[1, 2].map(() => as(actor, (work) => answerRequest(work, id, answer({ version: 3 })))),
		);
		expect(twice.map(codes).sort()).toEqual([[], ["changed-by-another"]]);
		expect(codes(await as(actor, (work) => answerRequest(work, other, answer())))).toEqual(["missing"]);
		database.setNow("2027-09-01T10:00:00Z");
		expect(codes(await open())).toEqual(["expired"]);
	});
	it("is written down by the one who ordered, as told by telephone, also for a host that is not here", async () => {
		const away = await makeOrganisation(database);
		const { ids } = finished(
			await as(university, (work) => addRequests(work, { ...order, lines: [{ hostId: away.id, places: 3 }] })),
		);
		expect(finished(await as(university, (work) => sendRequests(work, ids, telling)))).toMatchObject({ silent: 1 });
		const lines = [{ offerId: null, siteName: "Bygdeheimen", places: 2 }];
		const told = answer({ lines, unmetReason: "no-capacity", answeredBy: "Kari på telefon" });
		finished(await as(university, (work) => answerRequest(work, ids[0] ?? "", told)));
		const page = await database.reading(university, (work) => readRequest(work, ids[0] ?? ""));
		expect(page).toMatchObject({
			...{ request: { state: "answered", answeredBy: "Kari på telefon", unmetReason: "no-capacity" } },
			answer: [{ siteName: "Bygdeheimen", places: 2 }],
		});
	});
});
