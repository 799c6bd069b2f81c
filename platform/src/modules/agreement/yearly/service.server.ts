import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import type { AgreementRefusal } from "../contract.ts";
import { keptBy, type Opened, openAgreement, tellLife } from "../open.server.ts";
import type { Yearly, YearlyAsking } from "./contract.ts";
import { monthOfAsking, nextAsking } from "./rules.ts";
import * as store from "./store.server.ts";
import { yearlyText } from "./text.ts";

/** How the parties to an agreement are asked, and who has answered. */
export async function readYearly(work: Work, { agreement }: Pick<Opened, "agreement">): Promise<Yearly> {
	const asking = await store.findAsking(work, agreement);
	const asked = await store.listAsked(work, agreement);
	return {
		...{ asking, month: monthOfAsking(asking, agreement), next: nextAsking(asking, agreement, asked, work.today) },
		asked: asked.filter(({ year }) => year === asked[0]?.year),
	};
}

/** Says whether and when the parties are asked once a year. Any party may; it stands in the life of the agreement. */
export async function changeAsking(
	work: Work,
	agreementId: string,
	asking: YearlyAsking,
): Promise<Outcome<undefined, AgreementRefusal>> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused) return opened;
	const { agreement, can } = opened.done;
	if (!can.follow) return refused("not-allowed");
	const before = await store.findAsking(work, agreement);
	if (before.asks === asking.asks && before.month === asking.month) return done(undefined);
	await store.setAsking(work, agreement, asking);
	if (before.asks !== asking.asks)
		await tellLife(work, opened.done, { what: asking.asks ? "asking-on" : "asking-off" });
	await record(work, {
		...{ verb: "agreement.change-asking", objectKind: "agreement", objectId: agreementId, detail: asking },
	});
	return done(undefined);
}

/** How long an answer that was asked for waits on the front page, days. */
const waitsFor = 120;
const named = 3;

/** What an organisation was asked that its agreements have led to, and has not answered: for those who keep agreements. */
export async function findResultsToGive(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person") return [];
	const organisationId = await keptBy(work);
	if (organisationId === undefined) return [];
	const unanswered = await store.listUnanswered(work, organisationId, addDays(work.today, -waitsFor));
	const [first] = unanswered;
	if (first === undefined) return [];
	const words = yearlyText[actor.language];
	const rest = unanswered.slice(1, 1 + named).map(({ title }) => title);
	return [
		{
			key: "agreement.results",
			title: words.toGive(first.title, String(first.year)),
			...(rest.length > 0 && { note: words.thenThese(rest.join(", ")) }),
			path: `/agreements/${first.id}/results/answer?year=${first.year}`,
			urgency: "soon",
		},
	];
}
