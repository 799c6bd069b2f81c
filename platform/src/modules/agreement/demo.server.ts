import type { Work } from "../../database/work.server.ts";
import { addDays, momentBefore } from "../../day.ts";
import { record } from "../../identity/audit.server.ts";
import { done, finished, type Outcome } from "../../outcome.ts";
import { demoPlaces } from "../organisation/service.server.ts";
import { approveFor } from "./approval.server.ts";
import { commentFor } from "./comment.server.ts";
import { findContent } from "./content.store.server.ts";
import { type DemoAgreement, type DemoPlace, demoAgreements } from "./demo/agreements.ts";
import { seedAround } from "./demo/around.server.ts";
import { daysFrom } from "./demo/days.ts";
import * as parts from "./part.store.server.ts";
import * as partyStore from "./party.store.server.ts";
import { answerFor, publishAgreement } from "./publish/proposal.server.ts";
import {
	addParty,
	createAgreement,
	fillThemes,
	openAgreement,
	openForSigning,
	putForward,
	sign,
} from "./service.server.ts";

/** The same work as if it were done so many days ago; organisations are those of today. */
function earlier(work: Work, days: number): Work {
	return { ...work, now: momentBefore(work.now, days) };
}

/** Who keeps the agreements of the demo, by place. */
export function demoKeepers(): readonly { readonly at: DemoPlace; readonly id: string }[] {
	return (["stjordal", "ntnu"] as const).map((at) => ({ at, id: demoIds()[at] }));
}

function demoIds(): Readonly<Record<DemoPlace, string>> {
	const { municipalities, institutions } = demoPlaces();
	const municipality = (number: string) => municipalities.find((one) => one.number === number)?.id ?? "";
	const institution = (key: string) => institutions.find((one) => one.key === key)?.id ?? "";
	return {
		...{ stjordal: municipality("5035"), trondheim: municipality("5001"), levanger: municipality("5037") },
		...{ ntnu: institution("institution-1150"), nord: institution("institution-1174") },
	};
}

/**
 * The agreements one organisation of the demo region keeps, one at each standing, so that somebody has something to answer,
 * to sign and to renew. Runs as the program on behalf of the keeper. Once only.
 */
export async function seedAgreementDemo(work: Work, at: DemoPlace): Promise<Outcome<{ agreements: number }>> {
	const ids = demoIds();
	const there = await work.db
		.selectFrom("agreement.agreement")
		.select("id")
		.where("organisation_id", "=", ids[at])
		.limit(1)
		.executeTakeFirst();
	const own = demoAgreements.filter(({ keeper }) => keeper === at);
	if (there || Object.values(ids).includes("")) return done({ agreements: 0 });
	const made: string[] = [];
	for (const one of own) made.push(await make(work, one, ids));
	const [first] = made;
	if (at === "stjordal" && first !== undefined) await seedAround(work, await open(work, first), ids);
	await record(work, {
		verb: "demo.seed",
		objectKind: "agreement",
		objectId: null,
		detail: { agreements: own.length },
	});
	return done({ agreements: own.length });
}

async function make(work: Work, one: DemoAgreement, ids: Readonly<Record<DemoPlace, string>>): Promise<string> {
	const then = earlier(work, one.daysAgo);
	const [first, ...others] = one.with;
	if (first === undefined) throw new Error(`${one.title} of the demo is with nobody`);
	const { id } = finished(
		await createAgreement(then, {
			...{ kind: one.kind, level: one.level, title: one.title, purpose: one.purpose, legalForm: one.legalForm ?? null },
			sector: one.sector ?? null,
			...{ ...daysFrom(work.today, one.days), noticeMonths: 6, renewalMonths: 6, parentId: null },
			...{ partyIds: [ids[first]], themes: [...one.themes] },
		}),
	);
	for (const place of others) finished(await addParty(then, id, ids[place]));
	finished(await fillThemes(then, id, "nb"));
	await detail(then, id, one);
	if (one.until === "draft") return id;
	const proposed = await open(then, id);
	const { number } = finished(
		await putForward(then, id, { version: proposed.agreement.version, message: one.message ?? "" }),
	);
	for (const { at: place, name, body } of one.comments ?? []) {
		const opened = { ...(await open(then, id)), organisationId: ids[place] };
		finished(await commentFor(then, opened, { part: opened.themes[0]?.id ?? "all", body }, name));
	}
	if (one.until === "negotiating") return id;
	for (const place of one.with) {
		const opened = { ...(await open(then, id)), organisationId: ids[place] };
		finished(await approveFor(then, opened, number, one.signers[place]?.name ?? null));
	}
	finished(await openForSigning(then, id, (await open(then, id)).agreement.version));
	for (const [place, signer] of Object.entries(one.signers)) {
		const party = isPlace(place) ? ids[place] : "";
		if (one.until === "signing" && !signer.early) continue;
		const { agreement } = await open(then, id);
		const text = await findContent(then, agreement, number);
		const signature = { partyId: party, name: signer.name, as: signer.as, signedOn: addDays(work.today, -one.daysAgo) };
		finished(await sign(then, id, { ...signature, fingerprint: text?.fingerprint ?? "" }, "file"));
	}
	if (one.published) {
		finished(await publishAgreement(then, id, { audience: "everybody", wholeText: true }));
		for (const place of one.with) {
			const opened = { ...(await open(then, id)), organisationId: ids[place] };
			finished(await answerFor(then, opened, { answer: "agree", reason: null }, one.signers[place]?.name ?? null));
		}
	}
	// What was told long ago has been read.
	if (one.until === "signed")
		await work.db.deleteFrom("notice.notice").where("link", "=", `/agreements/${id}`).execute();
	return id;
}

function isPlace(place: string): place is DemoPlace {
	return Object.hasOwn(demoIds(), place);
}

async function open(work: Work, id: string) {
	return finished(await openAgreement(work, id, null));
}

/** Numbers in the promises, people who answer, and what the regulation asks for; written straight into the draft. */
async function detail(work: Work, id: string, one: DemoAgreement): Promise<void> {
	const { agreement, commitments, parties, themes, organisationId: own } = await open(work, id);
	const access = { readers: [own], writers: [own] };
	for (const [index, promise] of commitments.entries()) {
		const facts = { ...promise, profession: null, amount: one.amounts[index] ?? null };
		await parts.updateCommitment(work, agreement, promise.id, facts, promise.version);
	}
	for (const [kind, body] of one.provisions ?? [])
		await parts.writeProvision(work, agreement, { kind, body }, null, access);
	for (const { organisationId, name } of parties) {
		const person = one.coordinators?.find(({ of }) => name.startsWith(of));
		if (!person) continue;
		await partyStore.updateParty(work, agreement, organisationId, {
			...{ coordinator_name: person.name, coordinator_email: person.email, deputy_name: person.deputy ?? null },
		});
		for (const theme of themes)
			await parts.writeContact(
				work,
				agreement,
				{
					...{ themeId: theme.id, partyId: organisationId, name: person.name, email: person.email },
					...{ deputyName: person.deputy ?? "", deputyEmail: null },
				},
				access.readers,
			);
	}
}
