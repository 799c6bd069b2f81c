import { Form } from "react-router";
import { formatMoment } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import type { Cost } from "../../allocate/explain.ts";
import type { ToldMoveByHand } from "../board.server.ts";
import { boardText } from "./board.text.ts";
import { byHandText } from "./by-hand.text.ts";
import { whyText } from "./claim.text.ts";
import { Making, useLooks } from "./Making.tsx";
import { movedLines } from "./moved-lines.ts";
import { runPagesText } from "./run.text.ts";
import { waitText } from "./wait.text.ts";

/** What has been moved by hand: what it costs in all, and each move with who made it and a way back. */
export function BoardHistory({
	history,
	seen,
	undo,
}: {
	readonly history: {
		readonly moves: number;
		readonly cost: Cost | null;
		readonly over: number;
		/** Whether what they cost is still being worked out. */
		readonly making: boolean;
		readonly told: readonly ToldMoveByHand[];
	};
	readonly seen: number;
	/** Undoes without leaving the page; null without script. */
	readonly undo: ((move: ToldMoveByHand) => void) | null;
}) {
	const language = useLanguage();
	const text = boardText[language];
	const words = runPagesText[language];
	const none = whyText[language].noPlace;
	useLooks(history.making);
	if (history.moves === 0) return null;
	const costs = history.cost === null ? [] : movedLines(history.cost, language);
	return (
		<>
			{history.over > 0 && (
				<Alert tone="warning" title={text.overAlert}>
					<p>{text.overAlertBody}</p>
				</Alert>
			)}
			<Details summary={text.history(history.moves)}>
				{history.making && <Making label={waitText[language].cost} />}
				{history.cost !== null && (
					<div>
						<p>{costs.length === 0 ? words.movesFree : words.movesCost}</p>
						<ul className="ds-list">
							{costs.map((line) => (
								<li key={line}>{line}</li>
							))}
						</ul>
					</div>
				)}
				<ol className="board-history">
					{history.told.map((move) => {
						const who = move.student ?? words.another;
						return (
							<li key={move.number}>
								<span>
									{text.moveLine(who, move.from ?? none, move.to ?? none)}
									{move.along > 0 && ` ${text.alongCount(move.along)}`}
									<span className="board-about">
										{text.movedBy(move.byName ?? text.somebody, formatMoment(language, move.at))}
										{move.reason !== null && ` · ${byHandText[language].reason(move.reason)}`}
									</span>
								</span>
								<Form
									method="post"
									onSubmit={(event) => {
										if (!undo) return;
										event.preventDefault();
										undo(move);
									}}
								>
									<input type="hidden" name="number" value={move.number} />
									<input type="hidden" name="seen" value={seen} />
									<button
										type="submit"
										className="ds-button"
										data-variant="secondary"
										data-size="sm"
										name="deed"
										value="undo"
										aria-label={text.undoOf(who)}
									>
										{text.undo}
									</button>
								</Form>
							</li>
						);
					})}
				</ol>
			</Details>
		</>
	);
}
