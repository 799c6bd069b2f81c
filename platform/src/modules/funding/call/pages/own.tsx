import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { mayOf } from "../../asker.server.ts";
import { listOwnCalls } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { callText } from "../text.ts";
import type { Route } from "./+types/own";
import { CallTable } from "./CallTable.tsx";

/** The calls one's own organisation makes, drafts among them. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		if (!(await mayOf(work)).makeCalls) missing();
		return { rows: await listOwnCalls(work) };
	});
}

export default function OwnCalls({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = callText[language];
	const { own } = fundingText[language];
	const action = { to: "/funding/calls/new", label: text.addOwn };
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(own)}</title>
			<PageHeader title={own} lead={text.ownLead} action={action} />
			<CallTable
				caption={own}
				rows={loaderData.rows}
				total={loaderData.rows.length}
				withGiver={false}
				empty={
					<EmptyState title={text.emptyOwn} action={action}>
						{text.emptyOwnBody}
					</EmptyState>
				}
			/>
		</div>
	);
}
