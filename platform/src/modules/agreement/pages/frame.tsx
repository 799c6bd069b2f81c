import { Outlet } from "react-router";
import { useLanguage } from "../../../ui/language.tsx";
import { Tabs } from "../../../ui/Tabs.tsx";
import { representing } from "../../../visit.server.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { mayKeepAgreements } from "../rules.ts";
import type { Route } from "./+types/frame";
import { agreementFrameText } from "./frame.text.ts";

/** The frame round the lists of the room: the ways between them. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => ({ can: { keep: mayKeepAgreements(await mandateOf(work)) } }));
}

export default function AgreementsFrame({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = agreementFrameText[language];
	const tabs = [
		{ to: "/agreements", label: text.agreements },
		...(loaderData.can.keep
			? [
					{ to: "/agreements/follow", label: text.followUp },
					{ to: "/agreements/exchanges", label: text.exchanges },
					{ to: "/agreements/coverage", label: text.coverage },
					{ to: "/agreements/interests", label: text.interests },
					{ to: "/agreements/invitations", label: text.invitations },
				]
			: []),
		{ to: "/agreements/published", label: text.published },
	];
	return (
		<div className="stack">
			<Tabs label={text.views} tabs={tabs} />
			<Outlet />
		</div>
	);
}
