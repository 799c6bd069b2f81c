import { type DragEvent, useState } from "react";
import { formatNumber } from "../../../../language.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import type { BoardSite } from "../board.server.ts";
import { type BoardHands, BoardStudentCard } from "./BoardStudentCard.tsx";
import { boardText } from "./board.text.ts";
import { byHandText } from "./by-hand.text.ts";
import { runPagesText } from "./run.text.ts";

/** What dropping on a place on the board leads to, and whether the dragged student may come there at all. */
export type BoardDrop = {
	readonly drop: (site: string | null) => void;
	/** Null while nobody is dragged, or before it is known. */
	readonly open: ReadonlyMap<string, { readonly rank: number | null; readonly minutes: number | null }> | null;
};

/** Handlers that make something a place to drop on. */
export function useDrop(accepts: boolean, drop: () => void) {
	const [isOver, setIsOver] = useState(false);
	return {
		"data-drop": isOver && accepts ? "here" : undefined,
		onDragOver: (event: DragEvent) => {
			if (!accepts) return;
			event.preventDefault();
			setIsOver(true);
		},
		onDragLeave: () => setIsOver(false),
		onDrop: (event: DragEvent) => {
			event.preventDefault();
			setIsOver(false);
			if (accepts) drop();
		},
	};
}

/** One site with whoever is to be there and the room that is left. */
export function BoardLane({
	site,
	base,
	hands,
	dropping,
}: {
	readonly site: BoardSite;
	readonly base: string;
	readonly hands: BoardHands | null;
	readonly dropping: BoardDrop | null;
}) {
	const language = useLanguage();
	const text = boardText[language];
	const words = runPagesText[language];
	const number = (value: number) => formatNumber(language, value);
	const isDragging = hands !== null && hands.dragged !== null;
	const open = dropping?.open?.get(site.id);
	const isClosed = isDragging && dropping?.open != null && open === undefined;
	const target = useDrop(isDragging, () => dropping?.drop(site.id));
	const { free } = site;
	const titleId = `site-${site.id}`;
	return (
		<article
			className="board-lane"
			aria-labelledby={titleId}
			data-open={isDragging && open !== undefined ? "" : undefined}
			data-closed={isClosed || undefined}
			{...target}
		>
			<div className="board-lane-head">
				<h3 className="ds-heading" data-size="2xs" id={titleId}>
					{site.name}
				</h3>
				<p className="board-about">
					{site.host}
					{site.municipality !== null && !site.host.startsWith(site.municipality) && `, ${site.municipality}`}
				</p>
				<p className="board-about board-count" data-over={site.over || undefined}>
					{text.count(number(site.taken), number(site.places))}
					{site.over && <strong> {text.over}</strong>}
				</p>
				{site.changed && <p className="board-about">{byHandText[language].changed}</p>}
				{open !== undefined && isDragging && (
					<p className="board-open">
						{[
							open.rank === null ? words.notWished : words.wish(open.rank),
							open.minutes === null ? null : words.minutes(number(open.minutes)),
						]
							.filter(Boolean)
							.join(" · ")}
					</p>
				)}
			</div>
			<ul className="board-students">
				{site.students.map((student) => (
					<BoardStudentCard key={student.claim} student={student} base={base} placed hands={hands} />
				))}
				{site.others > 0 && (
					<li className="board-others">
						<Link className="ds-link" to={`${base}/plan?q=${encodeURIComponent(site.name)}`}>
							{text.others(number(site.others))}
						</Link>
					</li>
				)}
				{free > 0 && <li className="board-free">{text.free(free, number(free))}</li>}
				{free < site.places - site.taken && !site.over && (
					<li className="board-limited">{byHandText[language].limited}</li>
				)}
			</ul>
		</article>
	);
}
