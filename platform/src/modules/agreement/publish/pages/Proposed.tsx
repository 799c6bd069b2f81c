import { Form } from "react-router";
import { formatDate } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { proposalText } from "../proposal.text.ts";
import { type ProposedShown, showingKey } from "./proposed.ts";

/** What is proposed, what each party says, and links to hand over to those who have not answered. */
export function Proposed({ proposed }: { readonly proposed: ProposedShown }) {
	const language = useLanguage();
	const text = proposalText[language];
	const { parties, proposedBy, proposedFor, proposedOn, answerBy } = proposed;
	const who = proposedBy === null ? proposedFor : `${proposedBy}, ${proposedFor},`;
	const links = parties.filter(({ isOwn, agreed }) => !isOwn && !agreed);
	return (
		<Section
			title={text.title}
			lead={`${text.shows[showingKey(proposed)]} ${text.proposed(who, formatDate(language, proposedOn))}`}
		>
			<Table
				caption={text.partiesTitle}
				hideCaption
				rows={parties}
				rowKey={({ id }) => id}
				columns={[
					{ key: "party", label: text.party, cell: ({ name }) => name },
					{
						key: "says",
						label: text.says,
						cell: ({ agreed, isHere, asked }) => {
							if (agreed) return text.agreed;
							if (isHere) return text.waits;
							return asked ? text.mayObject(formatDate(language, answerBy)) : text.notAsked;
						},
					},
				]}
			/>
			{links.length > 0 && (
				<div className="agreement-links">
					{links.map(({ id, name }) => (
						<Form method="post" key={id}>
							<input type="hidden" name="partyId" value={id} />
							<button
								type="submit"
								className="ds-button"
								data-variant="secondary"
								data-size="sm"
								name="deed"
								value="link"
							>
								{text.makeLink(name)}
							</button>
						</Form>
					))}
				</div>
			)}
		</Section>
	);
}
