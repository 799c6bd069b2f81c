import type { RouterContextProvider } from "react-router";
import type { Work } from "../database/work.server.ts";
import type { Outcome } from "../outcome.ts";
import { redirect } from "../redirect.server.ts";
import { type Visit, visit } from "../visit.server.ts";
import { type Link, type LinkActor, type LinkRefusal, openLink } from "./link-token.server.ts";
import { limit } from "./rate.server.ts";

/** A visit by someone who holds a link: units of work run as the link's actor, bound to its organisation. */
export type LinkVisit = {
	readonly visit: Visit;
	readonly link: Link;
	readonly actor: LinkActor;
	reading<Value>(work: (work: Work) => Promise<Value>): Promise<Value>;
	commanding<Value, Code extends string>(
		work: (work: Work) => Promise<Outcome<Value, Code>>,
	): Promise<Outcome<Value, Code>>;
};

/**
 * Opens the link a page was reached by, within the limits of its sender. The address holds a secret: the answer tells
 * browsers to send it to no other site. Guesses at links are counted much more strictly than links that work.
 */
export async function findLink(
	context: Readonly<RouterContextProvider>,
	token: string,
): Promise<Outcome<LinkVisit, LinkRefusal>> {
	const current = visit(context);
	// Not `no-referrer`: without script a form on the page would then not say where it comes from, and be refused.
	current.answerHeaders.set("Referrer-Policy", "same-origin");
	current.answerHeaders.set("X-Robots-Tag", "noindex");
	await limit(context, "link");
	const opened = await openLink(current.house.database, token);
	if (opened.refused) {
		if (opened.refused[0]?.code === "unknown") await limit(context, "unknown-link");
		return opened;
	}
	const { actor, link } = opened.done;
	const { database } = current.house;
	return {
		done: {
			visit: current,
			link,
			actor,
			reading: (work) => database.reading(actor, work),
			commanding: (work) => database.commanding(actor, work),
		},
	};
}

/** For the page of a purpose: the link must work and be for this purpose, else its first page says why it does not. */
export async function linkVisit(
	context: Readonly<RouterContextProvider>,
	token: string,
	purpose: string,
): Promise<LinkVisit> {
	const found = await findLink(context, token);
	if (found.refused || found.done.link.purpose !== purpose) throw redirect(`/link/${encodeURIComponent(token)}`);
	return found.done;
}
