import { formatNumber } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { byHandText } from "./by-hand.text.ts";
import { Making, useLooks } from "./Making.tsx";
import { waitText } from "./wait.text.ts";

/** That the plan is no longer the engine's alone, and how much worse than the best it now is. Nothing where nobody has moved. */
export function MovedByHand(props: {
	readonly moves: number;
	/** What they have cost, in sentences: none where nothing, null where nobody knows. */
	readonly lines: readonly string[] | null;
	/** Whether what it costs is still being worked out. */
	readonly making: boolean;
}) {
	const { moves, lines, making } = props;
	const language = useLanguage();
	const text = byHandText[language];
	useLooks(making);
	if (moves === 0) return null;
	if (making) return <Making label={waitText[language].cost} />;
	const count = formatNumber(language, moves);
	if (lines === null) return <Alert>{text.unknown(count)}</Alert>;
	if (lines.length === 0) return <Alert>{text.asGood(count)}</Alert>;
	return (
		<Alert tone="warning" title={text.worse(count)}>
			<ul>
				{lines.map((line) => (
					<li key={line}>{line}</li>
				))}
			</ul>
		</Alert>
	);
}
