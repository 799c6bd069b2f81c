import { Link } from "react-router";
import type { Work } from "../../database/work.server.ts";
import type { Language } from "../../language.ts";
import { findObjects } from "../../registry/objects.server.ts";
import { houseText } from "../../text.ts";
import { Alert } from "../../ui/Alert.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { tableState } from "../../ui/table-state.ts";
import { missing, representing } from "../../visit.server.ts";
import { type LogFilter, type LogPage, listLogWords, listOrganisationLog } from "../audit-log.server.ts";
import { auditKindWords, auditWords } from "../audit-words.ts";
import { logTable, readLogFilter } from "../log-filter.ts";
import { limit } from "../rate.server.ts";
import { mayReadLog } from "../rules.ts";
import type { Route } from "./+types/administration-log";
import { LogTable } from "./LogTable.tsx";
import { logText } from "./log.text.ts";
import { logRows } from "./log-rows.server.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, reading, url } = representing(context, request);
	if (!mayReadLog(actor)) missing();
	const state = tableState(url, logTable);
	if (state.search !== "") await limit(context, "search", actor.personId);
	const filter = readLogFilter(url.searchParams, state);
	return reading(async (work) => {
		const page = await listOrganisationLog(work, filter, { cursor: state.cursor, limit: state.pageSize });
		if (!page) missing();
		const words = await listLogWords(work);
		return {
			organisation: actor.organisationName ?? "",
			state,
			next: page.next,
			only: await onlyOf(work, filter, page, language),
			rows: await logRows(work, page.items, language),
			verbs: words.verbs.map((verb) => ({ value: verb, label: auditWords(verb, language) })),
			kinds: words.objectKinds.map((kind) => ({ value: kind, label: auditKindWords(kind, language) })),
		};
	});
}

/** What the log is narrowed to, where it is one object or one person, by name as far as the reader may see it. */
async function onlyOf(
	work: Work,
	{ objectId, personId, ...rest }: LogFilter,
	{ items }: LogPage,
	language: Language,
): Promise<{ title: string; without: string } | null> {
	if (objectId === undefined && personId === undefined) return null;
	const kind = items.find((entry) => entry.objectId === objectId)?.objectKind;
	const cards = await findObjects(work, [
		...(personId === undefined ? [] : [{ kind: "person", id: personId }]),
		...(objectId === undefined || kind === undefined ? [] : [{ kind, id: objectId }]),
	]);
	const named = cards.map((card) => card.title).join(", ");
	const title = named || (kind === undefined ? "" : auditKindWords(kind, language)) || logText[language].onlyOne;
	const { search, verb, objectKind, from, to } = rest;
	const query = new URLSearchParams(
		Object.entries({ q: search, verb, kind: objectKind, from, to }).flatMap(([name, value]) =>
			value === undefined ? [] : [[name, value]],
		),
	);
	return { title, without: `/administration/log${query.size === 0 ? "" : `?${query}`}` };
}

export default function OrganisationLog({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = logText[language];
	const { state } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={text.lead(loaderData.organisation)}
				trail={[{ to: "/administration", label: houseText[language].administration }]}
			/>
			{loaderData.only && (
				<Alert>
					{text.showingOnly(loaderData.only.title)}{" "}
					<Link className="ds-link" to={loaderData.only.without}>
						{text.showAll}
					</Link>
				</Alert>
			)}
			<LogTable
				caption={text.title}
				state={state}
				rows={loaderData.rows}
				next={loaderData.next}
				onlyOf={(id) => `${state.path}?object=${id}`}
				searchLabel={text.search}
				filters={[
					{ name: "verb", label: text.kindFilter, choices: loaderData.verbs },
					{ name: "kind", label: text.objectFilter, choices: loaderData.kinds },
					{ name: "from", label: text.from },
					{ name: "to", label: text.to },
				]}
				excel="/administration/log/export"
				empty={<EmptyState title={text.empty} />}
			/>
		</div>
	);
}
