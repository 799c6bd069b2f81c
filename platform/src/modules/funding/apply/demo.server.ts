import type { Work } from "../../../database/work.server.ts";
import { openAnswer, saveAnswers } from "../../../forms/stored/answer.server.ts";
import { done, type Outcome } from "../../../outcome.ts";
import { demoPlaces } from "../../organisation/service.server.ts";
import { listCalls } from "../call/list.server.ts";
import type { Claim } from "../codes.ts";
import type { LineFacts } from "./contract.ts";
import { offerFacts } from "./facts.server.ts";
import { inviteParty, moveParty } from "./joint.server.ts";
import { sendApplication, withdrawApplication } from "./send.server.ts";
import { beginApplication, listApplications, openApplication } from "./service.server.ts";
import { chooseFacts, writeLines } from "./write.server.ts";

/** Runs a piece of work as the program on behalf of an organisation. */
export type RunAs = (organisationId: string, verb: (work: Work) => Promise<Outcome<unknown>>) => Promise<unknown>;

type Wish = readonly [title: string, category: string, people: number, applied: number, own: number, claim?: Claim];

const education: readonly Wish[] = [
	["Sykepleie, deltid", "k1", 6, 720_000, 240_000],
	["Videreutdanning i psykisk helse og rus", "k1", 3, 390_000, 130_000],
	["ABC-opplæring i demensomsorg", "k2", 40, 160_000, 60_000],
];
const small: readonly Wish[] = [
	["Fagbrev i helsearbeiderfaget", "k1", 4, 260_000, 90_000],
	["Kurs i velferdsteknologi", "k2", 18, 90_000, 30_000],
];
const fresh: readonly Wish[] = [
	["Helsefagarbeider til vernepleier", "k1", 5, 610_000, 210_000],
	["Digital hjemmeoppfølging i tre kommuner", "k4", 12, 900_000, 300_000, "region"],
	["Bedre utskrivning fra sykehus", "k3", 8, 320_000, 110_000, "development"],
];
const shared: readonly Wish[] = [["Felles veiledere for studenter og lærlinger", "k1", 8, 240_000, 90_000]];

function linesOf(wishes: readonly Wish[], years: readonly number[]): readonly LineFacts[] {
	const [first = 0, second = first] = years;
	return wishes.map(([title, category, people, applied, own, claim]) => ({
		...{ title, category, people, novelty: claim ?? null, source: "" },
		argued: claim === undefined ? "" : "Ingen kommuner i regionen gjør dette slik i dag. Vi deler det vi lærer.",
		amounts:
			first === second
				? [{ year: first, applied, own }]
				: [
						{ year: first, applied: applied / 2, own: own / 2 },
						{ year: second, applied: applied - applied / 2, own: own - own / 2 },
					],
	}));
}

/** Applications of the demo region to the call that takes them: drafts, some sent, one withdrawn, and two of several together. Once only. */
export async function seedApplicationsDemo(runAs: RunAs): Promise<void> {
	const giver = demoPlaces().administrators[0]?.id;
	const id = (number: string) => demoPlaces().municipalities.find((one) => one.number === number)?.id ?? "";
	const begin = async (number: string, joint: boolean): Promise<string | undefined> => {
		let begun: string | undefined;
		await runAs(id(number), async (work) => {
			const call = (await listCalls(work)).find((one) => one.organisationId === giver && one.standing === "open");
			const standing = (await listApplications(work)).some(
				(one) => one.callId === call?.id && one.joint === joint && one.standing === "lead",
			);
			if (!call || standing) return done(undefined);
			const outcome = await beginApplication(work, call.id, { joint, withNeeds: true });
			begun = outcome.done?.id;
			return outcome;
		});
		return begun;
	};
	const write = (number: string, application: string, wishes: readonly Wish[], part = "") =>
		runAs(id(number), async (work) => {
			const opened = await openApplication(work, application);
			if (opened.refused) return opened;
			const { own, years } = opened.done;
			return writeLines(work, application, { lines: linesOf(wishes, years), part, version: own.version });
		});
	const answer = (number: string, application: string) =>
		runAs(id(number), async (work) => {
			const opened = await openApplication(work, application);
			const answerId = opened.done?.application.answerId;
			const answered = answerId ? await openAnswer(work, answerId) : undefined;
			if (!answerId || !answered?.done) return done(undefined);
			const facts = (await offerFacts(work, "nb")).filter(({ key }) => key !== "organisation-number");
			await chooseFacts(work, application, facts);
			const values = {
				goal: "Færre vikarer, flere i faste stillinger, og tjenester som holder når mange slutter med pensjon de neste åtte årene.",
				...{ planned: "yes", "contact.name": "Tilskuddskoordinator", "contact.email": "tilskudd@example.no" },
				involved: "Eldrerådet og tillitsvalgte var med da planen ble laget, og leste søknaden før den ble sendt.",
			};
			return saveAnswers(work, answerId, { values, revision: answered.done.answer.revision });
		});
	const send = (number: string, application: string) =>
		runAs(id(number), async (work) => {
			const opened = await openApplication(work, application);
			return opened.refused ? opened : sendApplication(work, application, opened.done.application.version);
		});
	const alone = async (number: string, wishes: readonly Wish[]) => {
		const application = await begin(number, false);
		if (application === undefined) return undefined;
		await write(number, application, wishes);
		await answer(number, application);
		await send(number, application);
		return application;
	};
	await alone("5001", [...education, ...fresh]);
	await alone("5035", fresh);
	await alone("5006", education);
	const withdrawn = await alone("5031", small);
	if (withdrawn !== undefined)
		await runAs(id("5031"), (work) =>
			withdrawApplication(work, withdrawn, "Vi søker heller sammen med nabokommunene."),
		);
	// The municipality whose units have been asked has begun, and not sent.
	await begin("5037", false);
	const together = async (lead: string, others: readonly string[], waiting: readonly string[]) => {
		const application = await begin(lead, true);
		if (application === undefined) return;
		await write(lead, application, small, "Leder søknaden og ansetter en felles koordinator.");
		await answer(lead, application);
		for (const number of [...others, ...waiting])
			await runAs(id(lead), (work) => inviteParty(work, application, id(number)));
		for (const number of others) {
			const move = (step: "join" | "approve") =>
				runAs(id(number), async (work) => {
					const opened = await openApplication(work, application);
					if (opened.refused) return opened;
					return moveParty(work, application, { move: step, because: "", version: opened.done.own.version });
				});
			await move("join");
			await write(number, application, shared, "Tar imot studenter fra de andre kommunene.");
			await move("approve");
		}
		if (waiting.length === 0) await send(lead, application);
	};
	await together("5025", ["5031"], []);
	await together("5038", ["5025"], ["5037"]);
}
