import { formatDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayKeepAgreements } from "../../rules.ts";
import { listUnmet, listWeakAgreements } from "../service.server.ts";
import { coverageText } from "../text.ts";
import type { Route } from "./+types/own";

/** Own agreements that are weaker than they should be, and parties to them that are met nowhere. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		if (!mayKeepAgreements(await mandateOf(work))) missing();
		return { weak: await listWeakAgreements(work), unmet: await listUnmet(work) };
	});
}

export default function OwnCoverage({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = coverageText[language];
	const { own } = text;
	const { weak, unmet } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(own.title)}</title>
			<PageHeader title={own.title} lead={own.lead} trail={[{ to: "/agreements/coverage", label: text.title }]} />
			{weak.length === 0 && unmet.length === 0 && <EmptyState title={own.none}>{own.noneBody}</EmptyState>}
			{weak.length > 0 && (
				<Section title={text.weakTitle} lead={text.weakLead}>
					<Table
						caption={text.weakTitle}
						hideCaption
						rows={weak}
						rowKey={(row) => row.id}
						rowHref={(row) => `/agreements/${row.id}`}
						columns={[
							{ key: "agreement", label: text.agreement, cell: (row) => row.title },
							{
								key: "why",
								label: text.why,
								cell: ({ noArena, onePerson }) =>
									[
										...(noArena ? [text.noArena] : []),
										...(onePerson.length > 0 ? [text.onePerson(onePerson.join(", "))] : []),
									].join(". "),
							},
						]}
					/>
				</Section>
			)}
			{unmet.length > 0 && (
				<Section title={own.unmetTitle} lead={own.unmetLead}>
					<Table
						caption={own.unmetTitle}
						hideCaption
						rows={unmet}
						rowKey={(row) => row.id}
						rowHref={(row) => `/organisations/${row.id}`}
						columns={[
							{ key: "party", label: own.party, cell: (row) => row.name },
							{
								key: "agreements",
								label: own.agreements,
								cell: (row) => row.agreements.map(({ title }) => title).join(", "),
							},
							{
								key: "arena",
								label: own.arena,
								cell: ({ arena }) =>
									arena === null ? (
										own.noArena
									) : (
										<Link className="ds-link" to={arena.path}>
											{arena.name}
										</Link>
									),
							},
							{
								key: "met",
								label: own.lastMet,
								cell: ({ arena }) =>
									arena === null ? (
										<NoValue />
									) : arena.lastMetOn === null ? (
										own.neverMet
									) : (
										formatDate(language, arena.lastMetOn)
									),
							},
							{
								key: "start",
								label: own.start,
								cell: ({ arena, name }) =>
									arena === null ? (
										<Link className="ds-link" to="/arenas/new" aria-label={own.startWith(name)}>
											{own.start}
										</Link>
									) : (
										<NoValue />
									),
							},
						]}
					/>
				</Section>
			)}
		</div>
	);
}
