import type { Work } from "../../../database/work.server.ts";
import { addDays, momentBefore } from "../../../day.ts";
import { done, finished, type Outcome } from "../../../outcome.ts";
import { demoPlaces } from "../../organisation/service.server.ts";
import {
	addHelp,
	answerOffer,
	askForHelp,
	beginHelping,
	endHelping,
	letIn,
	listHelp,
	noteContact,
	offerHelp,
	openHelp,
} from "../service.server.ts";
import { demoContacts, demoHelp } from "./help.ts";

const idOf = (number: string) => demoPlaces().municipalities.find((one) => one.number === number)?.id ?? "";

/** The municipalities that are offered something in the demo, or ask for it. */
export function demoHelpedIds(): readonly string[] {
	return [...new Set(demoHelp.flatMap(({ offers }) => offers.map(({ to }) => to)))].map(idOf);
}

/** The same work as if it were done some days ago. */
function earlier(work: Work, days: number): Work {
	return { ...work, today: addDays(work.today, -days), now: momentBefore(work.now, days) };
}

/** What the organisation acted for helps with, whom it has offered it, and whom it has been in contact with. */
export async function seedHelpOffered(work: Work): Promise<Outcome<undefined>> {
	if ((await listHelp(work)).some(({ isOwn }) => isOwn)) return done(undefined);
	for (const { facts, offers } of demoHelp) {
		const { id } = finished(await addHelp(work, facts));
		for (const { to, because, said, asked } of offers) {
			if (asked) continue;
			const then = earlier(work, said);
			finished(await offerHelp(then, id, { partyId: idOf(to), because, answerBy: addDays(then.today, 21) }));
		}
	}
	for (const { with: number, ago, ...contact } of demoContacts)
		finished(await noteContact(work, idOf(number), { ...contact, onDay: addDays(work.today, -ago) }));
	return done(undefined);
}

/** What the municipality acted for answers and asks for; one of them lets the centre follow its projects. */
export async function seedHelpAnswered(work: Work): Promise<Outcome<undefined>> {
	const { actor } = work;
	const self = actor.kind === "system" ? actor.organisationId : null;
	for (const help of await listHelp(work)) {
		const said = demoHelp.find(({ facts }) => facts.title === help.title)?.offers ?? [];
		for (const { to, answer, asked, because, said: ago } of said) {
			if (idOf(to) !== self) continue;
			const offer = help.offers.find(({ partyId }) => partyId === self);
			if (asked && !offer)
				finished(
					await askForHelp(earlier(work, ago), help.id, {
						...{ because, localName: asked.name, localRole: asked.role, localEmail: null },
					}),
				);
			if (answer && offer?.answer === null)
				finished(await answerOffer(earlier(work, ago - 7), help.id, offer.id, { ...answer, version: offer.version }));
		}
		if (self === idOf("5038") && help.title === demoHelp[0]?.facts.title)
			finished(await letIn(earlier(work, 200), { partyId: help.organisationId, supervisorsToo: false }));
	}
	return done(undefined);
}

/** What the organisation acted for has begun to help with, and finished. */
export async function seedHelpBegun(work: Work): Promise<Outcome<undefined>> {
	for (const { id, title } of await listHelp(work))
		for (const { to, began, said } of demoHelp.find(({ facts }) => facts.title === title)?.offers ?? []) {
			const offer = () => openHelp(work, id).then((help) => help?.offers.find(({ partyId }) => partyId === idOf(to)));
			const waits = began && (await offer());
			if (!waits || waits.beganOn !== null) continue;
			const then = earlier(work, said - 21);
			finished(await beginHelping(then, id, waits.id, { beganBecause: "", version: waits.version }));
			const going = began.result === undefined ? undefined : await offer();
			if (going && began.result !== undefined)
				finished(await endHelping(earlier(work, 40), id, going.id, { result: began.result, version: going.version }));
		}
	return done(undefined);
}
