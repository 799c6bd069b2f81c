import { formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { representing } from "../../../../visit.server.ts";
import { mayOf } from "../../asker.server.ts";
import { listSchemes } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { schemeText } from "../text.ts";
import type { Route } from "./+types/schemes";

/** The schemes calls are made of. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const may = await mayOf(work);
		return { may, schemes: await listSchemes(work) };
	});
}

export default function Schemes({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = schemeText[language];
	const title = fundingText[language].schemes;
	const { schemes, may } = loaderData;
	const action = may.makeCalls ? { action: { to: "/funding/schemes/new", label: text.add } } : {};
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader title={title} lead={text.lead} {...action} />
			<Table
				caption={title}
				hideCaption
				rows={schemes}
				rowKey={({ id }) => id}
				rowHref={({ id, organisationId }) =>
					may.makeCalls && organisationId === may.organisationId ? `/funding/schemes/${id}` : undefined
				}
				empty={
					<EmptyState title={text.emptyTitle} {...action}>
						{text.emptyBody}
					</EmptyState>
				}
				columns={[
					{ key: "name", label: text.columns.name, cell: ({ name }) => name },
					{ key: "directorate", label: text.columns.directorate, cell: ({ directorate }) => directorate },
					{ key: "regulation", label: text.columns.regulation, cell: ({ regulation }) => regulation },
					{
						key: "calls",
						label: text.columns.calls,
						numeric: true,
						cell: ({ id, calls, name }) =>
							calls === 0 ? (
								formatNumber(language, 0)
							) : (
								<Link
									className="ds-link"
									to={`/funding/compare?scheme=${id}`}
									aria-label={`${formatNumber(language, calls)}: ${text.compare}, ${name}`}
								>
									{formatNumber(language, calls)}
								</Link>
							),
					},
				]}
			/>
		</div>
	);
}
