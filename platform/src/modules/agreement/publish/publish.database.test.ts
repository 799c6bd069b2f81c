import { beforeAll, expect, it } from "vitest";
import { makeAgreement } from "../../../../test/agreement.ts";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { type Actor, nobody, system } from "../../../identity/actor.ts";
import { openLink } from "../../../identity/link-token.server.ts";
import { done, type Outcome } from "../../../outcome.ts";
import { endAgreement } from "../life.server.ts";
import { openAgreement } from "../open.server.ts";
import { changeParty } from "../text.server.ts";
import { answerByLink, askParties, makePublishLink, settleDue } from "./ask.server.ts";
import type { Publishing } from "./contract.ts";
import { answerProposal, findProposalsToAnswer, publishAgreement } from "./proposal.server.ts";
import { findProposal, listDue } from "./proposal.store.server.ts";
import { listPublications, readPublication, showingOf } from "./service.server.ts";
import { endPublication } from "./store.server.ts";

const database = await openTestDatabase();
type Made = Awaited<ReturnType<typeof makeActor>>;
let municipality: Made;
let university: Made;
let stranger: Made;
let id: string;

const manager = async (kind: string) =>
	makeActor(database, { organisation: await makeOrganisation(database, { kind }), roles: ["manager"] });

beforeAll(async () => {
	[municipality, university, stranger] = [
		await manager("municipality"),
		await manager("institution"),
		await manager("municipality"),
	];
	({ id } = await makeAgreement(database, [municipality, university], { title: `Åpen avtale ${Math.random()}` }));
});

const does = async <Value>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value>>) =>
	(await database.commanding(actor, verb)).refused?.map(({ code }) => code) ?? [];
const shows = (actor: Actor, change: Partial<Publishing> = {}, of = id) =>
	does(actor, (work) => publishAgreement(work, of, { audience: "everybody", wholeText: true, ...change }));
const answers = (actor: Actor, answer: "agree" | "decline", reason: string | null = null, of = id) =>
	does(actor, (work) => answerProposal(work, of, { answer, reason }));
const read = (actor: Actor = nobody, of = id) => database.reading(actor, (work) => readPublication(work, of));
const opened = async (actor: Actor, of = id) => {
	const outcome = await database.reading(actor, (work) => openAgreement(work, of, null));
	if (outcome.refused) throw new Error("the agreement does not open");
	return outcome.done;
};
const audience = async (of = id) =>
	database.reading(
		municipality,
		async (work) => (await showingOf(work, (await opened(municipality, of)).agreement)).audience,
	);
const listed = (query = {}) =>
	database.reading(nobody, async (work) => {
		const found = await listPublications(work, { search: "åpen avtale", offset: 0, pageSize: 25, ...query });
		return found.rows.filter((row) => row.id === id).length;
	});

it("is read without an account only once the parties have agreed to it, and only as much as they agreed", async () => {
	expect(await read()).toBeUndefined();
	expect(await shows(stranger)).toEqual(["missing"]);
	expect(await shows(university)).toEqual([]);
	// One party alone shows nothing: the other is asked.
	expect([await read(), await audience()]).toEqual([undefined, "parties"]);
	expect(await database.reading(municipality, findProposalsToAnswer)).toMatchObject([
		{ path: `/agreements/${id}/publish` },
	]);
	expect(await database.reading(university, findProposalsToAnswer)).toEqual([]);
	expect(await answers(stranger, "agree")).toEqual(["missing"]);
	expect(await answers(municipality, "decline")).toEqual(["needs-reason"]);
	expect(await answers(municipality, "decline", "Vi reforhandler den nå.")).toEqual([]);
	expect(await answers(municipality, "agree")).toEqual(["nothing-proposed"]);
	expect(await shows(university)).toEqual([]);
	expect(await answers(municipality, "agree")).toEqual([]);
	const whole = await read();
	expect(whole?.content?.themes).toHaveLength(1);
	// Nobody is named: those who signed stand there by their position.
	expect(whole?.signatures.map(({ signedAs }) => signedAs)).toEqual(["Leder", "Leder"]);
	expect(JSON.stringify(whole)).not.toContain(university.name);
	expect([await listed(), await listed({ search: "noe annet" }), await listed({ theme: "research" })]).toEqual([
		1, 0, 0,
	]);
	expect(await listed({ theme: "placements", offset: 1, pageSize: 1 })).toBe(0);
	// The agreement itself stays closed to whoever has no account.
	const rows = await database.reading(nobody, (work) =>
		work.db.selectFrom("agreement.agreement").select("id").execute(),
	);
	expect(rows).toEqual([]);

	// To show less of it, or to fewer, is up to any party at once; to show it again is not.
	expect(await shows(municipality, { wholeText: false })).toEqual([]);
	const part = await read();
	expect([part?.content, part?.themes]).toEqual([null, ["placements"]]);
	expect(await shows(municipality, { audience: "signed-in" })).toEqual([]);
	expect([await read(), await audience()]).toEqual([undefined, "signed-in"]);
	expect((await opened(stranger)).agreement.published).toBe(true);
	expect(await shows(municipality)).toEqual([]);
	expect(await audience()).toBe("signed-in");
	expect(await answers(municipality, "decline")).toEqual([]);
	expect(await shows(municipality, { audience: "parties" })).toEqual([]);
	expect(await audience()).toBe("parties");
});

it("keeps agreements on personal data, and text with people's names, from everybody", async () => {
	const between = [municipality, university] as const;
	const data = await makeAgreement(database, [...between], { kind: "data-processing" });
	expect(await shows(municipality, {}, data.id)).toEqual(["not-for-others"]);
	expect(await shows(municipality, { audience: "signed-in" }, data.id)).toEqual(["not-for-others"]);
	const named = await makeAgreement(database, [...between], { purpose: "Spør siv@uni.no, eller ring 73 52 60 00." });
	expect(await shows(municipality, {}, named.id)).toEqual(["names-in-text"]);
	expect(await shows(municipality, { wholeText: false }, named.id)).toEqual([]);
});

it("waits for a party without an account until it has been asked and its time has gone", async () => {
	const institution = await makeOrganisation(database, { kind: "institution" });
	const gone = await makeActor(database, { organisation: institution, roles: ["manager"] });
	const made = await makeAgreement(database, [municipality, gone], { title: "Med en uten konto" });
	const party = (await opened(municipality, made.id)).parties.find((one) => one.organisationId === gone.organisationId);
	await does(municipality, (work) =>
		changeParty(work, made.id, gone.organisationId, {
			...{ version: party?.version ?? 0, side: "education", signs: true, deputyName: null, deputyEmail: null },
			...{ coordinatorName: "Siv Dekan", coordinatorEmail: "siv@uni.no" },
		}),
	);
	const keeper = system("test", municipality.organisationId);
	const today = await database.reading(keeper, async (work) => work.today);
	await does(system("test", gone.organisationId), async (work) => {
		await work.db
			.updateTable("organisation.membership")
			.set({ valid_from: addDays(today, -9), valid_to: addDays(today, -1) })
			.where("person_id", "=", gone.personId)
			.execute();
		return done(undefined);
	});
	const settles = async () =>
		(
			await database.commanding(keeper, async (work) =>
				done(await settleDue(work, await opened(municipality, made.id))),
			)
		).done;
	const telling = { mails: false, language: "nb" } as const;
	const due = async () => (await database.reading(keeper, listDue)).some((one) => one.id === made.id);
	expect(await shows(municipality, {}, made.id)).toEqual([]);
	const ask = (mails: boolean) =>
		database.commanding(municipality, async (work) => done(await askParties(work, made.id, { ...telling, mails })));
	expect((await ask(false)).done).toHaveLength(1);
	database.setNow(`${addDays(today, 30)}T09:00:00Z`);
	// Nobody was reached, so nobody has let it pass.
	expect([await due(), await settles()]).toEqual([true, false]);
	expect((await ask(true)).done).toEqual([]);
	expect([await due(), await settles()]).toEqual([false, false]);

	// A no by link ends it; who is silent until the day has gone lets it pass.
	const link = await database.commanding(municipality, (work) =>
		makePublishLink(work, made.id, gone.organisationId, telling),
	);
	const { actor } = (await openLink(database, link.done?.path.split("/").at(-1) ?? "")).done ?? {};
	if (!actor) throw new Error("the link does not open");
	expect(
		await does(actor, (work) => answerByLink(work, { answer: "decline", reason: "Ikke ennå" }, "Siv Dekan")),
	).toEqual([]);
	const proposed = async () =>
		database.reading(municipality, async (work) => findProposal(work, (await opened(municipality, made.id)).agreement));
	expect([await proposed(), await read(nobody, made.id)]).toEqual([undefined, undefined]);
	await shows(municipality, {}, made.id);
	await ask(true);
	database.setNow(`${addDays(today, 60)}T09:00:00Z`);
	expect([await due(), await settles()]).toEqual([true, true]);
	expect((await read(nobody, made.id))?.title).toBe("Med en uten konto");
	database.setNow(null);
});

it("is written by its parties alone, and no longer listed once it has ended", async () => {
	await shows(municipality);
	await answers(university, "agree");
	const key = { organisationId: municipality.organisationId, id };
	const today = await database.reading(stranger, async (work) => work.today);
	await does(stranger, async (work) => {
		await endPublication(work, key, addDays(today, -1));
		return { done: undefined };
	});
	expect((await read())?.endedOn).toBeNull();
	const ending = {
		version: (await opened(municipality)).agreement.version,
		endsOn: today,
		reason: "Slått sammen med en annen",
	};
	expect(await does(municipality, (work) => endAgreement(work, id, ending))).toEqual([]);
	expect([(await read())?.endedOn, await listed()]).toEqual([today, 1]);
	await does(municipality, async (work) => {
		await endPublication(work, key, addDays(today, -1));
		return { done: undefined };
	});
	expect(await listed()).toBe(0);
});
