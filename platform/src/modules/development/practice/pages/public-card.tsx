import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import { missing, visit } from "../../../../visit.server.ts";
import { openPublicCard } from "../../service.server.ts";
import { practiceText } from "../text.ts";
import type { Route } from "./+types/public-card";
import { CardBody } from "./CardBody.tsx";
import { cardText } from "./card.text.ts";

/** A practice card its owner shows to everybody. Nobody needs an account to come here. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { reading } = visit(context);
	return reading(async (work) => {
		const { card, chain, uses } = (await openPublicCard(work, params.cardId)) ?? missing();
		// Who wrote it down is the organisation's own business.
		return { card, chain, uses: uses.map((use) => ({ ...use, recordedBy: "" })) };
	});
}

export default function PublicCard({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [cardText[language], practiceText[language]];
	const { card, chain, uses } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(card.title)}</title>
			<PageHeader
				title={card.title}
				lead={text.lead(card.organisationName, formatShortDate(language, card.validatedOn))}
				trail={[{ to: "/published-practice", label: words.title }]}
				{...(card.result?.state === "running" ? { tags: <Tag tone="info">{words.underWay}</Tag> } : {})}
			/>
			<CardBody card={card} chain={chain} uses={uses} under="/published-practice" />
		</div>
	);
}
