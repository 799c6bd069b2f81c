import { useEffect, useId, useRef, useState } from "react";
import { useFetcher } from "react-router";
import { foldName, searchWords } from "../../../../geography/search.ts";
import { formatNumber } from "../../../../language.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import type { BoardStudent } from "../board.server.ts";
import { studentName } from "./BoardStudentCard.tsx";
import { boardText } from "./board.text.ts";
import type { loader } from "./board-claim.tsx";
import { byHandText } from "./by-hand.text.ts";
import { whyText } from "./claim.text.ts";
import { runPagesText } from "./run.text.ts";
import { TrialTold } from "./TrialTold.tsx";

/** So many places are listed at once in the dialog. */
const listed = 25;

export type DecidedMove = {
	readonly claim: string;
	readonly who: string;
	readonly offer: string | null;
	readonly site: string | null;
	readonly seen: number;
	readonly along: readonly string[];
	/** Why; empty where nobody has said. */
	readonly reason: string;
};

/** Where a student can go, what it costs, and the move itself: opened by pressing a name, or by a drop with the site decided. */
export default function BoardMove({
	student,
	site,
	base,
	decide,
	close,
}: {
	readonly student: BoardStudent;
	/** Where it was dropped: a site, "" for no place; null where nobody has said. */
	readonly site: string | null;
	readonly base: string;
	readonly decide: (move: DecidedMove) => void;
	readonly close: () => void;
}) {
	const language = useLanguage();
	const { dialog: text } = boardText[language];
	const words = runPagesText[language];
	const hand = byHandText[language];
	const dialog = useRef<HTMLDialogElement>(null);
	const titleId = useId();
	const fetcher = useFetcher<typeof loader>();
	const { load } = fetcher;
	const [target, setTarget] = useState(site);
	const [word, setWord] = useState("");
	const [reason, setReason] = useState("");
	const href = `${base}/board/claims/${student.claim}`;
	useEffect(() => {
		dialog.current?.showModal();
	}, []);
	useEffect(() => {
		load(target === null ? href : `${href}?site=${encodeURIComponent(target)}`);
	}, [load, href, target]);
	const name = studentName(student, words.another);
	const known = fetcher.data;
	const isAnswered = known !== undefined && fetcher.state === "idle" && known.asked === target;
	const number = (value: number) => formatNumber(language, value);
	const wanted = searchWords(word);
	const found = (known?.choices ?? []).filter((one) => wanted.every((part) => foldName(one.name).includes(part)));
	const trial = isAnswered ? known.trial : null;
	return (
		<dialog ref={dialog} className="ds-dialog board-dialog" aria-labelledby={titleId} onClose={close}>
			<form method="dialog">
				<button
					type="submit"
					className="ds-button"
					data-variant="tertiary"
					data-color="neutral"
					data-icon
					aria-label={text.close}
				/>
			</form>
			<h2 className="ds-heading dialog-title" data-size="sm" id={titleId}>
				{text.title(name)}
			</h2>
			<p className="board-now">
				{known && text.now(known.site ?? whyText[language].noPlace)}{" "}
				<Link className="ds-link" to={`${base}/claims/${student.claim}`}>
					{words.why}
				</Link>
			</p>
			{student.locked && <p>{text.locked}</p>}
			{target === null && !student.locked && (
				<div className="board-where">
					<div className="ds-field">
						<label className="ds-label" htmlFor={`${titleId}-q`}>
							{text.search}
						</label>
						<input
							className="ds-input"
							type="search"
							id={`${titleId}-q`}
							autoComplete="off"
							value={word}
							onChange={(event) => setWord(event.target.value)}
						/>
					</div>
					<p role="status" className="visually-hidden">
						{known && number(found.length)}
					</p>
					{known && found.length === 0 && <p>{text.none}</p>}
					<ul className="board-choices">
						{found.slice(0, listed).map((choice) => (
							<li key={choice.site}>
								<button
									type="button"
									data-full={choice.hinders !== null || undefined}
									onClick={() => setTarget(choice.site)}
								>
									<span>{choice.name}</span>
									<span className="board-about">
										{[
											choice.rank === null ? null : words.wish(choice.rank),
											choice.minutes === null ? null : words.minutes(number(choice.minutes)),
											choice.hinders === null ? text.hasRoom : byHandText[language].hinders[choice.hinders],
										]
											.filter(Boolean)
											.join(" · ")}
									</span>
								</button>
							</li>
						))}
					</ul>
					{found.length > listed && <p className="quiet">{text.more(number(listed))}</p>}
					{known?.site != null && (
						<button type="button" className="ds-button" data-variant="secondary" onClick={() => setTarget("")}>
							{text.take}
						</button>
					)}
				</div>
			)}
			{target !== null && (
				<div aria-live="polite">
					{trial === null ? (
						<p>{text.counting}</p>
					) : (
						<TrialTold
							trial={trial}
							to={known?.askedName ?? null}
							actions={(offer, along) => (
								<>
									<div className="ds-field">
										<label className="ds-label" htmlFor={`${titleId}-reason`}>
											{hand.ask} <span className="quiet">({hand.optional})</span>
										</label>
										<p className="quiet" id={`${titleId}-reason-hint`}>
											{hand.askHint}
										</p>
										<textarea
											className="ds-input"
											id={`${titleId}-reason`}
											aria-describedby={`${titleId}-reason-hint`}
											rows={2}
											maxLength={500}
											value={reason}
											onChange={(event) => setReason(event.target.value)}
										/>
									</div>
									<button
										type="button"
										className="ds-button"
										data-variant="primary"
										onClick={() =>
											decide({
												...{ claim: student.claim, who: name, offer, along, reason, seen: known?.seen ?? 0 },
												site: known?.askedName ?? null,
											})
										}
									>
										{along.length === 0 ? text.move : text.moveAll(along.length)}
									</button>
								</>
							)}
						/>
					)}
				</div>
			)}
			<div className="task-buttons">
				{target !== null && (
					<button type="button" className="ds-button" data-variant="secondary" onClick={() => setTarget(null)}>
						{text.back}
					</button>
				)}
				<button type="button" className="ds-button" data-variant="tertiary" onClick={() => dialog.current?.close()}>
					{text.cancel}
				</button>
			</div>
		</dialog>
	);
}
