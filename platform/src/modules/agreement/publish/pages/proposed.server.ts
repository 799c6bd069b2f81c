import type { Work } from "../../../../database/work.server.ts";
import type { Opened } from "../../open.server.ts";
import { whoIsHere } from "../proposal.server.ts";
import { findProposal } from "../proposal.store.server.ts";
import { yetToAgree } from "../rules.ts";
import type { ProposedShown } from "./proposed.ts";

/** What is proposed to be shown and how each party stands to it; null where nothing is proposed. */
export async function proposedOf(
	work: Work,
	opened: Pick<Opened, "agreement" | "parties" | "organisationId">,
): Promise<ProposedShown | null> {
	const proposal = await findProposal(work, opened.agreement);
	if (!proposal) return null;
	const { parties, organisationId } = opened;
	const here = await whoIsHere(work, opened);
	const waitedFor = new Set(yetToAgree(proposal, parties, here, work.today).map((party) => party.organisationId));
	const isWaitedFor = (id: string) => waitedFor.has(id);
	return {
		...{ audience: proposal.audience, wholeText: proposal.wholeText, proposedOn: proposal.proposedOn },
		...{ answerBy: proposal.answerBy, proposedBy: proposal.proposedBy },
		proposedFor:
			parties.find((one) => one.organisationId === proposal.proposedFor)?.name ?? opened.agreement.keeperName,
		parties: parties
			.filter(({ signs }) => signs)
			.map(({ organisationId: id, name }) => ({
				...{ id, name, agreed: proposal.agreedIds.includes(id), asked: proposal.askedIds.includes(id) },
				isHere: here.has(id),
				isOwn: id === organisationId,
			})),
		own: proposal.proposedFor === organisationId ? "proposer" : isWaitedFor(organisationId) ? "asked" : null,
	};
}
