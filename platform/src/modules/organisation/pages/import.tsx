import { Link } from "react-router";
import { formatMoment } from "../../../language.ts";
import { houseText } from "../../../text.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Card, Section } from "../../../ui/Section.tsx";
import { Table } from "../../../ui/Table.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { representing } from "../../../visit.server.ts";
import { mayTakeFacts } from "../facts/service.server.ts";
import { type ImportView, importKinds } from "../import/contract.ts";
import { mayImport } from "../import/rules.ts";
import { listImports } from "../import/service.server.ts";
import { mandateOf } from "../service.server.ts";
import type { Route } from "./+types/import";
import { importPagesText } from "./import.text.ts";

/** What can be imported, and the files of the last day. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const mandate = await mandateOf(work);
		return {
			kinds: importKinds.filter((kind) => mayImport(mandate, kind)),
			publicFiles: await mayTakeFacts(work),
			imports: (await listImports(work)).map(({ id, fileName, kind, state, createdAt, preview }) => ({
				...{ id, fileName, kind, state, createdAt },
				refused: (preview?.refusalCount ?? 0) > 0,
			})),
		};
	});
}

export default function Import({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = importPagesText[language];
	const { kinds, imports, publicFiles } = loaderData;
	const ways = [
		...kinds.map((kind) => ({ to: `/import/${kind}`, title: text.kinds[kind], about: text.about[kind] })),
		...(publicFiles ? [{ to: "/import/public", title: text.public, about: text.publicAbout }] : []),
	];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead} />
			{ways.length === 0 ? (
				<EmptyState title={text.nothingTitle}>{text.nothingBody}</EmptyState>
			) : (
				<div className="row" data-align="stretch">
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
						rowHref={(row) => `/import/${row.id}`}
						columns={[
							{ key: "file", label: text.columns.file, cell: (row) => row.fileName },
							{ key: "kind", label: text.columns.kind, cell: (row) => text.kinds[row.kind] },
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
