import type { Work } from "../../../database/work.server.ts";
import { defineText, type Language } from "../../../language.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { countUnanswered } from "../request/service.server.ts";
import { mayCoordinate } from "../rules.ts";
import { listCapacity, listProgress } from "./collection.server.ts";

const text = defineText({
	nb: {
		answer: (site: string) => `Si hvor mange studenter ${site} kan ta imot`,
		approve: (count: number, name: string) => `Godkjenn ${count} svar i ${name}`,
		unanswered: (count: number, name: string) => `${count} steder har ikke svart i ${name}`,
		requests: (count: number) =>
			count === 1 ? "Svar på en bestilling av praksisplasser" : `Svar på ${count} bestillinger av praksisplasser`,
		overdue: (count: number) =>
			count === 1
				? "En bestilling har ikke fått svar innen fristen"
				: `${count} bestillinger har ikke fått svar innen fristen`,
	},
	nn: {
		answer: (site: string) => `Sei kor mange studentar ${site} kan ta imot`,
		approve: (count: number, name: string) => `Godkjenn ${count} svar i ${name}`,
		unanswered: (count: number, name: string) => `${count} stader har ikkje svart i ${name}`,
		requests: (count: number) =>
			count === 1 ? "Svar på ei tinging av praksisplassar" : `Svar på ${count} tingingar av praksisplassar`,
		overdue: (count: number) =>
			count === 1
				? "Ei tinging har ikkje fått svar innan fristen"
				: `${count} tingingar har ikkje fått svar innan fristen`,
	},
	en: {
		answer: (site: string) => `Say how many students ${site} can receive`,
		approve: (count: number, name: string) => `Approve ${count} answers in ${name}`,
		unanswered: (count: number, name: string) => `${count} sites have not answered in ${name}`,
		requests: (count: number) =>
			count === 1 ? "Answer a request for placements" : `Answer ${count} requests for placements`,
		overdue: (count: number) =>
			count === 1 ? "A request has no answer in time" : `${count} requests have no answer in time`,
	},
});

/** So many sites to answer for are told one by one. */
const mostSites = 5;

/** What waits in capacity and requests: answers to give, to approve, and to be reminded of. */
export async function findWaitingCapacity(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const { language } = actor;
	return mayCoordinate(await mandateOf(work)) ? forCoordinators(work, language) : forLeaders(work, language);
}

async function forLeaders(work: Work, language: Language): Promise<WaitingItem[]> {
	const { rows } = await listCapacity(work, { state: "asked", period: "current", pageSize: mostSites });
	return rows.map((row) => ({
		key: `placement.capacity.${row.id}`,
		title: text[language].answer(row.siteName),
		path: `/placement/capacity/${row.id}/answer`,
		urgency: row.dueOn !== null && row.dueOn < work.today ? "now" : "soon",
		...(row.dueOn === null ? {} : { dueOn: row.dueOn }),
	}));
}

async function forCoordinators(work: Work, language: Language): Promise<WaitingItem[]> {
	const words = text[language];
	const items: WaitingItem[] = [];
	const [collections, asked, ordered] = await Promise.all([
		listProgress(work),
		countUnanswered(work, "asked"),
		countUnanswered(work, "ordered"),
	]);
	for (const collection of collections) {
		const { id, name, dueOn, asked, answered, toApprove, state } = collection;
		const path = `/placement/capacity/collections/${id}`;
		if (toApprove > 0)
			items.push({
				...{ key: `placement.approve.${id}`, title: words.approve(toApprove, name), path: `${path}?state=answered` },
				urgency: "soon",
			});
		if (state === "open" && dueOn < work.today && asked > answered)
			items.push({
				...{ key: `placement.unanswered.${id}`, title: words.unanswered(asked - answered, name) },
				...{ path: `${path}?state=asked`, urgency: "now", dueOn },
			});
	}
	if (asked.sent > 0)
		items.push({
			...{ key: "placement.requests.asked", title: words.requests(asked.sent) },
			...{ path: "/placement/requests?side=asked", urgency: asked.overdue > 0 ? "now" : "soon" },
			...(asked.first === null ? {} : { dueOn: asked.first }),
		});
	if (ordered.overdue > 0)
		items.push({
			...{ key: "placement.requests.overdue", title: words.overdue(ordered.overdue) },
			...{ path: "/placement/requests?side=ordered&standing=overdue", urgency: "soon" },
		});
	return items;
}
