import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor } from "../../../../test/make.ts";
import type { Work } from "../../../database/work.server.ts";
import { addDays, dayOf } from "../../../day.ts";
import { type Actor, system } from "../../../identity/actor.ts";
import { openLink } from "../../../identity/link-token.server.ts";
import type { Language } from "../../../language.ts";
import type { Outcome } from "../../../outcome.ts";
import * as agreements from "../../agreement/service.server.ts";
import type { Hearing } from "./contract.ts";
import * as service from "./service.server.ts";

const database = await openTestDatabase();

async function does<Value>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value>>): Promise<Value> {
	const outcome = await database.commanding(actor, verb);
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done;
}

it("gives those invited the text of an agreement as it was when the hearing was sent, and no other", async () => {
	const holder = await makeActor(database, { roles: ["manager"] });
	const other = await makeActor(database, { roles: ["manager"] });
	const email = `gerd${Math.random()}@example.no`;
	const invited = await makeActor(database, { roles: ["employee"], email });
	const agreement = await does(holder, (work) =>
		agreements.createAgreement(work, {
			...{ kind: "framework", level: "top", title: "Om hjemmetjenester", purpose: "Flere skal kunne bo hjemme." },
			...{ legalForm: null, sector: null, parentId: null, firstDay: null, lastDay: null, noticeMonths: null },
			...{ renewalMonths: 6, partyIds: [other.organisationId], themes: ["placements"] },
		}),
	);
	const today = dayOf(new Date());
	const hearing = async (objectId: string) => {
		const facts = {
			...{ title: "Om hjemmetjenester", body: "", question: "Er noe glemt?", phase: "plan" as const, showsAll: false },
			...{ lastDay: addDays(today, 14), objectKind: "agreement", objectId },
		};
		const { id } = await does(holder, (work) => service.createHearing(work, facts));
		const asked = { role: "user-council" as const, name: "Gerd", email, partyId: null };
		const invitee = await does(holder, (work) => service.addInvitee(work, id, asked));
		return { id, inviteeId: invitee.id };
	};
	/** Which hearings' texts the database itself gives somebody, and what they read of one in a language. */
	const seenBy = (actor: Actor, language: Language, opens: (work: Work) => Promise<Hearing | undefined>) =>
		database.reading(actor, async (work) => {
			const rows = await work.db.selectFrom("meeting.hearing_text").select("hearing_id").execute();
			const found = await opens(work);
			const text = found && (await service.readObject(work, found, language));
			return { hearings: new Set(rows.map((row) => row.hearing_id)), text: JSON.stringify(text ?? null) };
		});
	const read = (actor: Actor, id: string) =>
		seenBy(actor, "nb", async (work) => (await service.openHearing(work, id)).done?.hearing);
	const byLink = (actor: Actor) =>
		seenBy(actor, "en", async (work) => (await service.openHearingLink(work)).done?.whole.hearing);
	const send = (id: string) =>
		does(holder, (work) => service.sendHearing(work, id, 1, { mails: true, language: "nb" as const }));
	const { id, inviteeId } = await hearing(agreement.id);
	// A draft is read by those who keep it, as the agreement is now.
	expect((await read(holder, id)).text).toContain("Flere skal kunne bo hjemme.");
	expect((await read(holder, id)).hearings).toEqual(new Set());
	await send(id);
	const second = await hearing(agreement.id);
	await send(second.id);
	await does(holder, async (work) => {
		await work.db
			.updateTable("agreement.agreement")
			.set({ purpose: "Noe annet." })
			.where("id", "=", agreement.id)
			.execute();
		return { done: undefined };
	});
	// The holder reads both, as they were sent; the link one of them, in the language of whoever reads.
	expect(await read(holder, id)).toMatchObject({ hearings: new Set([id, second.id]) });
	expect((await read(holder, id)).text).not.toContain("Noe annet.");
	const { path } = await does(holder, (work) => service.makeInputLink(work, id, inviteeId));
	const link = await openLink(database, path.split("/").at(-1) ?? "");
	if (link.refused) throw new Error("the link was refused");
	const seen = await byLink(link.done.actor);
	expect(seen.hearings).toEqual(new Set([id]));
	expect(seen.text).toContain("Flere skal kunne bo hjemme.");
	expect(seen.text).toContain("Purpose");
	expect(seen.text).not.toContain(email);
	// Whoever is invited by an address reads it once the address is theirs; strangers, and parties not asked, do not.
	expect((await read(invited, id)).hearings).toEqual(new Set());
	await does(system("sign-in"), async (work) => {
		await service.bindInvitees(work, invited.personId, email);
		return { done: undefined };
	});
	expect((await read(invited, id)).text).toContain("Flere skal kunne bo hjemme.");
	expect(await read(other, id)).toEqual({ hearings: new Set(), text: "null" });
});
