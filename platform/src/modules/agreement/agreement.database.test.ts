import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../test/make.ts";
import type { Work } from "../../database/work.server.ts";
import { addDays, dayOf } from "../../day.ts";
import { type Actor, system } from "../../identity/actor.ts";
import { openLink } from "../../identity/link-token.server.ts";
import type { Outcome } from "../../outcome.ts";
import { listToAdapt } from "./adapt.ts";
import { findContent } from "./content.store.server.ts";
import type { NewAgreement, ThemeFacts } from "./contract.ts";
import type { Audience } from "./publish/codes.ts";
import { answerProposal, publishAgreement } from "./publish/proposal.server.ts";
import { listToTell, tellRenewal } from "./remind.server.ts";
import * as service from "./service.server.ts";
import { openAgreement } from "./service.server.ts";
import { listEvents } from "./store.server.ts";
import { findWaitingAgreements } from "./waiting.server.ts";
import { changeAsking, readYearly } from "./yearly/service.server.ts";

const database = await openTestDatabase();
const today = dayOf(new Date());
const year = Number(today.slice(0, 4));

let municipality: Awaited<ReturnType<typeof makeActor>>;
let university: Awaited<ReturnType<typeof makeActor>>;
let stranger: Awaited<ReturnType<typeof makeActor>>;

beforeEach(async () => {
	municipality = await makeActor(database, { roles: ["agreement-coordinator", "manager"], name: "Kari Nes" });
	const institution = await makeOrganisation(database, { kind: "institution", name: "Universitetet" });
	university = await makeActor(database, { organisation: institution, roles: ["manager"], name: "Ola Dal" });
	stranger = await makeActor(database, { roles: ["manager"] });
});

function finished<Value>(outcome: Outcome<Value>): Value {
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done;
}
const codes = (outcome: Outcome<unknown>): readonly string[] => (outcome.refused ?? []).map(({ code }) => code);
const as = <Value>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value>>) => database.commanding(actor, verb);
const does = async <Value>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value>>) =>
	finished(await as(actor, verb));
const open = (actor: Actor, id: string) => does(actor, (work) => openAgreement(work, id, null));
const versionOf = async (actor: Actor, id: string) => (await open(actor, id)).agreement.version;

const facts = (change: Partial<NewAgreement> = {}): NewAgreement => ({
	...{ kind: "framework", level: "top", title: "Samarbeid om praksis", purpose: "Flere gode plasser", legalForm: null },
	...{
		parentId: null,
		sector: null,
		firstDay: `${year}-01-01`,
		lastDay: `${year + 3}-12-31`,
		noticeMonths: 6,
		renewalMonths: 6,
	},
	...{ partyIds: [university.organisationId], themes: ["placements"], ...change },
});
const themeOf = (change: Partial<ThemeFacts> = {}): ThemeFacts => ({
	...{ theme: "placements", name: null, goal: "Flere plasser", responsibility: "Begge", obligations: "", payer: "UH" },
	...{ arena: "Samarbeidsutvalget", meetingsAYear: 4, planName: "", planDecision: "", planFrom: null, planUntil: null },
	...{ note: "", ...change },
});
const draft = async (change: Partial<NewAgreement> = {}) =>
	(await does(municipality, (work) => service.createAgreement(work, facts(change)))).id;
const putForward = async (actor: Actor, id: string) => {
	const version = await versionOf(actor, id);
	return does(actor, (work) => service.putForward(work, id, { version, message: "Første utkast" }));
};
const signature = async (actor: Actor, id: string, partyId: string) => {
	const { agreement } = await open(actor, id);
	const text = await database.reading(actor, (work) => findContent(work, agreement, agreement.contentVersion));
	return { partyId, name: "Navn Navnesen", as: "Ordfører", signedOn: today, fingerprint: text?.fingerprint ?? "" };
};
/** An agreement both have approved, open for signing. */
const ready = async (change: Partial<NewAgreement> = {}) => {
	const id = await draft(change);
	const { number } = await putForward(municipality, id);
	await does(university, (work) => service.approve(work, id, number));
	const version = await versionOf(university, id);
	await does(university, (work) => service.openForSigning(work, id, version));
	return id;
};
const signed = async (change: Partial<NewAgreement> = {}) => {
	const id = await ready(change);
	for (const actor of [municipality, university]) {
		const given = await signature(actor, id, actor.organisationId);
		await does(actor, (work) => service.sign(work, id, given, "page"));
	}
	return id;
};

describe("an agreement from draft to signed", () => {
	it("is its keeper's alone as a draft, both parties' once put forward, and nobody else's", async () => {
		const id = await draft();
		expect(codes(await as(university, (work) => openAgreement(work, id, null)))).toEqual(["missing"]);
		await putForward(municipality, id);
		expect((await open(university, id)).can).toMatchObject({ edit: true, approve: true, comment: true, remove: false });
		expect(codes(await as(stranger, (work) => openAgreement(work, id, null)))).toEqual(["missing"]);
		const listed = await database.reading(university, (work) => service.listAgreements(work, { search: "praksis" }));
		expect(listed.rows).toMatchObject([{ id, standing: "negotiating", themes: ["placements"] }]);
		expect(await database.reading(stranger, (work) => service.listAgreements(work, {}))).toEqual({
			rows: [],
			total: 0,
		});
	});

	it("cannot be put forward before it has parties, a first day and a theme, and not twice unchanged", async () => {
		const id = await draft({ firstDay: null, themes: [] });
		const version = await versionOf(municipality, id);
		const given = { version, message: "" };
		expect(codes(await as(municipality, (work) => service.putForward(work, id, given)))).toEqual([
			"needs-first-day",
			"needs-theme",
		]);
		const whole = await draft();
		await putForward(municipality, whole);
		const again = { version: await versionOf(municipality, whole), message: "" };
		expect(codes(await as(municipality, (work) => service.putForward(work, whole, again)))).toEqual(["nothing-new"]);
	});

	it("never loses what one of two has written in the same theme", async () => {
		const id = await draft();
		await putForward(municipality, id);
		const [theme] = (await open(university, id)).themes;
		const change = (actor: Actor, goal: string) =>
			as(actor, (work) => service.changeTheme(work, id, theme?.id ?? "", { ...themeOf({ goal }), version: 1 }));
		finished(await change(university, "Det universitetet skrev"));
		expect(codes(await change(municipality, "Det kommunen skrev"))).toEqual(["changed-by-another"]);
		expect((await open(municipality, id)).themes[0]).toMatchObject({ goal: "Det universitetet skrev", version: 2 });
	});

	it("tells where two versions differ, and takes up approval anew when the text is another", async () => {
		const id = await draft();
		await putForward(municipality, id);
		const theme = (await open(university, id)).themes[0]?.id ?? "";
		await does(university, (work) =>
			service.changeTheme(work, id, theme, { ...themeOf({ goal: "Hundre plasser i året" }), version: 1 }),
		);
		await does(university, (work) => service.approve(work, id, 1));
		const version = await versionOf(university, id);
		expect(codes(await as(university, (work) => service.openForSigning(work, id, version)))).toEqual(["text-changed"]);
		const second = await putForward(university, id);
		expect(second.number).toBe(2);
		const opened = await open(municipality, id);
		const compared = await database.reading(municipality, (work) => service.compareVersions(work, opened, 1, 2));
		expect(compared?.differences).toContainEqual({
			...{ of: "theme", part: theme, field: "goal", before: null, after: "Hundre plasser i året" },
		});
		expect(opened.parties.map(({ approvedVersion }) => approvedVersion).sort()).toEqual([2, null]);
	});

	it("is declined with a reason that every party reads, until the decliner approves or a new text is put forward", async () => {
		const id = await draft();
		const { number } = await putForward(municipality, id);
		const given = { number, reason: "For mange plasser" };
		expect(codes(await as(stranger, (work) => service.decline(work, id, given)))).toEqual(["missing"]);
		expect(codes(await as(university, (work) => service.decline(work, id, { ...given, number: 9 })))).toEqual([
			"text-changed",
		]);
		const answers = async () => {
			const opened = await open(municipality, id);
			return opened.parties
				.filter(({ organisationId }) => organisationId === university.organisationId)
				.map(({ approvedVersion, declinedVersion, declinedBecause }) => [
					approvedVersion,
					declinedVersion,
					declinedBecause,
				]);
		};
		await does(university, (work) => service.approve(work, id, number));
		await does(university, (work) => service.decline(work, id, given));
		expect(await answers()).toEqual([[null, 1, "For mange plasser"]]);
		const told = await database.reading(municipality, (work) => findWaitingAgreements(work));
		expect(told.map(({ key }) => key)).toContain("agreement.declined");
		const theirs = await database.reading(university, (work) => findWaitingAgreements(work));
		expect(theirs.filter(({ path }) => path.includes(id))).toEqual([]);
		const version = await versionOf(municipality, id);
		expect(codes(await as(municipality, (work) => service.openForSigning(work, id, version)))).toEqual([
			"not-all-approved",
		]);
		await does(university, (work) => service.approve(work, id, number));
		expect(await answers()).toEqual([[1, null, null]]);
		await does(university, (work) => service.decline(work, id, given));
		const { themes } = await open(municipality, id);
		await does(municipality, (work) =>
			service.changeTheme(work, id, themes[0]?.id ?? "", { ...themeOf({ goal: "Færre plasser" }), version: 1 }),
		);
		await putForward(municipality, id);
		expect(await answers()).toEqual([[null, null, null]]);
	});

	it("is locked for all once it is open for signing, also in the database", async () => {
		const id = await ready();
		const { themes, agreement } = await open(university, id);
		const theme = themes[0]?.id ?? "";
		const change = { ...themeOf({ goal: "Noe annet" }), version: 1 };
		expect(codes(await as(university, (work) => service.changeTheme(work, id, theme, change)))).toEqual([
			"text-locked",
		]);
		const behind = await database.commanding(municipality, async (work) => ({
			done: await work.db
				.updateTable("agreement.theme")
				.set({ goal: "Forbi" })
				.where("agreement_id", "=", agreement.id)
				.executeTakeFirst(),
		}));
		expect(finished(behind).numUpdatedRows).toBe(0n);
		const version = await versionOf(university, id);
		await does(municipality, (work) => service.reopen(work, id, { version, reason: "Tallet var feil" }));
		await does(university, (work) => service.changeTheme(work, id, theme, change));
	});

	it("is made when the last one has signed the very text, and not before", async () => {
		const id = await ready();
		const mine = await signature(municipality, id, municipality.organisationId);
		expect(
			codes(await as(municipality, (work) => service.sign(work, id, { ...mine, fingerprint: "0".repeat(64) }, "page"))),
		).toEqual(["text-changed"]);
		expect(
			codes(
				await as(municipality, (work) => service.sign(work, id, { ...mine, signedOn: `${year + 1}-01-01` }, "page")),
			),
		).toEqual(["in-the-future"]);
		const others = { ...mine, partyId: university.organisationId };
		expect(codes(await as(municipality, (work) => service.sign(work, id, others, "page")))).toEqual(["not-allowed"]);
		expect(await does(municipality, (work) => service.sign(work, id, mine, "page"))).toEqual({ complete: false });
		expect(codes(await as(municipality, (work) => service.sign(work, id, mine, "page")))).toEqual(["already-signed"]);
		const theirs = await signature(university, id, university.organisationId);
		expect(await does(university, (work) => service.sign(work, id, theirs, "page"))).toEqual({ complete: true });
		expect((await open(municipality, id)).agreement.state).toBe("signed");
	});

	it("is signed by a link, once, by a party without an account", async () => {
		const id = await ready();
		const to = { name: "Dekan Dal", email: null, reason: "Signer avtalen", language: "nb" as const };
		const { path } = await does(municipality, (work) =>
			service.makeSigningLink(work, id, university.organisationId, to),
		);
		const { actor } = finished(await openLink(database, path.split("/").at(-1) ?? ""));
		const { whole, party } = await does(actor, (work) => service.openSigningLink(work));
		expect([whole.agreement.id, party.organisationId]).toEqual([id, university.organisationId]);
		const given = await signature(municipality, id, "");
		expect(await does(actor, (work) => service.signByLink(work, given))).toEqual({ complete: false });
		expect(codes(await openLink(database, path.split("/").at(-1) ?? ""))).toEqual(["used"]);
		expect(
			(await open(municipality, id)).parties.find(({ organisationId }) => organisationId === university.organisationId),
		).toMatchObject({ signedWay: "link", signedBy: "Navn Navnesen" });
	});
});

const publishing = (audience: Audience) => ({ audience, wholeText: true });

describe("an agreement in force", () => {
	it("is seen by strangers only once its parties publish it, and then nothing of the negotiations", async () => {
		const id = await signed();
		const seen = () => as(stranger, (work) => openAgreement(work, id, null));
		expect(codes(await seen())).toEqual(["missing"]);
		await does(university, (work) => publishAgreement(work, id, publishing("signed-in")));
		expect(codes(await seen())).toEqual(["missing"]);
		await does(municipality, (work) => answerProposal(work, id, { answer: "agree", reason: null }));
		const shown = finished(await seen());
		expect(shown.agreement.title).toBe("Samarbeid om praksis");
		expect(Object.values(shown.can).some(Boolean)).toBe(false);
		expect((await database.reading(stranger, (work) => service.listVersions(work, shown))).versions).toEqual([]);
		await does(university, (work) => publishAgreement(work, id, publishing("parties")));
		expect(codes(await seen())).toEqual(["missing"]);
	});

	it("is followed by a copy that begins when it ends, with the same parties", async () => {
		const id = await signed();
		const asking = { asks: false, month: 9 };
		await does(university, (work) => changeAsking(work, id, asking));
		const copy = await does(university, (work) =>
			service.copyAgreement(work, id, { title: "Samarbeid om praksis, ny", follows: true }),
		);
		const next = await open(university, copy.id);
		expect(next.agreement).toMatchObject({
			...{ followsId: id, firstDay: `${year + 4}-01-01`, lastDay: `${year + 7}-12-31`, state: "draft" },
		});
		expect(next.parties).toHaveLength(2);
		expect(next.themes.map(({ theme }) => theme)).toEqual(["placements"]);
		expect((await database.reading(university, (work) => readYearly(work, next))).asking).toEqual(asking);
		expect(codes(await as(municipality, (work) => openAgreement(work, copy.id, null)))).toEqual(["missing"]);
	});

	it("copied as a pattern says where the text still names who was a party and is none here", async () => {
		const id = await draft({ title: "Avtale med Universitetet", purpose: "Universitetets studenter får gode plasser" });
		const [theme] = (await open(municipality, id)).themes;
		const goal = themeOf({ goal: "Universitetssykehuset er med", payer: "Universitetet betaler" });
		await does(municipality, (work) => service.changeTheme(work, id, theme?.id ?? "", { ...goal, version: 1 }));
		const copyOf = (follows: boolean) =>
			does(municipality, (work) => service.copyAgreement(work, id, { title: "Avtale med ny part", follows }));
		const listed = (copy: string) =>
			database.reading(municipality, async (work) => {
				const whole = finished(await openAgreement(work, copy, null));
				return listToAdapt(whole, await service.nameFormerParties(work, whole))
					.filter(({ kind }) => kind === "name")
					.map(({ of, said }) => `${of}: ${said}`);
			});
		const { id: copy } = await copyOf(false);
		expect(await listed(copy)).toEqual(["facts: Universitetet", "theme: Universitetet"]);
		await does(municipality, (work) => service.addParty(work, copy, university.organisationId));
		expect(await listed(copy)).toEqual([]);
	});

	it("ends before its time from a day that is not behind", async () => {
		const id = await signed();
		const version = await versionOf(municipality, id);
		const end = (endsOn: string) =>
			as(municipality, (work) => service.endAgreement(work, id, { version, endsOn, reason: "Slått sammen" }));
		expect(codes(await end(`${year - 1}-01-01`))).toEqual(["ends-before-today"]);
		finished(await end(`${year}-12-31`));
		expect((await open(university, id)).agreement).toMatchObject({ endedOn: `${year}-12-31`, state: "signed" });
	});
});

describe("a party without an account", () => {
	const link = async (id: string, make: "answer" | "sign") => {
		const to = { name: null, email: null, reason: "Les avtalen", language: "nb" as const };
		const maker = make === "answer" ? service.makeAnswerLink : service.makeSigningLink;
		const { path } = await does(municipality, (work) => maker(work, id, university.organisationId, to));
		return finished(await openLink(database, path.split("/").at(-1) ?? "")).actor;
	};

	it("reads, comments and approves by a link, under a name of its own, and nothing else", async () => {
		const id = await draft();
		const { number } = await putForward(municipality, id);
		const actor = await link(id, "answer");
		const { party, whole } = await does(actor, service.openAnswerLink);
		expect({ name: party.name, ...whole.can }).toMatchObject({
			name: "Universitetet",
			comment: true,
			edit: false,
			sign: false,
		});
		await does(actor, (work) => service.commentByLink(work, { part: "all", body: "Ser bra ut", name: "Per" }));
		await does(actor, (work) => service.approveByLink(work, { number, name: "Per" }));
		expect((await open(municipality, id)).parties.map(({ approvedVersion }) => approvedVersion)).toEqual([1, 1]);
		expect(codes(await as(actor, service.openSigningLink))).toEqual(["missing"]);
		expect(codes(await as(actor, (work) => service.approveByLink(work, { number: 9, name: "Per" })))).toEqual([
			"text-changed",
		]);
	});

	it("says no by a link, under a name of its own", async () => {
		const id = await draft();
		const { number } = await putForward(municipality, id);
		const actor = await link(id, "answer");
		await does(actor, (work) => service.declineByLink(work, { number, reason: "Ikke nå", name: "Per" }));
		const { parties, agreement } = await open(municipality, id);
		expect(parties.map(({ declinedBecause }) => declinedBecause)).toContain("Ikke nå");
		const events = await database.reading(municipality, (work) => listEvents(work, agreement));
		expect(events).toContainEqual(
			expect.objectContaining({ what: "declined", personName: "Per", note: "Ikke nå", number }),
		);
	});

	it("can read but no longer answer once the text is closed", async () => {
		const id = await draft();
		const { number } = await putForward(municipality, id);
		const actor = await link(id, "answer");
		await does(actor, (work) => service.approveByLink(work, { number, name: "Per" }));
		const version = await versionOf(municipality, id);
		await does(municipality, (work) => service.openForSigning(work, id, version));
		expect((await does(actor, service.openAnswerLink)).party.name).toBe("Universitetet");
		expect(codes(await as(actor, (work) => service.approveByLink(work, { number, name: "Per" })))).toEqual([
			"wrong-state",
		]);
		const comment = { part: "all", body: "For sent", name: "Per" };
		expect(codes(await as(actor, (work) => service.commentByLink(work, comment)))).toEqual(["wrong-state"]);
	});
});

describe("what belongs to an agreement", () => {
	it("fills themes from templates, and leaves what is written", async () => {
		const id = await draft({ themes: ["placements", "research"] });
		const [first] = (await open(municipality, id)).themes;
		const facts = themeOf({ goal: "Vårt mål" });
		await does(municipality, (work) => service.changeTheme(work, id, first?.id ?? "", { ...facts, version: 1 }));
		await does(municipality, (work) => service.fillThemes(work, id, "nn"));
		const { themes, commitments } = await open(municipality, id);
		expect(themes.map(({ goal }) => goal === "Vårt mål" || goal.length > 20)).toEqual([true, true]);
		expect(themes[0]?.goal).toBe("Vårt mål");
		expect(commitments.map(({ amount, per }) => [amount, per])).toEqual([
			[null, "year"],
			[null, "year"],
		]);
	});

	it("keeps a signed file that is what it says, for the parties alone", async () => {
		const id = await ready();
		const pdf = new TextEncoder().encode("%PDF-1.7 signert");
		const page = new TextEncoder().encode("<script>alert(1)</script>");
		expect(
			codes(await as(municipality, (work) => service.addFile(work, id, { name: "a.pdf", content: page }))),
		).toEqual(["file-type"]);
		const file = await does(municipality, (work) => service.addFile(work, id, { name: "../avtale.pdf", content: pdf }));
		const read = (actor: Actor) => database.reading(actor, (work) => service.readFile(work, id, file.id));
		expect((await read(university))?.name).toBe("..avtale.pdf");
		expect(await read(stranger)).toBeUndefined();
	});

	it("tells the parties once that it runs out", async () => {
		const soon = addDays(today, 40);
		const id = await signed({ lastDay: soon });
		const due = () => database.reading(system("test"), listToTell);
		expect((await due()).map((one) => one.id)).toContain(id);
		const told = await does(system("test", municipality.organisationId), async (work) => ({
			done: await tellRenewal(work, id),
		}));
		expect(told).toBeGreaterThanOrEqual(2);
		expect((await due()).map((one) => one.id)).not.toContain(id);
	});

	it("waits for whoever has to answer, sign or renew", async () => {
		const waits = async (actor: Actor) =>
			(await database.reading(actor, findWaitingAgreements)).map(({ key }) => key).sort();
		expect(await waits(university)).toEqual([]);
		const id = await draft();
		const { number } = await putForward(municipality, id);
		expect(await waits(university)).toEqual(["agreement.answer"]);
		expect(await waits(municipality)).toEqual([]);
		await does(university, (work) => service.addComment(work, id, { part: "all", body: "Hm" }));
		expect(await waits(municipality)).toEqual(["agreement.comment"]);
		await does(university, (work) => service.approve(work, id, number));
		const version = await versionOf(university, id);
		await does(university, (work) => service.openForSigning(work, id, version));
		expect(await waits(municipality)).toEqual(["agreement.sign"]);
		expect(await waits(stranger)).toEqual([]);
	});
});
