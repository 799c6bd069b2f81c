import type { Work } from "../../../database/work.server.ts";
import { defineText } from "../../../language.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { mayAnswerForAll } from "../rules.ts";
import { emailsOf } from "./rules.ts";
import { type ListedProject, listProjects, readingOf } from "./service.server.ts";
import { hasProjects } from "./store.server.ts";

const text = defineText({
	nb: {
		status: (title: string) => `Si hvordan det står til: ${title}`,
		statusNote: "Det tar to minutter, og de andre ser hvor dere er.",
		stuck: (title: string) => `${title} står fast`,
		stuckNote: "Se hva som er i veien, og hvem som kan hjelpe.",
		over: (title: string) => `Bestem hva som skjer med ${title}`,
		overNote: "Siste dag er passert. Fortsett, endre, gå over i drift eller stopp.",
		followUp: (title: string) => `Er det fortsatt i bruk? ${title}`,
		followUpNote: "Prosjektet er avsluttet. Si hva som er i bruk nå.",
	},
	nn: {
		status: (title: string) => `Sei korleis det står til: ${title}`,
		statusNote: "Det tek to minutt, og dei andre ser kor de er.",
		stuck: (title: string) => `${title} står fast`,
		stuckNote: "Sjå kva som er i vegen, og kven som kan hjelpe.",
		over: (title: string) => `Bestem kva som skjer med ${title}`,
		overNote: "Siste dag er passert. Hald fram, endre, gå over i drift eller stopp.",
		followUp: (title: string) => `Er det framleis i bruk? ${title}`,
		followUpNote: "Prosjektet er avslutta. Sei kva som er i bruk no.",
	},
	en: {
		status: (title: string) => `Say how it stands: ${title}`,
		statusNote: "It takes two minutes, and the others see where you are.",
		stuck: (title: string) => `${title} is stuck`,
		stuckNote: "See what is in the way, and who can help.",
		over: (title: string) => `Decide what becomes of ${title}`,
		overNote: "The last day has passed. Go on, change, go into operations or stop.",
		followUp: (title: string) => `Is it still in use? ${title}`,
		followUpNote: "The project has ended. Say what is in use now.",
	},
});

/**
 * What projects wait for: of those who lead or stand in, a status and a decision; of the owner, help, a decision and what is
 * in use afterwards. Who answers for all is told where nobody by an account is named.
 */
export async function findWaitingProjects(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	if (!(await hasProjects(work, actor.organisationId))) return [];
	const reading = await readingOf(work);
	if (!reading) return [];
	const { email, asker } = reading;
	const isOne = (...emails: (string | null)[]) =>
		email !== null && emails.some((one) => one?.toLowerCase() === email.toLowerCase());
	return (await listProjects(work, reading)).flatMap((project): WaitingItem[] => {
		const nobody = emailsOf(project).length === 0 && mayAnswerForAll(asker);
		return itemsOf(work, project, {
			leads: nobody || isOne(project.leaderEmail, project.deputyEmail),
			owns: nobody || isOne(project.ownerEmail),
		});
	});
}

function itemsOf(work: Work, project: ListedProject, is: { readonly leads: boolean; readonly owns: boolean }) {
	const words = text[work.actor.kind === "person" ? work.actor.language : "nb"];
	const { id, title, stalls, statusDue, followUps } = project;
	const path = `/development/projects/${id}`;
	const items: WaitingItem[] = [];
	if (is.leads && stalls.includes("no-status") && statusDue !== null)
		items.push({
			...{ key: `development.status.${id}`, title: words.status(title), note: words.statusNote },
			...{ path: `${path}/status/new`, urgency: "soon", dueOn: statusDue },
		});
	if (is.owns && stalls.includes("stuck"))
		items.push({
			...{ key: `development.stuck.${id}`, title: words.stuck(title), note: words.stuckNote },
			...{ path: `${path}/status`, urgency: "now" },
		});
	if ((is.owns || is.leads) && stalls.includes("over-end"))
		items.push({
			...{ key: `development.over.${id}`, title: words.over(title), note: words.overNote },
			...{ path: `${path}/end`, urgency: "soon", dueOn: project.lastDay },
		});
	const [due] = followUps.filter(({ answeredOn, dueOn }) => answeredOn === null && dueOn <= work.today);
	// Whoever led it remembers most, and may be the only one named.
	if ((is.owns || is.leads) && due)
		items.push({
			...{ key: `development.follow-up.${due.id}`, title: words.followUp(title), note: words.followUpNote },
			...{ path: `${path}/follow-ups/${due.id}`, urgency: "soon", dueOn: due.dueOn },
		});
	return items;
}
