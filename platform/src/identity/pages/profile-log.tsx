import { houseText } from "../../text.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { tableState } from "../../ui/table-state.ts";
import { signedIn } from "../../visit.server.ts";
import { listOwnLog } from "../audit-log.server.ts";
import type { Route } from "./+types/profile-log";
import { LogTable } from "./LogTable.tsx";
import { logRows } from "./log-rows.server.ts";
import { ProfileTabs } from "./ProfileTabs.tsx";
import { profileText } from "./profile.text.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, reading, url } = signedIn(context, request);
	const state = tableState(url, { sort: ["at"], descending: true });
	return reading(async (work) => {
		const page = await listOwnLog(work, actor.personId, { cursor: state.cursor, limit: state.pageSize });
		return { state, next: page.next, rows: await logRows(work, page.items, language) };
	});
}

export default function OwnLog({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = profileText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.logTitle)}</title>
			<PageHeader title={text.logTitle} lead={text.logLead} />
			<ProfileTabs />
			<LogTable
				caption={text.logTitle}
				state={loaderData.state}
				rows={loaderData.rows}
				next={loaderData.next}
				withOrganisation
				empty={<EmptyState title={text.logEmpty} />}
			/>
		</div>
	);
}
