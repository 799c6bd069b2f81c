import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { TestBrowser } from "../../test/browser.ts";
import { openTestDatabase } from "../../test/database.ts";
import { makeActor, makeMembership, makeOrganisation } from "../../test/make.ts";
import { openProduct, signedInBrowser } from "../../test/product.ts";
import { newId } from "../database/work.server.ts";
import { type Language, languages } from "../language.ts";
import { done } from "../outcome.ts";
import { type Actor, nobody, system } from "./actor.ts";
import { acceptInvitation } from "./join.server.ts";
import {
	issueLink,
	type LinkRequest,
	listOpenLinks,
	openLink,
	revokeLink,
	revokeLinksTo,
	spendLink,
} from "./link-token.server.ts";
import { identityRoutes } from "./routes.ts";

const database = await openTestDatabase();
const url = "http://localhost:39998";
const product = await openProduct(database, identityRoutes, { url });
const owner = new pg.Client(database.owner);
await owner.connect();
afterAll(() => owner.end());

async function issue(actor: Actor, more: Partial<LinkRequest> = {}) {
	const request = { purpose: "test", objectKind: "offer", objectId: newId(), reason: "Vi trenger svar.", ...more };
	const outcome = await database.commanding(actor, async (work) => done(await issueLink(work, request)));
	if (!outcome.done) throw new Error("issuing a link is never refused");
	return { ...outcome.done, ...request, token: outcome.done.path.slice("/link/".length) };
}

async function codeOf(token: string): Promise<string> {
	return (await openLink(database, token)).refused?.[0]?.code ?? "open";
}

async function actorOfLink(token: string): Promise<Actor> {
	return (await openLink(database, token)).done?.actor ?? nobody;
}

const spend = (actor: Actor, purpose = "test") => database.commanding(actor, (work) => spendLink(work, purpose));

describe("a link", () => {
	it("says who asks and why, and acts for one object of one organisation", async () => {
		const asker = await makeActor(database);
		const made = await issue(asker, { recipientName: "Ola", recipientEmail: "ola@example.no", days: 3 });
		const opened = await openLink(database, made.token);
		expect(opened.done?.actor).toEqual({
			kind: "link",
			organisationId: asker.organisationId,
			tokenId: made.tokenId,
			purpose: "test",
			objectId: made.objectId,
		});
		expect(opened.done?.link).toMatchObject({
			askerName: asker.name,
			askerOrganisation: asker.organisationName,
			askedBy: asker.personId,
			reason: "Vi trenger svar.",
			recipientName: "Ola",
		});
	});

	it("is unguessable, and stored as a hash only", async () => {
		const made = await issue(await makeActor(database));
		expect(made.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
		const { rows } = await owner.query(
			"select row_to_json(t)::text || encode(token_hash, 'escape') as kept from identity.link_token t",
		);
		for (const row of rows) expect(row.kept).not.toContain(made.token);
	});

	it("is issued and used in the log, never with the token", async () => {
		const asker = await makeActor(database);
		const made = await issue(asker);
		await spend(await actorOfLink(made.token));
		const { rows } = await owner.query(
			"select verb, actor_kind, object_id, detail from audit.entry where organisation_id = $1 order by id",
			[asker.organisationId],
		);
		expect(rows).toEqual([
			{
				verb: "link.issue",
				actor_kind: "person",
				object_id: made.objectId,
				detail: { purpose: "test", link: made.tokenId },
			},
			{
				verb: "link.use",
				actor_kind: "link",
				object_id: made.objectId,
				detail: { purpose: "test", link: made.tokenId },
			},
		]);
	});

	it("works until it expires, and no longer than a year", async () => {
		const asker = await makeActor(database);
		const made = await issue(asker, { days: 2 });
		expect(await codeOf(made.token)).toBe("open");
		const actor = await actorOfLink(made.token);
		await owner.query("update identity.link_token set expires_at = now() - interval '1 second' where id = $1", [
			made.tokenId,
		]);
		expect(await codeOf(made.token)).toBe("expired");
		expect((await spend(actor)).refused?.[0]?.code).toBe("link-spent");
		const forever = await issue(asker, { days: 100_000 });
		expect(forever.expiresAt.getTime()).toBeLessThan(Date.now() + 366 * 24 * 3600 * 1000);
	});

	it("is used once, however many answer at once", async () => {
		const made = await issue(await makeActor(database));
		const actor = await actorOfLink(made.token);
		const outcomes = await Promise.all([spend(actor), spend(actor), spend(actor), spend(actor)]);
		expect(outcomes.filter((outcome) => outcome.done)).toHaveLength(1);
		expect(await codeOf(made.token)).toBe("used");
	});

	it("is not used when what it was for is refused", async () => {
		const made = await issue(await makeActor(database));
		await database.commanding(await actorOfLink(made.token), async (work) => {
			await spendLink(work, "test");
			return { refused: [{ code: "no" }] };
		});
		expect(await codeOf(made.token)).toBe("open");
	});

	it("serves its own purpose only", async () => {
		const made = await issue(await makeActor(database));
		expect((await spend(await actorOfLink(made.token), "join")).refused?.[0]?.code).toBe("link-spent");
		expect(await codeOf(made.token)).toBe("open");
	});

	it("cannot be used by anyone but its holder", async () => {
		const asker = await makeActor(database);
		await issue(asker);
		for (const actor of [asker, nobody, system("test", asker.organisationId)])
			expect((await spend(actor)).refused?.[0]?.code).toBe("link-spent");
	});

	it("cannot issue links, nor can someone who acts for nobody", async () => {
		const asker = await makeActor(database);
		const holder = await actorOfLink((await issue(asker)).token);
		for (const actor of [holder, nobody, system("test"), { ...asker, organisationId: null }])
			await expect(issue(actor)).rejects.toThrow(/on behalf of an organisation/);
	});
});

describe("withdrawing a link", () => {
	it("is for who sent it and for administrators; to others it is missing", async () => {
		const organisation = await makeOrganisation(database);
		const administrator = await makeActor(database, { organisation });
		const sender = await makeActor(database, { organisation, roles: ["placement-coordinator"] });
		const colleague = await makeActor(database, { organisation, roles: ["employee"] });
		const stranger = await makeActor(database);
		const revoke = async (actor: Actor, id: string) =>
			(await database.commanding(actor, (work) => revokeLink(work, id))).refused?.[0]?.code ?? "done";

		const one = await issue(sender);
		expect(await revoke(nobody, one.tokenId)).toBe("missing");
		expect(await revoke(stranger, one.tokenId)).toBe("missing");
		expect(await revoke(stranger, newId())).toBe("missing");
		expect(await revoke(colleague, one.tokenId)).toBe("not-allowed");
		expect(await revoke(await actorOfLink(one.token), one.tokenId)).toBe("not-allowed");
		expect(await codeOf(one.token)).toBe("open");
		const holder = await actorOfLink(one.token);
		expect(await revoke(sender, one.tokenId)).toBe("done");
		expect(await codeOf(one.token)).toBe("revoked");
		expect((await spend(holder)).refused?.[0]?.code).toBe("link-spent");
		expect(await revoke(sender, one.tokenId)).toBe("missing");
		expect(await revoke(administrator, (await issue(sender)).tokenId)).toBe("done");
	});

	it("can be done to all links to an object, of one purpose or all", async () => {
		const asker = await makeActor(database);
		const objectId = newId();
		const [first, second, elsewhere] = [
			await issue(asker, { objectId }),
			await issue(asker, { objectId, purpose: "other" }),
			await issue(asker),
		];
		const open = () => database.reading(asker, (work) => listOpenLinks(work, { kind: "offer", id: objectId }));
		expect((await open()).map((link) => link.purpose)).toEqual(["other", "test"]);
		await database.commanding(asker, async (work) =>
			done(await revokeLinksTo(work, { kind: "offer", id: objectId }, "other")),
		);
		expect([await codeOf(first.token), await codeOf(second.token)]).toEqual(["open", "revoked"]);
		await database.commanding(asker, async (work) => done(await revokeLinksTo(work, { kind: "offer", id: objectId })));
		expect([await codeOf(first.token), await codeOf(elsewhere.token)]).toEqual(["revoked", "open"]);
		expect(await open()).toEqual([]);
	});

	it("reaches no other organisation", async () => {
		const [asker, stranger] = [await makeActor(database), await makeActor(database)];
		const made = await issue(asker);
		const object = { kind: "offer", id: made.objectId };
		expect(await database.reading(stranger, (work) => listOpenLinks(work, object))).toEqual([]);
		const outcome = await database.commanding(stranger, async (work) => done(await revokeLinksTo(work, object)));
		expect(outcome.done).toBe(0);
		expect(await codeOf(made.token)).toBe("open");
	});
});

describe("the page of a link", () => {
	const anonymous = () => new TestBrowser(product);

	it("says who asks and why, and sends the address nowhere", async () => {
		const asker = await makeActor(database, { name: "Anne Asker" });
		const membership = await makeMembership(database, { organisation: { ...(await organisationOf(asker)) } });
		const made = await issue(asker, {
			purpose: "join",
			objectKind: "membership",
			objectId: membership,
			reason: "Bli med <i>oss</i>",
		});
		const page = await anonymous().get(made.path);
		expect(page.status).toBe(200);
		for (const words of [
			"Anne Asker",
			asker.organisationName ?? "?",
			"Bli med &lt;i&gt;oss&lt;/i&gt;",
			"Se invitasjonen",
		])
			expect(page.body).toContain(words);
		expect(page.headers.get("Referrer-Policy")).toBe("same-origin");
		expect(page.headers.get("X-Robots-Tag")).toBe("noindex");
		expect(page.headers.get("Cache-Control")).toBe("private, no-store");
	});

	it("tells the holder of a real link why it no longer works, and everyone else the same", async () => {
		const asker = await makeActor(database);
		const made = await issue(asker, { purpose: "join" });
		const strange = await issue(asker, { purpose: "nobody-registered" });
		const statusOf = async (path: string) => {
			const page = await anonymous().get(path);
			return [page.status, /<h1[^>]*>([^<]*)/.exec(page.body)?.[1]];
		};
		const unknown = [404, "Lenken virker ikke"];
		expect(await statusOf(`/link/${"a".repeat(43)}`)).toEqual(unknown);
		expect(await statusOf(`/link/${encodeURIComponent("' or 1=1 --")}`)).toEqual(unknown);
		expect(await statusOf(`/link/${made.tokenId}`)).toEqual(unknown);
		expect(await statusOf(strange.path)).toEqual(unknown);
		await database.commanding(asker, (work) => revokeLink(work, made.tokenId));
		expect(await statusOf(made.path)).toEqual([410, "Lenken er trukket tilbake"]);
	});

	it("opens in the language of the letter, and in the reader's own where they have chosen one", async () => {
		const asker = await makeActor(database);
		const made = await issue(asker, { purpose: "join", language: "nn" });
		const languageOf = async (browser: TestBrowser, path: string) =>
			/<html lang="(..)"/.exec((await browser.get(path)).body)?.[1];
		const reader = anonymous();
		const first = await reader.once(made.path, undefined, { "Accept-Language": "en-GB" });
		expect([first.status, first.headers.get("Location")]).toEqual([303, `${made.path}?language=nn`]);
		expect(await languageOf(reader, made.path)).toBe("nn");
		// Whoever keeps no cookies is sent on once, and no more.
		expect((await anonymous().once(`${made.path}?language=nn`, undefined, { "Accept-Language": "en" })).status).toBe(
			200,
		);
		const chooser = anonymous();
		await chooser.post("/language", { language: "en", to: "/sign-in" });
		expect(await languageOf(chooser, made.path)).toBe("en");
		const silent = await issue(asker, { purpose: "join" });
		expect((await anonymous().once(silent.path, undefined, { "Accept-Language": "en" })).status).toBe(200);
	});

	it("says why in the language it is read in, where the program said it, and as it was written where a person did", async () => {
		const asker = await makeActor(database);
		const words = { nb: "Hva trenger dere?", nn: "Kva treng de?", en: "What do you need?" };
		const whyOf = async (path: string, language: Language) => {
			const reader = anonymous();
			await reader.post("/language", { language, to: "/sign-in" });
			const { body } = await reader.get(path);
			return [...Object.values(words), "Vi trenger svar."].filter((one) => body.includes(one));
		};
		const said = await issue(asker, { purpose: "join", language: "nn", reason: (language) => words[language] });
		expect(await Promise.all(languages.map((language) => whyOf(said.path, language)))).toEqual(
			languages.map((language) => [words[language]]),
		);
		const written = await issue(asker, { purpose: "join", language: "nn" });
		expect(await whyOf(written.path, "en")).toEqual(["Vi trenger svar."]);
	});

	it("stops those who guess long before those who follow links", async () => {
		const guesser = new TestBrowser(product, "203.0.113.9");
		const statuses: number[] = [];
		for (let tries = 0; tries < 41; tries++)
			statuses.push((await guesser.once(`/link/${String(tries).padStart(43, "x")}`)).status);
		expect(statuses).toContain(429);
		expect(statuses[0]).toBe(404);
	}, 60_000);
});

async function organisationOf(actor: {
	organisationId: string;
	organisationName: string | null;
	organisationKind: string | null;
}) {
	return { id: actor.organisationId, name: actor.organisationName ?? "", kind: actor.organisationKind ?? "" };
}

describe("an invitation", () => {
	async function invite() {
		const inviter = await makeActor(database);
		const organisation = await organisationOf(inviter);
		const membership = await makeMembership(database, { organisation, name: "Invitert Person", role: "manager" });
		const made = await issue(inviter, { purpose: "join", objectKind: "membership", objectId: membership });
		return { inviter, organisation, membership, ...made };
	}
	async function holderOf(membership: string): Promise<string | null> {
		const { rows } = await owner.query("select person_id from organisation.membership where id = $1", [membership]);
		return rows[0]?.person_id ?? null;
	}

	it("shows what it offers to whoever holds the link, and asks them to sign in", async () => {
		const { path, organisation } = await invite();
		const page = await new TestBrowser(product).get(`${path}/join`);
		expect(page.status).toBe(200);
		for (const words of [`Bli med i ${organisation.name}`, "Invitert Person", "Logg inn for å ta imot"])
			expect(page.body).toContain(words);
		expect(page.headers.get("Referrer-Policy")).toBe("same-origin");
		const sent = await new TestBrowser(product).once(`${path}/join`, {});
		expect(sent.headers.get("Location")).toBe(`/sign-in?to=${encodeURIComponent(`${path}/join`)}`);
	});

	it("ties the role to the person signed in, who then represents the organisation", async () => {
		const { path, organisation, membership } = await invite();
		const person = await makeActor(database);
		const browser = await signedInBrowser(product, person);
		expect((await browser.get(`${path}/join`)).body).toContain(`Ta imot som ${person.name}`);
		const answer = await browser.once(`${path}/join`, {});
		expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/"]);
		expect(await holderOf(membership)).toBe(person.personId);
		expect((await browser.get("/administration/log")).body).toContain(organisation.name);
		const { rows } = await owner.query(
			"select verb, about_person_id from audit.entry where organisation_id = $1 and verb like 'membership%'",
			[organisation.id],
		);
		expect(rows).toEqual([{ verb: "membership.accept", about_person_id: person.personId }]);
		expect((await browser.get(path)).status).toBe(410);
	});

	it("is not taken twice, and not from the one who has it", async () => {
		const { membership, inviter, organisation } = await invite();
		const [first, second] = [await makeActor(database), await makeActor(database)];
		await owner.query("update organisation.membership set person_id = $1 where id = $2", [first.personId, membership]);
		const again = await issue(inviter, { purpose: "join", objectKind: "membership", objectId: membership });
		const page = await (await signedInBrowser(product, second)).get(`${again.path}/join`);
		expect(page.body).toContain("Noen andre har allerede tatt imot");
		const outcome = await database.commanding(await actorOfLink(again.token), (work) => acceptInvitation(work, second));
		expect(outcome.refused?.[0]?.code).toBe("taken");
		expect(await holderOf(membership)).toBe(first.personId);
		expect(await codeOf(again.token)).toBe("open");
		expect(organisation.id).toBe(inviter.organisationId);
	});

	it("reaches one membership only, whatever link it is tried with", async () => {
		const [mine, theirs] = [await invite(), await invite()];
		const person = await makeActor(database);
		const forged: Actor = { ...(await forgedActor(mine.token)), objectId: theirs.membership };
		const outcome = await database.commanding(forged, (work) => acceptInvitation(work, person));
		expect(outcome.refused?.[0]?.code).toBe("link-spent");
		expect(await holderOf(theirs.membership)).toBeNull();
	});

	it("is gone when the role has ended", async () => {
		const { token, membership } = await invite();
		await owner.query("update organisation.membership set valid_to = '2021-01-01' where id = $1", [membership]);
		const person = await makeActor(database);
		const outcome = await database.commanding(await actorOfLink(token), (work) => acceptInvitation(work, person));
		expect(outcome.refused?.[0]?.code).toBe("link-spent");
	});

	it("is no way to a page of another purpose", async () => {
		const made = await issue(await makeActor(database), { purpose: "test" });
		const answer = await new TestBrowser(product).once(`${made.path}/join`);
		expect(answer.headers.get("Location")).toBe(made.path);
	});
});

async function forgedActor(token: string) {
	const actor = (await openLink(database, token)).done?.actor;
	if (!actor) throw new Error("the link does not open");
	return actor;
}
