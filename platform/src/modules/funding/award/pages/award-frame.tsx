import { Outlet } from "react-router";
import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Tabs } from "../../../../ui/Tabs.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { reportText } from "../../report/text.ts";
import { openAward } from "../../service.server.ts";
import { awardText } from "../text.ts";
import type { Route } from "./+types/award-frame";
import { StateOf } from "./StateOf.tsx";

/** The frame round one award: what it is, how it stands, and its parts. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { award, can } = (await openAward(work, params.awardId)).done ?? missing();
		const { id, title, issuerName, recipientName, decidedOn, reference, state } = award;
		const isGiver = work.actor.kind === "person" && work.actor.organisationId === award.issuerId;
		return { id, title, issuerName, recipientName, decidedOn, reference, state, isGiver, keep: can.keep };
	});
}

export default function AwardFrame({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = awardText[language];
	const { id, title, issuerName, recipientName, decidedOn, reference, state, isGiver, keep } = loaderData;
	const here = `/funding/awards/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={`${isGiver ? text.to(recipientName) : text.from(issuerName)}. ${text.decidedOn(formatShortDate(language, decidedOn), reference)}.`}
				trail={[{ to: "/funding/awards", label: text.title }]}
				tags={<StateOf state={state} />}
			/>
			{state === "accepted" && (
				<Tabs
					label={text.parts}
					tabs={[
						{ to: here, label: text.tabs.award },
						...(keep ? [{ to: `${here}/admission`, label: text.tabs.admission }] : []),
						{ to: `${here}/ledger`, label: text.tabs.ledger },
						{ to: `${here}/asks`, label: text.tabs.asks },
						{ to: `${here}/report`, label: reportText[language].tab },
					]}
				/>
			)}
			<Outlet />
		</div>
	);
}
