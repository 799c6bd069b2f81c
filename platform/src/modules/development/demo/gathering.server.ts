import type { Work } from "../../../database/work.server.ts";
import { addDays, dayOf } from "../../../day.ts";
import { done, finished, type Outcome } from "../../../outcome.ts";
import type { CardFacts } from "../gathering/contract.ts";
import { addTask, fillCard, listNetworks, openGathering, openNetwork } from "../service.server.ts";

/** How two members stand before they meet; the others have not filled in. Invented. */
const cards: readonly Omit<CardFacts, "memberId" | "taskIds">[] = [
	{
		...{ standing: "as-planned", done: "To avdelinger veier alle beboerne hver måned.", help: "" },
		next: "De tre siste avdelingene begynner etter nyttår.",
	},
	{
		...{ standing: "stuck", done: "Kurset er holdt, men bare for dagvaktene." },
		next: "Finne en måte å nå nattevaktene på.",
		help: "Har noen fått til opplæring om natten uten å leie inn?",
	},
];

/** Work set up for the next gathering of the network the organisation acted for keeps, and how two members stand before it. */
export async function seedGatheringDemo(work: Work): Promise<Outcome<undefined>> {
	const network = (await listNetworks(work)).find(({ isOwn }) => isOwn);
	const opened = network && (await openNetwork(work, network.id));
	const next = opened?.gatherings.toReversed().find(({ startsAt }) => startsAt > work.now);
	if (!network || !next) return done(undefined);
	const before = await openGathering(work, network.id, next.id);
	if (!before || before.tasks.length > 0) return done(undefined);
	const dueOn = addDays(dayOf(next.startsAt), -4);
	const task = "Ta med ett eksempel på en beboer som spiste for lite, uten navn og uten noe som kan kjennes igjen";
	finished(await addTask(work, network.id, next.id, { task, dueOn }));
	const after = await openGathering(work, network.id, next.id);
	const taskIds = after?.tasks.map(({ id }) => id) ?? [];
	for (const [at, card] of cards.entries()) {
		const member = before.fillsFor[at];
		if (member)
			finished(
				await fillCard(work, network.id, next.id, { ...card, memberId: member.id, taskIds: at === 0 ? taskIds : [] }),
			);
	}
	return done(undefined);
}
