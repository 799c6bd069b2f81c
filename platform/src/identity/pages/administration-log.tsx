import { Form } from "react-router";
import { houseText } from "../../text.ts";
import { DateRange } from "../../ui/DateRange.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { tableState } from "../../ui/table-state.ts";
import { missing, representing } from "../../visit.server.ts";
import { listLogWords, listOrganisationLog } from "../audit-log.server.ts";
import { auditKindWords, auditWords } from "../audit-words.ts";
import { readLogFilter } from "../log-filter.ts";
import { limit } from "../rate.server.ts";
import { mayReadLog } from "../rules.ts";
import type { Route } from "./+types/administration-log";
import { LogTable } from "./LogTable.tsx";
import { logText } from "./log.text.ts";
import { logRows } from "./log-rows.server.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, reading, url } = representing(context, request);
	if (!mayReadLog(actor)) missing();
	const state = tableState(url, { sort: ["at"], descending: true, filters: { verb: "text", kind: "text" } });
	if (state.search !== "") await limit(context, "search", actor.personId);
	const filter = readLogFilter(url.searchParams, state);
	return reading(async (work) => {
		const page = await listOrganisationLog(work, filter, { cursor: state.cursor, limit: state.pageSize });
		if (!page) missing();
		const words = await listLogWords(work);
		return {
			organisation: actor.organisationName ?? "",
			state,
			from: filter.from ?? "",
			to: filter.to ?? "",
			next: page.next,
			rows: await logRows(work, page.items, language),
			verbs: words.verbs.map((verb) => ({ value: verb, label: auditWords(verb, language) })),
			kinds: words.objectKinds.map((kind) => ({ value: kind, label: auditKindWords(kind, language) })),
		};
	});
}

export default function OrganisationLog({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = logText[language];
	const { state } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead(loaderData.organisation)} />
			<Form
				method="get"
				action={state.path}
				className="row"
				style={{ alignItems: "end" }}
				key={`${loaderData.from} ${loaderData.to}`}
			>
				{[["q", state.search], ...Object.entries(state.filters)].map(([name, value]) =>
					value ? <input key={name} type="hidden" name={name} value={value} /> : null,
				)}
				<DateRange
					legend={text.period}
					from={{ name: "from", label: text.from, value: loaderData.from }}
					to={{ name: "to", label: text.to, value: loaderData.to }}
				/>
				<button type="submit" className="ds-button" data-variant="secondary">
					{text.narrow}
				</button>
			</Form>
			<LogTable
				caption={text.title}
				state={state}
				rows={loaderData.rows}
				next={loaderData.next}
				searchLabel={text.search}
				filters={[
					{ name: "verb", label: text.kindFilter, choices: loaderData.verbs },
					{ name: "kind", label: text.objectFilter, choices: loaderData.kinds },
				]}
				excel="/administration/log/export"
				empty={<EmptyState title={text.empty} />}
			/>
		</div>
	);
}
