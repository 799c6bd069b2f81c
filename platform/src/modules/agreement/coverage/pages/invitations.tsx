import { formatDate, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayKeepAgreements } from "../../rules.ts";
import { nameOfTheme } from "../../words.ts";
import { interestsText } from "../interests.text.ts";
import { invitationsText } from "../invitations.text.ts";
import { isBroker } from "../rules.ts";
import { listGaps, listInterests, listInvitations } from "../service.server.ts";
import type { Route } from "./+types/invitations";

/** Invitations made and sent; for a broker the published gaps as well. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	return reading(async (work) => {
		if (!mayKeepAgreements(await mandateOf(work))) missing();
		const broker = isBroker(actor.organisationKind ?? "");
		const gaps = broker ? (await listInterests(work)).filter(({ agreed }) => !agreed) : [];
		return { broker, gaps, missing: broker ? await listGaps(work) : [], invitations: await listInvitations(work) };
	});
}

export default function Invitations({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = invitationsText[language];
	const words = interestsText[language];
	const { broker, gaps, missing: without, invitations } = loaderData;
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
			{broker && (
				<Section title={text.gapsTitle} lead={text.gapsLead}>
					<Table
						caption={text.gapsTitle}
						hideCaption
						rows={gaps}
						empty={<EmptyState title={text.gapsNone} />}
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
			{broker && (
				<Section title={text.missingTitle} lead={text.missingLead}>
					<Table
						caption={text.missingTitle}
						hideCaption
						rows={without}
						empty={<EmptyState title={text.missingNone} />}
						rowKey={(row) => row.id}
						rowHref={(row) => `/organisations/${row.id}`}
						columns={[
							{ key: "name", label: text.municipality, cell: (row) => row.name },
							{ key: "campus", label: text.campus, cell: (row) => row.campus ?? <NoValue /> },
							{
								key: "invite",
								label: text.new,
								cell: (row) => (
									<Link
										className="ds-link"
										to={`/agreements/invitations/new?party=${row.id}`}
										aria-label={`${text.new}: ${row.name}`}
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
