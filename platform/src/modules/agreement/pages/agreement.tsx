import { Outlet } from "react-router";
import { houseText } from "../../../text.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Tabs } from "../../../ui/Tabs.tsx";
import { missing, representing } from "../../../visit.server.ts";
import { followText } from "../follow/text.ts";
import { standingOf } from "../rules.ts";
import { openAgreement } from "../service.server.ts";
import { agreementText } from "../text.ts";
import type { Route } from "./+types/agreement";
import "./agreement.css";
import { agreementPagesText } from "./agreement.text.ts";
import { StandingOf } from "./StandingOf.tsx";

/** The frame round one agreement: what it is, how it stands, what to do next, and its tabs. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openAgreement(work, params.agreementId, null);
		if (opened.refused) missing();
		const { agreement, can } = opened.done;
		const { id, title, kind, level } = agreement;
		return { id, title, kind, level, can, standing: standingOf(agreement, work.today) };
	});
}

export default function AgreementFrame({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = agreementPagesText[language];
	const words = agreementText[language];
	const { id, title, kind, standing, can } = loaderData;
	const here = `/agreements/${id}`;
	const following = followText[language];
	const tabs = [
		{ to: here, label: text.theText },
		...(can.follow
			? [
					{ to: `${here}/delivered`, label: following.tab },
					{ to: `${here}/results`, label: following.results.tab },
				]
			: []),
	];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={words.kinds[kind]}
				trail={[{ to: "/agreements", label: words.title }]}
				tags={<StandingOf standing={standing} tag />}
			/>
			<Tabs label={text.parts} tabs={tabs} />
			<Outlet />
		</div>
	);
}
