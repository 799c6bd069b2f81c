import type { ReactNode } from "react";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { endingText } from "../../ending/text.ts";
import type { OpenedCard } from "../service.server.ts";
import { practiceText } from "../text.ts";
import { Chain } from "./Chain.tsx";
import { cardText } from "./card.text.ts";

const lines = (value: string) => <span className="pre-line">{value}</span>;

type CardBodyProps = Pick<OpenedCard, "card" | "chain" | "uses"> & {
	readonly under: string;
	/** What may be said of it, under what others have said. */
	readonly children?: ReactNode;
};

/** All a card tells: where and what, what came of it, who tried it out, and who uses it. */
export function CardBody({ card, chain, uses, under, children }: CardBodyProps) {
	const language = useLanguage();
	const [text, words, ended] = [cardText[language], practiceText[language], endingText[language]];
	const { fields } = text;
	const { result, stages } = card;
	const day = (value: string) => formatShortDate(language, value);
	const valued = (value: number | null, unit: string, on: string | null) =>
		value === null || on === null ? "" : text.valueOn(formatNumber(language, value), unit, day(on));
	return (
		<>
			{card.isStale && (
				<Alert tone="warning" title={text.staleTitle}>
					<p>{text.staleBody(day(card.revalidateOn))}</p>
				</Alert>
			)}
			{result?.state === "running" && (
				<Alert tone="info" title={text.underWayTitle}>
					<p>{text.underWayBody}</p>
				</Alert>
			)}
			<Section title={text.told.what}>
				<Facts
					facts={[
						{ label: text.purpose, value: lines(result?.purpose ?? "") },
						{ label: text.told.done, value: lines(card.done) },
						{ label: fields.setting, value: card.setting },
						{ label: fields.size, value: card.size },
						{ label: text.told.needed, value: lines(card.needed) },
					]}
				/>
			</Section>
			<Section title={text.groups.outcome}>
				<Facts
					facts={[
						{ label: text.told.better, value: lines(card.better) },
						{ label: text.told.same, value: lines(card.same) },
						{ label: text.told.worse, value: lines(card.worse) },
						{ label: text.told.lesson, value: lines(card.lesson) },
						...(result?.outcome && result.reached
							? [
									{
										...{ label: text.ending, value: ended.outcomes[result.outcome] },
										source: result.endedOn && day(result.endedOn),
									},
									{ label: text.reached, value: ended.reached[result.reached] },
									{
										label: text.inUse,
										value:
											result.inUse && result.inUseOn
												? text.inUseOn(ended.uses[result.inUse], day(result.inUseOn))
												: text.notAsked,
									},
								]
							: []),
					]}
				/>
				{card.same === "" && card.worse === "" && <p className="quiet">{text.saysNoBad}</p>}
			</Section>
			<Section title={text.goalsTitle} lead={text.goalsLead}>
				<Table
					caption={text.goalsTitle}
					hideCaption
					rows={result?.measured ?? []}
					rowKey={({ wording }) => wording}
					empty={<p className="quiet">{text.noGoals}</p>}
					columns={[
						{ key: "goal", label: text.goal, cell: ({ wording }) => wording },
						{
							...{ key: "baseline", label: text.baseline },
							cell: (goal) => valued(goal.baseline, goal.measuredIn, goal.baselineOn),
						},
						{
							...{ key: "last", label: text.last },
							cell: (goal) => valued(goal.value, goal.measuredIn, goal.valueOn),
						},
						{ key: "tells", label: text.tells, cell: ({ change }) => words.changes[change] },
					]}
				/>
			</Section>
			<Chain chain={chain} cardId={card.id} under={under} />
			<Section title={text.usesTitle} lead={text.usesLead}>
				{uses.length === 0 ? (
					<p className="ds-paragraph quiet">{text.usesNone}</p>
				) : (
					<>
						<p className="ds-paragraph">
							{text.usesCount(stages.organisations, stages.inUse, stages.tried, stages.aware, stages.givenUp)}
						</p>
						<Table
							caption={text.usesTitle}
							hideCaption
							rows={uses}
							rowKey={({ id }) => id}
							columns={[
								{ key: "organisation", label: text.organisation, cell: (use) => use.organisationName },
								{ key: "stage", label: text.stage, cell: (use) => words.stages[use.stage] },
								{ key: "day", label: text.day, cell: (use) => day(use.onDay) },
								{ key: "note", label: fields.note, cell: (use) => use.note },
							]}
						/>
					</>
				)}
				{children}
			</Section>
		</>
	);
}
