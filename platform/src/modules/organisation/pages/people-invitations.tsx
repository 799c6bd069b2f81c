import { formatShortDate } from "../../../language.ts";
import { houseText } from "../../../text.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Table } from "../../../ui/Table.tsx";
import { missing, representing } from "../../../visit.server.ts";
import { mayAnywhere } from "../rules.ts";
import { listInvitations, mandateOf } from "../service.server.ts";
import { roleName } from "../text.ts";
import type { Route } from "./+types/people-invitations";
import { invitationText } from "./invitation.text.ts";
import { peoplePagesText } from "./people.text.ts";

/** Who has been invited and has not answered. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		if (!mayAnywhere(await mandateOf(work), "manage-people")) missing();
		return { invitations: await listInvitations(work) };
	});
}

export default function PeopleInvitations({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = peoplePagesText[language];
	const invitationWords = invitationText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(invitationWords.invitationsTitle)}</title>
			<PageHeader
				title={invitationWords.invitationsTitle}
				lead={invitationWords.invitationsLead}
				trail={[{ to: "/people", label: text.title }]}
			/>
			<Table
				caption={invitationWords.invitationsTitle}
				hideCaption
				rows={loaderData.invitations}
				rowKey={(invitation) => invitation.membership.id}
				rowHref={(invitation) => `/people/${invitation.membership.id}/invite`}
				columns={[
					{ key: "name", label: text.columns.name, cell: ({ membership }) => membership.name },
					{ key: "role", label: text.columns.role, cell: ({ membership }) => roleName(language, membership.role) },
					{ key: "email", label: text.fields.email, cell: ({ membership }) => membership.email },
					{ key: "sent", label: invitationWords.sentOn, cell: ({ createdAt }) => formatShortDate(language, createdAt) },
					{ key: "by", label: invitationWords.sentBy, cell: ({ askerName }) => askerName },
					{
						key: "expires",
						label: invitationWords.expiresOn,
						cell: ({ expiresAt }) => formatShortDate(language, expiresAt),
					},
				]}
				empty={<EmptyState title={invitationWords.invitationsNone}>{invitationWords.invitationsNoneBody}</EmptyState>}
			/>
		</div>
	);
}
