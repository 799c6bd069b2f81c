import { sql } from "kysely";
import type { Work } from "../../database/work.server.ts";
import { type Link, listOpenLinksFor, revokeLink } from "../../identity/link-token.server.ts";
import { mayRevokeLink } from "../../identity/rules.ts";
import { defineText, type Language } from "../../language.ts";
import { linkTo } from "../../notice/letter.ts";
import { mailTo } from "../../notice/service.server.ts";
import { type Outcome, refused } from "../../outcome.ts";
import { answerPurpose, askByLink } from "./answer.server.ts";
import type { FormRefusal } from "./contract.ts";
import { openOwnForm } from "./form.server.ts";

const text = defineText({
	nb: {
		subject: (from: string, title: string) => `${from} ber om svar: ${title}`,
		short: "Du trenger ingen bruker. Lenken gjelder bare dette skjemaet, og du kan lukke siden og fortsette senere.",
		open: "Svar på skjemaet",
		hello: (from: string) => `Hilsen ${from}`,
	},
	nn: {
		subject: (from: string, title: string) => `${from} ber om svar: ${title}`,
		short: "Du treng ingen brukar. Lenkja gjeld berre dette skjemaet, og du kan lukke sida og halde fram seinare.",
		open: "Svar på skjemaet",
		hello: (from: string) => `Helsing ${from}`,
	},
	en: {
		subject: (from: string, title: string) => `${from} asks for your answers: ${title}`,
		short: "You need no account. The link is for this form only, and you can close the page and go on later.",
		open: "Answer the form",
		hello: (from: string) => `Regards, ${from}`,
	},
});

type AskedByMail = Parameters<typeof askByLink>[2] & { readonly language: Language; readonly mail: boolean };

/** Asks by link, and mails the link to the address where that is wished for. */
export async function askAndMail(
	work: Work,
	formId: string,
	asked: AskedByMail,
): Promise<Outcome<{ readonly id: string; readonly path: string; readonly mailed: boolean }, FormRefusal>> {
	const outcome = await askByLink(work, formId, asked);
	if (outcome.refused) return outcome;
	const mailed = asked.mail && asked.email !== null;
	if (mailed && asked.email !== null && work.actor.kind === "person") {
		const opened = await openOwnForm(work, formId);
		const words = text[asked.language];
		const from = work.actor.organisationName ?? work.actor.name;
		await mailTo(work, {
			...{ recipient: asked.email, language: asked.language },
			subject: words.subject(from, opened.done?.form.title[asked.language] ?? ""),
			body: [asked.reason, words.short, linkTo(outcome.done.path, words.open), words.hello(from)].join("\n\n"),
		});
	}
	return { done: { ...outcome.done, mailed } };
}

/** Somebody who has been asked by a link that still works. */
export type AskedOne = Pick<Link, "tokenId" | "recipientName" | "recipientEmail" | "createdAt" | "expiresAt"> & {
	readonly mayWithdraw: boolean;
};

/** Those asked by link who have not answered, while their links work; the newest first. What they have written is not seen. */
export async function listAsked(work: Work, formId: string): Promise<readonly AskedOne[]> {
	const opened = await openOwnForm(work, formId);
	if (opened.refused) return [];
	const { rows } = await sql<{ readonly id: string }>`
		select id from form.asked_by_link(${formId}) where not submitted`.execute(work.db);
	const waiting = new Set(rows.map(({ id }) => id));
	const links = await listOpenLinksFor(work, opened.done.form.organisationId, answerPurpose);
	return links
		.filter(({ objectId }) => waiting.has(objectId))
		.map((link) => ({
			...{ tokenId: link.tokenId, recipientName: link.recipientName, recipientEmail: link.recipientEmail },
			...{ createdAt: link.createdAt, expiresAt: link.expiresAt, mayWithdraw: mayRevokeLink(work.actor, link) },
		}));
}

/** Withdraws a link to a form: from then on it opens nothing. */
export async function withdrawAsked(
	work: Work,
	formId: string,
	tokenId: string,
): Promise<Outcome<undefined, FormRefusal>> {
	const asked = (await listAsked(work, formId)).find((one) => one.tokenId === tokenId);
	return asked ? revokeLink(work, tokenId) : refused("missing");
}
