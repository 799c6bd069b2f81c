import { Form } from "react-router";
import type { InvolvedRole } from "../../../../involvement/rules.ts";
import { involvementText } from "../../../../involvement/text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import type { HearingState } from "../codes.ts";
import { hearingPagesText } from "./hearing.text.ts";
import { hearingsText } from "./hearings.text.ts";
import { inviteesText } from "./invitees.text.ts";

type Shown = {
	readonly id: string;
	readonly name: string;
	readonly role: InvolvedRole;
	readonly partyName: string | null;
	readonly email: string | null;
	readonly sent: boolean;
	readonly saidNone: boolean;
	readonly said: boolean;
	readonly inputs: number;
};

/** Who is asked, whether they have answered, and a link for those who have no address. */
export function Invitees(props: {
	readonly invitees: readonly Shown[];
	readonly hearing: { readonly state: HearingState };
	readonly here: string;
}) {
	const language = useLanguage();
	const text = hearingPagesText[language];
	const inviteeWords = inviteesText[language];
	const listWords = hearingsText[language];
	const { columns } = listWords;
	const { invitees, here, hearing } = props;
	const changes = hearing.state === "draft" || hearing.state === "open";
	const add = { to: `${here}/invitees/new`, label: inviteeWords.addInvitee };
	const saidWord = (one: Shown) => {
		if (one.inputs > 0) return inviteeWords.inputCount(one.inputs);
		if (one.saidNone) return inviteeWords.noRemarks;
		return one.sent ? inviteeWords.notSaid : inviteeWords.notSent;
	};
	return (
		<Section
			title={inviteeWords.invitees}
			actions={
				changes &&
				invitees.length > 0 && (
					<Link className="ds-link" to={add.to}>
						{add.label}
					</Link>
				)
			}
		>
			<Table
				caption={inviteeWords.invitees}
				hideCaption
				rows={invitees}
				rowKey={(row) => row.id}
				columns={[
					{
						key: "name",
						label: columns.name,
						cell: (row) => [row.name, row.partyName].filter((word) => word !== null).join(", "),
					},
					{ key: "role", label: columns.role, cell: (row) => involvementText[language].role[row.role] },
					{ key: "email", label: text.fields.email, cell: (row) => row.email ?? "" },
					{ key: "said", label: columns.said, cell: saidWord },
					...(changes
						? [
								{
									key: "deeds",
									label: columns.deeds,
									cell: (row: Shown) => !row.said && <Deeds invitee={row} />,
								},
							]
						: []),
				]}
				empty={
					<EmptyState title={inviteeWords.noInvitees} {...(changes ? { action: add } : {})}>
						{inviteeWords.noInviteesBody}
					</EmptyState>
				}
			/>
		</Section>
	);
}

function Deeds({ invitee }: { readonly invitee: Shown }) {
	const text = inviteesText[useLanguage()];
	return (
		<Form method="post" className="hearing-deeds">
			<input type="hidden" name="inviteeId" value={invitee.id} />
			{invitee.sent && (
				<button
					type="submit"
					className="ds-button"
					data-variant="secondary"
					data-size="sm"
					name="deed"
					value="link"
					aria-label={text.makeLinkFor(invitee.name)}
				>
					{text.makeLink}
				</button>
			)}
			<button
				type="submit"
				className="ds-button"
				data-variant="tertiary"
				data-size="sm"
				name="deed"
				value="remove"
				aria-label={text.removeInvitee(invitee.name)}
			>
				{text.remove}
			</button>
		</Form>
	);
}
