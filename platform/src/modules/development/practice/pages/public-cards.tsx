import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { visit } from "../../../../visit.server.ts";
import { listPublicCards } from "../../service.server.ts";
import { practiceText } from "../text.ts";
import type { Route } from "./+types/public-cards";
import { CardList } from "./CardList.tsx";
import { cardsText } from "./cards.text.ts";
import { cardTable, narrowCards, shownCard } from "./table.ts";

/** Practice cards that are shown to everybody. Nobody needs an account to come here. */
export async function loader({ context }: Route.LoaderArgs) {
	const { language, reading, url } = visit(context);
	const state = tableState(url, cardTable);
	const rows = narrowCards(language, await reading(listPublicCards), state);
	return {
		...{ state, total: rows.length },
		rows: rows.slice(state.offset, state.offset + state.pageSize).map(shownCard),
	};
}

export default function PublicCards({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [cardsText[language], practiceText[language]];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(words.title)}</title>
			<PageHeader title={words.title} lead={text.publicLead} />
			<CardList
				{...loaderData}
				under="/published-practice"
				own={false}
				empty={<EmptyState title={text.publicNone}>{text.publicLead}</EmptyState>}
			/>
		</div>
	);
}
