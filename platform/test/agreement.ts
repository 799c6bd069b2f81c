import { expect } from "vitest";
import { dayOf } from "../src/day.ts";
import type { PersonActor } from "../src/identity/actor.ts";
import { findContent } from "../src/modules/agreement/content.store.server.ts";
import type { CommitmentFacts, NewAgreement } from "../src/modules/agreement/contract.ts";
import { answerProposal, publishAgreement } from "../src/modules/agreement/publish/proposal.server.ts";
import * as service from "../src/modules/agreement/service.server.ts";
import type { Outcome } from "../src/outcome.ts";
import type { TestDatabase } from "./database.ts";

type Keeper = PersonActor & { readonly organisationId: string };

/** What a commitment of a test says, besides what is given. */
export type MadeCommitment = Partial<Omit<CommitmentFacts, "themeId">>;

export type MadeAgreement = { readonly id: string; readonly commitmentIds: readonly string[] };

function finished<Value>(outcome: Outcome<Value>): Value {
	expect(outcome.refused).toBeUndefined();
	if (outcome.refused) throw new Error("refused");
	return outcome.done;
}

/**
 * An agreement that the parties have signed, the first of them its keeper: with these themes, and these commitments in
 * the first theme, delivered by the keeper where nothing else is said. Every party is a manager there.
 */
export async function makeAgreement(
	database: TestDatabase,
	parties: readonly [Keeper, ...Keeper[]],
	given: Partial<NewAgreement> & {
		readonly commitments?: readonly MadeCommitment[];
		readonly published?: boolean;
	} = {},
): Promise<MadeAgreement> {
	const [keeper] = parties;
	const { commitments = [], published = false, ...facts } = given;
	const today = dayOf(new Date());
	const { id } = finished(
		await database.commanding(keeper, (work) =>
			service.createAgreement(work, {
				...{
					kind: "framework",
					level: "top",
					title: "Samarbeid",
					purpose: "",
					legalForm: null,
					sector: null,
					parentId: null,
				},
				...{ firstDay: `${today.slice(0, 4)}-01-01`, lastDay: null, noticeMonths: 6, renewalMonths: 6 },
				...{ partyIds: parties.map(({ organisationId }) => organisationId), themes: ["placements"], ...facts },
			}),
		),
	);
	const open = (actor: Keeper) =>
		database.reading(actor, async (work) => finished(await service.openAgreement(work, id, null)));
	const themeId = (await open(keeper)).themes[0]?.id ?? "";
	const commitmentIds: string[] = [];
	for (const commitment of commitments)
		commitmentIds.push(
			finished(
				await database.commanding(keeper, (work) =>
					service.addCommitment(work, id, {
						...{ themeId, partyId: keeper.organisationId, what: "Praksisplasser", measure: "placements", amount: 10 },
						...{ per: "year", profession: null, yearOfStudy: null, unitName: null, firstDay: null, lastDay: null },
						...commitment,
					}),
				),
			).id,
		);
	const version = async () => (await open(keeper)).agreement.version;
	const first = await version();
	const { number } = finished(
		await database.commanding(keeper, (work) => service.putForward(work, id, { version: first, message: "" })),
	);
	for (const actor of parties.slice(1))
		finished(await database.commanding(actor, (work) => service.approve(work, id, number)));
	const second = await version();
	finished(await database.commanding(keeper, (work) => service.openForSigning(work, id, second)));
	const { agreement } = await open(keeper);
	const text = await database.reading(keeper, (work) => findContent(work, agreement, agreement.contentVersion));
	for (const actor of parties)
		finished(
			await database.commanding(actor, (work) =>
				service.sign(
					work,
					id,
					{
						...{ partyId: actor.organisationId, name: actor.name, as: "Leder", signedOn: today },
						fingerprint: text?.fingerprint ?? "",
					},
					"page",
				),
			),
		);
	const shown = { audience: "signed-in" as const, wholeText: true };
	const agree = { answer: "agree" as const, reason: null };
	if (published) {
		finished(await database.commanding(keeper, (work) => publishAgreement(work, id, shown)));
		for (const actor of parties.slice(1))
			finished(await database.commanding(actor, (work) => answerProposal(work, id, agree)));
	}
	return { id, commitmentIds };
}
