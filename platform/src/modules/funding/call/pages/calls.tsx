import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mayOf } from "../../asker.server.ts";
import { listCalls } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { callText } from "../text.ts";
import type { Route } from "./+types/calls";
import { CallTable } from "./CallTable.tsx";
import { callTable, narrowCalls } from "./table.ts";

/** All that can be applied for: for everybody signed in. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const state = tableState(url, callTable);
	return reading(async (work) => {
		const rows = narrowCalls(language, await listCalls(work), state);
		return {
			...{ state, total: rows.length, rows: rows.slice(state.offset, state.offset + state.pageSize) },
			mayNote: (await mayOf(work)).apply,
		};
	});
}

export default function Calls({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = callText[language];
	const { calls } = fundingText[language];
	const { state, rows, total, mayNote } = loaderData;
	const action = mayNote ? { action: { to: "/funding/calls/new?way=outside", label: text.add } } : {};
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(calls)}</title>
			<PageHeader title={calls} lead={text.lead} {...action} />
			<CallTable
				caption={calls}
				rows={rows}
				total={total}
				state={state}
				excel="/funding/calls.xlsx"
				withGiver
				empty={
					<EmptyState title={text.emptyTitle} {...action}>
						{text.emptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}
