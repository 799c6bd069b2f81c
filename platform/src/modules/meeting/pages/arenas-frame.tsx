import { Outlet } from "react-router";
import { useLanguage } from "../../../ui/language.tsx";
import { Tabs } from "../../../ui/Tabs.tsx";
import { representing } from "../../../visit.server.ts";
import { hearingText } from "../hearing/text.ts";
import { meetingText } from "../text.ts";
import type { Route } from "./+types/arenas-frame";

/** The frame round the lists of the room: the ways between them. */
export async function loader({ context, request }: Route.LoaderArgs) {
	representing(context, request);
	return null;
}

export default function ArenasFrame() {
	const language = useLanguage();
	const text = meetingText[language];
	return (
		<div className="stack">
			<Tabs
				label={text.views}
				tabs={[
					{ to: "/arenas", label: text.arenas },
					{ to: "/arenas/decisions", label: text.decisions },
					{ to: "/arenas/hearings", label: hearingText[language].title },
					{ to: "/arenas/enquiries", label: text.enquiries },
				]}
			/>
			<Outlet />
		</div>
	);
}
