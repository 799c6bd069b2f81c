import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { projectText } from "../../project/text.ts";
import { listCards } from "../../service.server.ts";
import { practiceText } from "../text.ts";
import type { Route } from "./+types/cards";
import { CardList } from "./CardList.tsx";
import { cardsText } from "./cards.text.ts";
import { cardTable, narrowCards, shownCard } from "./table.ts";

/** The practice cards the organisation acted for may read. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const state = tableState(url, cardTable);
	return reading(async (work) => {
		const rows = narrowCards(language, (await listCards(work)) ?? missing(), state);
		return {
			...{ state, total: rows.length },
			rows: rows.slice(state.offset, state.offset + state.pageSize).map(shownCard),
		};
	});
}

export default function Cards({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [cardsText[language], practiceText[language]];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(words.title)}</title>
			<PageHeader title={words.title} lead={text.lead} />
			<CardList
				{...loaderData}
				under="/development/practice"
				own
				empty={
					<EmptyState title={text.emptyTitle} action={{ to: "/development", label: projectText[language].title }}>
						{text.emptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}
