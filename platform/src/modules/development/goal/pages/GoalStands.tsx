import { formatNumber } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Status, type Tone } from "../../../../ui/Tag.tsx";
import type { GoalStanding } from "../codes.ts";
import { goalText } from "../text.ts";
import { goalPageText } from "./goal.text.ts";

const tones: Readonly<Record<GoalStanding, Tone>> = {
	...{ "no-baseline": "warning", unmeasured: "neutral", "no-target": "neutral" },
	...{ worse: "danger", "on-way": "info", reached: "success" },
};

/** How a goal stands, as a mark, with how much of the way is gone where that is known. */
export function GoalStands(props: { readonly standing: GoalStanding; readonly percent: number | null }) {
	const language = useLanguage();
	const { standing, percent } = props;
	return (
		<>
			<Status tone={tones[standing]}>{goalText[language].standings[standing]}</Status>
			{standing === "on-way" && percent !== null && (
				<span className="quiet"> {goalPageText[language].percent(formatNumber(language, percent))}</span>
			)}
		</>
	);
}
