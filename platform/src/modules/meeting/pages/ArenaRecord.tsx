import { formatDate, formatNumber } from "../../../language.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { Chart } from "../../../ui/Chart.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { meetingText } from "../text.ts";
import { arenaText } from "./arena.text.ts";
import type { ArenaRecordShown } from "./record.server.ts";

/** Whether those who decide come, and what the meetings lead to; with what it is counted from. */
export function ArenaRecord({ record, today }: { readonly record: ArenaRecordShown; readonly today: string }) {
	const language = useLanguage();
	const text = arenaText[language];
	const words = meetingText[language];
	const number = (value: number) => formatNumber(language, value);
	const { anchoring: leaders, outcomes } = record;
	const source = text.presenceBase(number(record.held), formatDate(language, today));
	return (
		<div className="stack" data-gap="small">
			{leaders.asked > 0 && (
				<p className="ds-paragraph">{text.anchoringOf(number(leaders.came), number(leaders.asked))}</p>
			)}
			{record.never.length > 0 && <Alert tone="warning">{text.neverPresent(record.never.join(", "))}</Alert>}
			<p className="ds-paragraph">
				{text.outcomes(
					number(outcomes.decided),
					number(outcomes.items),
					number(outcomes.done),
					number(outcomes.decisions),
				)}
			</p>
			{record.by.length > 1 ? (
				<Chart
					kind="bar"
					title={text.byRepresents}
					categoryLabel={text.columns.represents}
					categories={record.by.map(({ represents }) => words.represents[represents])}
					series={[
						{
							label: words.ways.holder,
							points: record.by.map(({ asked, came }) => ({
								...{ value: Math.round((came / asked) * 100), numerator: came, denominator: asked },
							})),
						},
					]}
					unit="%"
					highest={100}
					source={source}
				/>
			) : (
				<p className="ds-paragraph quiet">{source}</p>
			)}
		</div>
	);
}
