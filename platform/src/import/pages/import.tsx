import { Link } from "react-router";
import { formatMoment } from "../../language.ts";
import { houseText } from "../../text.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Card, Section } from "../../ui/Section.tsx";
import { Table } from "../../ui/Table.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { representing } from "../../visit.server.ts";
import type { ImportView } from "../contract.ts";
import { findImportKind, listImportKinds, listImportWays } from "../kind.server.ts";
import { listImports } from "../service.server.ts";
import type { Route } from "./+types/import";
import { importPagesText } from "./import.text.ts";

/** What can be imported, and the files of the last day. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const ways: { to: string; title: string; about: string }[] = [];
		for (const { name, words, mayImport } of listImportKinds()) {
			const { title, about } = words(language);
			if (await mayImport(work)) ways.push({ to: `/import/${name}`, title, about });
		}
		for (const { to, words, mayTake } of listImportWays())
			if (await mayTake(work)) ways.push({ to, ...words(language) });
		return {
			ways,
			imports: (await listImports(work)).map(({ id, fileName, kind, state, createdAt, preview }) => ({
				...{ id, fileName, state, createdAt, what: findImportKind(kind)?.words(language).title ?? kind },
				refused: (preview?.refusalCount ?? 0) > 0,
			})),
		};
	});
}

export default function Import({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = importPagesText[language];
	const { ways, imports } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead} />
			{ways.length === 0 ? (
				<EmptyState title={text.nothingTitle}>{text.nothingBody}</EmptyState>
			) : (
				<div className="ways" data-described>
					{ways.map((way) => (
						<Card key={way.to}>
							<h2 className="ds-heading" data-size="xs">
								<Link className="ds-link" to={way.to}>
									{way.title}
								</Link>
							</h2>
							<p className="ds-paragraph">{way.about}</p>
						</Card>
					))}
				</div>
			)}
			{imports.length > 0 && (
				<Section title={text.recent} lead={text.recentLead}>
					<Table
						caption={text.recentFiles}
						hideCaption
						rows={imports}
						rowKey={(row) => row.id}
						rowHref={(row) => `/imports/${row.id}`}
						columns={[
							{ key: "file", label: text.columns.file, cell: (row) => row.fileName },
							{ key: "kind", label: text.columns.kind, cell: (row) => row.what },
							{
								key: "state",
								label: text.columns.state,
								cell: (row) => <State state={row.state} refused={row.refused} />,
							},
							{ key: "created", label: text.columns.created, cell: (row) => formatMoment(language, row.createdAt) },
						]}
					/>
				</Section>
			)}
		</div>
	);
}

function State({ state, refused }: { readonly state: ImportView["state"]; readonly refused: boolean }) {
	const text = importPagesText[useLanguage()];
	if (state === "previewed" && refused) return <Tag tone="warning">{text.refusedState}</Tag>;
	return <Tag tone={state === "done" ? "success" : "info"}>{text.states[state]}</Tag>;
}
