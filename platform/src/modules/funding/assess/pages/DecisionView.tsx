import { formatShortDate } from "../../../../language.ts";
import { Facts } from "../../../../ui/Facts.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { kronerOf } from "../../amounts.ts";
import type { Appeal, Decision } from "../contract.ts";
import { assessText } from "../text.ts";

type DecisionProps = {
	readonly decision: Decision;
	readonly appeal: Appeal | null;
	readonly letter: string;
	/** Whether who reads it can open the award: who gives it, and who leads the application. */
	readonly withAward: boolean;
};

/** A decision as it was made, for who made it and for the applicant; the appeal under it. */
export function DecisionView({ decision, appeal, letter, withAward }: DecisionProps) {
	const language = useLanguage();
	const text = assessText[language];
	const { outcome, granted, because, decidedAt, decidedBy, appealBy } = decision;
	const day = (date: Date | string | null) => (date === null ? "" : formatShortDate(language, date));
	return (
		<div className="stack">
			<p>
				{outcome !== null && (
					<Status tone={outcome === "granted" ? "success" : "danger"}>{text.outcomes[outcome]}</Status>
				)}{" "}
				<span className="quiet">{text.decidedBy(day(decidedAt), decidedBy ?? "")}</span>
			</p>
			<Facts
				facts={[
					...granted.map(({ year, kroner }) => ({
						label: text.grantedIn(String(year)),
						value: kronerOf(language, kroner),
					})),
					{ label: text.because, value: because },
					...(appeal
						? [
								{ label: text.appealed(day(appeal.sentAt)), value: appeal.written },
								...(appeal.outcome === null
									? []
									: [{ label: text.appealOutcomes[appeal.outcome], value: appeal.because ?? "" }]),
							]
						: []),
				]}
			/>
			{!appeal && <p className="quiet">{text.appealBy(day(appealBy))}</p>}
			<div className="row">
				{withAward && decision.awardId !== null && (
					<Link className="ds-link" to={`/funding/awards/${decision.awardId}`}>
						{text.award}
					</Link>
				)}
				<a className="ds-link" href={letter} download>
					{text.letter}
				</a>
			</div>
		</div>
	);
}
