import type { Work } from "../../database/work.server.ts";
import { defineText, type Language } from "../../language.ts";
import { linkTo } from "../../notice/letter.ts";
import { mailTo } from "../../notice/service.server.ts";
import { languageOf, whoAnswers } from "../organisation/service.server.ts";
import { makeAnswerLink } from "./answer.server.ts";
import type { Party } from "./contract.ts";
import { openAgreement } from "./open.server.ts";
import { makeSigningLink } from "./sign.server.ts";
import { listKeepers } from "./tell.server.ts";

type Asked = { readonly title: string; readonly from: string };

const text = defineText({
	nb: {
		answer: {
			subject: ({ title, from }: Asked) => `${from} har lagt fram en avtale: ${title}`,
			reason: ({ title }: Asked) => `Les avtaleteksten «${title}», kommenter den eller godkjenn den.`,
			open: "Les og svar",
		},
		sign: {
			subject: ({ title }: Asked) => `Avtalen er klar til å signeres: ${title}`,
			reason: ({ title }: Asked) => `Les avtalen «${title}» og signer den.`,
			open: "Les og signer",
		},
		short: "Du trenger ingen bruker. Lenken gjelder bare denne avtalen.",
		hello: ({ from }: Asked) => `Hilsen ${from}`,
	},
	nn: {
		answer: {
			subject: ({ title, from }: Asked) => `${from} har lagt fram ein avtale: ${title}`,
			reason: ({ title }: Asked) => `Les avtaleteksten «${title}», kommenter han eller godkjenn han.`,
			open: "Les og svar",
		},
		sign: {
			subject: ({ title }: Asked) => `Avtalen er klar til å signerast: ${title}`,
			reason: ({ title }: Asked) => `Les avtalen «${title}» og signer han.`,
			open: "Les og signer",
		},
		short: "Du treng ingen brukar. Lenkja gjeld berre denne avtalen.",
		hello: ({ from }: Asked) => `Helsing ${from}`,
	},
	en: {
		answer: {
			subject: ({ title, from }: Asked) => `${from} has put an agreement forward: ${title}`,
			reason: ({ title }: Asked) => `Read the agreement “${title}”, comment on it or approve it.`,
			open: "Read and answer",
		},
		sign: {
			subject: ({ title }: Asked) => `The agreement is ready to be signed: ${title}`,
			reason: ({ title }: Asked) => `Read the agreement “${title}” and sign it.`,
			open: "Read and sign",
		},
		short: "You need no account. The link is for this agreement only.",
		hello: ({ from }: Asked) => `Regards, ${from}`,
	},
});

/** The one line that says why somebody is sent a link. */
export function reasonOf(language: Language, kind: "answer" | "sign", asked: Asked): string {
	return text[language][kind].reason(asked);
}

/**
 * Sends a link to the parties where nobody with an account keeps agreements: to the coordinator the agreement names, else
 * to whoever the register says answers for agreements. Gives who could not be reached: make a link and hand it over.
 */
export async function mailParties(
	work: Work,
	agreementId: string,
	kind: "answer" | "sign",
	{ mails }: { readonly mails: boolean },
): Promise<{ readonly mailed: readonly string[]; readonly silent: readonly string[] }> {
	const opened = await openAgreement(work, agreementId, null);
	const [mailed, silent]: [string[], string[]] = [[], []];
	if (opened.refused) return { mailed, silent };
	const { agreement, parties, organisationId } = opened.done;
	const from = parties.find((party) => party.organisationId === organisationId)?.name ?? agreement.keeperName;
	const asked = { title: agreement.title, from };
	for (const party of parties) {
		const isOther = party.organisationId !== organisationId && (kind === "answer" || party.signs);
		if (!isOther || (await listKeepers(work, party.organisationId)).length > 0) continue;
		const to = await addressOf(work, party);
		if (!mails || to.email === null) {
			silent.push(party.name);
			continue;
		}
		const language = await languageOf(work, party.organisationId);
		const words = text[language];
		const make = kind === "answer" ? makeAnswerLink : makeSigningLink;
		const link = await make(work, agreementId, party.organisationId, {
			...{ name: to.name, email: to.email, reason: (reader) => text[reader][kind].reason(asked), language },
		});
		if (link.refused) continue;
		await mailTo(work, {
			...{ recipient: to.email, language, subject: words[kind].subject(asked) },
			body: [words[kind].reason(asked), words.short, linkTo(link.done.path, words[kind].open), words.hello(asked)].join(
				"\n\n",
			),
		});
		mailed.push(party.name);
	}
	return { mailed, silent };
}

/** Who coordinates an agreement at a party, else who answers for agreements there. */
export async function addressOf(
	work: Work,
	party: Party,
): Promise<{ readonly name: string | null; readonly email: string | null }> {
	if (party.coordinatorEmail !== null) return { name: party.coordinatorName, email: party.coordinatorEmail };
	const { organisationId } = party;
	return { name: null, email: (await whoAnswers(work, { organisationId, responsibility: "agreements" })).email };
}
