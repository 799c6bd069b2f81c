import { formatDate, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayKeepAgreements } from "../../rules.ts";
import { nameOfTheme } from "../../words.ts";
import { isBroker } from "../rules.ts";
import { listInterests, listInvitations } from "../service.server.ts";
import { coverageText } from "../text.ts";
import type { Route } from "./+types/invitations";

/** Invitations made and sent; for a broker the published gaps as well. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	return reading(async (work) => {
		if (!mayKeepAgreements(await mandateOf(work))) missing();
		const broker = isBroker(actor.organisationKind ?? "");
		const gaps = broker ? (await listInterests(work)).filter(({ agreed }) => !agreed) : [];
		return { broker, gaps, invitations: await listInvitations(work) };
	});
}

export default function Invitations({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const { invitations: text, interests: words } = coverageText[language];
	const { broker, gaps, invitations } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={text.lead}
				{...(broker ? { action: { to: "/agreements/invitations/new", label: text.new } } : {})}
			/>
			<Table
				caption={text.title}
				hideCaption
				rows={invitations}
				rowKey={(row) => row.id}
				rowHref={(row) => `/agreements/invitations/${row.id}`}
				columns={[
					{ key: "parties", label: text.fields.parties, cell: (row) => row.parties.map(({ name }) => name).join(", ") },
					{
						key: "themes",
						label: text.fields.themes,
						cell: (row) => row.themes.map((theme) => nameOfTheme(language, theme)).join(", "),
					},
					{ key: "from", label: text.from, cell: (row) => row.brokerName },
					{ key: "at", label: text.at, cell: (row) => formatDate(language, row.madeAt) },
					{
						key: "taken",
						label: text.takenBy,
						cell: (row) =>
							row.takenByName === null ? (
								<Status tone="warning">{text.notTaken}</Status>
							) : (
								<Status tone="success">{row.takenByName}</Status>
							),
					},
				]}
				empty={<EmptyState title={text.none}>{text.noneBody}</EmptyState>}
			/>
			{broker && gaps.length > 0 && (
				<Section title={text.gapsTitle} lead={text.gapsLead}>
					<Table
						caption={text.gapsTitle}
						hideCaption
						rows={gaps}
						rowKey={(row) => row.id}
						columns={[
							{ key: "theme", label: words.fields.theme, cell: (row) => nameOfTheme(language, row.theme) },
							{ key: "who", label: words.who, cell: (row) => row.organisationName },
							{ key: "with", label: words.with, cell: (row) => row.withName ?? words.anybody },
							{ key: "from", label: words.madeOn, cell: (row) => formatShortDate(language, row.madeOn) },
							{
								key: "invite",
								label: text.new,
								cell: (row) => (
									<Link
										className="ds-link"
										to={`/agreements/invitations/new?party=${row.organisationId}${row.withId === null ? "" : `&party=${row.withId}`}&theme=${row.theme}`}
										aria-label={`${text.new}: ${nameOfTheme(language, row.theme)}, ${row.organisationName}`}
									>
										{text.new}
									</Link>
								),
							},
						]}
					/>
				</Section>
			)}
		</div>
	);
}
